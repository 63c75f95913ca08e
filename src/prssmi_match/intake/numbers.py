"""Numbers as people write them in cells: plain notation only, and advice for everything else."""

from __future__ import annotations

import re
from decimal import Decimal

from prssmi_match.intake.complaint import Complaint

__all__ = ["plain", "read_decimal", "read_whole"]

_WHOLE = re.compile(r"[+-]?[0-9]+(\.0+)?")
_DECIMAL = re.compile(r"[+-]?([0-9]+(\.[0-9]+)?|\.[0-9]+)")
_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_POWER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]{1,2}")
_MOST_DIGITS = 400


def read_whole(text: str) -> int | Complaint:
    """Return the whole number that a cell states; ``3.0``, as some programs write it, is 3.

    >>> read_whole("3.0")
    3
    """
    if len(text) > _MOST_DIGITS:
        return _too_long("a whole number")
    if _WHOLE.fullmatch(text):
        return int(text.partition(".")[0])
    if _DECIMAL.fullmatch(text):
        return Complaint("not_a_whole_number", "a whole number", f"{text!r} is not a whole number.")
    return _complain(text, "not_a_whole_number", "a whole number")


def read_decimal(text: str) -> int | float | Complaint:
    """Return the number that a cell states, whole where it is written without a point.

    >>> read_decimal("87.5")
    87.5
    """
    if len(text) > _MOST_DIGITS:
        return _too_long("a number")
    if _DECIMAL.fullmatch(text):
        return float(text) if "." in text else int(text)
    return _complain(text, "not_a_number", "a number")


def plain(number: float | Decimal) -> str:
    """Return a number in plain notation, without a point where it is whole.

    >>> plain(3.0), plain(1e20), plain(87.5)
    ('3', '100000000000000000000', '87.5')
    """
    written = number if isinstance(number, Decimal) else Decimal(repr(number))
    if not written.is_finite():
        return str(number)
    text = format(written, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _complain(text: str, code: str, expected: str) -> Complaint:
    article, what = f"{text!r} is not", f"{expected} in plain notation"
    if _GROUPED.fullmatch(text):
        whole, pointed = text.replace(",", ""), text.replace(",", ".", 1)
        either = f"{whole} or {pointed}" if text.count(",") == 1 and "." not in text else whole
        return Complaint(code, what, f"{article} {what}: a comma can mean two things; write {either}.")
    if _COMMA.fullmatch(text):
        return Complaint(code, what, f"{article} {what}: write {text.replace(',', '.')}, with a point.")
    if _POWER.fullmatch(text):
        return Complaint(code, what, f"{article} {what}: write {plain(Decimal(text))}.")
    return Complaint(
        code, what, f"{article} {expected}; write digits only, or leave the cell blank if it is not known."
    )


def _too_long(expected: str) -> Complaint:
    return Complaint("too_large", expected, "The number has far too many digits.")
