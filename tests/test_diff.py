"""What changed between two archives: each id is in one class, each place that differs is told, and no other."""

import re
from zlib import crc32

import pytest
from bad_lines import BAD_LINES
from bulk_samples import lines, packings
from effort import work
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import examples

import factcheck
from factcheck import Change, FactCheck, Localised, ReadingError
from factcheck.bulk import Archive, Comparison
from factcheck.testing import full_fact_check
from factcheck.testing.leaves import paths, variants
from factcheck.testing.strategies import fact_checks


def place(data, location):
    """The path of a leaf of data, parts by their ids, where they have some; a list of texts is a leaf."""
    path = ""
    for step in location:
        data = data[step]
        if isinstance(step, str):
            path += f".{step}"
        elif isinstance(data, dict):
            path += f"[{data.get('id') or step}]"
        else:
            break
    return path.removeprefix(".")


def differing(old, new):
    """The differences of two versions of one fact-check."""
    return [each for change in factcheck.diff([old], [new]) for each in change.differences]


def changed(whole, **fields):
    """The same fact-check with some fields changed, as valid as it was."""
    return FactCheck.model_validate({**whole.model_dump(), **fields})


def versions(ids):
    """Fact-checks with these ids; the number says which version of it."""
    claims = [{"id": "c1", "text": "It rained."}]
    return [
        FactCheck(id=f"urn:x:{name}", headline=f"Version {version}", language="en", claims=claims)
        for name, version in ids.items()
    ]


@settings(max_examples=examples(30))
@given(data=st.data(), whole=fact_checks() | st.just(full_fact_check()))
def test_of_one_change_its_path_is_told_and_no_other(data, whole):
    plain = whole.model_dump(mode="json")
    _, location = data.draw(st.sampled_from([each for each in paths(plain) if each[1][-1] != "id"]))
    for number, variant in enumerate(variants(whole, location)):
        if number == 3:
            break
        for old, new in ((whole, variant), (variant, whole)):
            assert [each.path for each in differing(old, new)] == [place(plain, location)] * (old != new)


@settings(max_examples=examples(25))
@given(one=fact_checks(), other=fact_checks())
def test_two_versions_have_differences_where_they_are_not_equal(one, other):
    other = changed(other, id=one.id)
    found = differing(one, other)
    assert bool(found) == (one != other)
    assert len({(each.path, each.how) for each in found}) == len(found)
    assert all(each.old != each.new for each in found)
    assert sorted(
        each.path for each in differing(other, one) if each.how == "changed" and "[" not in each.path
    ) == sorted(each.path for each in found if each.how == "changed" and "[" not in each.path)


@settings(max_examples=examples(25))
@given(whole=fact_checks(), data=st.data())
def test_a_part_that_comes_in_between_changes_none_of_those_after_it(whole, data):
    at = data.draw(st.integers(0, len(whole.claims)))
    claim = {"id": "new", "text": "It snowed."}
    new = changed(whole, claims=[*whole.claims[:at], claim, *whole.claims[at:]])
    assert [(each.path, each.how, each.new) for each in differing(whole, new)] == [("claims[new]", "added", claim)]
    assert [(each.path, each.how, each.old) for each in differing(new, whole)] == [("claims[new]", "removed", claim)]


@given(names=st.lists(st.sampled_from("abcd"), max_size=6), at=st.integers(0, 6), name=st.sampled_from("abz"))
def test_a_part_without_an_id_that_comes_or_goes_is_told_alone(names, at, name):
    (whole,) = versions({"a": 1})
    old = changed(whole, topics=[{"name": each} for each in names])
    new = changed(whole, topics=[{"name": each} for each in [*names[:at], name, *names[at:]]])
    assert [(each.how, each.new) for each in differing(old, new)] == [("added", {"name": name})]
    assert [(each.how, each.old) for each in differing(new, old)] == [("removed", {"name": name})]


