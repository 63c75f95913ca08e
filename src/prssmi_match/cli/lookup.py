"""Sites and aims as people name them on the command line: by id, or by a name that is not shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.problem.naming import called, sites_called
from prssmi_match.problem.policy import MaximizeTier
from prssmi_match.problem.text import fold, nearest

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.wording import Side

__all__ = ["aims", "aims_to_give_up", "find_site", "find_tier", "stated_costs"]

_NOUN = {"mentees": "mentee", "mentors": "mentor"}


def find_site(problem: Problem, side: Side, word: str, place: str) -> str:
    """Return the id of the site that a word names: its id, its name, or either of them in other letters.

    Parameters
    ----------
    place : str
        The argument, for findings.

    Raises
    ------
    ProblemError
        If there is none, or more than one.
    """
    found = sites_called(problem, side, word)
    if len(found) == 1:
        return found[0]
    if found:
        raise ProblemError([_shared(side, word, place, found)])
    raise ProblemError([_unknown(problem, side, word, place, [name for _, name in called(problem, side)])])


def _shared(side: Side, word: str, place: str, ids: list[str]) -> Finding:
    expected = f"one of {', '.join(ids)}"
    sentence = f"{len(ids)} {side} are called {word!r}. Use an id: {', '.join(ids)}."
    return Finding("shared_name", place, word, expected, sentence)


def _unknown(problem: Problem, side: Side, word: str, place: str, known: list[str]) -> Finding:
    noun, other = _NOUN[side], "mentor" if side == "mentees" else "mentee"
    others = problem.mentor_by_id if side == "mentees" else problem.mentee_by_id
    close = nearest(word, known)
    hint = f" Did you mean {close!r}?" if close else ""
    if not close and any(fold(word) in {fold(site.id), fold(site.name or "")} for site in others.values()):
        hint = f" There is a {other} of that name: give it with --{other}."
    return Finding("unknown_id", place, word, f"the id or name of a {noun}", f"There is no {noun} {word!r}.{hint}")


def aims(problem: Problem) -> list[str]:
    """Return the names of the aims in order; the draw is none."""
    return [tier.name for tier in problem.program.tiers[:-1]]


def aims_to_give_up(problem: Problem) -> list[str]:
    """Return the names of the aims that can give up something for another one behind them."""
    return [tier.name for tier in problem.program.tiers[:-2] if isinstance(tier, MaximizeTier)]


def find_tier(known: list[str], word: str, place: str) -> str:
    """Return the name of the one of some aims that a word names.

    Raises
    ------
    ProblemError
        If none of them is called so.
    """
    folded = {fold(name): name for name in known}
    if word in known:
        return word
    if fold(word) in folded:
        return folded[fold(word)]
    close = nearest(word, known)
    hint = f" Did you mean {close!r}?" if close else ""
    expected = f"one of: {', '.join(known)}" if known else "none: no aim of this cohort fits"
    sentence = f"{word!r} is no aim that can be named here.{hint} Name {expected}."
    raise ProblemError([Finding("unknown_tier", place, word, expected, sentence)])


def stated_costs(problem: Problem, arguments: Namespace) -> dict[str, int | None]:
    """Return the costs of changes as the arguments state them; ends the command where one means nothing here."""
    from prssmi_match.explanation.costs import price_list

    costs = dict(arguments.cost)
    try:
        price_list(problem, costs, frozenset())
    except ValueError as error:
        arguments.refuse(str(error))
    return costs
