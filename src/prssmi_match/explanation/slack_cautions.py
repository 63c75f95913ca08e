"""Warnings about what leaves no room, and about what leaves so much that it cannot matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.problem.facts import Fact
from prssmi_match.problem.policy import criteria_of, pair_criteria_of
from prssmi_match.problem.program import number
from prssmi_match.problem.rules import Opening, Quota, Selection
from prssmi_match.problem.wording import criterion_words, enumeration, fact_sentence, label_mentee, label_mentor
from prssmi_match.solution.caution import Caution
from prssmi_match.solution.status import Status
from prssmi_match.solving import solve
from prssmi_match.verification import check_matching

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import PairCriterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.program import NamedRule
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solving import Budget

__all__ = ["room_cautions", "slack_cautions"]


def slack_cautions(problem: Problem, matching: Matching, budget: Budget) -> Iterator[Caution]:
    """Tell of each limit of a rule or mentor that no matching keeps once it is one tighter.

    Parameters
    ----------
    matching : Matching
        One that keeps all rules: where it keeps the tighter ones too, nothing has to be solved.
    """
    for sites, fact, change, tighter in (*_rules(problem), *_capacities(problem)):
        if budget.is_over:
            return
        if not check_matching(tighter, matching).valid and _is_impossible(tighter, budget):
            sentence = f"{fact_sentence(problem, fact)} There is no room here: with {change}, not all rules can be kept."
            yield Caution(code="no_slack", sites=sites, sentence=sentence)


def _is_impossible(problem: Problem, budget: Budget) -> bool:
    return solve(assess(problem), (), budget).status is Status.INFEASIBLE


Tightened = tuple[tuple[str, ...], Fact, str, "Problem"]
"""The sites that a limit is about, the limit, what is changed of it, and the document with that change."""


def _rules(problem: Problem) -> Iterator[Tightened]:
    """Tighten each end of each rule that counts; a minimum that meets its maximum cannot be, and so tells nothing."""
    for named in problem.program.rules:
        rule = named.rule
        if not isinstance(rule, Opening | Selection | Quota) or rule.min == rule.max:
            continue
        fact = Fact("rule", (named.id,))
        if rule.max:
            change = f"a maximum of {rule.max - 1} instead of {rule.max}"
            yield (), fact, change, _with_rule(problem, named, {"max": rule.max - 1})
        if rule.min:
            change = f"a minimum of {rule.min + 1} instead of {rule.min}"
            yield (), fact, change, _with_rule(problem, named, {"min": rule.min + 1})


def _with_rule(problem: Problem, named: NamedRule, update: Mapping[str, int]) -> Problem:
    """Return the document with one rule changed; one of the preset becomes one of the document."""
    stated = {each.id: each.rule for each in number(problem.rules)} | {named.id: named.rule}
    rules = [rule.model_copy(update={"id": rule_id}) for rule_id, rule in stated.items() if rule_id != named.id]
    changed = named.rule.model_copy(update={**update, "id": named.id})
    return problem.model_copy(update={"rules": (*rules, changed)})


def _capacities(problem: Problem) -> Iterator[Tightened]:
    for mentor in problem.mentor_by_id.values():
        capacity = problem.capacity(mentor)
        if mentor.available and capacity:
            fewer = mentor.model_copy(update={"max_mentees": capacity - 1})
            mentors = tuple(fewer if each.id == mentor.id else each for each in problem.mentors)
            tighter = problem.model_copy(update={"mentors": mentors})
            yield (mentor.id,), Fact("capacity", (mentor.id,)), f"{capacity - 1} instead of {capacity}", tighter


def room_cautions(compatibility: Compatibility) -> Iterator[Caution]:
    """Tell of sites with one possible partner, of far too many places, and of criteria that are alike for all pairs."""
    yield from _single_partners(compatibility)
    yield from _capacity_above_demand(compatibility)
    yield from _flat_criteria(compatibility)


def _single_partners(compatibility: Compatibility) -> Iterator[Caution]:
    """Tell of them by their one partner: where there is a single mentor, of all mentees at once."""
    problem, pairs = compatibility.problem, compatibility.pairs
    mentees, mentors = ([site.id for site in side] for side in (compatibility.mentees, compatibility.mentors))
    of_mentor: dict[str, list[str]] = {}
    for mentee, positions in zip(mentees, compatibility.pairs_of_mentee, strict=True):
        if len(positions) == 1:
            of_mentor.setdefault(mentors[pairs[positions[0]][1]], []).append(mentee)
    for mentor, lonely in sorted(of_mentor.items()):
        yield _single(lonely, [label_mentee(problem, site) for site in lonely], label_mentor(problem, mentor))
    of_mentee: dict[str, list[str]] = {}
    for mentor, positions in zip(mentors, compatibility.pairs_of_mentor, strict=True):
        if len(positions) == 1:
            of_mentee.setdefault(mentees[pairs[positions[0]][0]], []).append(mentor)
    for mentee, lonely in sorted(of_mentee.items()):
        yield _single(lonely, [label_mentor(problem, site) for site in lonely], label_mentee(problem, mentee))


def _single(sites: list[str], names: list[str], partner: str) -> Caution:
    sentence = f"{enumeration(names)} can be paired with nobody but {partner}."
    return Caution(code="single_partner", sites=tuple(sites), sentence=sentence)


def _capacity_above_demand(compatibility: Compatibility) -> Iterator[Caution]:
    problem = compatibility.problem
    rules = (named.rule for named in problem.program.rules)
    limits = [rule.max for rule in rules if isinstance(rule, Selection) and rule.max is not None]
    demand = min([sum(1 for positions in compatibility.pairs_of_mentee if positions), *limits])
    places = sum(problem.capacity(mentor.site) for mentor in compatibility.mentors)
    if places > 2 * demand > 0:
        noun = "mentee" if demand == 1 else "mentees"
        sentence = f"The mentors have {places} places, more than twice as many as the {demand} {noun} that can be matched."
        yield Caution(code="capacity_above_demand", sentence=sentence)


def _flat_criteria(compatibility: Compatibility) -> Iterator[Caution]:
    """Tell of each once, with its tiers; where a whole tier is flat, the warnings of the policy have told it."""
    if len(compatibility.pairs) < 2:  # noqa: PLR2004 - one pair cannot differ from itself
        return
    tiers: dict[PairCriterion, list[str]] = {}
    for tier in compatibility.problem.program.tiers:
        flat = [criterion for criterion in pair_criteria_of(tier) if _is_flat(criterion, compatibility)]
        if len(flat) < len(criteria_of(tier)):
            for criterion in flat:
                tiers.setdefault(criterion.model_copy(update={"weight": 1}), []).append(f"“{tier.name}”")
    for criterion, names in tiers.items():
        unknown = all(compatibility.column(criterion).assumed)
        why = "it is unknown for every possible pair" if unknown else "every possible pair has the same points"
        words = f"{criterion_words(criterion)} ({criterion.criterion})"
        sentence = f"“{criterion_words(criterion)}” tells no pairs apart in {enumeration(names)}: {why}."
        yield Caution(code="flat_criterion", sentence=sentence)


def _is_flat(criterion: PairCriterion, compatibility: Compatibility) -> bool:
    return len(set(compatibility.column(criterion).points)) == 1
