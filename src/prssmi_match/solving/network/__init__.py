"""The network core: matchings as flows, solved exactly and proved by potentials, one aim after the other.

``graph``, ``flow``, ``potentials``, ``optimum`` and ``opening`` know arrays alone; ``rows``, ``laminar`` and
``formulation`` make them of a problem; ``search`` answers what tiers ask.
"""

from __future__ import annotations

from prssmi_match.solving.network.flow import CostRangeError
from prssmi_match.solving.network.graph import HUB, Network
from prssmi_match.solving.network.optimum import Optimum, best_flow
from prssmi_match.solving.network.rows import NotANetworkError
from prssmi_match.solving.network.search import NetworkSearch

__all__ = ["HUB", "CostRangeError", "Network", "NetworkSearch", "NotANetworkError", "Optimum", "best_flow"]
