"""The examples that ship with the library: they are read, matched, and show what their READMEs say."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import prssmi_match as pm

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def spring():
    """The answer of the invented cohort."""
    return pm.match(pm.read_problem(EXAMPLES / "spring_cohort"))


@pytest.fixture(scope="module")
def record():
    """The answer of the public record."""
    return pm.match(pm.read_problem(EXAMPLES / "public_record"))


@pytest.mark.parametrize("name", ["public_record", "spring_cohort"])
def test_json_equals_the_tables(name):
    """The JSON document of an example is the problem of its tables."""
    from_tables, from_json = pm.read_problem(EXAMPLES / name), pm.read_problem(EXAMPLES / f"{name}.json")
    assert from_json == from_tables
    assert from_json.model_fields_set == from_tables.model_fields_set | {"schema_version"}


@pytest.mark.parametrize("answer", ["spring", "record"])
def test_answers_are_proved_and_verified(answer, request):
    """Both examples have an answer that is proved in every tier and holds every rule."""
    result = request.getfixturevalue(answer)
    assert result.status == "optimal"
    assert all(tier.proved for tier in result.tiers)
    assert pm.verify(result.problem, result.matching).valid


def test_the_invented_cohort_is_contested(spring):
    """All seats and all mentors that the program allows are used, and available sites go without."""
    assert len(spring.matching.pairs) == 15
    assert len({pair.mentor for pair in spring.matching.pairs}) == 6
    assert len(spring.matching.unmatched) == 8


def test_sites_of_the_invented_cohort(spring):
    """Hold, provisional, promise, travelers and shared peers come out as its README says."""
    matching = spring.matching
    assert matching.mentor_of("hollowell") is None
    assert "hollowell" not in matching.unmatched
    assert [pair.mentee for pair in matching.pairs if pair.provisional] == ["quillan"]
    assert matching.mentor_of("saltmarsh") == "tallgrass"
    assert any(found.mentee == "saltmarsh" and "7 travelers" in found.sentence for found in spring.conditions)
    assert matching.mentor_of("kestrel") == matching.mentor_of("larkspur")
    assert matching.mentor_of("vesper") != "harborview"
    assert matching.mentor_of("fairhaven-jail") != "fairhaven"
    assert not matching.mentees_of("northgate")


def test_quotas_of_the_invented_cohort(spring):
    """The announced minimums hold."""
    matched = [spring.problem.mentee_by_id[pair.mentee] for pair in spring.matching.pairs]
    assert sum("child_welfare" in mentee.settings for mentee in matched) >= 3
    assert sum(mentee.locale == "rural" for mentee in matched) >= 4


def test_the_public_record_invents_nothing():
    """No preference, score or capacity is given for a real site, and every fact has its source."""
    problem = pm.read_problem(EXAMPLES / "public_record")
    for site in (*problem.mentees, *problem.mentors):
        assert not site.model_fields_set & {"preferences", "unacceptable", "review_score", "max_mentees", "team_size"}
        assert site.attributes["source"]
    assert problem.rules == ()
    assert problem.policy is None


def test_the_account_of_the_public_record(record):
    """The README's comparison with the published pairings is what the library answers."""
    with (EXAMPLES / "public_record" / "published_pairings.csv").open(encoding="utf-8", newline="") as file:
        published = {row["mentee"]: row["mentor"] for row in csv.DictReader(file)}
    answer = {pair.mentee: pair.mentor for pair in record.matching.pairs}
    assert {mentee: answer[mentee] for mentee in published} == {
        "clinton-twp": "butler-mhars",
        "kane-county": "project-fort",
        "pend-oreille": "philadelphia-pad",
        "st-louis-pd": "tucson-pd",
    }
    as_published = pm.Matching(pairs=sorted({**answer, **published}.items()))
    equally_good = pm.Matching(pairs=sorted({**answer, "clinton-twp": "colerain-fire"}.items()))
    assert pm.verify(record.problem, as_published).valid
    assert _values(record.problem, record.matching)["fit"] == 45_500
    assert _values(record.problem, as_published)["fit"] == 45_400
    assert _values(record.problem, equally_good) == _values(record.problem, record.matching)
    assert len(set(answer.values())) == 6


def _values(problem, matching):
    tiers = pm.evaluate(problem, matching).tiers
    return {tier.name: tier.value for tier in tiers if tier.name != "lottery"}


def test_the_example_without_an_answer():
    """The infeasible example has two grounds: either rule alone leaves no answer, and without both there is one."""
    document = pm.read_problem(EXAMPLES / "no_answer.json").model_dump(mode="json", exclude_unset=True)
    pin, quota = document["rules"]
    statuses = {
        len(rules): pm.match(pm.Problem.model_validate({**document, "rules": rules})).status
        for rules in ([pin, quota], [])
    }
    assert statuses == {2: "infeasible", 0: "optimal"}
    for rule in (pin, quota):
        assert pm.match(pm.Problem.model_validate({**document, "rules": [rule]})).status == "infeasible"
