import ast
from importlib import import_module

import pytest

from architecture.source import HOUSE, MODULES, name_of, tree_of

EVERY_MODULE = pytest.mark.parametrize("path", MODULES, ids=name_of)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def stated_names(path):
    """Return ``__all__`` as it is written, or None."""
    for node in tree_of(path).body:
        if isinstance(node, ast.Assign) and any(getattr(name, "id", "") == "__all__" for name in node.targets):
            return ast.literal_eval(node.value)
    return None


def size_of(function):
    """Return the lines of a function without its docstring and decorators."""
    documented = ast.get_docstring(function) is not None
    lines = function.end_lineno - function.lineno + 1
    return lines - (function.body[0].end_lineno - function.body[0].lineno + 1 if documented else 0)


@EVERY_MODULE
def test_public_names_are_stated_and_exist(path):
    """Every module says what is public, each name once, and has it."""
    if path.name == "__main__.py":
        pytest.skip("importing it would run the command line")
    names = stated_names(path)
    module = import_module(name_of(path))
    if names is None:
        assert path.name == "__init__.py", "only a room that offers nothing itself may leave __all__ out"
        assert len(tree_of(path).body) == 1
    else:
        assert len(set(names)) == len(names)
        assert [name for name in names if not hasattr(module, name)] == []


@EVERY_MODULE
def test_annotations_are_not_evaluated(path):
    """Every module that has code begins with the future import, so that types cost nothing at run time."""
    body = tree_of(path).body
    future = [node for node in body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
    assert future or len(body) == 1


@EVERY_MODULE
def test_modules_are_short(path):
    """A module of 300 lines or more wants to be two."""
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


@EVERY_MODULE
def test_functions_are_short(path):
    """A function of more than 40 lines wants to be two; its docstring does not count."""
    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, FUNCTIONS)]
    assert {function.name: size_of(function) for function in functions if size_of(function) > 40} == {}


def test_most_modules_are_small():
    """Half of the modules have fewer than 100 lines."""
    sizes = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES)
    assert sizes[len(sizes) // 2] < 100


def test_no_rooms_without_a_name():
    """No module is called after nothing in particular."""
    vague = {"utils", "util", "helpers", "helper", "manager", "base", "misc"}
    assert {path.stem for path in HOUSE.rglob("*")} & vague == set()
