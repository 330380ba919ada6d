"""The contract accepts a sound exporter and our own, and catches each broken one by the test that is for it."""

import broken_exporters
import pytest

from factcheck import Host
from factcheck.testing import ExporterContract, contract, full_fact_check, leaves

CAUGHT = {
    "ReadsTheClock": "test_needs_no_clock_chance_locale_disk_or_network",
    "ReadsTheTime": "test_needs_no_clock_chance_locale_disk_or_network",
    "ReadsTheDisk": "test_needs_no_clock_chance_locale_disk_or_network",
    "AsksTheLocale": "test_needs_no_clock_chance_locale_disk_or_network",
    "AsksTheNetwork": "test_needs_no_clock_chance_locale_disk_or_network",
    "ThrowsDice": "test_same_bytes_each_time",
    "HasAnOrderOfItsOwn": "test_same_bytes_in_another_process",
    "ChangesTheFactCheck": "test_changes_nothing",
    "ForgetsAField": "test_every_field_is_there_or_in_omits",
    "ForgetsAFieldDeepDown": "test_every_field_is_there_or_in_omits",
    "CutsText": "test_every_text_is_there_whole_or_in_omits",
    "OmitsTooMuch": "test_every_field_is_there_or_in_omits",
    "OmitsWhatIsNotThere": "test_every_field_is_there_or_in_omits",
    "DiesOfHostileText": "test_hostile_text_survives",
    "WritesWhatItRefuses": "test_is_valid_or_its_rules_say_why_not",
    "AcceptsAnything": "test_rubbish_gives_findings",
    "DiesOfRubbish": "test_a_cut_document_does_not_crash_validation",
    "HasAnotherType": "test_gives_a_document_of_its_kind",
    "IsNotUtf8": "test_gives_a_document_of_its_kind",
    "SharesState": "test_threads_do_not_disturb_each_other",
    "HasAnIdleOption": "test_every_option_does_something",
    "HasAnUndescribedOption": "test_options_have_defaults_and_descriptions",
    "ShoutsItsName": "test_describes_itself",
    "IsNotInstalled": "test_is_discoverable",
}


@pytest.fixture(autouse=True)
def _installed(monkeypatch):
    """The host finds the sound exporter as if a distribution provided it."""
    host = Host([broken_exporters])
    monkeypatch.setattr(contract.Host, "discover", lambda: host)


class TestSound(ExporterContract):
    exporter = broken_exporters.Sound()


def test_every_broken_exporter_is_tried():
    broken = {
        name
        for name, kind in vars(broken_exporters).items()
        if isinstance(kind, type) and issubclass(kind, broken_exporters.Sound) and name != "Sound"
    }
    assert broken == set(CAUGHT)


@pytest.mark.parametrize(("name", "test"), CAUGHT.items())
def test_a_broken_exporter_is_caught(name, test):
    kind = type("TestBroken", (ExporterContract,), {"exporter": getattr(broken_exporters, name)()})
    arguments = {"test_hostile_text_survives": "\x00", "test_rubbish_gives_findings": b"\xff"}.get(test)
    with pytest.raises((AssertionError, UnicodeError, ValueError)):
        getattr(kind(), test)(*([arguments] if arguments is not None else []))


def test_the_full_fact_check_fills_every_field():
    fact_check = full_fact_check()
    filled = {path for path, _ in leaves.paths(fact_check.model_dump(mode="json", exclude_none=True))}
    everything = set(model_paths(type(fact_check), ""))
    assert everything <= filled, everything - filled


def model_paths(model, prefix):
    for name, field in model.model_fields.items():
        annotation, path = str(field.annotation), f"{prefix}{name}"
        inner = next((kind for kind in parts() if f".{kind.__name__}" in annotation or field.annotation is kind), None)
        is_list = "tuple[" in annotation
        if inner is not None:
            yield from model_paths(inner, f"{path}[]." if is_list else f"{path}.")
        else:
            yield f"{path}[]" if is_list else path


def parts():
    from factcheck import model  # noqa: PLC0415  # only this needs all of it

    found = [getattr(model, name) for name in model.__all__]
    return sorted((kind for kind in found if hasattr(kind, "model_fields")), key=lambda kind: -len(kind.__name__))
