import platform
from importlib import metadata

from prssmi_match.records import digest, provenance
from unit.verification.documents import problem_of


def test_provenance():
    """Where an answer comes from: the digest, every version that took part, and the settings of the call."""
    problem = problem_of(["a"], ["m"])
    source = provenance(problem, time_limit=2.5, workers=3)
    assert source.digest == digest(problem)
    assert source.versions["ortools"] == metadata.version("ortools")
    assert source.versions["python"] == platform.python_version()
    assert source.settings == {"time_limit": 2.5, "workers": 3}
