"""The total of one review, and numbers as they are shown."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from prssmi_match.problem.values import exact, round_half_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prssmi_match.intake.reviews.settings import RubricCriterion

__all__ = ["Scale", "hundredths"]


class Scale:
    """What the scores of a review add up to.

    Parameters
    ----------
    rubric : mapping of str to RubricCriterion
        The criteria by name.

    Notes
    -----
    The total is the weighted sum of the scores: with weights 2 and 1, scores of 4 and 3 give 2 x 4 + 1 x 3 = 11.

    Where every criterion states the highest score that it allows, the total is in percent of the highest that is
    possible: with 5 for both, 100 x 11 / (2 x 5 + 1 x 5) = 73.33.

    Examples
    --------
    >>> from prssmi_match.intake.reviews.settings import ReviewSettings
    >>> settings = ReviewSettings(rubric={"Need": {"weight": 2, "max": 5}, "Capacity": {"max": 5}})
    >>> hundredths(Scale(settings.rubric).total({"Need": Fraction(4), "Capacity": Fraction(3)}))
    73.33
    """

    def __init__(self, rubric: Mapping[str, RubricCriterion]) -> None:
        weights = {name: exact(criterion.weight) for name, criterion in rubric.items()}
        highest = [weights[name] * exact(one.max) for name, one in rubric.items() if one.max is not None]
        unit = 100 / sum(highest, Fraction()) if highest and len(highest) == len(rubric) else Fraction(1)
        self._weights = {name: weight * unit for name, weight in weights.items()}

    def total(self, scores: Mapping[str, Fraction]) -> Fraction:
        """Return the total of a review that has a score for every criterion."""
        return sum((weight * scores[name] for name, weight in self._weights.items()), Fraction())


def hundredths(value: Fraction) -> float:
    """Return a number rounded half up to hundredths.

    >>> hundredths(Fraction("87.125")), hundredths(Fraction(2, 3)), hundredths(Fraction("-0.005"))
    (87.13, 0.67, 0.0)
    """
    return round_half_up(value * 100) / 100
