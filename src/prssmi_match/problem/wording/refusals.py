"""Why one pair is not possible, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.history import rounds_together
from prssmi_match.problem.rules import Eligibility
from prssmi_match.problem.wording.facts import fact_sentence
from prssmi_match.problem.wording.labels import label_mentee, label_mentor
from prssmi_match.problem.wording.memory import rounds_words

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Fact, Refusal

__all__ = ["refusal_mark", "refusal_sentence"]


def refusal_sentence(problem: Problem, refusal: Refusal, mentee: str, mentor: str) -> str:
    """Return one ground on which a pair is refused, as one sentence about these two sites."""
    own, other = label_mentee(problem, mentee), label_mentor(problem, mentor)
    rule = _eligibility(problem, refusal)
    match refusal.test:
        case "fact" | "forbid":
            return fact_sentence(problem, refusal.fact)
        case "setting":
            if rule is not None and rule.setting == "all":
                return f"{other} does not cover all of {own}'s settings."
            return f"{other} covers none of {own}'s settings."
        case "no_prior_mentor":
            rounds = rounds_words(rounds_together(problem.history, mentee, mentor))
            return f"{other} has mentored {own} before{rounds}."
        case "listed_only":
            return f"{own} did not list {other}."
        case "scored_only":
            return f"{own} has no score with {other}."
        case "max_km":
            return f"{other} is farther than {rule.max_km if rule else 0} km from {own}."
        case "team_size":
            size = problem.mentee_by_id[mentee].team_size
            return f"{own} has a team of {size}; {_asked(rule.team_size if rule else None)}."
        case "travelers":
            count = problem.mentee_by_id[mentee].travelers
            return f"{own} would send {count} travelers; {_asked(rule.travelers if rule else None)}."


def refusal_mark(refusal: Refusal) -> tuple[str, str]:
    """Return a letter for the sort of a refusal, for where there is no room, and what it stands for."""
    match refusal.test:
        case "fact":
            return _fact_mark(refusal.fact)
        case "forbid":
            return "F", "a rule of this cohort forbids the pair"
        case "setting":
            return "S", "the settings do not fit"
        case "no_prior_mentor":
            return "P", "they were paired before"
        case "listed_only":
            return "L", "the mentee did not list the mentor"
        case "scored_only":
            return "N", "the pair has no score"
        case "max_km":
            return "D", "the distance is too great"
        case "team_size":
            return "T", "the mentee's team has another size than asked for"
        case "travelers":
            return "R", "the mentee would send another number of travelers than asked for"


def _fact_mark(fact: Fact) -> tuple[str, str]:
    match fact.kind:
        case "mentee_veto":
            return "M", "the mentee does not accept the mentor"
        case "mentor_veto":
            return "V", "the mentor does not accept the mentee"
        case "organization":
            return "O", "they belong to the same organization"
        case _:
            return "A", "one of them is not available"


def _eligibility(problem: Problem, refusal: Refusal) -> Eligibility | None:
    rules = {named.id: named.rule for named in problem.program.rules}
    rule = rules.get(refusal.fact.id)
    return rule if isinstance(rule, Eligibility) else None


def _asked(ends: tuple[int, int] | None) -> str:
    low, high = ends or (0, 0)
    return f"{low} is asked for" if low == high else f"{low} to {high} are asked for"