def test_a_part_that_gets_an_id_or_loses_it_is_the_same_part():
    (whole,) = versions({"a": 1})

    def appearing(*appearances):
        claim = {"id": "c1", "text": "It rained.", "appearances": appearances}
        return changed(whole, sources=[{"id": "s1"}], claims=[claim])

    def here(words, **more):
        return {"source": "s1", "attributed_to": words, **more}

    old = appearing(here("one"), here("two"))
    new = appearing(here("uno"), here("two", id="y"))
    found = [
        [(each.path.removeprefix("claims[c1].appearances"), each.old, each.new) for each in differing(*pair)]
        for pair in ((old, new), (new, old))
    ]
    assert found == [
        [("[0].attributed_to", "one", "uno"), ("[y].id", None, "y")],
        [("[0].attributed_to", "uno", "one"), ("[1].id", "y", None)],
    ]


@given(order=st.permutations("abcd"))
def test_what_only_stands_in_another_order_is_told_as_such(order):
    (whole,) = versions({"a": 1})

    def both(field, part):
        return [changed(whole, **{field: [part(name) for name in names]}) for names in ("abcd", order)]

    places = ["abcd".index(name) for name in order]
    is_same = places == [0, 1, 2, 3]
    claims = both("claims", lambda name: {"id": name, "text": "It rained."})
    assert differing(*claims) == [("claims", list("abcd"), list(order), "reordered")][is_same:]
    topics = both("topics", lambda name: {"name": name})
    assert differing(*topics) == [("topics", [0, 1, 2, 3], places, "reordered")][is_same:]


def test_the_order_of_languages_says_nothing():
    whole = full_fact_check()
    scale = whole.rating_scale.model_dump()
    scale["ratings"][0]["names"] = {"en": "One", "de": "Zwei"}
    other = {**scale, "ratings": [{**scale["ratings"][0], "names": {"de": "Zwei", "en": "One"}}, *scale["ratings"][1:]]}
    old, new = changed(whole, rating_scale=scale), changed(whole, rating_scale=other)
    assert old.rating_scale.ratings[0].names == Localised({"de": "Zwei", "en": "One"})
    assert old.model_dump_json() != new.model_dump_json()
    assert list(factcheck.diff([old], [new])) == []


_IDS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 2))


@given(old=_IDS, new=_IDS)
def test_every_id_is_in_one_class_in_the_order_of_the_newer_archive(old, new):
    kinds = [
        (each.id.removeprefix("urn:x:"), each.kind, each.line) for each in factcheck.diff(versions(old), versions(new))
    ]
    there = [
        (name, "changed" if name in old else "added", line)
        for line, name in enumerate(new, 1)
        if old.get(name) != new[name]
    ]
    assert kinds == [*there, *((name, "withdrawn", line) for line, name in enumerate(old, 1) if name not in new)]


def test_an_archive_is_what_it_is_in_any_order_and_any_packing(tmp_path, monkeypatch):
    some = list(lines(25))
    some.sort(key=crc32)
    old = tmp_path / "old.jsonl"
    old.write_bytes(b"".join(lines(25)))
    for source in packings(tmp_path / "new", b"\n".join(some), monkeypatch):
        assert list(factcheck.diff(old, source)) == []
    assert list(factcheck.diff(map(factcheck.loads, some), Archive.of([str(old)], chunk=5000))) == []
    assert list(factcheck.diff(factcheck.loads(some[0]), [factcheck.loads(some[0])])) == []


@settings(max_examples=examples(20))
@given(size=st.integers(1, 60_000), seed=st.integers(0, 99))
def test_chunks_of_any_size_tell_the_same(tmp_path_factory, size, seed):
    folder = tmp_path_factory.mktemp("chunks")
    some = [*lines(12)[:6], b"\n", *lines(12, 2)[6:]]
    some.sort(key=lambda line: crc32(line, seed))
    (folder / "old.jsonl").write_bytes(b"".join(lines(12)))
    (folder / "new.jsonl").write_bytes(b"".join(some))
    old, new = (Archive.of([str(folder / name)], chunk=size) for name in ("old.jsonl", "new.jsonl"))
    found = list(factcheck.diff(old, new, tell=lambda _: None))
    assert len(found) == 6
    assert all(f"/{each.id.rpartition('/')[2]}".encode() in some[each.line - 1] for each in found)
    assert [each.line for each in found] == sorted(each.line for each in found)
    assert all(
        (each.before, each.after) == (factcheck.loads(line(each, 1)), factcheck.loads(line(each, 2))) for each in found
    )


def line(change, seed):
    return lines(12, seed)[int(change.id.rpartition("/")[2])]


