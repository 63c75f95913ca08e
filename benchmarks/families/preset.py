"""The preset of the program, on contested cohorts that are known only in part."""

from __future__ import annotations

from functools import partial

from benchmarks.answer import Answer
from benchmarks.case import WAY, Case, Family, Outside, Subject
from benchmarks.cohorts import cohort
from benchmarks.ours import match_whole, search_tiers, way
from benchmarks.repeat import repeated

__all__ = ["FAMILY"]

SIZES = ((15, 6), (40, 10), (200, 60))


def _bare(mentees: int, mentors: int) -> Answer:
    """All tiers by a plain script, which is given the pairs and their points."""
    from benchmarks.peers.bare import Peer

    instance = _instance(mentees, mentors)
    peer, seconds = repeated(lambda: Peer(instance).run())
    return Answer("proved", seconds, peer.values, peer.values, {"solve": peer.solving}, len(instance.pairs))


def _highs(mentees: int, mentors: int, limit: float) -> Answer:
    from benchmarks.peers.highs import Highs
    from benchmarks.peers.preset_program import preset_program
    from benchmarks.peers.program import measured

    instance = _instance(mentees, mentors)
    return measured(lambda: preset_program(instance), Highs, limit)


def _cbc(mentees: int, mentors: int, limit: float) -> dict[str, object]:
    from benchmarks.peers.preset_program import preset_program

    return preset_program(_instance(mentees, mentors)).to_dict(limit)


def _instance(mentees: int, mentors: int):
    import prssmi_match as pm
    from benchmarks.peers.bare import instance_of
    from prssmi_match.compatibility import assess

    problem = pm.Problem.model_validate(cohort(mentees, mentors))
    return instance_of(assess(problem), seats=15, opened=6)


def _cases(mentees: int, mentors: int) -> tuple[Case, Case]:
    size = (mentees, mentors)
    whole = (
        Subject("pm.match", lambda: match_whole(cohort(*size), 120.0), 120.0),
        Subject("CP-SAT", partial(_bare, *size), 120.0),
        Subject(WAY, lambda: way(cohort(*size), 120.0), 120.0, grace=120.0),
    )
    first = (
        Subject("three tiers", lambda: search_tiers(cohort(*size), 60.0, 3), 60.0),
        Subject("HiGHS", partial(_highs, *size, 60.0), 60.0),
        Subject("CBC", Outside("cbc", partial(_cbc, *size, 60.0)), 60.0),
    )
    return Case(f"{mentees} x {mentors}", whole), Case(f"{mentees} x {mentors}, three tiers", first)


FAMILY = Family(
    "preset",
    "The preset of the program",
    "The match, under the preset of the program",
    ours=("pm.match", "three tiers"),
    note=(
        "Seeded random cohorts. `pm.match` is the whole call, with its checks and the record. CP-SAT is a plain "
        "script of the same tiers that is given the points, and explains, checks and records nothing "
        "(`benchmarks/peers/bare.py`). HiGHS and CBC (PuLP) are asked for the first three tiers: matched, review, "
        "fit. Medians where there was time for several."
    ),
    cases=tuple(case for size in SIZES for case in _cases(*size)),
)
