from fractions import Fraction

import pytest

from prssmi_match.problem.values import exact, round_half_up


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (0.1, Fraction(1, 10)),
        (87.45, Fraction(8745, 100)),
        (1e-06, Fraction(1, 10**6)),
        (91, Fraction(91)),
        (-1.25, Fraction(-5, 4)),
    ],
)
def test_decimals_are_read_as_written(written, value):
    """A decimal is what was typed, not its nearest binary fraction."""
    assert exact(written) == value


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(5, 2), 3),
        (Fraction(-5, 2), -2),
        (Fraction(-1, 2), 0),
        (Fraction(249, 100), 2),
        (Fraction(-251, 100), -3),
        (Fraction(7), 7),
    ],
)
def test_halves_are_rounded_up(value, rounded):
    """Halves go toward plus infinity, on both sides of zero."""
    assert round_half_up(value) == rounded
