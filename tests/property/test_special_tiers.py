"""Special tiers against trial of every matching: leximin, max_min, rank_maximal and generous, alone and in sequence."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from property.markets import STABILITY, document, examples, match, matched, small_markets
from property.matching_algorithms import Market, assignments, stable_matchings

SPECIAL = ("leximin", "max_min", "rank_maximal", "generous")
RANK_POINTS = (1000, 600, 100)
NEUTRAL = 450


@dataclass(frozen=True)
class Case:
    """A market, the scores of its pairs, and the tiers."""

    market: Market
    scores: dict[tuple[str, str], int]
    tiers: list[dict]

    def document(self, rules=()):
        """Return the document that says the same."""
        rows = [{"mentee": one, "mentor": other, "score": score} for (one, other), score in self.scores.items()]
        return document(self.market, rules=rules, tiers=self.tiers, pairs=rows)

    def points(self, criteria, mentee, mentor):
        """Return the weighted points of a pair."""
        return sum(criterion.get("weight", 1) * self._points(criterion, mentee, mentor) for criterion in criteria)

    def _points(self, criterion, mentee, mentor):
        if criterion["criterion"] == "pair_score":
            return self.scores.get((mentee, mentor), 0)
        by_mentee = criterion["criterion"] == "mentee_preference"
        groups = self.market.mentees[mentee] if by_mentee else self.market.mentors[mentor]
        rank = self.market.rank(*((mentee, mentor) if by_mentee else (mentor, mentee)))
        if not groups:
            return NEUTRAL
        return 0 if rank == len(groups) else RANK_POINTS[min(rank, len(RANK_POINTS) - 1)]

    def counts(self, mentor_of):
        """Count by group the matched mentees that list somebody; unlisted last, whatever the length of their list."""
        longest = max(map(len, self.market.mentees.values()))
        counts = [0] * (longest + 1)
        for mentee, mentor in mentor_of.items():
            if groups := self.market.mentees[mentee]:
                rank = self.market.rank(mentee, mentor)
                counts[longest if rank == len(groups) else rank] += 1
        return counts

    def score(self, tier, mentor_of):
        """Return a key that is greater when a matching is better by a tier, and its reported value and profile."""
        match next(kind for kind in (*SPECIAL, "maximize") if kind in tier):
            case "maximize":
                cohort = sum(one["criterion"] == "coverage" for one in tier["maximize"]) * len(mentor_of)
                criteria = [one for one in tier["maximize"] if one["criterion"] != "coverage"]
                value = cohort + sum(self.points(criteria, *pair) for pair in mentor_of.items())
                return value, value, None
            case "max_min":
                value = min((self.points(tier["max_min"]["maximize"], *pair) for pair in mentor_of.items()), default=0)
                return value, value, None
            case "leximin":
                criteria, step = tier["leximin"]["maximize"], tier["leximin"].get("step", 1)
                levels = sorted(self.points(criteria, *pair) // step for pair in mentor_of.items())
                profile = [-1] * (len(self.market.mentees) - len(mentor_of)) + levels
                return profile, (levels or [0])[0], tuple(profile)
            case "rank_maximal":
                counts = self.counts(mentor_of)
                return counts, counts[0], tuple(counts)
            case _:
                counts = self.counts(mentor_of)
                return [-count for count in counts[:0:-1]], -counts[-1], tuple(counts)


def best_of(case, left):
    """Take tier after tier the best of all matchings; return those that are left, and the best value of each tier."""
    bests = []
    for tier in case.tiers:
        scores = [case.score(tier, one) for one in left]
        top = max(scores, key=lambda score: score[0])
        given_up = tier.get("give_up", {"points": 0})["points"]
        left = [one for one, (key, _, _) in zip(left, scores, strict=True) if _is_kept(key, top[0], given_up)]
        bests.append(top[1])
        event(f"{len(bests)}. tier leaves {'one' if len(left) == 1 else 'fewer' if len(left) < len(scores) else 'all'}")
    return left, bests


def _is_kept(key, top, given_up):
    return key >= top - given_up if given_up else key == top


def check(case, candidates, rules=()):
    """Hold every tier of the library's answer, and the answer, against the best of all candidates."""
    left, bests = best_of(case, candidates)
    result = match(case.document(rules))
    found = matched(result)
    assert result.status == "optimal"
    assert [tier.best for tier in result.tiers[:-1]] == bests
    assert all(tier.proved and tier.bound == tier.best for tier in result.tiers)
    of_answer = [case.score(tier, found)[1:] for tier in case.tiers]
    assert [(tier.value, tier.profile) for tier in result.tiers[:-1]] == of_answer
    assert found in left