def with_correction(whole, *, history):
    """A fact-check whose verdict is another, with a correction, or with an earlier verdict of one that was there."""
    verdict = whole.verdicts[0].model_dump()
    other = next(each.id for each in whole.rating_scale.ratings if each.id != verdict["rating"])
    correction = {"id": "late", "published": "2026-05-06", "text": "It was the other one."}
    earlier = {"rating": verdict["rating"], "correction": whole.corrections[0].id}
    new = {**verdict, "rating": other, "history": [*verdict["history"], *([earlier] if history else [])]}
    return changed(
        whole,
        verdicts=[new, *whole.verdicts[1:]],
        corrections=[*whole.corrections, *([] if history else [correction])],
    )


@pytest.mark.parametrize("history", [True, False])
def test_a_change_with_a_correction_or_an_earlier_verdict_is_corrected(history):
    told = []
    whole = full_fact_check()
    (change,) = factcheck.diff([whole], [with_correction(whole, history=history)], tell=told.append)
    assert (change.kind, change.is_silent, told) == ("corrected", False, [])


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"claims": [{"id": "c1", "text": "It snowed."}]}, "claims[c1].text"),
        ({"claims": [{"id": "c2", "text": "It rained."}]}, "claims[c1]"),
        ({"headline": "Another"}, None),
    ],
)
def test_a_claim_that_is_changed_in_silence_is_a_warning(fields, path):
    (whole,), told = versions({"a": 1}), []
    (change,) = factcheck.diff([whole], [changed(whole, **fields)], tell=told.append)
    assert change.kind == "changed"
    assert [(each.rule, each.path, each.line) for each in told] == ([("change-uncorrected", path, 1)] if path else [])
    assert change.is_silent == bool(path)


def test_what_cannot_be_read_is_not_withdrawn(tmp_path):
    def written(name, *bodies):
        (tmp_path / name).write_bytes(b"\n".join(bodies))
        return tmp_path / name

    def told(old, new):
        found = []
        kinds = [(each.kind, each.id[-1:], each.line) for each in factcheck.diff(old, new, tell=found.append)]
        assert all(each.line for each in found)
        return kinds, [each.line for each in found]

    a, b = (each.model_dump_json(exclude_defaults=True).encode() for each in versions({"a": 1, "b": 1}))
    old = written("old.jsonl", a, b)
    wrong, cut = b'{"id": "urn:x:b", "headline": 3, "claims": []}', b'{"id": "urn:x:b", "headl'
    for bad in (wrong, cut):
        kinds, found = told(old, written("new.jsonl", a, b"", bad))
        assert (kinds, set(found)) == ([("unread", "b", 3)], {3})
    # An id that is not known, or that stands twice, may be that of any.
    for bad in (
        b'{"headline": 3}',
        b'{"id": "urn:x:b", "id": "urn:x:c"}',
        b'{"id": "urn:x',
        b'["id", "urn:x:b"]',
        b"\xff",
        b'{"id": ["urn:x:b"]}',
    ):
        assert told(old, written("new.jsonl", a, bad))[0] == [("missing", "b", 2)]
    assert told(written("bad.jsonl", wrong, a), old)[0] == [("changed", "b", 2)]
    with pytest.raises(ReadingError, match=re.escape("unread.jsonl:2")):
        list(factcheck.diff(old, written("unread.jsonl", a, wrong)))
    yaml = tmp_path / "folder"
    yaml.mkdir()
    (yaml / "1.yaml").write_text("id: urn:x:b\nheadline: [\n")
    (yaml / "2.yml").write_bytes(a)
    found = []
    kinds = [(each.kind, each.id, each.file, each.line) for each in factcheck.diff(old, yaml, tell=found.append)]
    assert kinds == [("unread", "urn:x:b", str(yaml / "1.yaml"), None)]
    assert {each.file for each in found} == {str(yaml / "1.yaml")}


