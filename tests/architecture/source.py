"""The source of the house, as paths and syntax trees."""

import ast
from functools import cache
from pathlib import Path

import prssmi_match

HOUSE = Path(prssmi_match.__file__).parent
MODULES = tuple(sorted(path for path in HOUSE.rglob("*.py")))


def name_of(path):
    """Return the dotted name of a module."""
    parts = path.relative_to(HOUSE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(path):
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def drawers(*room):
    """Return the names of the files of a room, itself aside."""
    return {path.stem for path in HOUSE.joinpath(*room).glob("*.py")} - {"__init__"}


def imported(path):
    """Return the dotted names of all that a module imports, wherever in it."""
    names = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names
