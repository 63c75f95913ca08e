"""Who has sessions together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from prssmi_match.problem.values import Setting

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching

__all__ = ["Group", "groups_of"]


class Group(NamedTuple):
    """The teams of a series of sessions, and their mentors, both sorted; ``host`` is a mentor that has to be there."""

    key: str
    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    host: str | None = None


def groups_of(problem: Problem, matching: Matching, per: Literal["cohort", "setting", "mentor"]) -> tuple[Group, ...]:
    """Return the groups, sorted by key; every matched mentee is in one of them."""
    members: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for mentee, mentor in sorted(pair.key for pair in matching.pairs):
        named = {
            "cohort": "cohort",
            "setting": f"setting:{_setting(problem, mentee, mentor)}",
            "mentor": f"mentor:{mentor}",
        }
        members[named[per]].append((mentee, mentor))
    return tuple(
        Group(
            key,
            tuple(mentee for mentee, _ in pairs),
            tuple(sorted({mentor for _, mentor in pairs})),
            pairs[0][1] if per == "mentor" else None,
        )
        for key, pairs in sorted(members.items())
    )


def _setting(problem: Problem, mentee: str, mentor: str) -> str:
    """Return the first setting that two sites share, else the mentee's first, in the order of the document's values."""
    own, other = problem.mentee_by_id[mentee].settings, problem.mentor_by_id[mentor].settings
    shared = [setting for setting in get_args(Setting) if setting in own and setting in other]
    return next(iter([*shared, *(setting for setting in get_args(Setting) if setting in own)]), "unknown")
