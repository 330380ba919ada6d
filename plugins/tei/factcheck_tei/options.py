"""What can be chosen of a document, and of a teiCorpus of many."""

from typing import Annotated

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from factcheck import FactCheck, LanguageTag, Options, TextOptions

TITLE = "Fact-checks"
LANGUAGE = "en"
_MOST = 2000  # characters


class TeiOptions(TextOptions):
    """The texts of sources, or a place among other fact-checks."""

    corpus: bool = Field(
        default=False,
        description="Write a teiCorpus of this one alone, without texts, in which no id is one of another fact-check: the container `teicorpus` joins them.",
    )


def _like(field: str, wanted: str, text: str) -> str:
    if text:
        try:
            TypeAdapter[object](FactCheck.model_fields[field].rebuild_annotation()).validate_python(text)
        except ValidationError:
            raise ValueError(wanted) from None
    return text


def _address(text: str) -> str:
    return _like("licence", "write an address such as `https://creativecommons.org/licenses/by/4.0/`", text)


def _date(text: str) -> str:
    return _like("published", "write a date in EDTF such as `2015-12-28`", text)


class CorpusOptions(Options):
    """What the header of a teiCorpus says of all that is in it; no clock is asked."""

    title: str = Field(default=TITLE, max_length=_MOST, description="The title of the corpus.")
    publisher: str = Field(default="", max_length=_MOST, description="Who publishes it, by name.")
    published: Annotated[str, AfterValidator(_date)] = Field(
        default="", description="When it was published, in EDTF: `2015-12-28`."
    )
    licence: Annotated[str, AfterValidator(_address)] = Field(
        default="", description="The address of the licence that all of it is under; each fact-check says its own."
    )
    language: LanguageTag = Field(default=LANGUAGE, description="The language of the title: `pt-BR`.")
