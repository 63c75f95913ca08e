"""What would become of an answer if something were different, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prssmi_match.problem.wording.aims import aim_change, aim_name
from prssmi_match.problem.wording.labels import label_mentor
from prssmi_match.problem.wording.policy import criterion_words
from prssmi_match.problem.wording.rules import rule_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.criteria import Criterion
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.policy import Tier
    from prssmi_match.problem.program import NamedRule

__all__ = [
    "changed_sentence",
    "give_up_sentence",
    "scenario_sentence",
    "slot_sentence",
    "weight_sentence",
    "without_rule_words",
]


def changed_sentence(words: str, aims: str, moves: Sequence[str], *, impossible: bool | None) -> str:
    """Return what becomes of an answer.

    Parameters
    ----------
    words : str
        What is different, as the beginning of a sentence.
    aims : str
        What the aims lose and gain; empty where nothing does.
    impossible : bool or None
        Without a matching: whether it is proved that there is none; None with one.
    """
    if impossible is not None:
        what = "no matching keeps all rules" if impossible else "nothing was found in time"
        return f"{words}, {what}."
    if aims:
        return " ".join([f"{words}, {aims}.", *moves])
    return (
        " ".join([f"{words}, no aim gains or loses, but the answer is another one.", *moves])
        if moves
        else (f"{words}, nothing changes.")
    )


def scenario_sentence(name: str, matched: int | None, moved: int, clash: Sequence[str], *, is_proved: bool) -> str:
    """Return what the answer of a scenario is.

    Parameters
    ----------
    matched : int or None
        Mentees with a mentor; None without a matching.
    moved : int
        Mentees that are elsewhere than in the answer of the document as it is.
    clash : sequence of str
        What cannot all hold.
    """
    if matched is None:
        what = "no matching keeps all rules" if is_proved else "nothing was found in time"
        return " ".join([f"“{name}”: {what}.", *(["These cannot all hold:", *clash] if clash else [])])
    mentees = "1 mentee is matched" if matched == 1 else f"{matched} mentees are matched"
    elsewhere = (
        "nobody is elsewhere" if not moved else "1 mentee is elsewhere" if moved == 1 else f"{moved} are elsewhere"
    )
    unproved = "" if is_proved else " It is not proved that this is the best."
    return f"“{name}”: {mentees}; {elsewhere}.{unproved}"


def slot_sentence(problem: Problem, mentor: str, places: int, slots: int) -> str:
    """Return that a mentor takes one more or one fewer, as the beginning of a sentence."""
    name = label_mentor(problem, mentor)
    least = problem.mentor_by_id[mentor].min_mentees
    unused = f", fewer than the {least} that it asks for" if places < least else ""
    return f"If {name} took {places} instead of {places - slots}{unused}"


def without_rule_words(problem: Problem, named: NamedRule) -> str:
    """Return that a rule falls away, as the beginning of a sentence."""
    return f"Without the rule “{rule_sentence(problem, named).removesuffix('.')}”"


def give_up_sentence(own: tuple[Tier, int], following: tuple[Tier, int], amount: int) -> str:
    """Return what the next aim gains once an aim may fall short by an amount.

    Parameters
    ----------
    own, following : tuple of Tier and int
        The aim with what it loses in fact, and the next one with what it gains.
    """
    (tier, lost), (other, gain) = own, following
    if not amount:
        return f"With nothing given up in {aim_name(tier.name)}, this is where {aim_name(other.name)} stands."
    gained = aim_change(other, gain) if gain else f"{aim_name(other.name)} does not gain in its value"
    fact = f" (in fact: {aim_change(tier, -lost)})" if lost else ""
    return f"If {aim_name(tier.name)} may give up {amount}{fact}, {gained}."


def weight_sentence(
    tier: str, criterion: Criterion, ends: tuple[int, int], known: Literal["all", "ends"] | None, *, high_open: bool
) -> str:
    """Return how far a weight can move before the best answers change.

    Parameters
    ----------
    ends : tuple of int
        The lowest and the highest weight with the same best answers.
    known : {"all", "ends"} or None
        Whether all weights between and beyond the ends are known to be as said, or only the ends and one step beyond;
        None where it could not be found out.
    """
    low, high = ends
    what = f"the weight of “{criterion_words(criterion)}” in {aim_name(tier)} ({criterion.weight} now)"
    if known is None:
        return (
            f"How far {what} can move before the best answers change is not known: there are too many best answers to "
            "compare, or the time was up."
        )
    if low == high:
        if known == "all":
            return f"Any change of {what} changes the best answers."
        steps = "one more" if low == 1 else "one more or one less"
        return f"Already {steps} of {what} changes the best answers."
    beyond = " and perhaps beyond" if high_open else ""
    if known == "all":
        return f"The best answers stay the same with {what} from {low} to {high}{beyond}."
    return (
        f"The best answers are the same with {what} at {low} and at {high}{beyond}; the weights between them were not "
        "all tried."
    )
