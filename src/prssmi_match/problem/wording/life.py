"""What happens to an answer over its life, in plain words: pairs that change, mentors that leave, seats that open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording.answers import mentees_words
from prssmi_match.problem.wording.labels import enumeration, label_mentee, label_mentor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem

__all__ = [
    "absorption_sentence",
    "backup_sentence",
    "backups_sentence",
    "change_curve_sentence",
    "change_step_sentence",
    "changed_pair_sentence",
    "clash_words",
    "leaving_words",
    "most_changes_sentence",
    "one_mentor_sentence",
    "rematch_sentence",
    "vacancy_sentence",
    "waiting_sentence",
]

_ORDINALS = ("first", "second", "third")


def changed_pair_sentence(  # noqa: PLR0913 - the parts of a sentence
    problem: Problem, mentee: str, mentor: str, now: str | None, reasons: Sequence[str] = (), *, beside: bool = False
) -> str:
    """Return that an earlier pair is not kept, where its mentee is now, and what stands against keeping it.

    Parameters
    ----------
    beside : bool
        Whether that stands against it only beside the pairs that are kept.
    """
    own, other = label_mentee(problem, mentee), label_mentor(problem, mentor)
    place = "has no mentor now" if now is None else f"is with {label_mentor(problem, now)} now"
    lead = ["It could not stay beside the pairs that are kept:"] if reasons and beside else []
    return " ".join([f"{own} was with {other} and {place}.", *lead, *reasons])


def one_mentor_sentence() -> str:
    """Return what stands against two mentors of one mentee."""
    return "A mentee has at most one mentor."


def most_changes_sentence(budget: int) -> str:
    """Return how many earlier pairs may change."""
    return (
        f"At most {budget} earlier pair{'' if budget == 1 else 's'} may change."
        if budget
        else "No earlier pair may change."
    )


def rematch_sentence(  # noqa: PLR0913 - the parts of a sentence
    previous: int,
    kept: int | None,
    come_in: Sequence[str] = (),
    *,
    fewest: int | None = None,
    budget: int | None = None,
    unknown: int = 0,
) -> str:
    """Return how much of the earlier answer is left.

    Parameters
    ----------
    kept : int or None
        None without a matching.
    come_in : sequence of str
        Names of the mentees that had no mentor before.
    fewest : int or None
        The fewest pairs that have to change, where that is known to be more than the budget.
    unknown : int
        Earlier pairs with a site that the document does not have any more.
    """
    if fewest is not None and budget is not None and fewest > budget:
        return f"At least {_pairs(fewest)} to change; {budget} may."
    if kept is None:
        return "There is no answer that could be held against the earlier one."
    if not previous:
        stays = "There is no earlier answer whose pairs could be kept"
    elif kept == previous:
        stays = f"All {previous} earlier pairs are kept" if previous > 1 else "The earlier pair is kept"
    else:
        stays = f"{kept} of {previous} earlier pairs {'is' if kept == 1 else 'are'} kept, {previous - kept} changed"
    came = f" New: {enumeration(come_in)}." if come_in and previous else ""
    return f"{stays}.{_unknown_words(unknown)}{came}"


def _unknown_words(count: int) -> str:
    if not count:
        return ""
    which = "1 more names a site that is" if count == 1 else f"{count} more name sites that are"
    return f" {which} no longer in the input."


def change_step_sentence(
    allowed: int, aims: str, moves: Sequence[str] | None, *, is_same: bool, impossible: bool
) -> str:
    """Return what is possible with so many changed pairs.

    Parameters
    ----------
    aims : str
        What the aims have more than with the fewest changed pairs.
    moves : sequence of str or None
        Who is elsewhere than in the earlier answer; None without a matching.
    is_same : bool
        Whether one pair fewer gives the same answer.
    impossible : bool
        Without a matching: whether it is proved that there is none.
    """
    pairs = f"With at most {allowed} changed pair{'' if allowed == 1 else 's'}" if allowed else "With no pair changed"
    if moves is None:
        what = "no matching keeps all rules" if impossible else "nothing was found in time"
        return f"{pairs}, {what}."
    if is_same:
        return f"{pairs}, nothing more is gained."
    return " ".join([f"{pairs}, {aims or 'this is the best that is possible'}.", *moves])


def change_curve_sentence(previous: int, fewest: int | None, most: int | None) -> str:
    """Return between which numbers of changed pairs there is something to choose."""
    if not previous:
        return "There is no earlier answer whose pairs could change."
    if fewest is None or most is None:
        return "How many pairs have to change was not worked out."
    if fewest == most:
        return (
            f"The best answer changes {_count(most)}, and with fewer there is none."
            if most
            else "The earlier pairs are the best answer: nothing has to change."
        )
    need = f"at least {_pairs(fewest)} to change" if fewest else "no pair has to change"
    return f"{need[0].upper()}{need[1:]}; the best answer of all changes {most}."


def leaving_words(problem: Problem, mentor: str) -> str:
    """Return that a mentor leaves, as the beginning of a sentence."""
    return f"If {label_mentor(problem, mentor)} left"


def clash_words(sentences: Sequence[str]) -> str:
    """Return which statements cannot all hold."""
    return " ".join(["These cannot all hold:", *sentences])


def backup_sentence(problem: Problem, mentee: str, mentor: str, backup: str | None) -> str:
    """Return where a mentee goes if its mentor leaves."""
    own, other = label_mentee(problem, mentee), label_mentor(problem, mentor)
    if backup is None:
        return f"If {other} left, no place would be left for {own}."
    return f"If {other} left, {own} would go to {label_mentor(problem, backup)}."


def absorption_sentence(  # noqa: PLR0913 - the parts of a sentence
    problem: Problem,
    mentor: str,
    mentees: int,
    without: Sequence[str],
    *,
    absorbed: bool | None,
    clash: Sequence[str] | None = None,
) -> str:
    """Return whether all mentees of a mentor find a place together while everybody else stays.

    Parameters
    ----------
    clash : sequence of str or None
        What cannot all hold with everybody else in place; empty where no single rule is to blame.
    """
    name = label_mentor(problem, mentor)
    if absorbed is None:
        return f"Whether all would find a place if {name} left was not worked out in time."
    if absorbed:
        who = "its mentee would" if mentees == 1 else f"its {mentees} mentees would together"
        return f"If {name} left, {who} find another place, and everybody else could stay."
    if clash is not None:
        why = f" {clash_words(clash)}" if clash else ""
        return f"If {name} left, the rules could not all be kept with everybody else in place.{why}"
    return f"If {name} left, no place would be left for {mentees_words(problem, without)}, while everybody else stays."


def backups_sentence(problem: Problem, failing: Sequence[str], *, complete: bool) -> str:
    """Return whether any single withdrawal can be absorbed."""
    if failing:
        names = enumeration((label_mentor(problem, mentor) for mentor in failing), "or")
        return f"Not every withdrawal can be absorbed: not that of {names}."
    if not complete:
        return "Not every withdrawal was worked out in time."
    return "Any single mentor could leave, and all its mentees would find another one."


def vacancy_sentence(
    problem: Problem, mentee: str, mentor: str, queue: Sequence[Sequence[str]], *, clash: Sequence[str] | None = None
) -> str:
    """Return who comes in if a mentee leaves, and who after these; or what cannot all hold without it."""
    head = f"If {label_mentee(problem, mentee)} left {label_mentor(problem, mentor)}"
    if clash is not None:
        return f"{head}, not all rules could be kept. {clash_words(clash)}"
    if not queue:
        return f"{head}, nobody could come in."
    first = mentees_words(problem, queue[0])
    then = "".join(f", then {mentees_words(problem, group)}" for group in queue[1:])
    return f"{head}, {first} would come in{then}."


def waiting_sentence(problem: Problem, mentee: str, places: Sequence[int], seats: int) -> str:
    """Return how soon a mentee comes in: for how many seats it is the first, else the second, and so on."""
    name = label_mentee(problem, mentee)
    place = next((place for place, count in enumerate(places) if count), None)
    if place is None:
        return f"{name} is not among the first {len(places)} to come in for any seat."
    which = _ORDINALS[place] if place < len(_ORDINALS) else f"number {place + 1}"
    return f"{name} is the {which} to come in for {places[place]} of {seats} seats."


def _pairs(count: int) -> str:
    return f"{count} pair{' has' if count == 1 else 's have'}"


def _count(count: int) -> str:
    return f"{count} pair{'' if count == 1 else 's'}"
