"""Why a pair is in an answer, why a mentee is not, and what something else would take, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.history import rounds_together
from prssmi_match.problem.wording.aims import aim_change, aim_name
from prssmi_match.problem.wording.answers import mentees_words
from prssmi_match.problem.wording.labels import enumeration, label_mentee, label_mentor
from prssmi_match.problem.wording.memory import rounds_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier

__all__ = [
    "demand_words",
    "draw_sentence",
    "held_back_sentence",
    "no_mentor_sentence",
    "open_sentence",
    "outranked_sentence",
    "pair_sentences",
    "price_sentence",
    "refused_sentence",
]


def pair_sentences(
    problem: Problem,
    pair: tuple[str, str],
    shared: tuple[Sequence[str], Sequence[str]],
    ranks: tuple[int | None, int | None],
    forced_by: Sequence[str],
) -> Iterator[str]:
    """Give what speaks for a pair, one sentence each.

    Parameters
    ----------
    shared : tuple of two sequences
        Settings and topics that both sites state.
    ranks : tuple of two int or None
        The mentor in the mentee's list, and the mentee in the mentor's; 1 is the best.
    forced_by : sequence of str
        Sentences of the rules and facts that leave no other way.
    """
    mentee, mentor = pair
    settings, topics = shared
    own, other = label_mentee(problem, mentee), label_mentor(problem, mentor)
    if forced_by:
        yield f"The rules leave no other way: {' '.join(forced_by)}"
    if settings:
        yield f"Both work in {enumeration(setting.replace('_', ' ') for setting in settings)}."
    if topics:
        yield f"{own} asks about {enumeration(topics)}, and {other} knows {'it' if len(topics) == 1 else 'them'}."
    yield from _rank(own, other, ranks[0], stated=bool(problem.mentee_by_id[mentee].preferences))
    yield from _rank(other, own, ranks[1], stated=bool(problem.mentor_by_id[mentor].preferences))
    rounds = rounds_together(problem.history, mentee, mentor)
    if rounds or mentor in problem.mentee_by_id[mentee].prior_mentors:
        yield f"{other} has mentored {own} before{rounds_words(rounds)}."
    if not (settings or topics or forced_by or any(ranks)):
        yield f"Nothing that is known speaks for or against {own} with {other} by itself."


def _rank(site: str, other: str, rank: int | None, *, stated: bool) -> Iterator[str]:
    if rank is not None:
        yield f"{other} is {site}'s choice number {rank}."
    elif stated:
        yield f"{other} is not on {site}'s list."


def no_mentor_sentence(problem: Problem, mentee: str, refused: Mapping[str, Sequence[str]]) -> str:
    """Return that no mentor can be paired with a mentee, with the grounds of each."""
    name = label_mentee(problem, mentee)
    if not refused:
        return f"There is no mentor that {name} could be paired with."
    told = dict.fromkeys(ground for grounds in refused.values() for ground in grounds)
    return f"No mentor can be paired with {name}: {' '.join(told)}"


def held_back_sentence(problem: Problem, mentee: str, rules: Sequence[str]) -> str:
    """Return that rules leave no matching with a mentee."""
    return f"{label_mentee(problem, mentee)} cannot be matched as long as all of this holds: {' '.join(rules)}"


def outranked_sentence(
    problem: Problem, mentee: str, lost_in: tuple[Tier, int], by: Sequence[str], moves: Sequence[str]
) -> str:
    """Return which aim would lose, and how much, if a mentee were matched, and who would make room."""
    tier, loss = lost_in
    name = label_mentee(problem, mentee)
    if loss > 0:
        lost = f"The least that it would cost: {aim_change(tier, -loss)}."
    else:
        lost = f"The aim {aim_name(tier.name)} would be served less well."
    if by:
        room = f"{mentees_words(problem, by)} would lose {'its place' if len(by) == 1 else 'their places'}."
    else:
        room = " ".join(moves)
    return f"{name} could be matched, but others serve the program's aims better. {lost} {room}".rstrip()


def draw_sentence(problem: Problem, mentee: str, moves: Sequence[str]) -> str:
    """Return that the draw left a mentee out."""
    name = label_mentee(problem, mentee)
    return f"{name} lost the draw: by the program's aims, an answer with it is as good. {' '.join(moves)}".rstrip()


def open_sentence(problem: Problem, mentee: str) -> str:
    """Return that time ran out."""
    return f"Why {label_mentee(problem, mentee)} is without a mentor was not worked out in time."


def demand_words(problem: Problem, mentee: str | None, mentor: str | None) -> str:
    """Return what is asked for: a pair, a place for a mentee, or the use of a mentor."""
    if mentee is None:
        return f"use {label_mentor(problem, mentor or '')}"
    if mentor is None:
        return f"match {label_mentee(problem, mentee)}"
    return f"pair {label_mentee(problem, mentee)} with {label_mentor(problem, mentor)}"


def refused_sentence(demand: str, rules: Sequence[str], repairs: Sequence[str]) -> str:
    """Return that something is not possible, why, and the smallest change that would make it possible."""
    why = f"It is not possible to {demand}: {' '.join(rules)}"
    if not repairs:
        return f"{why} No change of the document that may be made would make it possible."
    return f"{why} The smallest change that would make it possible: {repairs[0]}"


def price_sentence(demand: str, lost: str, *, is_best: bool, proved: bool) -> str:
    """Return what it costs to ask for something that is possible; the draw is no part of the price.

    Parameters
    ----------
    lost : str
        What the aims lose and gain, as :func:`aim_changes` says it.
    is_best : bool
        Whether that is within what the aims may give up.
    """
    if not is_best:
        cost = f"The price: {lost or 'no aim loses in its value, but the worst-off sites do'}."
    elif lost:
        cost = f"By the aims it is as good, as this is within what they may give up: {lost}. The draw chose otherwise."
    else:
        cost = "It costs nothing: that answer is just as good, and the draw chose this one."
    limit = "" if proved else " (Time ran out before the price was exact.)"
    return f"It is possible to {demand}. {cost}{limit}"
