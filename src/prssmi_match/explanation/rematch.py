"""What a document is matched as, so that it keeps earlier pairs, and what became of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.explanation.lost_pairs import lost_pairs, makeable_pairs
from prssmi_match.explanation.rerun import moves, rerun
from prssmi_match.problem.changes import (
    keeping_at_all,
    keeping_first,
    keeping_last,
    known_previous,
    unknown_previous,
    with_pins,
)
from prssmi_match.problem.text import nearest
from prssmi_match.problem.wording import label_mentee, most_changes_sentence, rematch_sentence
from prssmi_match.solution.conflict import Conflict, ConflictMember
from prssmi_match.solution.matching import Matching
from prssmi_match.solution.rematch import Rematch
from prssmi_match.solution.result import Result
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prssmi_match.problem.document import Problem
    from prssmi_match.solving import Budget

__all__ = ["Order", "Plan", "plan_rematch", "tell_rematch"]

Order = Literal["changes", "quality"]
"""What comes first: as few changed pairs as possible, or all aims of the policy."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a document is matched again.

    Parameters
    ----------
    document : Problem
        As it was given.
    asked : Problem
        With the aim to keep pairs, and with the frozen ones pinned.
    frozen : tuple of (str, str)
    fewest : int or None
        The fewest pairs that have to change, where it had to be found out.
    budget : int or None
        The pairs that may change.
    """

    document: Problem
    asked: Problem
    frozen: tuple[tuple[str, str], ...]
    fewest: int | None = None
    budget: int | None = None

    @property
    def is_over_budget(self) -> bool:
        """Whether more pairs have to change than may."""
        return self.fewest is not None and self.budget is not None and self.fewest > self.budget


def plan_rematch(
    problem: Problem,
    budget: Budget,
    *,
    first: Order = "changes",
    most_changes: int | None = None,
    frozen: Iterable[str | tuple[str, str]] | Literal["all"] = (),
) -> Plan:
    """Return how a document is matched so that earlier pairs are kept.

    Raises
    ------
    ValueError
        If ``first`` is neither of the two, or ``most_changes`` is below 0.
    ProblemError
        If ``frozen`` names what is no earlier pair.
    """
    if first not in {"changes", "quality"}:
        raise ValueError(f"first is {first!r}; use 'changes' or 'quality'")
    if most_changes is not None and most_changes < 0:
        raise ValueError(f"most_changes is {most_changes}; give at least 0, or None for no limit")
    pairs = _all(problem, budget) if frozen == "all" else tuple(dict.fromkeys(_frozen(problem, frozen)))
    pinned = with_pins(problem, pairs, "This pair was announced.")
    if most_changes is None:
        asked = keeping_first(pinned) if first == "changes" else keeping_last(pinned)
        return Plan(problem, asked, pairs)
    fewest = _fewest(pinned, budget)
    spare = 0 if fewest is None else max(0, most_changes - fewest)
    return Plan(problem, keeping_first(pinned, spare), pairs, fewest, most_changes)


def _fewest(problem: Problem, budget: Budget) -> int | None:
    """Return the fewest pairs that have to change; None where no matching was found."""
    found = rerun(keeping_at_all(problem), budget)
    if found.matching is None:
        return None
    kept = {pair.key for pair in found.matching.pairs}
    return sum(pair not in kept for pair in known_previous(problem))


def _all(problem: Problem, budget: Budget) -> tuple[tuple[str, str], ...]:
    """Return the earlier pairs that can still be made, of mentees that had one mentor."""
    pairs = known_previous(problem)
    count = Counter(mentee for mentee, _ in pairs)
    return makeable_pairs(problem, [pair for pair in pairs if count[pair[0]] == 1], budget)


def _frozen(problem: Problem, stated: Iterable[str | tuple[str, str]]) -> Iterator[tuple[str, str]]:
    pairs = known_previous(problem)
    findings = []
    for one in stated:
        own = [pair for pair in pairs if one in {pair, pair[0]}]
        if own:
            yield from own
        else:
            findings.append(_unknown(problem, one, [mentee for mentee, _ in pairs]))
    if findings:
        raise ProblemError(findings)


def _unknown(problem: Problem, one: str | tuple[str, str], mentees: list[str]) -> Finding:
    words = one if isinstance(one, str) else " with ".join(one)
    close = nearest(one, mentees) if isinstance(one, str) and one not in problem.mentee_by_id else None
    guess = f"Did you mean {close!r}?" if close else "Name a mentee, or a pair, of previous."
    sentence = f"{words!r} is no pair of the earlier answer, so it cannot be frozen. {guess}"
    return Finding("unknown_pair", "frozen", repr(words), "an earlier pair", sentence)


def tell_rematch(plan: Plan, result: Result, budget: Budget) -> Rematch:
    """Return a result with what became of the earlier pairs."""
    problem, previous, unknown = plan.document, known_previous(plan.document), unknown_previous(plan.document)
    found = result.answer
    gone = lost_pairs(plan.asked, previous, found, budget)
    moved = () if found is None else moves(problem, Matching(pairs=previous), found)
    new = [label_mentee(problem, move.mentee) for move in moved if move.before is None]
    fields = {name: getattr(result, name) for name in Result.model_fields}
    kept = len(previous) - len(gone)
    told = None if found is None else kept
    sentence = rematch_sentence(len(previous), told, new, fewest=plan.fewest, budget=plan.budget, unknown=len(unknown))
    if plan.is_over_budget:
        fields["conflict"] = Conflict(
            members=(ConflictMember(rule_id="most_changes", sentence=most_changes_sentence(plan.budget or 0)),)
        )
    return Rematch.model_construct(
        **fields,
        kept=kept,
        changed=() if found is None else gone,
        impossible=tuple(pair for pair in gone if not pair.possible),
        unknown=unknown,
        moves=moved,
        frozen=plan.frozen,
        fewest=plan.fewest if found is None or plan.fewest is not None else _proved_fewest(plan, result, len(gone)),
        sentence=sentence,
        is_over_budget=plan.is_over_budget,
        document=problem,
    )


def _proved_fewest(plan: Plan, result: Result, changed: int) -> int | None:
    """Return the number of changed pairs where keeping them was the first aim, and proved."""
    first = result.tiers[0]
    is_first = plan.asked.program.tiers[0].name not in {tier.name for tier in plan.document.program.tiers}
    return changed if is_first and first.proved and result.status is not Status.UNKNOWN else None
