"""A second mentor for every mentee: the document without its mentor, with everybody else in place.

A mentee has one mentor, so the backups for one withdrawal are independent of those for another, and each is one search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.compatibility import assess
from prssmi_match.explanation.pinned import Pinned
from prssmi_match.explanation.rerun import judged
from prssmi_match.explanation.standing_answer import standing_answer
from prssmi_match.problem.changes import with_tiers, without_mentors
from prssmi_match.problem.criteria import Coverage
from prssmi_match.problem.policy import MaximizeTier
from prssmi_match.problem.wording import absorption_sentence, backup_sentence, backups_sentence
from prssmi_match.solution.backups import Absorption, Backup, Backups
from prssmi_match.solution.status import Status
from prssmi_match.solving import resume
from prssmi_match.solving.cpsat import Formulation, Search
from prssmi_match.solving.objective import Objective
from prssmi_match.solving.tiers.kept import Kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.explanation.rerun import Rerun
    from prssmi_match.problem.document import Problem
    from prssmi_match.solution.matching import Matching
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import Budget

__all__ = ["find_backups"]


def find_backups(result: Result, budget: Budget) -> Backups:
    """Return for every matched mentee where it goes if its mentor leaves, all mentees of that mentor together.

    As many as possible find a place, then the aims of the policy decide.

    Raises
    ------
    NoMatchingError
        If the result has no matching.
    """
    standing = standing_answer(result)
    matching, problem = result.matching, standing.problem
    mentors = sorted({pair.mentor for pair in matching.pairs})
    rows: list[Backup] = []
    absorptions = []
    for mentor in budget.each(mentors, "mentors"):
        again = _without(problem, matching, mentor, budget)
        own = [_backup(problem, mentee, mentor, again) for mentee in matching.mentees_of(mentor)]
        rows += own
        clash = _clash(again.problem, matching, mentor, budget) if again.status is Status.INFEASIBLE else None
        absorptions.append(_absorption(problem, mentor, own, again, clash))
    complete = len(absorptions) == len(mentors)
    failing = [row.mentor for row in absorptions if row.absorbed is False]
    known = complete and all(row.absorbed is not None for row in absorptions)
    return Backups(
        rows=tuple(sorted(rows, key=lambda row: row.mentee)),
        mentors=tuple(absorptions),
        complete=complete,
        sentence=backups_sentence(problem, failing, complete=known),
    )


def _without(problem: Problem, matching: Matching, mentor: str, budget: Budget) -> Rerun:
    """Match the document without a mentor: everybody else stays, and nobody new comes in."""
    taken = {tier.name for tier in problem.program.tiers}
    first = MaximizeTier(name=next(n for n in _names("absorbed") if n not in taken), maximize=(Coverage(),))
    changed = with_tiers(without_mentors(problem, {mentor}), [first, *problem.program.tiers])
    search = Search(Formulation(assess(changed)), budget)
    for row in _in_place(search.compatibility, matching, mentor):
        search.hold(row.objective, row.least)
    return judged(changed, resume(search, changed.program.tiers))


def _names(name: str) -> Iterator[str]:
    while True:
        yield name
        name += "_again"


def _in_place(compatibility: Compatibility, matching: Matching, mentor: str) -> Iterator[Kept]:
    """Ask for all pairs of the other mentors, and for nobody who had no mentor."""
    staying = {pair.key for pair in matching.pairs if pair.mentor != mentor}
    matched = {pair.mentee for pair in matching.pairs}
    ids = [(compatibility.mentees[i].id, compatibility.mentors[j].id) for i, j in compatibility.pairs]
    yield Kept(Objective([int(pair in staying) for pair in ids]), len(staying))
    yield Kept(Objective([-int(mentee not in matched) for mentee, _ in ids]), 0)


def _backup(problem: Problem, mentee: str, mentor: str, again: Rerun) -> Backup:
    backup = None if again.matching is None else again.matching.mentor_of(mentee)
    sentence = backup_sentence(problem, mentee, mentor, backup)
    return Backup(mentee=mentee, mentor=mentor, backup=backup, sentence=sentence)


def _clash(problem: Problem, matching: Matching, mentor: str, budget: Budget) -> tuple[str, ...]:
    """Return what stands against the pairs of the other mentors; empty where they can all be, with somebody new."""
    staying = [pair.key for pair in matching.pairs if pair.mentor != mentor]
    return Pinned(problem, staying, budget).against(staying) or ()


def _absorption(
    problem: Problem, mentor: str, own: list[Backup], again: Rerun, clash: tuple[str, ...] | None
) -> Absorption:
    without = tuple(row.mentee for row in own if row.backup is None)
    # One more could have found a place as long as that is not proved to be the most.
    known = clash is not None or (not without and again.matching is not None) or again.proved
    absorbed = not without if known else None
    return Absorption(
        mentor=mentor,
        status=again.status,
        absorbed=absorbed,
        without=without,
        reasons=clash or (),
        proved=again.proved,
        sentence=absorption_sentence(problem, mentor, len(own), without, absorbed=absorbed, clash=clash),
    )
