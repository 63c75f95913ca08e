"""Data frames to a problem."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prssmi_match.errors import Finding
from prssmi_match.intake.assembly import assemble
from prssmi_match.intake.frame_grid import frame_grid, native_value
from prssmi_match.intake.grid import Grid, Origin, Row, Tables
from prssmi_match.problem.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from prssmi_match.problem.document import Problem
    from prssmi_match.problem.expectations import Expectations
    from prssmi_match.problem.policy import Policy
    from prssmi_match.problem.presets import PresetName
    from prssmi_match.problem.rules import Rule

__all__ = ["from_frames"]


def from_frames(  # noqa: PLR0913 - one argument a part of the document
    mentees: pd.DataFrame,
    mentors: pd.DataFrame,
    pairs: pd.DataFrame | None = None,
    previous: pd.DataFrame | None = None,
    history: pd.DataFrame | None = None,
    *,
    name: str | None = None,
    preset: PresetName | None = None,
    default_capacity: int | None = None,
    rules: Iterable[Rule | Mapping[str, Any]] = (),
    policy: Policy | Mapping[str, Any] | None = None,
    expectations: Expectations | Mapping[str, Any] | None = None,
    columns: Mapping[str, Mapping[str, str]] | None = None,
) -> Problem:
    """Return the problem that data frames state.

    Parameters
    ----------
    mentees, mentors, pairs, previous, history : pandas.DataFrame
        The tables, with the columns of the files ``mentees.csv`` and so on. Text is read as in those files
        (``diversion | child_welfare``); numbers, lists and dictionaries are taken as they are, None, NaN and NaT as
        blank.
        An index that has a name is a column; one without is only used to name rows in findings.
    name, preset, default_capacity, rules, policy, expectations
        The other fields of the document; what is left out keeps its default.
    columns : mapping of str to mapping of str to str, optional
        By table, what its columns are called here: ``{"mentees": {"site_code": "id", "county": "name"}}``. Of a table
        that is named, only these columns are read: the result of any query will do.

    Raises
    ------
    ProblemError
        With every finding.
    TypeError
        A table is not a data frame.
    ValueError
        ``columns`` names an unknown table.

    Examples
    --------
    >>> import pandas as pd
    >>> problem = from_frames(pd.DataFrame({"id": ["pine"], "team_size": [4]}), pd.DataFrame({"id": ["oak"]}))
    >>> problem.mentees[0].team_size
    4
    """
    stated = {
        "name": name,
        "preset": preset,
        "default_capacity": native_value(default_capacity),
        "rules": native_value(list(rules)) or None,
        "policy": native_value(policy),
        "expectations": native_value(expectations),
    }
    frames = {"mentees": mentees, "mentors": mentors, "pairs": pairs, "previous": previous, "history": history}
    named = columns or {}
    if unknown := sorted(named.keys() - frames.keys()):
        raise ValueError(f"columns names {unknown[0]!r}, which is no table; name {', '.join(frames)}")
    tables = Tables(program={field: value for field, value in stated.items() if value is not None})
    for table, frame in frames.items():
        if frame is not None:
            grid = frame_grid(table, frame)
            tables.grids[table] = _renamed(grid, named[table], tables) if table in named else grid
    return assemble(tables).required()


def _renamed(grid: Grid, names: Mapping[str, str], tables: Tables) -> Grid:
    """Return the columns that are named, under the names of the document; note those that are not there."""
    for name in names:
        if name not in grid.header:
            close = nearest(name, grid.header)
            guess = f" Did you mean {close!r}?" if close else ""
            sentence = f"The {grid.source} has no column {name!r}, which columns names.{guess}"
            place = f"{grid.source}, column {name}"
            tables.findings.append(Finding("missing_column", place, "", f"a column {name}", sentence))
    kept = [(grid.header.index(name), name) for name in names if name in grid.header]
    return Grid(
        grid.source,
        tuple(names[name] for _, name in kept),
        tuple(Row(row.place, tuple(row.cells[at] for at, _ in kept)) for row in grid.rows),
        header_place="",
        origins={names[name]: Origin(place, name) for place, (_, name) in enumerate(kept)},
    )
