"""Values of arguments: each takes the text of one argument, and refuses what it is not."""

from __future__ import annotations

import argparse
import math
from datetime import date, datetime

__all__ = ["cost", "day", "moment", "names", "natural", "positive", "seconds", "within"]


def seconds(text: str) -> float:
    """Return a number of seconds."""
    value = float(text)
    if not (value >= 0 and math.isfinite(value)):
        raise ValueError
    return value


def positive(text: str) -> int:
    """Return a whole number of at least 1."""
    value = int(text)
    if value < 1:
        raise ValueError
    return value


def natural(text: str) -> int:
    """Return a whole number of at least 0."""
    value = int(text)
    if value < 0:
        raise ValueError
    return value


def cost(text: str) -> tuple[str, int | None]:
    """Return what may be changed and its cost, None where it may not be."""
    name, _, amount = text.rpartition("=")
    return name, _amount(text, amount, least=1, unlimited="none")


def within(text: str) -> tuple[str, int | None]:
    """Return the name of an aim and how much it may lose, None for any loss."""
    name, _, amount = text.rpartition("=")
    return name, _amount(text, amount, least=0, unlimited="any")


def day(text: str) -> date:
    """Return a day, written as 2027-03-01."""
    return date.fromisoformat(text)


def moment(text: str) -> datetime:
    """Return a date, or a date and a time; without a zone it is the time of this machine's clock."""
    return datetime.fromisoformat(text).astimezone()


def names(text: str) -> tuple[str, ...]:
    """Return names that commas separate."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _amount(text: str, amount: str, *, least: int, unlimited: str) -> int | None:
    if amount == unlimited:
        return None
    if not (amount.isascii() and amount.isdigit() and int(amount) >= least):
        message = f"{text!r} should be a name, =, and a whole number of at least {least} or {unlimited}"
        raise argparse.ArgumentTypeError(message)
    return int(amount)