@st.composite
def cases(draw, *kinds, before=(), after=()):
    """Draw a market with tiers: maybe one before, one or two of the special kinds, maybe one after."""
    market = draw(small_markets())
    random = Random(draw(st.integers(0, 2**40)))
    few = [random.choice([0, 1, 5, 10, 300]) for _ in range(2)]
    scores = {pair: random.choice([*few, 0, 120]) for pair in sorted(market.acceptable) if random.random() < 0.8}
    tiers = [*before, *(_tier(random, kind) for kind in kinds), *after]
    return Case(market, scores, [{"name": f"tier {number}", **tier} for number, tier in enumerate(tiers)])


def _tier(random, kind):
    if kind in {"rank_maximal", "generous"}:
        return {kind: {}}
    criteria = [{"criterion": "pair_score", "weight": random.choice([1, 2, 30])}]
    for side in ("mentee", "mentor"):
        stated = {"criterion": f"{side}_preference", "rank_points": [*RANK_POINTS], "neutral": NEUTRAL}
        criteria += [stated] if random.random() < 0.4 else []
    step = {"step": random.choice([2, 7, 100, 500])} if kind == "leximin" and random.random() < 0.6 else {}
    return {kind: {"maximize": random.sample(criteria, random.randint(1, len(criteria))), **step}}


COVERAGE = {"maximize": [{"criterion": "coverage"}]}
SCORE = {"maximize": [{"criterion": "pair_score"}]}
GIVE_UP = {**SCORE, "give_up": {"points": 120}}


@pytest.mark.parametrize("kind", SPECIAL)
@given(data=st.data())
@examples(60)
def test_special_tier_alone(kind, data):
    """A special tier as the first: unmatched mentees, ties and mentees that list nobody count as the contract says."""
    case = data.draw(cases(kind))
    check(case, list(assignments(case.market)))


@pytest.mark.parametrize("kind", SPECIAL)
@given(data=st.data())
@examples(60)
def test_special_tier_after_coverage(kind, data):
    """After coverage, a special tier chooses among the largest matchings alone, and a later tier among its best."""
    case = data.draw(cases(kind, before=[COVERAGE], after=[SCORE]))
    check(case, list(assignments(case.market)))


@pytest.mark.parametrize("kind", SPECIAL)
@given(data=st.data())
@examples(60)
def test_special_tier_after_what_gives_up(kind, data):
    """A special tier may use up what an earlier tier gives up, and no more."""
    case = data.draw(cases(kind, before=[GIVE_UP]))
    check(case, list(assignments(case.market)))


@given(data=st.data())
@examples(100)
def test_two_special_tiers(data):
    """A later special tier keeps the whole profile of the one before, except what `generous` only reports."""
    kinds = data.draw(st.permutations(SPECIAL))[:2]
    case = data.draw(cases(*kinds, before=data.draw(st.sampled_from([(), (COVERAGE,), (GIVE_UP,)]))))
    check(case, list(assignments(case.market)))


@given(data=st.data())
@examples(100)
def test_special_tier_among_stable_matchings(data):
    """With stability, a special tier takes the fairest of the stable matchings."""
    case = data.draw(cases(data.draw(st.sampled_from(SPECIAL))))
    check(case, stable_matchings(case.market), [STABILITY])


@pytest.mark.slow
@given(data=st.data())
@examples(1200)
def test_special_tiers_at_length(data):
    """More sequences of one to three special tiers, before and after others."""
    kinds = data.draw(st.permutations(SPECIAL))[: data.draw(st.integers(1, 3))]
    before = data.draw(st.sampled_from([(), (COVERAGE,), (GIVE_UP,), (COVERAGE, GIVE_UP), (GIVE_UP, COVERAGE)]))
    case = data.draw(cases(*kinds, before=before, after=data.draw(st.sampled_from([(), (SCORE,), (COVERAGE,)]))))
    check(case, list(assignments(case.market)))
