import subprocess
import sys
import types
from importlib import import_module
from pkgutil import walk_packages

import pytest

import prssmi_match as pm
from architecture.source import HOUSE, MODULES, imported, name_of

SOLVER_ROOMS = (("solving", "cpsat"), ("planning",))
HEAVY = ("pandas", "numpy", "pydantic", "ortools")


def within(path, room):
    """Whether a module stands in a room."""
    return path.relative_to(HOUSE).parts[: len(room)] == room


def test_only_the_wall_knows_the_solver():
    """CP-SAT is imported behind the wall of the engine, and in planning, which has a small model of its own."""
    importers = {path for path in MODULES if any(name.startswith("ortools.sat") for name in imported(path))}
    assert importers
    assert [name_of(path) for path in importers if not any(within(path, room) for room in SOLVER_ROOMS)] == []


def test_only_one_module_runs_the_solver():
    """All solving goes through one place, where budgets and interrupts are kept."""
    runners = [
        name_of(path)
        for path in MODULES
        if within(path, ("solving",)) and "CpSolver(" in path.read_text(encoding="utf-8")
    ]
    assert runners == ["prssmi_match.solving.cpsat.driver"]


def test_the_problem_knows_nothing_of_the_rooms_above():
    """The data that everything stands on imports no other room but the two below it."""
    allowed = ("prssmi_match.problem", "prssmi_match.errors", "prssmi_match.showing")
    strangers = {
        (name_of(path), name)
        for path in MODULES
        if within(path, ("problem",))
        for name in imported(path)
        if name.startswith("prssmi_match") and not name.startswith(allowed)
    }
    assert strangers == set()


def test_the_verifier_stands_behind_a_wall():
    """The verifier shares code with nothing but the data types."""
    allowed = ("prssmi_match.verification", "prssmi_match.problem", "prssmi_match.solution")
    strangers = {
        (name_of(path), name)
        for path in MODULES
        if within(path, ("verification",))
        for name in imported(path)
        if name.startswith("prssmi_match") and not name.startswith(allowed)
    }
    assert strangers == set()


@pytest.mark.parametrize("module", ["prssmi_match", "prssmi_match.cli", "prssmi_match.errors"])
def test_start_is_quick(module):
    """What every command line call imports does without the heavy libraries."""
    code = f"import sys, {module}; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_reading_and_verifying_do_without_the_solver():
    """A document is read and a matching verified without importing the engine or pandas."""
    code = (
        "import sys, prssmi_match as pm\n"
        "problem = pm.Problem.model_validate({'mentees': [{'id': 'a'}], 'mentors': [{'id': 'm'}]})\n"
        "assert pm.verify(problem, pm.Matching(pairs=[('a', 'm')])).valid\n"
        "print([name for name in ('ortools', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_home_names_everything_public():
    """The lazy facade knows the room of every public name, and of no other."""
    assert list(pm._HOME) == pm.__all__ == sorted(pm.__all__)  # noqa: SLF001 - its own table
    homes = {name: import_module(f"prssmi_match.{home}") for name, home in pm._HOME.items()}  # noqa: SLF001
    found = {
        name: home if home.__name__ == f"prssmi_match.{name}" else getattr(home, name) for name, home in homes.items()
    }
    assert found == {name: getattr(pm, name) for name in pm.__all__}


def test_no_room_has_the_name_of_a_public_function():
    """After every room was imported, the names of the facade are still what they were."""
    code = (
        "import importlib, pkgutil, prssmi_match as pm\n"
        "for module in pkgutil.walk_packages(pm.__path__, 'prssmi_match.'):\n"
        "    if not module.name.endswith('__main__'):\n"
        "        importlib.import_module(module.name)\n"
        "print(sorted(name for name in pm.__all__ if type(getattr(pm, name)).__name__ == 'module'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = {"plots", "whatif", "planning", "scale"} & set(pm.__all__)
    assert done.stdout.strip() == str(sorted(modules))
    assert isinstance(pm.verify, types.FunctionType)
    rooms = {module.name for module in walk_packages(pm.__path__)}
    assert rooms & set(pm.__all__) == modules
