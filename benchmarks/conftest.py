"""Tables at the end of a run: what was measured, beside what it is measured against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

Row = dict[str, object]
Tables = dict[str, list[Row]]

TABLES = pytest.StashKey[Tables]()


@pytest.fixture(scope="session")
def record(pytestconfig: pytest.Config) -> Callable[[str, Row], None]:
    """Give what adds a row to a table, by the table's title."""
    tables = pytestconfig.stash.setdefault(TABLES, {})
    return lambda title, row: tables.setdefault(title, []).append(row)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print every table as Markdown."""
    for title, rows in config.stash.get(TABLES, {}).items():
        terminalreporter.section(title)
        for line in _markdown(rows):
            terminalreporter.write_line(line)


def _markdown(rows: list[Row]) -> list[str]:
    heads = list(rows[0])
    cells = [heads, ["---"] * len(heads), *([str(row[head]) for head in heads] for row in rows)]
    return [f"| {' | '.join(row)} |" for row in cells]
