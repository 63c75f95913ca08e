"""What answers say of sites, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording.labels import enumeration, label_mentee, label_mentor

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prssmi_match.problem.document import Problem

__all__ = [
    "alternative_sentence",
    "alternatives_sentence",
    "certainty_sentence",
    "change_words",
    "loss_words",
    "mentee_certainty_sentence",
    "mentees_words",
    "move_sentence",
]


def move_sentence(problem: Problem, mentee: str, before: str | None, after: str | None) -> str:
    """Return how a mentee is matched differently, as one sentence."""
    name = label_mentee(problem, mentee)
    if before is None:
        return f"{name} is matched with {_mentor(problem, after)}."
    if after is None:
        return f"{name} loses its place with {_mentor(problem, before)}."
    return f"{name} moves from {_mentor(problem, before)} to {_mentor(problem, after)}."


def _mentor(problem: Problem, mentor: str | None) -> str:
    return "nobody" if mentor is None else label_mentor(problem, mentor)


def mentees_words(problem: Problem, mentees: Iterable[str]) -> str:
    """Return the names of mentees, as people list them."""
    return enumeration(label_mentee(problem, mentee) for mentee in mentees)


def loss_words(losses: Mapping[str, int]) -> str:
    """Return what is lost and won, tier by tier, in their order; the tiers that stay as they are, are left out.

    >>> loss_words({"coverage": 1, "review": 0, "fit": -20})
    '“coverage” loses 1; “fit” gains 20'
    """
    return change_words({tier: -loss for tier, loss in losses.items()})


def change_words(changes: Mapping[str, int]) -> str:
    """Return changes of tiers by name in words; more is a gain."""
    parts = [
        f"“{tier}” {'gains' if change > 0 else 'loses'} {abs(change)}" for tier, change in changes.items() if change
    ]
    return "; ".join(parts)


def certainty_sentence(answers: int, forced: int, mentees: int, *, complete: bool) -> str:
    """Return how many equally good answers there are, and what they have in common."""
    if complete and answers == 1:
        return "This is the only best answer: nothing was left to the draw."
    number = f"There are {answers}" if complete else f"There are more than {answers}"
    same = f"{forced} of {mentees} mentees are in the same place in all of them"
    return f"{number} equally good answers, of which the draw chose this one; {same}."


def mentee_certainty_sentence(
    problem: Problem, mentee: str, mentor: str | None, others: Sequence[str | None], number: tuple[int, int] | None
) -> str:
    """Return in how many of the equally good answers a mentee is where it is, and where else it could be.

    Parameters
    ----------
    number : tuple of int or None
        How many of how many; None where they were not all counted.
    """
    name = label_mentee(problem, mentee)
    here = "without a mentor" if mentor is None else f"with {label_mentor(problem, mentor)}"
    if not others:
        return f"{name} is {here} in every equally good answer."
    places = ["without a mentor" if other is None else f"with {label_mentor(problem, other)}" for other in others]
    share = "some, but not all" if number is None else f"{number[0]}"
    of_all = "of the equally good answers" if number is None else f"of the {number[1]} equally good answers"
    return f"{name} is {here} in {share} {of_all}; in others it is {enumeration(places, 'or')}."


def alternatives_sentence(kind: str, count: int, *, complete: bool) -> str:
    """Return how many other answers there are, and of which kind."""
    kinds = {"next": "other", "different": "other", "best": "equally good other"}
    noun = f"{kinds[kind]} answer{'' if count == 1 else 's'}"
    if not count:
        return f"There is no {kinds[kind]} answer." if complete else f"No {kinds[kind]} answer was found in time."
    how = {"next": ", the best first", "different": ", the most different first", "best": ""}[kind]
    more = "there are no more" if complete else "there may be more"
    return f"{count} {noun}{how if count > 1 else ''}; {more}."


def alternative_sentence(lost: str, moves: Sequence[str], *, is_best: bool) -> str:
    """Return what another answer loses, as :func:`aim_changes` says it, and who moves."""
    head = (
        "Equally good" if is_best else "Loses nothing in any aim" if not lost else f"Compared with the answer: {lost}"
    )
    return " ".join([f"{head}.", *moves])
