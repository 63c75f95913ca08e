"""A problem as a network, where its rules allow it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from prssmi_match.solving.network.graph import HUB, Network
from prssmi_match.solving.network.laminar import ALONE, nest
from prssmi_match.solving.network.opening import MentorLimit
from prssmi_match.solving.network.rows import NotANetworkError, Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from prssmi_match.compatibility import Compatibility
    from prssmi_match.solution.proof import RowKey
    from prssmi_match.solving.network.rows import Row

__all__ = ["NetworkFormulation", "formulate"]


@dataclass(frozen=True, slots=True)
class NetworkFormulation:
    """A network whose first arcs are the pairs, in their order, and what each of the others counts.

    Attributes
    ----------
    rows : Rows
        What the arcs after those of the mentees count, in this order: ``rows.mentees``, then ``rows.pairs``.
    limit : MentorLimit
        What the network leaves out.
    """

    network: Network
    rows: Rows
    limit: MentorLimit

    def keys(self) -> tuple[RowKey, ...]:
        """Return the keys of the arcs after the pairs."""
        mentees = (("mentee", mentee.id) for mentee in self.rows.compatibility.mentees)
        return (*mentees, *(row.key for row in (*self.rows.mentees, *self.rows.pairs)))

    def counted(self, arc: int) -> Sequence[int]:
        """Return the pairs that an arc counts, by their positions; the first arc after the pairs is arc 0."""
        pairs_of_mentee = self.rows.compatibility.pairs_of_mentee
        first_row = len(pairs_of_mentee)
        first_of_pairs = first_row + len(self.rows.mentees)
        if arc < first_row:
            return pairs_of_mentee[arc]
        if arc < first_of_pairs:
            mentees = self.rows.mentees[arc - first_row].members
            return [position for mentee in mentees for position in pairs_of_mentee[mentee]]
        return self.rows.pairs[arc - first_of_pairs].members


def formulate(compatibility: Compatibility) -> NetworkFormulation:
    """Return the network of a problem: hub, groups of mentees, mentees, pairs, groups of pairs, hub.

    Raises
    ------
    NotANetworkError
        If its rules ask for more than what nested groups count, and a limit of mentors.
    """
    rows = Rows(compatibility)
    mentees, pairs = len(compatibility.mentees), len(compatibility.pairs)
    before = _nested(rows.mentees, mentees)
    after = _nested(rows.pairs, pairs)
    first_before = 1 + mentees
    first_after = first_before + len(rows.mentees)
    leaves = 1 + np.arange(mentees)
    tail = [
        1 + compatibility.cells.mentee,
        _nodes(before[1], first_before),
        _nodes(before[0], first_before),
        _own(rows.pairs, first_after),
    ]
    head = [_nodes(after[1], first_after), leaves, _own(rows.mentees, first_before), _nodes(after[0], first_after)]
    counted = [*rows.mentees, *rows.pairs]
    free = pairs + mentees
    lower = np.array([*[0] * free, *(row.low for row in counted)], dtype=np.int64)
    upper = np.array([*[1] * free, *(row.most for row in counted)], dtype=np.int64)
    nodes = first_after + len(rows.pairs)
    network = Network(nodes, pairs, np.concatenate(tail), np.concatenate(head), lower, upper)
    sure = np.isin(np.arange(len(compatibility.mentors)), list(rows.sure))
    return NetworkFormulation(network, rows, MentorLimit(compatibility.cells.mentor, sure, rows.opened))


def _nested(rows: Sequence[Row], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    nested = nest([row.members for row in rows], size)
    if nested is None:
        raise NotANetworkError
    return np.array(nested[0], dtype=np.int64), nested[1]


def _nodes(groups: NDArray[np.int64], first: int) -> NDArray[np.int64]:
    """Return the nodes of groups; where there is none, the hub."""
    return np.where(groups == ALONE, HUB, first + groups)


def _own(rows: Sequence[Row], first: int) -> NDArray[np.int64]:
    return first + np.arange(len(rows))
