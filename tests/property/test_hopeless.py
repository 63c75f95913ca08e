"""The pairs that are left out before the search, against all matchings of small markets."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import event, given
from hypothesis import strategies as st

import prssmi_match as pm
from property.markets import document, examples, small_markets
from property.matching_algorithms import assignments, blocking_pairs
from prssmi_match.compatibility import assess
from prssmi_match.solving.hopeless import hopeless_pairs


@given(
    market=small_markets(),
    most_matched=st.just(math.inf) | st.integers(0, 4),
    most_used=st.just(math.inf) | st.integers(0, 2),
)
@examples(200)
def test_without_hopeless_pairs_stability_is_asked_of_the_others_only(market, most_matched, most_used):
    """A matching is stable if and only if it has no hopeless pair and none of the others blocks it."""
    hopeless = _hopeless(market, excuses_mentees=most_matched < math.inf, excuses_mentors=most_used < math.inf)
    event(f"hopeless: {len(hopeless)} of {len(market.acceptable)}")
    for one in assignments(market):
        if len(one) <= most_matched and len(set(one.values())) <= most_used:
            blocking = set(blocking_pairs(market, one, most_matched, most_used))
            assert (not blocking) == (not blocking - hopeless and hopeless.isdisjoint(one.items()))


def _hopeless(market, **excuses):
    """Return the hopeless pairs by ids."""
    compatibility = assess(pm.Problem.model_validate(document(market)))
    ids = [(compatibility.mentees[one].id, compatibility.mentors[other].id) for one, other in compatibility.pairs]
    return {ids[position] for position in np.flatnonzero(hopeless_pairs(compatibility, **excuses))}
