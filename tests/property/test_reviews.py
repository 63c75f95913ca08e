"""Review scores against a plain computation from their definition, and what must not change them."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from statistics import mean, pvariance

from hypothesis import given
from hypothesis import strategies as st

from prssmi_match.intake.grid import Grid, Row
from prssmi_match.intake.reviews import ReviewSettings, aggregate_reviews
from prssmi_match.intake.reviews.normalization import normalized

SITES = {"mentees": ("bay", "élan", "Lake", "pine"), "mentors": ("oak", "Elm", "øre")}
SIDES = {site: side for side, sites in SITES.items() for site in sites}
REVIEWERS = ("Ann", "Ben", "Cy", "Zoë")
CRITERIA = ("Need", "Plan", "Team")
TINY = Fraction(1, 10**30)
"""More than square roots of 50 digits can be off, for numbers of this size."""

# All within the lowest of the highest scores.
SCORES = st.one_of(st.integers(0, 5).map(str), st.sampled_from(["0.5", "3.125", "4.75", "2.005", "0.1", "3.333"]))
WEIGHTS = st.sampled_from([1, 2, 3, 0.5, 0.7, 10])


@st.composite
def rubrics(draw):
    """Draw a rubric with highest scores for all criteria, some, or none."""
    names = draw(st.lists(st.sampled_from(CRITERIA), min_size=1, unique=True))
    highest = draw(st.sampled_from([[None], [5, 10, 7.5], [None, 5]]))
    return {name: {"weight": draw(WEIGHTS), "max": draw(st.sampled_from(highest))} for name in names}


@st.composite
def tables(draw):
    """Draw a rubric and reviews: reviewer, site, conflict, and scores by criterion, None where blank."""
    rubric = draw(rubrics())
    pairs = [(reviewer, site) for reviewer in REVIEWERS for site in SIDES]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, min_size=1, max_size=18))
    scores = st.fixed_dictionaries({name: st.one_of(*[SCORES] * 9, st.none()) for name in rubric})
    conflicts = st.sampled_from(["no", "", "no", "", "no", "yes"])
    return rubric, [(*pair, draw(conflicts), draw(scores)) for pair in chosen]


def summarize(rubric, reviews, normalize="none"):
    """Return the summary of reviews."""
    names = sorted(rubric)
    rows = tuple(
        Row(f"row {number}", (reviewer, *(scores[name] for name in names), site, conflict or None), number)
        for number, (reviewer, site, conflict, scores) in enumerate(reviews, start=2)
    )
    grid = Grid("reviews.csv", ("reviewer", *names, "site", "conflict"), rows, file="reviews.csv")
    settings = ReviewSettings.model_validate({"rubric": rubric, "normalize": normalize})
    return aggregate_reviews(grid, settings, SITES["mentees"], SITES["mentors"])


def total_of(rubric, scores):
    """Return the total of a complete review, by its definition."""
    weights = {name: Fraction(str(one["weight"])) for name, one in rubric.items()}
    points = sum(weights[name] * Fraction(scores[name]) for name in rubric)
    if any(one["max"] is None for one in rubric.values()):
        return points
    return 100 * points / sum(weights[name] * Fraction(str(one["max"])) for name, one in rubric.items())


def counted(rubric, reviews):
    """Return reviewer, site and total of the reviews that count."""
    return [
        (reviewer, site, total_of(rubric, scores))
        for reviewer, site, conflict, scores in reviews
        if conflict != "yes" and None not in scores.values()
    ]


def square_root(value):
    """Return a square root with 80 digits."""
    with localcontext(prec=80):
        return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).sqrt())


def shifted(rows):
    """Return the totals of one side on a common scale, by the formula."""
    totals = [total for _, _, total in rows]
    result = []
    for reviewer, site, total in rows:
        own = [other for who, _, other in rows if who == reviewer]
        if len(own) == 1:
            result.append((reviewer, site, total))
        elif pvariance(own) == 0:
            result.append((reviewer, site, mean(totals)))
        else:
            z = (total - mean(own)) / square_root(pvariance(own))
            result.append((reviewer, site, mean(totals) + z * square_root(pvariance(totals))))
    return result


def is_rounded(shown, true):
    """Whether a number is another one to the nearest hundredth."""
    return abs(Fraction(str(shown)) - true) <= Fraction(1, 200) + TINY


def half_up(value):
    """Return a number from 0 up rounded half up to hundredths, by decimals."""
    with localcontext(prec=80):
        quotient = Decimal(value.numerator) / Decimal(value.denominator)
        return float(quotient.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


def sites_of(summary):
    """Return the numbers of all sites."""
    return {**summary.mentees, **summary.mentors}


@given(tables())
def test_scores_are_what_they_are_defined_as(table):
    """Score, counts and spread of each site are those of a computation from the definition, to the hundredth."""
    rubric, reviews = table
    summary = summarize(rubric, reviews)
    assert {finding.code for finding in summary.findings} <= {"missing_score", "partial_maximum"}
    sums = counted(rubric, reviews)
    for site, own in sites_of(summary).items():
        totals = [total for _, other, total in sums if other == site]
        rows = [(who, scores) for who, other, conflict, scores in reviews if other == site and conflict != "yes"]
        assert own.reviews == len(totals)
        assert own.excluded == sum(other == site and conflict == "yes" for _, other, conflict, _ in reviews)
        assert {one.reviewer: set(one.criteria) for one in own.missing} == {
            who: {name for name in rubric if scores[name] is None} for who, scores in rows if None in scores.values()
        }
        if not totals:
            assert own.score is own.lowest is own.highest is own.spread is own.deviation is None
            continue
        expected = (mean(totals), min(totals), max(totals))
        assert (own.score, own.lowest, own.highest) == tuple(half_up(value) for value in expected)
        if len(totals) == 1:
            assert own.spread is own.deviation is None
        else:
            assert own.spread == half_up(max(totals) - min(totals))
            assert is_rounded(own.deviation, square_root(pvariance(totals)))


@given(tables())
def test_normalized_scores_are_what_they_are_defined_as(table):
    """With normalization a score is the mean of totals that were shifted by the formula, each side by itself."""
    rubric, reviews = table
    summary = summarize(rubric, reviews, "reviewer")
    assert all(finding.severity == "warning" for finding in summary.findings)
    sums = counted(rubric, reviews)
    moved = [row for side in SITES for row in shifted([row for row in sums if SIDES[row[1]] == side])]
    for site, own in sites_of(summary).items():
        totals = [total for _, other, total in moved if other == site]
        assert own.reviews == len(totals)
        if totals:
            assert is_rounded(own.score, mean(totals))
            assert is_rounded(own.lowest, min(totals))
            assert is_rounded(own.highest, max(totals))
        if len(totals) > 1:
            assert is_rounded(own.spread, max(totals) - min(totals))
            assert is_rounded(own.deviation, square_root(pvariance(totals)))


@given(tables(), st.randoms(use_true_random=False), st.sampled_from(["none", "reviewer"]))
def test_the_order_of_rows_does_not_matter(table, random, normalize):
    """Shuffled rows give the same numbers and the same sentences."""
    rubric, reviews = table
    other = random.sample(reviews, len(reviews))
    one, two = summarize(rubric, reviews, normalize), summarize(rubric, other, normalize)
    assert (one.mentees, one.mentors) == (two.mentees, two.mentors)
    assert sorted(found.sentence for found in one.findings) == sorted(found.sentence for found in two.findings)


@given(tables(), st.data(), st.sampled_from(["none", "reviewer"]))
def test_what_does_not_count_changes_no_score(table, data, normalize):
    """Marking a review as a conflict gives the scores of a table without it, and one more that is left out."""
    rubric, reviews = table
    which = data.draw(st.integers(0, len(reviews) - 1))
    reviewer, site, _, scores = reviews[which]
    rest = [*reviews[:which], *reviews[which + 1 :]]
    marked = sites_of(summarize(rubric, [*rest, (reviewer, site, "yes", scores)], normalize))
    without = sites_of(summarize(rubric, rest, normalize))
    assert marked[site].excluded == without[site].excluded + 1
    assert {name: (own.score, own.reviews, own.spread) for name, own in marked.items()} == {
        name: (own.score, own.reviews, own.spread) for name, own in without.items()
    }


TOTALS = st.one_of(
    st.integers(-20, 20).map(lambda tenths: Fraction(tenths, 10)), st.fractions(-100, 100, max_denominator=50)
)
READERS = st.lists(st.tuples(st.sampled_from(REVIEWERS), TOTALS), max_size=14)


def by_reviewer(reviewers, totals):
    """Return the totals of each reviewer."""
    return {who: [own for other, own in zip(reviewers, totals, strict=True) if other == who] for who in set(reviewers)}


@given(READERS)
def test_reviewers_share_mean_and_deviation_afterwards(rows):
    """Afterwards a reviewer has the mean of all totals, and their deviation where the totals differ."""
    reviewers, totals = [who for who, _ in rows], [total for _, total in rows]
    moved = by_reviewer(reviewers, normalized(reviewers, totals))
    for who, own in by_reviewer(reviewers, totals).items():
        if len(own) == 1:
            assert moved[who] == own
            continue
        assert abs(mean(moved[who]) - mean(totals)) < TINY
        expected = pvariance(totals) if pvariance(own) else 0
        assert abs(pvariance(moved[who]) - expected) < TINY


@given(READERS)
def test_a_reviewer_keeps_the_order_of_sites(rows):
    """Normalization turns nobody's order around: what one person scored higher stays higher."""
    reviewers, totals = [who for who, _ in rows], [total for _, total in rows]
    moved = normalized(reviewers, totals)
    for who in set(reviewers):
        own = [(totals[at], moved[at]) for at, other in enumerate(reviewers) if other == who]
        assert all(after < later for before, after in own for higher, later in own if before < higher)


