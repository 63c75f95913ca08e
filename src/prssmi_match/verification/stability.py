"""Blocking pairs: two sites that are not paired and would both rather be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.rules import Opening, Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.verification.sites import Site, Sites
    from prssmi_match.verification.view import View

__all__ = ["find_blocking_pairs", "rank"]


def find_blocking_pairs(view: View) -> tuple[tuple[str, str], ...]:
    """Return the blocking pairs of a matching, sorted."""
    willing = {mentor: _least_rank(view, mentor) for mentor in _open_mentors(view)}
    return tuple(
        (mentee, mentor)
        for mentee in view.sites.available_mentees
        for mentor in sorted(_wanted(view, mentee))
        if mentor in willing
        and _would_take(view.sites, mentor, mentee, willing[mentor])
        and mentee not in view.mentees_of.get(mentor, ())
        and view.admissibility.is_admissible(mentee, mentor)
    )


def _open_mentors(view: View) -> Iterator[str]:
    """Yield the mentors that may get a mentee: an unused one only where one more may be opened."""
    may_open = not _is_maximum_reached(view, Opening, len(view.mentees_of))
    return (mentor for mentor in view.sites.available_mentors if may_open or mentor in view.mentees_of)


def _is_maximum_reached(view: View, kind: type[Opening | Selection], count: int) -> bool:
    rules = (named.rule for named in view.problem.program.rules)
    return any(isinstance(rule, kind) and rule.max is not None and count >= rule.max for rule in rules)


def _wanted(view: View, mentee: str) -> Iterator[str]:
    """Yield the mentors that a mentee would rather have than what it has."""
    mentors = view.mentors_of.get(mentee)
    if mentors is None:
        if not _is_maximum_reached(view, Selection, len(view.mentors_of)):
            yield from view.sites.available_mentors
        return
    best = min(rank(view.sites, "mentee", mentee, mentor) for mentor in mentors)
    yield from (mentor for mentor, group in view.sites.groups["mentee", mentee].items() if group < best)


def _least_rank(view: View, mentor: str) -> int | None:
    """Return the rank that a mentee has to be better than; None where the mentor has room for anybody."""
    mentees = view.mentees_of.get(mentor, ())
    if len(mentees) < view.sites.capacity[mentor]:
        return None
    return max((rank(view.sites, "mentor", mentor, mentee) for mentee in mentees), default=-1)


def _would_take(sites: Sites, mentor: str, mentee: str, least: int | None) -> bool:
    return least is None or rank(sites, "mentor", mentor, mentee) < least


def rank(sites: Sites, side: Site, site: str, other: str) -> int:
    """Return the group that a site puts another in; all that it does not list come last, side by side."""
    groups = sites.groups[side, site]
    return groups.get(other, len(groups))
