"""What a coordinator has decided by hand, and what stands against it, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.wording.labels import enumeration, label_mentee, label_mentor
from prssmi_match.problem.wording.life import clash_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prssmi_match.problem.document import Problem

__all__ = [
    "capacity_below_minimum",
    "hold_of_unavailable",
    "override_refused",
    "override_sentence",
    "override_without_site",
    "override_written_meanwhile",
    "recorded_cost_words",
    "recorded_sentence",
    "two_pins",
]


def override_sentence(
    problem: Problem,
    action: str,
    sites: Sequence[Sequence[str]],
    *,
    places: int | None = None,
    undoes: tuple[str, str] = ("", ""),
) -> str:
    """Return what an override does.

    Parameters
    ----------
    sites : sequence of two sequences of str
        The mentees and the mentors that it names.
    places : int or None
        Of a changed capacity.
    undoes : tuple of str
        The id of what is undone, and its words.
    """
    mentees, mentors = sites or ((), ())
    own = [label_mentee(problem, mentee) for mentee in mentees]
    others = [label_mentor(problem, mentor) for mentor in mentors]
    match action:
        case "pin":
            return f"{own[0]} must be with {others[0]}."
        case "forbid":
            return f"{own[0]} must not be with {others[0]}."
        case "swap":
            pairs = enumeration(f"{mentee} with {mentor}" for mentee, mentor in zip(own, others, strict=True))
            return f"A swap: {pairs}."
        case "hold":
            return f"{own[0]} is on hold."
        case "capacity":
            if not places:
                return f"{others[0]} takes no mentee any more."
            return f"{others[0]} takes up to {places} mentee{'' if places == 1 else 's'}."
        case _:
            return f"Override {undoes[0]} is undone.{f' It said: {undoes[1]}' if undoes[1] else ''}"


def recorded_sentence(  # noqa: PLR0913 - the parts of a sentence
    words: str, aims: str, moves: int | None, *, was: str, status: str, clash: Sequence[str] | None = None
) -> str:
    """Return what an override costs at the time when it is made.

    Parameters
    ----------
    words : str
        What it does, as a sentence.
    aims : str
        What the aims lose and gain.
    moves : int or None
        Mentees that are then elsewhere; None without a matching before or after.
    was, status : str
        How the match without it ended, and the one with it.
    clash : sequence of str or None
        What cannot all hold with it, and could without it.
    """
    if status == "infeasible":
        if was == "infeasible":
            return f"{words} Not all rules can be kept, and they could not before."
        return " ".join([words, "After this, not all rules can be kept.", clash_words(clash or ())])
    if moves is None:
        if was == "infeasible" and status in {"optimal", "feasible"}:
            return f"{words} After this, all rules can be kept, which they could not before."
        return f"{words} What it costs is not known: there is no answer to compare with."
    unproved = " as far as known" if status != "optimal" else ""
    cost = f"It costs{unproved}: {aims}." if aims else f"It costs nothing{unproved}."
    who = f"{moves} mentee{' is' if moves == 1 else 's are'} then elsewhere." if moves else "Nobody moves."
    return f"{words} {cost} {who}"


def recorded_cost_words(status: str, moves: int | None, aims: str) -> str:
    """Return what an override cost when it was made, to stand in a list."""
    if status == "infeasible":
        return "not all rules could be kept"
    return "the cost was not known" if moves is None else aims or "it cost nothing"


def override_written_meanwhile(source: str, name: str) -> str:
    """Return that a ledger has an override of that id already."""
    return (
        f"{source} has an override {name!r} already: somebody wrote one down meanwhile, and nothing was added. Do this "
        "again, so that its cost is measured with that one in force."
    )


def override_without_site(site: str, close: str | None) -> str:
    """Return that an override names a site that the document does not have."""
    guess = f" Did you mean {close!r}?" if close else ""
    ways_out = f"{guess} Undo it if the site has left for good."
    return f"The input has no site {site!r}, so this override is not applied.{ways_out}"


def capacity_below_minimum(problem: Problem, mentor: str, places: int, least: int) -> str:
    """Return that a changed capacity is below what the mentor asks for."""
    name = label_mentor(problem, mentor)
    return (
        f"{name} asks for at least {least} mentees, so {places} cannot be its most, and this override is not applied. "
        f"Give at least {least}, or 0 to use it no more."
    )


def hold_of_unavailable(problem: Problem, mentee: str) -> str:
    """Return that a mentee is on hold or withdrawn anyway."""
    status = problem.mentee_by_id[mentee].status
    return f"{label_mentee(problem, mentee)} cannot be matched anyway: the input has it as {status}."


def override_refused(problem: Problem, mentee: str, mentor: str, reason: str) -> str:
    """Return that an override demands a pair that something else stands against."""
    pair = f"{label_mentee(problem, mentee)} with {label_mentor(problem, mentor)}"
    ways_out = "Undo this override, or change what stands against it."
    return f"This override demands {pair}, but: {reason} Both stand, so not all rules can be kept. {ways_out}"


def two_pins(problem: Problem, mentee: str, mentors: tuple[str, str], earlier: str) -> str:
    """Return that two overrides give one mentee two mentors."""
    names = enumeration(label_mentor(problem, mentor) for mentor in mentors)
    return f"{label_mentee(problem, mentee)} cannot be with {names}: undo this override or override {earlier}."
