"""The network core: matchings as flows, solved exactly and proved by potentials, one aim after the other."""

from __future__ import annotations

from prssmi_match.solving.network.flow import CostRangeError
from prssmi_match.solving.network.graph import HUB, Network
from prssmi_match.solving.network.optimum import Optimum, best_flow

__all__ = ["HUB", "CostRangeError", "Network", "Optimum", "best_flow"]
