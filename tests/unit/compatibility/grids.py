"""Assessed problems of one mentee pine and one mentor oak, who are joined by others where a test needs them."""

from pydantic import TypeAdapter

from prssmi_match.compatibility import assess
from prssmi_match.problem.criteria import Criterion
from unit.verification.documents import problem_of


def grid(mentee, mentor, rules=(), **fields):
    """Return the full grid of a problem with pine, oak and a second site on each side."""
    mentees = [{"id": "pine", **mentee}, {"id": "bay"}]
    mentors = [{"id": "oak", **mentor}, {"id": "elm"}]
    return assess(problem_of(mentees, mentors, rules=rules, **fields), full_grid=True)


def refusals(mentee, mentor, *rules, **fields):
    """Return fact id and test of every refusal of pine and oak, sorted."""
    full = grid(mentee, mentor, rules, **fields)
    sites = full.mentees[full.mentee_index["pine"]], full.mentors[full.mentor_index["oak"]]
    return sorted((refusal.fact.id, refusal.test) for refusal in full.refusals(*sites))


def columns(criterion, mentees, mentors, **fields):
    """Return the points of every admissible pair, and the pairs that rest on an unknown, by ids."""
    compatibility = assess(problem_of(mentees, mentors, **fields))
    column = compatibility.column(TypeAdapter(Criterion).validate_python(criterion))
    ids = [(compatibility.mentees[a].id, compatibility.mentors[b].id) for a, b in compatibility.pairs]
    assumed = {pair for pair, unknown in zip(ids, column.assumed, strict=True) if unknown}
    return dict(zip(ids, column.points, strict=True)), assumed


def points(criterion, mentee, mentor, **fields):
    """Return the points of pine with oak, where those two are all there is, and whether they rest on an unknown."""
    by_pair, assumed = columns(criterion, [{"id": "pine", **mentee}], [{"id": "oak", **mentor}], **fields)
    return by_pair["pine", "oak"], bool(assumed)
