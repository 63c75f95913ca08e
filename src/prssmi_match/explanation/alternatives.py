"""Other answers: the next best, the most different within a stated loss, and all best ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import VerificationError
from prssmi_match.explanation.best import best_answers
from prssmi_match.explanation.rerun import losses, moves
from prssmi_match.problem.text import nearest
from prssmi_match.problem.wording import aim_changes, alternative_sentence, alternatives_sentence
from prssmi_match.solution.alternatives import Alternative, Alternatives
from prssmi_match.solution.status import Status
from prssmi_match.solving import resume
from prssmi_match.solving.difference import difference
from prssmi_match.verification import check_matching, evaluate_matching

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prssmi_match.solution.alternatives import AlternativeKind
    from prssmi_match.solution.result import Result
    from prssmi_match.solving import BestAnswers, Budget
    from prssmi_match.solving.assignment import Assignment
    from prssmi_match.solving.cpsat import Search

__all__ = ["find_alternatives"]

Found = list["Assignment"]
Next = tuple["Assignment | None", bool]
"""One more answer, and whether that it is the next, or that there is none, is proved."""


def find_alternatives(
    result: Result,
    budget: Budget,
    *,
    k: int = 5,
    kind: AlternativeKind = "next",
    within: Mapping[str, int | None] | None = None,
) -> Alternatives:
    """Return up to ``k`` other answers, each of them the only one that comes next.

    Parameters
    ----------
    kind : str
        ``next``: each is the match of the same document with those before it left out. ``different``: each has the
        largest smallest number of mentees that are elsewhere than in any answer before it, the given one included.
        ``best``: the other best answers, in the order of the lottery.
    within : mapping of str to int or None
        For ``different``: how far a tier may fall below what the policy keeps, by name; None is any distance; 0 where a
        tier is left out.

    Raises
    ------
    ValueError
        If ``k`` is below 1, or ``within`` names an unknown tier or is below 0, or stands beside another kind.
    NoMatchingError
        If the result has no matching.
    """
    _check(result, k, kind, within)
    answers = best_answers(result, budget)
    following = _following(answers, kind, within or {})
    found: Found = [answers.answer]
    other, proved = None, True
    for _ in budget.each(range(k), "other answers"):
        other, proved = following(found)
        if other is None:
            break
        found.append(other)
    complete = other is None and proved and not budget.is_over
    rows = tuple(_alternative(result, answers, assignment) for assignment in found[1:])
    return Alternatives(
        kind=kind,
        answers=rows,
        complete=complete,
        proved=proved and not budget.is_over and result.status is Status.OPTIMAL,
        sentence=alternatives_sentence(kind, len(rows), complete=complete),
    )


def _check(result: Result, k: int, kind: AlternativeKind, within: Mapping[str, int | None] | None) -> None:
    if k < 1:
        raise ValueError(f"k is {k}; ask for at least 1 other answer")
    if within and kind != "different":
        raise ValueError(f"within is for the kind 'different', not for {kind!r}")
    names = [tier.name for tier in result.problem.program.tiers[:-1]]
    for name, loss in (within or {}).items():
        if name not in names:
            close = nearest(name, names)
            guess = f" Did you mean {close!r}?" if close else ""
            raise ValueError(f"within names {name!r}, which is no tier.{guess} Use one of: {', '.join(names)}")
        if loss is not None and loss < 0:
            raise ValueError(f"within allows {name!r} to lose {loss}; give at least 0, or None for any loss")


def _following(
    answers: BestAnswers, kind: AlternativeKind, within: Mapping[str, int | None]
) -> Callable[[Found], Next]:
    match kind:
        case "next":
            return lambda found: _next_best(answers, found)
        case "best":
            return lambda found: _another_best(answers, found)
        case "different":
            return lambda found: _most_different(answers, answers.search(within=within), found)


def _next_best(answers: BestAnswers, found: Found) -> Next:
    """Match again without the answers that were found."""
    search = answers.search(upto=0)
    for objective, constant in map(difference, found):
        search.hold(objective, 1 - constant)
    search.forget()
    outcome = resume(search, answers.compatibility.problem.program.tiers)
    return outcome.assignment, outcome.status in {Status.OPTIMAL, Status.INFEASIBLE}


def _another_best(answers: BestAnswers, found: Found) -> Next:
    branch, reached = _apart(answers.search(), found, 1)
    return _drawn(answers, branch, reached=reached)


def _most_different(answers: BestAnswers, search: Search, found: Found) -> Next:
    """Raise, by bisection, how many mentees are elsewhere than in any answer found."""
    best: Search | None = None
    low, high = 1, len(answers.compatibility.mentees)
    while low <= high:
        middle = (low + high + 1) // 2 if best else low
        branch, reached = _apart(search, found, middle)
        if reached is None:
            return None, False
        if reached:
            best, low = branch, middle + 1
        else:
            high = middle - 1
    return (None, True) if best is None else _drawn(answers, best, reached=True)


def _apart(search: Search, found: Found, least: int) -> tuple[Search, bool | None]:
    """Return a branch with as many mentees elsewhere than in each answer, and whether it has a matching."""
    branch = search.branch()
    for assignment in found:
        objective, constant = difference(assignment)
        branch.hold(objective, least - constant)
    last, constant = difference(branch.incumbent)
    return branch, branch.reach(last, least - constant)


def _drawn(answers: BestAnswers, search: Search, *, reached: bool | None) -> Next:
    """Draw one matching of a search that has one."""
    if not reached:
        return None, reached is False
    proved = answers.draw(search)
    return search.incumbent, proved


def _alternative(result: Result, answers: BestAnswers, assignment: Assignment) -> Alternative:
    problem = result.problem
    matching = assignment.to_matching(() for _ in assignment.chosen)
    if violations := check_matching(problem, matching).violations:
        raise VerificationError([violation.sentence for violation in violations], problem.model_dump_json())
    evaluation = evaluate_matching(problem, matching)
    matching = matching.model_copy(
        update={
            "pairs": tuple(
                pair.model_copy(update={"assumed": row.assumed})
                for pair, row in zip(matching.pairs, evaluation.pairs, strict=True)
            )
        }
    )
    own = {tier.name: tier.value for tier in result.tiers}
    lost = losses(own, {tier.name: tier.value for tier in evaluation.tiers})
    changed, is_best = moves(problem, result.matching, matching), answers.has(assignment)
    words = aim_changes(problem, {name: -loss for name, loss in lost.items()})
    return Alternative(
        matching=matching,
        losses=lost,
        is_best=is_best,
        moves=changed,
        sentence=alternative_sentence(words, [move.sentence for move in changed], is_best=is_best),
    )
