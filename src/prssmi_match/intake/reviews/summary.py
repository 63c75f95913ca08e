"""What the reviews of every site come to."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from prssmi_match.intake.reading import stop_at_errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from prssmi_match.errors import Finding
    from prssmi_match.problem.wording.labels import Side

__all__ = ["Incomplete", "ReviewSummary", "SiteReviews", "scores_by_side"]

_NUMBERS = ("score", "lowest", "highest", "spread", "deviation")


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A review that does not count yet: whose it is, and which criteria have no score."""

    reviewer: str
    criteria: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SiteReviews:
    """The reviews of one site; numbers are rounded half up to hundredths.

    Parameters
    ----------
    score : float or None
        The mean of the totals of the reviews that count; None where none does, which is unknown, not bad.
    reviews : int
        How many count: complete, and without a conflict of interest.
    missing : tuple of Incomplete
        Those that are incomplete, by reviewer.
    excluded : int
        How many are left out for a conflict of interest.
    lowest, highest : float or None
        Of the totals that count; normalized ones, where they are.
    spread : float or None
        Highest minus lowest; None below two reviews, as one says nothing of how far reviewers differ.
    deviation : float or None
        Standard deviation of the totals (of a population: over all of them, not one less); None as for ``spread``.
    """

    score: float | None = None
    reviews: int = 0
    missing: tuple[Incomplete, ...] = ()
    excluded: int = 0
    lowest: float | None = None
    highest: float | None = None
    spread: float | None = None
    deviation: float | None = None


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """The reviews by site.

    Parameters
    ----------
    mentees, mentors : mapping of str to SiteReviews
        All sites by id, in the order of ids, those without a review among them. Where ``findings`` has an error, the
        rows that it stands in are left out; where it stands in the header, all are.
    findings : tuple of Finding
        All errors and warnings, in the order of the table.
    """

    mentees: Mapping[str, SiteReviews]
    mentors: Mapping[str, SiteReviews]
    findings: tuple[Finding, ...] = ()

    def required(self) -> ReviewSummary:
        """Return the summary itself.

        Raises
        ------
        ProblemError
            With all findings, where one is an error.
        """
        stop_at_errors(self.findings)
        return self

    def to_frame(self) -> pd.DataFrame:
        """Return one row a site: those that reviewers differ on most first, those with fewer than two reviews last.

        Columns are ``side``, ``site`` and the fields of :class:`SiteReviews`; ``missing`` is their number.
        """
        import pandas as pd

        sites = [("mentee", *item) for item in self.mentees.items()] + [
            ("mentor", *item) for item in self.mentors.items()
        ]
        sites.sort(key=lambda row: (row[2].spread is None, -(row[2].spread or 0), row[0], row[1]))
        rows = [{"side": side, "site": site, **asdict(own), "missing": len(own.missing)} for side, site, own in sites]
        frame = pd.DataFrame(rows, columns=["side", "site", *SiteReviews.__dataclass_fields__])
        return frame.astype(dict.fromkeys(_NUMBERS, float) | dict.fromkeys(("reviews", "missing", "excluded"), int))


def scores_by_side(summary: ReviewSummary) -> dict[Side, dict[str, float]]:
    """Return the ``review_score`` of every site that has one, by side and id.

    Raises
    ------
    ProblemError
        The reviews have errors: a score of the rest would not be what the reviewers said.
    """
    summary.required()
    sides: tuple[tuple[Side, Mapping[str, SiteReviews]], ...] = (
        ("mentees", summary.mentees),
        ("mentors", summary.mentors),
    )
    return {side: {site: own.score for site, own in sites.items() if own.score is not None} for side, sites in sides}
