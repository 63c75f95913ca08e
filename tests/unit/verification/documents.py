"""Small problems for the tests of the verifier: sites by id or with fields, no rules unless given."""

from prssmi_match.problem.document import Problem
from prssmi_match.solution.matching import Matching
from prssmi_match.verification import check_matching, evaluate_matching


def problem_of(mentees, mentors, rules=(), tiers=(), **fields):
    """Return a problem without a preset; a site is an id or a dictionary."""
    return Problem.model_validate(
        {
            "preset": "none",
            "mentees": [site if isinstance(site, dict) else {"id": site} for site in mentees],
            "mentors": [site if isinstance(site, dict) else {"id": site} for site in mentors],
            "rules": list(rules),
            "policy": {"tiers": list(tiers)},
            **fields,
        }
    )


def violations(problem, *pairs):
    """Return rule id, amount and witnesses of all violations of the pairs."""
    found = check_matching(problem, Matching(pairs=pairs)).violations
    return [(violation.rule_id, violation.amount, violation.witnesses) for violation in found]


def sentences(problem, *pairs):
    """Return the sentences of all violations of the pairs."""
    return [violation.sentence for violation in check_matching(problem, Matching(pairs=pairs)).violations]


def tier_of(problem, *pairs):
    """Return the evaluation of the first tier."""
    return evaluate_matching(problem, Matching(pairs=pairs)).tiers[0]


def points_of(criterion, mentee, mentor, **fields):
    """Return the points of the pair of two sites by one criterion, and whether they are assumed."""
    tier = {"name": "fit", "maximize": [criterion]}
    problem = problem_of([{"id": "pine", **mentee}], [{"id": "oak", **mentor}], tiers=[tier], **fields)
    row = evaluate_matching(problem, Matching(pairs=[("pine", "oak")])).pairs[0].points[0]
    return row.points, row.assumed
