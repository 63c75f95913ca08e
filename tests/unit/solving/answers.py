"""Small problems and their answers, as plain dictionaries of mentee to mentor."""

import prssmi_match as pm
from unit.verification.documents import problem_of

COVERAGE = {"name": "seats", "maximize": [{"criterion": "coverage"}]}
SCORE = {"name": "score", "maximize": [{"criterion": "pair_score"}]}


def problem(mentees, mentors, rules=(), tiers=(COVERAGE, SCORE), scores=None, **fields):
    """Return a problem without a preset; ``scores`` are written ``{"am": 5}``, each mentor takes one mentee.

    A site is a letter or a dictionary.
    """
    mentors = [{"max_mentees": 1, **(site if isinstance(site, dict) else {"id": site})} for site in mentors]
    rows = [{"mentee": pair[0], "mentor": pair[1], "score": score} for pair, score in (scores or {}).items()]
    return problem_of(mentees, mentors, rules=rules, tiers=tiers, pairs=[*rows, *fields.pop("pairs", [])], **fields)


def answer(asked, **options):
    """Return the proved answer of a problem, or None where its rules cannot all hold."""
    result = pm.match(asked, **options)
    if result.status == "infeasible":
        return None
    assert result.status == "optimal"
    return {pair.mentee: pair.mentor for pair in result.matching.pairs}


def tiers(asked, **options):
    """Return the tiers of a proved answer by name."""
    result = pm.match(asked, **options)
    assert result.status == "optimal"
    assert all(tier.proved and tier.best == tier.bound for tier in result.tiers)
    return {tier.name: tier for tier in result.tiers}