def test_a_fact_check_that_stands_several_times_is_told_with_both_lines(tmp_path):
    (a,), (other,), (third,) = versions({"a": 1}), versions({"a": 2}), versions({"a": 3})

    def told(old, new):
        found = []
        return [each.kind for each in factcheck.diff(old, new, tell=found.append)], [each.message for each in found]

    assert told([a], [a, a]) == ([], ["`urn:x:a` stands in this archive 2 times: line 1 and line 2"])
    assert told([a], [a, other])[0] == ["doubled"]
    assert told([a, other], [a, third])[0] == ["doubled"]
    assert told([a, other], [other, a])[0] == []
    assert told([a], [other, other])[0] == ["changed"]
    assert told([], [a, other])[0] == ["added"]
    kinds, (message,) = told([a, other, third, a], [])
    assert (kinds, message) == (
        ["withdrawn"],
        "`urn:x:a` stands in this archive 4 times: line 1 and line 2, and 2 more",
    )


def test_an_archive_that_is_changed_meanwhile_is_told(tmp_path):
    for name, body in (("old.jsonl", b"".join(lines(3))), ("new.jsonl", b"".join(lines(3, 2)))):
        (tmp_path / name).write_bytes(body)
    old, new = (Archive.of([str(tmp_path / name)]) for name in ("old.jsonl", "new.jsonl"))

    def swapped(records, _size):
        if records == 6:
            (tmp_path / "old.jsonl").write_bytes(b"".join(reversed(lines(3))))

    with pytest.raises(ReadingError, match="changed while it was read"):
        list(Comparison(old, new, print, swapped).changes())

    def emptied(records, _size):
        if records == 6:
            (tmp_path / "new.jsonl").write_bytes(b" \n")

    (tmp_path / "old.jsonl").write_bytes(b"".join(lines(3)))
    with pytest.raises(ReadingError, match=re.escape("new.jsonl") + "|changed while it was read"):
        list(Comparison(old, new, print, emptied).changes())


def test_a_change_is_ready_for_json():
    (old,), (new,) = versions({"a": 1}), versions({"a": 2})
    (change,) = factcheck.diff([old], [new])
    assert isinstance(change, Change)
    assert change.as_dict() == {
        "change": "changed",
        "id": "urn:x:a",
        "line": 1,
        "differences": [{"path": "headline", "old": "Version 1", "new": "Version 2", "how": "changed"}],
    }
    (withdrawn,) = factcheck.diff([old], [])
    assert withdrawn.as_dict() == {"change": "withdrawn", "id": "urn:x:a", "line": 1}


def test_a_path_that_is_not_there():
    with pytest.raises(ReadingError, match="there is no such file"):
        list(factcheck.diff("nowhere.jsonl", []))


def test_many_parts_take_time_in_proportion():

    (whole,) = versions({"a": 1})

    def shuffled(count):
        names = [f"topic {number}" for number in range(count)]
        old = changed(whole, topics=[{"name": each} for each in names])
        names.sort(key=lambda name: crc32(name.encode()))
        new = changed(whole, topics=[{"name": each} for each in [*names[count // 2 :], *names[: count // 3]]])
        return work(lambda: differing(old, new))

    shuffled(10)
    assert shuffled(600) / shuffled(300) < 2.6


@settings(max_examples=examples(100))
@given(bad=st.binary(max_size=60), in_lines=st.booleans())
def test_whatever_cannot_be_read_does_not_keep_the_rest_from_being_compared(tmp_path_factory, bad, in_lines):
    folder = tmp_path_factory.mktemp("bad")
    first, second, third = lines(3)
    if in_lines:
        (folder / "new.jsonl").write_bytes(first + bad.replace(b"\n", b" ") + b"\n" + third)
    else:
        for name, body in (("1.json", first), ("2.yaml", bad), ("3.json", third)):
            (folder / name).write_bytes(body)
    found = []
    changes = factcheck.diff(map(factcheck.loads, (first, second)), folder, tell=found.append)
    kinds = {change.id: change.kind for change in changes}
    assert kinds == {
        factcheck.loads(third).id: "added",
        factcheck.loads(second).id: "missing" if found else "withdrawn",
    }


@pytest.mark.parametrize(("bad", "rule"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_told_as_an_export_tells_it(tmp_path, bad, rule):
    path, found = tmp_path / "a.jsonl", []
    path.write_bytes(lines(2)[0] + bad + b"\n" + lines(2)[1])
    assert {each.kind for each in factcheck.diff(map(factcheck.loads, lines(2)), path, tell=found.append)} <= {"unread"}
    assert rule in {each.rule for each in found}
    assert {(each.file, each.line) for each in found} == {(str(path), 2)}
