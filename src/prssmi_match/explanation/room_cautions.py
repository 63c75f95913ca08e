"""Warnings about sites and criteria that leave nothing to choose, and about far too many places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.policy import criteria_of, pair_criteria_of
from prssmi_match.problem.rules import Selection
from prssmi_match.problem.wording import criterion_words, enumeration, label_mentee, label_mentor
from prssmi_match.solution.caution import Caution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.problem.criteria import PairCriterion

__all__ = ["room_cautions"]


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
        sentence = (
            f"The mentors have {places} places, more than twice as many as the {demand} {noun} that can be matched."
        )
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
        sentence = f"“{criterion_words(criterion)}” tells no pairs apart in {enumeration(names)}: {why}."
        yield Caution(code="flat_criterion", sentence=sentence)


def _is_flat(criterion: PairCriterion, compatibility: Compatibility) -> bool:
    return len(set(compatibility.column(criterion).points)) == 1
