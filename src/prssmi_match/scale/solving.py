"""Several markets solved, here or, as text, on the workers of an executor."""

from __future__ import annotations

import base64
import io
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from prssmi_match.scale.market import Market
from prssmi_match.scale.proof import Prices
from prssmi_match.scale.solved import Solved, solve_market
from prssmi_match.solving import Budget, spread

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Executor

    from numpy.typing import NDArray

__all__ = ["solve_markets"]


def solve_markets(markets: Sequence[Market], executor: Executor | None = None) -> list[Solved | None]:
    """Return what each market comes to, in order; None where its minimums cannot be met."""
    if executor is None or len(markets) == 1:
        return [solve_market(market) for market in markets]
    answers = spread(_solve_text, [_market_text(market) for market in markets], Budget(), executor, what="parts")
    if any(answer is None for answer in answers):
        raise KeyboardInterrupt  # nothing else ends a budget without a limit
    return [_solved(answer or "") for answer in answers]


def _solve_text(text: str, _: Budget) -> str:
    """Solve a market; the task that goes to a worker, with text in and text out."""
    found = solve_market(_market(text))
    if found is None:
        return ""
    prices = {
        f"{name}_{field}": np.asarray(getattr(one, field))
        for name, one in (("first", found.first), ("then", found.then))
        for field in ("bonus", "mentor", "seat")
    }
    return _text(chosen=found.chosen, **prices)


def _solved(text: str) -> Solved | None:
    if not text:
        return None
    arrays = _arrays(text)
    first, then = (
        Prices(int(arrays[f"{name}_bonus"]), arrays[f"{name}_mentor"], int(arrays[f"{name}_seat"]))
        for name in ("first", "then")
    )
    return Solved(arrays["chosen"], first, then)


def _market_text(market: Market) -> str:
    """Return what solving needs; ids and rows stay here."""
    return _text(
        mentee=market.mentee,
        mentor=market.mentor,
        score=market.score,
        capacity=market.capacity,
        minimum=market.minimum,
        limits=np.array([market.mentees, market.seats]),
    )


def _market(text: str) -> Market:
    arrays = _arrays(text)
    mentees, seats = arrays.pop("limits").tolist()
    mentors = pd.RangeIndex(len(arrays["capacity"]))
    return Market(row=np.arange(len(arrays["mentee"])), mentees=mentees, mentors=mentors, seats=seats, **arrays)


def _text(**arrays: NDArray[np.int64]) -> str:
    stream = io.BytesIO()
    np.savez_compressed(stream, **arrays)  # type: ignore[arg-type]
    return base64.b64encode(stream.getvalue()).decode("ascii")


def _arrays(text: str) -> dict[str, NDArray[np.int64]]:
    with np.load(io.BytesIO(base64.b64decode(text)), allow_pickle=False) as arrays:
        return dict(arrays.items())