@given(
    st.dictionaries(st.sampled_from(REVIEWERS), st.lists(TOTALS, min_size=2, max_size=5), min_size=1),
    st.sampled_from(REVIEWERS),
    TOTALS,
    st.sampled_from([1, 1, Fraction(1, 3), 2, 10]),
)
def test_how_strict_a_reviewer_is_does_not_matter(readers, strict, shift, stretch):
    """Shifting or stretching all totals of one reviewer leaves each at its distance from the mean, in deviations.

    It holds where every reviewer has two totals or more; a single one is left as it is.
    """
    rows = [(who, total) for who, totals in readers.items() for total in totals]
    reviewers, totals = [who for who, _ in rows], [total for _, total in rows]
    other = [stretch * total + shift if who == strict else total for who, total in rows]
    if not (pvariance(totals) and pvariance(other)):
        return  # all alike: there are no distances

    def distances(values):
        deviation = square_root(pvariance(values))
        return [(moved - mean(values)) / deviation for moved in normalized(reviewers, values)]

    assert all(abs(one - two) < TINY for one, two in zip(distances(totals), distances(other), strict=True))


@given(READERS, TOTALS)
def test_a_shift_of_all_totals_shifts_all(rows, shift):
    """The same points more from everybody are the same points more for every site."""
    reviewers, totals = [who for who, _ in rows], [total for _, total in rows]
    lifted = normalized(reviewers, [total + shift for total in totals])
    assert lifted == [total + shift for total in normalized(reviewers, totals)]
