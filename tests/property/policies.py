"""Hypothesis strategies for policies: every criterion and every kind of tier."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["every_criterion", "pair_criteria", "policies"]

COHORT = (
    "coverage",
    "review_score",
    "mentor_review_score",
    "balance",
    "few_mentors",
    "continuity",
    "past_disappointment",
    "mentor_rest",
    "few_blocking_pairs",
)
PAIR = (
    "pair_score",
    "setting_fit",
    "topic_fit",
    "locale_fit",
    "proximity",
    "mentee_preference",
    "mentor_preference",
    "same_value",
)


@st.composite
def pair_criteria(draw, names=PAIR):
    """Draw one pair criterion with its settings."""
    name = draw(st.sampled_from(names))
    optional = {"weight": st.integers(1, 4)}
    fields = {"criterion": st.just(name)}
    if name != "pair_score":
        optional["neutral"] = st.sampled_from([None, 0, 333, 1000])
    if name == "proximity":
        optional["max_km"] = st.sampled_from([3000, 250.5])
    if name.endswith("_preference"):
        optional["rank_points"] = st.sampled_from([[1000, 0], [700], [1000, 900, 899]])
    if name == "same_value":
        fields["field"] = st.sampled_from(["state", "locale", "attributes.grantee"])
    return draw(st.fixed_dictionaries(fields, optional=optional))


def _cohort_criteria(names):
    return st.fixed_dictionaries(
        {"criterion": st.sampled_from(names)}, optional={"weight": st.sampled_from([1, 2, 10])}
    )


@st.composite
def _tiers(draw, *, special, cohort, give_up):
    kinds = ["maximize", "maximize"]
    kinds += ["leximin", "max_min", "rank_maximal", "generous"] if special else []
    kind = draw(st.sampled_from(kinds))
    if kind in {"rank_maximal", "generous"}:
        return {kind: {}}
    if kind == "maximize":
        tier = {kind: draw(st.lists(_cohort_criteria(cohort) | pair_criteria(), min_size=1, max_size=3))}
        if give_up and draw(st.booleans()):
            points = st.fixed_dictionaries({"points": st.sampled_from([1, 3, 20, 500])})
            percent = st.fixed_dictionaries({"percent": st.sampled_from([2, 12.5, 50, 0.1])})
            tier["give_up"] = draw(points | percent)
        return tier
    inner = {"maximize": draw(st.lists(pair_criteria(), min_size=1, max_size=2))}
    if kind == "leximin" and draw(st.booleans()):
        inner["step"] = draw(st.sampled_from([100, 500, 7]))
    return {kind: inner}


@st.composite
def policies(draw, *, special=True, stability=True, give_up=True):
    """Draw up to three tiers, some with a stated lottery; ``coverage`` comes first as often as not."""
    cohort = [name for name in COHORT if stability or name != "few_blocking_pairs"]
    tiers = draw(st.lists(_tiers(special=special, cohort=cohort, give_up=give_up), max_size=3))
    if draw(st.booleans()):
        tiers = [{"maximize": [{"criterion": "coverage"}]}, *tiers]
    tiers = [{"name": f"tier {number}", **tier} for number, tier in enumerate(tiers)]
    if draw(st.booleans()):
        tiers.append({"name": "draw", "lottery": {"seed": draw(st.integers(-3, 3))}})
    return {"tiers": tiers}


@st.composite
def every_criterion(draw):
    """Draw a policy with one tier for each criterion and each special kind, so that every value shows by itself."""
    inner = [draw(pair_criteria((name,))) for name in PAIR]
    tiers = [{"maximize": [criterion]} for criterion in (*inner, *({"criterion": name} for name in COHORT))]
    tiers += [{"leximin": {"maximize": inner, "step": 100}}, {"max_min": {"maximize": inner}}]
    tiers += [{"rank_maximal": {}}, {"generous": {}}, {"lottery": {"seed": draw(st.integers(-3, 3))}}]
    return {"tiers": [{"name": f"tier {number}", **tier} for number, tier in enumerate(tiers)]}
