"""Exporters that break the contract, each in one way."""

import datetime as dt
import json
import locale
import random
import time
from pathlib import Path

from pydantic import Field

from factcheck import Document, Exporter, Finding, Options, Severity, hookimpl


class Sound(Exporter):
    """Breaks nothing: the others differ from it in one thing."""

    name = "sound"
    summary = "the model as JSON"
    media_type = "application/json"
    suffix = ".json"

    def export(self, fact_check, options):
        return self.document(fact_check.model_dump(mode="json"))

    def document(self, data):
        return Document(self.media_type, self.suffix, json.dumps(data, ensure_ascii=False).encode())

    def validate(self, document):
        try:
            data = json.loads(document.text)
        except (ValueError, RecursionError) as error:
            return [Finding("json", Severity.ERROR, str(error))]
        return [] if isinstance(data, dict) else [Finding("json", Severity.ERROR, "no object")]


class ReadsTheClock(Sound):
    def export(self, fact_check, options):
        dt.datetime.now(tz=dt.UTC)
        return super().export(fact_check, options)


class ReadsTheTime(Sound):
    def export(self, fact_check, options):
        time.time()
        return super().export(fact_check, options)


class ReadsTheDisk(Sound):
    def export(self, fact_check, options):
        Path(__file__).read_text()
        return super().export(fact_check, options)


class AsksTheLocale(Sound):
    def export(self, fact_check, options):
        locale.getlocale()
        return super().export(fact_check, options)


class AsksTheNetwork(Sound):
    def export(self, fact_check, options):
        import socket  # noqa: PLC0415  # as a careless exporter would

        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
        return super().export(fact_check, options)


class ThrowsDice(Sound):
    def export(self, fact_check, options):
        return self.document({**fact_check.model_dump(mode="json"), "dice": random.random()})  # noqa: S311  # dice


class HasAnOrderOfItsOwn(Sound):
    def export(self, fact_check, options):
        data = fact_check.model_dump(mode="json")
        return self.document({**data, "order": list({agent["id"] for agent in data["agents"]})})


class ChangesTheFactCheck(Sound):
    def export(self, fact_check, options):
        fact_check.__dict__["headline"] = "changed"
        return super().export(fact_check, options)


class ForgetsAField(Sound):
    def export(self, fact_check, options):
        return self.document(fact_check.model_dump(mode="json", exclude={"summary"}))


class ForgetsAFieldDeepDown(Sound):
    def export(self, fact_check, options):
        data = fact_check.model_dump(mode="json")
        for claim in data["claims"]:
            for appearance in claim["appearances"]:
                del appearance["rendering"]
        return self.document(data)


class CutsText(Sound):
    def export(self, fact_check, options):
        data = fact_check.model_dump(mode="json")
        return self.document({**data, "headline": data["headline"][:4], "hash": hash_of(data["headline"])})


class OmitsTooMuch(Sound):
    omits = ("headline",)


class OmitsWhatIsNotThere(Sound):
    omits = ("titel",)


class DiesOfHostileText(Sound):
    def export(self, fact_check, options):
        if "\x00" in fact_check.headline:
            raise ValueError("a control character")
        return super().export(fact_check, options)


class WritesWhatItRefuses(Sound):
    def export(self, fact_check, options):
        document = super().export(fact_check, options)
        return Document(document.media_type, document.suffix, document.body.replace(b"{", b"<", 1))


class AcceptsAnything(Sound):
    def validate(self, document):
        return []


class DiesOfRubbish(Sound):
    def validate(self, document):
        json.loads(document.body)
        return []


class HasAnotherType(Sound):
    def export(self, fact_check, options):
        return Document("text/plain", ".txt", super().export(fact_check, options).body)


class IsNotUtf8(Sound):
    def export(self, fact_check, options):
        document = super().export(fact_check, options)
        return Document(document.media_type, document.suffix, document.text.encode("utf-16"))


class SharesState(Sound):
    def __init__(self):
        self.count = 0

    def export(self, fact_check, options):
        self.count += 1
        return self.document({**fact_check.model_dump(mode="json"), "count": self.count})


class IdleOptions(Options):
    idle: bool = Field(default=False, description="Does nothing.")


class HasAnIdleOption(Sound):
    options = IdleOptions


class UndescribedOptions(Options):
    indent: bool = False


class HasAnUndescribedOption(Sound):
    options = UndescribedOptions


class ShoutsItsName(Sound):
    name = "SOUND!"


class IsNotInstalled(Sound):
    name = "elsewhere"


def hash_of(text):
    return sum(map(ord, text))


@hookimpl
def factcheck_exporters():
    return [Sound()]
