from typing import get_args

import pytest

import prssmi_match as pm
from prssmi_match.problem.presets import PRESETS, PresetName

SITES = {
    "mentees": [{"id": "a", "preferences": [["m"], ["n"]]}, {"id": "b", "preferences": [["m"]]}, {"id": "c"}],
    "mentors": [{"id": "m", "max_mentees": 1, "preferences": [["b"], ["a"]]}, {"id": "n", "max_mentees": 1}],
}


def test_every_name_has_a_preset():
    """What a document may name exists, and says in words what it is for."""
    assert set(PRESETS) == set(get_args(PresetName))
    assert all(preset.sentence.endswith(".") for preset in PRESETS.values())


@pytest.mark.parametrize("name", sorted(PRESETS))
def test_every_preset_answers(name):
    """Each preset gives a proved and verified answer, with unique names of tiers and rules."""
    problem = pm.Problem.model_validate({**SITES, "preset": name})
    result = pm.match(problem)
    assert result.status == "optimal"
    assert result.verification.valid
    names = [tier.name for tier in problem.program.tiers]
    assert len(set(names)) == len(names)
    assert len({named.id for named in problem.program.rules}) == len(problem.program.rules)


def test_stable_has_no_blocking_pair():
    """The stable preset leaves nobody with a reason to leave."""
    result = pm.match(pm.Problem.model_validate({**SITES, "preset": "stable"}))
    assert result.verification.blocking_pairs == ()
    assert result.matching.mentor_of("b") == "m"
