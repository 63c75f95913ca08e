"""Invented cohorts with answers made by hand: reports are tested without a solver."""

from __future__ import annotations

from prssmi_match.explanation.fairness import measure_fairness
from prssmi_match.problem.document import Problem
from prssmi_match.solution.conflict import Conflict, ConflictMember
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.result import Assumption, Condition, Provenance, Result
from prssmi_match.solution.status import Status
from prssmi_match.solution.tier_result import TierResult
from prssmi_match.verification import check_matching, evaluate_matching

__all__ = ["HOSTILE", "answer", "hostile_result", "no_answer", "spring", "spring_problem"]

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}${9*9}",
    "[click](javascript:alert(1)) <javascript:alert(2)> ![x](y)",
    "\u202egnitaerc\u202c \u2067abc",
    "Long" + "g" * 496,
    "# Pine | Oak\n- `x` **b** _i_ ~~s~~ \\",
    "1. https://example.org/ www.example.org &amp; &#60; -->",
)


def spring_problem(**changes) -> Problem:
    """A cohort in which everything that a report tells of happens once."""
    document = {
        "name": "Spring cohort",
        "mentees": [
            {"id": "alder", "name": "Alder County", "settings": ["diversion", "child_welfare"], "travelers": 7,
             "review_score": 88.5, "topics": {"peer workforce": 5}, "preferences": [["oak"], ["elm"]]},
            {"id": "birch", "name": "Birch County", "settings": ["diversion"], "status": "provisional",
             "review_score": 81, "locale": "rural"},
            {"id": "cedar", "name": "Cedar Falls Court", "settings": ["child_welfare"], "review_score": 79.25,
             "topics": {"peer workforce": 2, "quick response team": 4}},
            {"id": "dogwood", "name": "Dogwood Parish", "settings": ["diversion"]},
            {"id": "hazel", "name": "Hazel Township", "status": "hold"},
            {"id": "juniper", "status": "withdrawn"},
        ],
        "mentors": [
            {"id": "elm", "name": "Elm City", "settings": ["diversion", "child_welfare"], "locales_served": ["rural"],
             "topics": {"peer workforce": 4}, "max_workload": 4},
            {"id": "fir", "name": "Fir Valley", "settings": ["child_welfare"], "max_mentees": 2},
            {"id": "oak", "name": "Oak City", "settings": ["diversion"], "max_mentees": 2, "min_mentees": 1,
             "topics": {"peer workforce": 5}, "preferences": [["alder"]]},
            {"id": "yew", "name": "Yew Springs", "status": "withdrawn"},
        ],
        "rules": [
            {"kind": "selection", "max": 3},
            {"kind": "forbid", "mentee": "cedar", "mentor": "oak", "reason": "They share a director."},
        ],
    }  # fmt: skip
    return Problem.model_validate({**document, **changes})


def answer(problem: Problem, pairs: list[tuple[str, str]], **changes) -> Result:
    """The result that a match gives for these pairs, with every tier proved."""
    evaluation = evaluate_matching(problem, Matching(pairs=pairs))
    assumed = {(row.mentee, row.mentor): row.assumed for row in evaluation.pairs}
    marked = [
        {"mentee": mentee, "mentor": mentor, "assumed": assumed[mentee, mentor],
         "provisional": problem.mentee_by_id[mentee].status == "provisional"}
        for mentee, mentor in pairs
    ]  # fmt: skip
    matched = {mentee for mentee, _ in pairs}
    free = tuple(site.id for site in problem.mentee_by_id.values() if site.available and site.id not in matched)
    matching = Matching.model_validate({"pairs": marked, "unmatched": free})
    parts = {
        "status": Status.OPTIMAL,
        "matching": matching,
        "tiers": tuple(
            TierResult(name=tier.name, best=tier.value, bound=tier.value, proved=True, value=tier.value, seconds=0.25,
                       profile=tier.profile)
            for tier in evaluation.tiers
        ),
        "verification": check_matching(problem, matching),
        "evaluation": evaluation,
        "fairness": measure_fairness(problem, matching, evaluation),
        "provenance": _provenance(),
        "problem": problem,
    }  # fmt: skip
    return Result(**{**parts, **changes})


def spring(**changes) -> Result:
    """The answer of the spring cohort."""
    parts = {
        "conditions": (Condition(mentee="alder", field="travelers", sentence="7 travelers; the program pays for 3"),),
        "assumptions": (
            Assumption(site="elm", field="max_mentees", sentence="Elm City states no capacity; 3 mentees are assumed."),
        ),
    }
    return answer(spring_problem(), [("alder", "oak"), ("birch", "elm"), ("cedar", "elm")], **{**parts, **changes})


def no_answer(status: Status = Status.INFEASIBLE, **changes) -> Result:
    """A result of the spring cohort without a matching."""
    members = (
        ConflictMember(rule_id="selection", sentence="At least 4 mentees are matched."),
        ConflictMember(rule_id="capacity:oak", sentence="Oak City takes at most 2 mentees."),
    )
    conflict = Conflict(members=members) if status is Status.INFEASIBLE else None
    parts = {"status": status, "conflict": conflict, "provenance": _provenance(), "problem": spring_problem()}
    return Result(**{**parts, **changes})


def hostile_result() -> Result:
    """An answer whose every text is one that wants to be more than text."""
    ids = [f"{text} {number}" for number, text in enumerate(HOSTILE)]
    unmatched, *matched = ids
    document = {
        "name": HOSTILE[0],
        "mentees": [
            {"id": site, "name": f"mentee {site}", "organization": f"group {site}", "state": site, "travelers": 9,
             "topics": {site: 3}, "attributes": {site: site},
             "status": "hold" if site == unmatched else "provisional"}
            for site in ids
        ],
        "mentors": [{"id": site, "name": site, "organization": site, "topics": {site: 5}} for site in ids],
        "rules": [
            {"kind": "forbid", "id": site, "mentee": site, "mentor": unmatched, "reason": f"because {site}"}
            for site in ids
        ],
        "policy": {"tiers": [
            {"name": site, "maximize": [{"criterion": "same_value", "field": f"attributes.{site}"}]} for site in ids
        ]},
        "preset": "none",
    }  # fmt: skip
    problem = Problem.model_validate(document)
    others = [*matched[1:], matched[0]]
    return answer(
        problem,
        list(zip(matched, others, strict=True)),
        conditions=tuple(Condition(mentee=site, field="travelers", sentence=f"{site}: too many") for site in matched),
        assumptions=tuple(Assumption(site=site, field="max_mentees", sentence=f"{site}: assumed") for site in matched),
    )


def _provenance() -> Provenance:
    return Provenance(
        digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        versions={"prssmi-match": "0.1.0", "python": "3.11.2", "ortools": "9.15.6755"},
        settings={"time_limit": None, "workers": 1},
    )
