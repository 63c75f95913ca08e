import sys

import pytest

import prssmi_match as pm


@pytest.mark.parametrize("name", pm.__all__)
def test_every_public_name_can_be_imported(name):
    """A name of the facade is the one of its room, whenever it is first asked for."""
    value = getattr(pm, name)
    assert value.__name__.rpartition(".")[2] == name
    assert value is getattr(pm, name)


def test_unknown_names_are_attribute_errors():
    """A name that does not exist fails as on any module."""
    with pytest.raises(AttributeError, match="has no attribute 'mach'"):
        pm.mach  # noqa: B018 - asking is what fails


def test_dir_lists_the_public_names():
    """Completion offers what is public, and only that."""
    assert dir(pm) == sorted(pm.__all__)


def test_readme_example():
    """The first thing that anyone tries works: one mentee, one mentor, one pair."""
    problem = pm.Problem.model_validate({"mentees": [{"id": "pine"}], "mentors": [{"id": "oak"}]})
    result = pm.match(problem)
    assert result.status == pm.Status.OPTIMAL
    assert [pair.key for pair in result.matching.pairs] == [("pine", "oak")]
    assert pm.verify(problem, result.matching).valid
    assert pm.evaluate(problem, result.matching) == result.evaluation


def test_names_are_cached():
    """A name that was asked for stays on the module, so that later look-ups cost nothing."""
    assert pm.match is vars(sys.modules["prssmi_match"])["match"]
