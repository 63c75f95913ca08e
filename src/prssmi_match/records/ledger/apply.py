"""A document with the overrides in force, and what of them the document's own data stands against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.compatibility.refused import refusals_of
from prssmi_match.errors import Finding
from prssmi_match.problem.rules import Forbid, Pin
from prssmi_match.problem.text import nearest
from prssmi_match.problem.wording import (
    capacity_below_minimum,
    hold_of_unavailable,
    override_refused,
    override_without_site,
    two_pins,
)
from prssmi_match.records.ledger.model import (
    CapacityOverride,
    ForbidOverride,
    HoldOverride,
    PinOverride,
    SwapOverride,
    UndoOverride,
    active,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.rules import Rule
    from prssmi_match.records.ledger.model import Ledger, Override

__all__ = ["Applied", "apply_ledger", "cannot_apply", "pairs_of", "sites_of"]


@dataclass(frozen=True, slots=True)
class Applied:
    """A document with overrides.

    Parameters
    ----------
    problem : Problem
        The document with all of ``overrides``.
    findings : tuple of Finding
        Warnings: overrides of sites that the document does not have, which are not applied, and those that the data
        or another override stands against, which are.
    overrides : tuple of Override
        Those that were applied.
    """

    problem: Problem
    findings: tuple[Finding, ...]
    overrides: tuple[Override, ...]


def apply_ledger(problem: Problem, ledger: Ledger, source: str = "overrides") -> Applied:
    """Return a document with the overrides in force; the document itself stays as it is.

    Pins, forbidden pairs and swaps become rules with the ids ``override-1``, ... and the reason with who and when; a
    hold becomes the status of the mentee, another capacity the mentor's; no place at all also takes away its minimum.

    Parameters
    ----------
    source : str
        Name of the ledger, for the places of findings.
    """
    findings: list[Finding] = []
    applied: list[Override] = []
    changed = problem
    for override in active(ledger):
        place = f"{source}, override {override.id}"
        if complaint := cannot_apply(changed, override, place):
            findings.append(complaint)
        else:
            if isinstance(override, HoldOverride) and not changed.mentee_by_id[override.mentee].available:
                sentence = hold_of_unavailable(changed, override.mentee)
                findings.append(Finding("already_unavailable", place, override.mentee, "", sentence, "warning"))
            changed = _with(changed, override)
            applied.append(override)
    findings += _clashes(changed, applied, source)
    return Applied(changed, tuple(findings), tuple(applied))


def sites_of(override: Override) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the mentees and the mentors that an override names."""
    match override:
        case PinOverride() | ForbidOverride():
            return (override.mentee,), (override.mentor,)
        case SwapOverride():
            return tuple(mentee for mentee, _ in override.pairs), tuple(mentor for _, mentor in override.pairs)
        case HoldOverride():
            return (override.mentee,), ()
        case CapacityOverride():
            return (), (override.mentor,)
        case UndoOverride():
            return (), ()


def pairs_of(override: Override) -> tuple[tuple[str, str], ...]:
    """Return the pairs that an override demands."""
    match override:
        case PinOverride():
            return ((override.mentee, override.mentor),)
        case SwapOverride():
            return override.pairs
        case _:
            return ()


def cannot_apply(problem: Problem, override: Override, place: str) -> Finding | None:
    """Return why an override cannot be applied to a document; None where it can."""
    for sites, known in zip(sites_of(override), (problem.mentee_by_id, problem.mentor_by_id), strict=True):
        for site in sites:
            if site not in known:
                sentence = override_without_site(site, nearest(site, known))
                return Finding("unknown_id", place, site, "a site of the document", sentence, "warning")
    if isinstance(override, CapacityOverride):
        least = problem.mentor_by_id[override.mentor].min_mentees
        if 0 < override.max_mentees < least:
            sentence = capacity_below_minimum(problem, override.mentor, override.max_mentees, least)
            return Finding("min_above_max", place, str(override.max_mentees), f"at least {least}", sentence, "warning")
    return None


def _with(problem: Problem, override: Override) -> Problem:
    match override:
        case HoldOverride():
            mentee = problem.mentee_by_id[override.mentee]
            held = mentee.model_copy(update={"status": "hold"}) if mentee.available else mentee
            sites = tuple(held if site.id == held.id else site for site in problem.mentees)
            return problem.model_copy(update={"mentees": sites})
        case CapacityOverride():
            # With no place at all a mentor is not used, and then its minimum asks for nothing.
            places_only = {"max_mentees": override.max_mentees} | ({} if override.max_mentees else {"min_mentees": 0})
            mentor = problem.mentor_by_id[override.mentor].model_copy(update=places_only)
            places = tuple(mentor if site.id == mentor.id else site for site in problem.mentors)
            return problem.model_copy(update={"mentors": places})
        case _:
            return problem.model_copy(update={"rules": (*problem.rules, *_rules(problem, override))})


def _rules(problem: Problem, override: Override) -> Iterator[Rule]:
    taken = {named.id for named in problem.program.rules}
    reason = f"{override.why.rstrip().removesuffix('.')} ({override.who}, {override.when.date().isoformat()})"
    kind = Forbid if isinstance(override, ForbidOverride) else Pin
    pairs = ((override.mentee, override.mentor),) if isinstance(override, ForbidOverride) else pairs_of(override)
    for mentee, mentor in pairs:
        name = next(name for name in _names(f"override-{override.id}") if name not in taken)
        taken.add(name)
        yield kind(id=name, mentee=mentee, mentor=mentor, reason=reason)


def _names(name: str) -> Iterator[str]:
    yield name
    count = 1
    while True:
        count += 1
        yield f"{name}-{count}"


def _clashes(problem: Problem, applied: list[Override], source: str) -> Iterator[Finding]:
    """Give what stands against the pairs that are demanded: the data, or other overrides."""
    first: dict[str, tuple[str, str]] = {}
    for override in applied:
        place = f"{source}, override {override.id}"
        for mentee, mentor in pairs_of(override):
            for member in refusals_of(problem, mentee)[mentor]:
                sentence = override_refused(problem, mentee, mentor, member.sentence)
                yield Finding("contradiction", place, member.rule_id, "a pair that is possible", sentence, "warning")
            earlier, other = first.setdefault(mentee, (override.id, mentor))
            if other != mentor:
                sentence = two_pins(problem, mentee, (other, mentor), earlier)
                yield Finding("contradiction", place, mentor, "one mentor", sentence, "warning")
