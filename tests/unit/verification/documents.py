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
    """Return the points of pine and oak by one criterion, and whether they are assumed, in a cohort of more sites."""
    mentees = [{"id": "pine", **mentee}, "fir"]
    mentors = [{"id": "oak", **mentor}, "elm", {"id": "gone", "status": "withdrawn"}]
    problem = problem_of(mentees, mentors, tiers=[{"name": "fit", "maximize": [criterion]}], **fields)
    row = evaluate_matching(problem, Matching(pairs=[("pine", "oak")])).pairs[0].points[0]
    return row.points, row.assumed
