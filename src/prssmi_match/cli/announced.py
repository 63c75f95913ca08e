"""The announced answer that an input is held against: its own earlier pairs, or those of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.cli.streams import read_text
from prssmi_match.intake import parse_matching
from prssmi_match.problem.changes import with_previous

if TYPE_CHECKING:
    from argparse import Namespace

    from prssmi_match.problem.document import Problem

__all__ = ["with_announced"]


def with_announced(problem: Problem, arguments: Namespace) -> Problem:
    """Return the problem with the pairs of ``--announced`` as its earlier ones, where that is given."""
    if arguments.announced is None:
        return problem
    matching = parse_matching(read_text(arguments.announced), arguments.announced)
    return with_previous(problem, (pair.key for pair in matching.pairs))
