"""Sites as people name them: by id, or by name, in any letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.text import fold

if TYPE_CHECKING:
    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.wording.labels import Side

__all__ = ["called", "sites_called"]


def called(problem: Problem, side: Side) -> list[tuple[str, str]]:
    """Return the ids and names of all sites of a side, each with the id of its site."""
    sites = problem.mentee_by_id if side == "mentees" else problem.mentor_by_id
    return [(site.id, name) for site in sites.values() for name in (site.id, site.name) if name is not None]


def sites_called(problem: Problem, side: Side, word: str) -> list[str]:
    """Return the ids of the sites that a word names: by its id, else its name, else either in other letters.

    Returns
    -------
    list of str
        Sorted; several where sites share a name, none where no site is called so.
    """
    names = called(problem, side)
    for is_meant in (
        lambda site, _: site == word,
        lambda _, name: name == word,
        lambda _, name: fold(name) == fold(word),
    ):
        if found := sorted({site for site, name in names if is_meant(site, name)}):
            return found
    return []
