"""The questions that ``what-if`` and ``report --with`` put to an answer, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match import whatif
from prssmi_match.api import alternatives
from prssmi_match.cli.lookup import aims_to_give_up
from prssmi_match.cli.progress import steps
from prssmi_match.problem.policy import MaximizeTier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prssmi_match.cli.clock import Clock
    from prssmi_match.solution.give_up_curve import GiveUpCurve
    from prssmi_match.solution.part import Part
    from prssmi_match.solution.result import Result

__all__ = ["ASKED", "curve", "parts_named"]

ASKED: dict[str, Callable[[Result, float | None], Part]] = {
    "certainty": lambda result, limit: whatif.certainty(result, time_limit=limit, on_progress=steps()),
    "slots": lambda result, limit: whatif.slot_values(result, time_limit=limit, on_progress=steps()),
    "pairs": lambda result, limit: whatif.pair_prices(result, time_limit=limit, on_progress=steps()),
    "rules": lambda result, limit: whatif.rule_costs(result, time_limit=limit, on_progress=steps()),
    "weights": lambda result, limit: whatif.weight_ranges(result, time_limit=limit, on_progress=steps()),
    "changes": lambda result, limit: whatif.change_curve(result, time_limit=limit, on_progress=steps()),
    "withdrawals": lambda result, limit: whatif.withdrawals(result, time_limit=limit, on_progress=steps()),
    "backups": lambda result, limit: whatif.backups(result, time_limit=limit, on_progress=steps()),
    "waitlist": lambda result, limit: whatif.waitlist(result, time_limit=limit, on_progress=steps()),
    "alternatives": lambda result, limit: alternatives(result, time_limit=limit, on_progress=steps()),
}
"""What needs no more than the answer."""


def curve(result: Result, tier: str, limit: float | None, *, step: int | None = None, count: int = 10) -> GiveUpCurve:
    """Return what later aims gain for each step that an aim gives up."""
    return whatif.give_up_curve(result, tier, step=step, steps=count, time_limit=limit, on_progress=steps())


def parts_named(result: Result, names: tuple[str, ...], clock: Clock) -> Iterator[Part]:
    """Work out parts of a report; for ``give-up``, one curve for each aim that may give up something."""
    for name in dict.fromkeys(names):
        if name in ASKED:
            yield ASKED[name](result, clock.left)
        else:
            tiers = {tier.name: tier for tier in result.problem.program.tiers}
            for aim in aims_to_give_up(result.problem):
                tier = tiers[aim]
                if isinstance(tier, MaximizeTier) and tier.give_up is not None:
                    yield curve(result, aim, clock.left)
