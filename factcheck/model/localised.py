"""Words in several languages."""

from collections.abc import ItemsView, Iterator, Mapping
from operator import attrgetter
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .base import Language, Text


class Localised(Mapping[str, str]):
    """The same words in several languages: an immutable, hashable mapping of BCP 47 tag to text.

    The order of the languages is kept and does not count when two are compared.
    """

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, language: str) -> str:
        return self._texts[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def items(self) -> ItemsView[str, str]:
        """The languages with their texts."""
        return self._texts.items()

    def __hash__(self) -> int:
        return hash(frozenset(self._texts.items()))

    def __repr__(self) -> str:
        return f"Localised({self._texts!r})"

    def only(self, language: str) -> str | None:
        """The text, where it is in this language, by the very tag, and in no other; else None."""
        return self._texts.get(language) if len(self._texts) == 1 else None

    def best(self, *languages: str | None) -> str:
        """The text in the first of these languages that there is, by primary subtag too; else the first text."""
        for wanted in languages:
            for matches in (_same_tag, _same_primary_language):
                for language, text in self._texts.items():
                    if wanted is not None and matches(wanted, language):
                        return text
        return next(iter(self._texts.values()))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        texts = core_schema.dict_schema(handler(Language), handler(Text), min_length=1)
        made = core_schema.no_info_after_validator_function(cls, texts)
        return core_schema.json_or_python_schema(
            made,
            core_schema.no_info_before_validator_function(_as_dict, made),
            # No code of Python: Ctrl-C in its midst would come as an error of pydantic.
            serialization=core_schema.plain_serializer_function_ser_schema(attrgetter("_texts"), return_schema=texts),
        )


def _as_dict(value: Any) -> Any:
    return value if isinstance(value, dict) or not isinstance(value, Localised) else dict(value)


def _same_tag(one: str, other: str) -> bool:
    return one.lower() == other.lower()


def _same_primary_language(one: str, other: str) -> bool:
    return one.lower().split("-")[0] == other.lower().split("-")[0]
