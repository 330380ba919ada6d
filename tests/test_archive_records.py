"""The made-up archive: sound fact-checks, the same each time, in ten scripts."""

from hypothesis import given
from hypothesis import strategies as st

import factcheck
from factcheck import FactCheck
from factcheck.testing.archive import records


def test_each_record_is_a_sound_fact_check_in_one_of_ten_languages():
    made = [FactCheck.model_validate(each) for each in records(200)]
    assert len({each.id for each in made}) == 200
    assert len({each.language for each in made}) == 10
    assert not any(factcheck.has_errors(factcheck.check(each)) for each in made[:20])
    sizes = [len(factcheck.export(each, "claimreview").body) for each in made]
    assert 5000 < sum(sizes) / len(sizes) < 10_000


@given(st.integers(0, 10**6), st.integers(0, 99))
def test_a_record_is_the_same_whatever_comes_before_it(number, seed):
    (alone,) = records(1, seed, first=number)
    assert [alone] == list(records(3, seed, first=max(number - 2, 0)))[min(number, 2) :][:1]
