import pytest

from bench.rows import row
from benchmarks.growth import exponent, growth


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_exponent_of_a_power(power):
    """Seconds that are a power of the size have that exponent, whatever they are multiplied with."""
    assert exponent([(size, 3 * size**power) for size in (10, 100, 5000)]) == pytest.approx(power)


def test_exponent_needs_two_sizes():
    """One size, however often measured, has no exponent."""
    assert exponent([(10, 1.0), (10, 2.0)]) is None
    assert exponent([]) is None


def test_growth_leaves_out_what_is_too_short_to_measure():
    """A phase of microseconds at one of two sizes is not fitted; the others are."""
    rows = [
        row("way", pairs=100, phases={"read": 0.1, "verify": 1e-5}),
        row("way", pairs=1000, phases={"read": 1.0, "verify": 0.1}),
    ]
    assert growth(rows, ["read", "verify"]) == {"tests": {"read": pytest.approx(1), "verify": None}}


def test_one_size_has_no_growth():
    """A family with one size is not among those that grow."""
    assert growth([row("way", pairs=100, phases={"read": 0.1})], ["read"]) == {}
