"""Both engines for the same tests: what a network can tell is otherwise never asked of CP-SAT."""

import pytest

from prssmi_match.solving import staged
from prssmi_match.solving.cpsat import Search
from prssmi_match.solving.network import NotANetworkError

__all__ = ["both_engines", "without_network", "without_relaxation"]


def without_network(monkeypatch):
    """Let CP-SAT answer everything."""

    def refuse(compatibility, steps):
        raise NotANetworkError

    monkeypatch.setattr(staged, "NetworkSearch", refuse)


def without_relaxation(monkeypatch):
    """Let the solver answer all that CP-SAT is asked, with no bound from elsewhere."""
    monkeypatch.setattr(staged, "BoundedSearch", Search)


@pytest.fixture(params=["network first", "cpsat alone"], autouse=True)
def both_engines(request, monkeypatch):
    """Run a test twice: with the network as far as it goes, and without it."""
    if request.param == "cpsat alone":
        without_network(monkeypatch)
