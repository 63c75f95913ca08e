"""Facts that refuse a pair or take part in a conflict, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.text import fold
from prssmi_match.problem.wording.labels import label_mentee, label_mentor
from prssmi_match.problem.wording.rules import rule_sentence

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.facts import Fact

__all__ = ["fact_sentence"]


def fact_sentence(problem: Problem, fact: Fact) -> str:
    """Return a rule or fact as one sentence with the names of its sites."""
    sites = fact.sites
    match fact.kind:
        case "rule":
            return _rule(problem, sites[0])
        case "setting":
            return "A mentor must cover at least one of the mentee's settings, as no rule says otherwise."
        case "mentee_availability":
            status = problem.mentee_by_id[sites[0]].status
            return f"{label_mentee(problem, sites[0])} {'is on hold' if status == 'hold' else 'has withdrawn'}."
        case "mentor_availability":
            return f"{label_mentor(problem, sites[0])} has withdrawn as a mentor."
        case "mentee_veto":
            return f"{label_mentee(problem, sites[0])} does not accept {label_mentor(problem, sites[1])}."
        case "mentor_veto":
            return f"{label_mentor(problem, sites[0])} does not accept {label_mentee(problem, sites[1])}."
        case "organization":
            return _organization(problem, *sites)
        case "capacity":
            return _capacity(problem, sites[0])
        case "min_mentees":
            least = problem.mentor_by_id[sites[0]].min_mentees
            noun = "mentee" if least == 1 else "mentees"
            return f"{label_mentor(problem, sites[0])} takes at least {least} {noun}, or none."
        case "max_workload":
            most = problem.mentor_by_id[sites[0]].max_workload
            return f"{label_mentor(problem, sites[0])} takes a workload of at most {most}."


def _rule(problem: Problem, rule_id: str) -> str:
    named = next(named for named in problem.program.rules if named.id == rule_id)
    reason = f" (Reason: {named.rule.reason.rstrip('.')}.)" if named.rule.reason else ""
    return rule_sentence(problem, named) + reason


def _organization(problem: Problem, mentee: str, mentor: str) -> str:
    names = f"{label_mentee(problem, mentee)} and {label_mentor(problem, mentor)}"
    own, other = problem.mentee_by_id[mentee].organization, problem.mentor_by_id[mentor].organization
    if own and other and fold(own) == fold(other):
        return f"{names} belong to the same organization."
    return f"{names} are the same site, once as mentee and once as mentor."


def _capacity(problem: Problem, mentor_id: str) -> str:
    mentor = problem.mentor_by_id[mentor_id]
    count = problem.capacity(mentor)
    assumed = " (assumed: it states no number)" if mentor.max_mentees is None else ""
    return f"{label_mentor(problem, mentor_id)} takes at most {count} mentee{'' if count == 1 else 's'}{assumed}."
