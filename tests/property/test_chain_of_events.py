"""The life of a match: thirty events in a row; after each the answer verifies, and nothing that was decided is lost."""

from __future__ import annotations

import contextlib
import random
from datetime import UTC, datetime, timedelta

import pytest

import prssmi_match as pm
from prssmi_match.records.ledger import active, append_override, apply_ledger, read_ledger, record_override
from prssmi_match.records.run_record import parse_record

EVENTS = [
    "withdraw_mentee",
    "withdraw_mentor",
    "join_mentee",
    "join_mentor",
    "pin",
    "forbid",
    "swap",
    "hold",
    "capacity",
    "undo",
    "undo",
]
BEGIN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
SETTINGS = ["diversion", "alternatives_to_incarceration", "child_welfare"]


class Program:
    """A program of its own making: the document, the ledger on disk, the announced pairs, and all decisions."""

    def __init__(self, seed, path):
        self.rng = random.Random(seed)
        self.path = path
        self.announced = []
        self.decided = []
        self.mentees = [self._mentee(number) for number in range(9)]
        self.mentors = [self._mentor(number) for number in range(4)]

    def _mentee(self, number):
        return {
            "id": f"m{number:02}",
            "review_score": self.rng.randint(600, 990) / 10,
            "settings": self.rng.sample(SETTINGS, self.rng.choice([0, 1, 2])),
            "preferences": [[f"o{other}"] for other in self.rng.sample(range(4), self.rng.randint(0, 3))],
            "status": self.rng.choice(["ready", "ready", "ready", "provisional"]),
        }

    def _mentor(self, number):
        return {
            "id": f"o{number}",
            "max_mentees": self.rng.randint(1, 3),
            "settings": self.rng.sample(SETTINGS, self.rng.choice([0, 2, 3])),
        }

    @property
    def problem(self):
        """The document as it is now, without the decisions."""
        previous = [{"mentee": mentee, "mentor": mentor} for mentee, mentor in self.announced]
        return pm.Problem.model_validate({"mentees": self.mentees, "mentors": self.mentors, "previous": previous})

    def happens(self, event, day):
        """Let an event happen; a decision that the library refuses changes nothing."""
        match event:
            case "withdraw_mentee":
                self.rng.choice(self.mentees)["status"] = "withdrawn"
            case "withdraw_mentor":
                staying = [row for row in self.mentors if row.get("status") != "withdrawn"]
                if len(staying) > 2:
                    self.rng.choice(staying)["status"] = "withdrawn"
            case "join_mentee":
                self.mentees.append(self._mentee(len(self.mentees)))
            case "join_mentor":
                self.mentors.append(self._mentor(len(self.mentors)))
            case _:
                self._decide(event, day)

    def _decide(self, event, day):
        mentees = [self.rng.choice(self.mentees)["id"] for _ in range(2)]
        mentor = self.rng.choice(self.mentors)["id"]
        ledger = read_ledger(self.path)
        action = {
            "pin": {"mentee": mentees[0], "mentor": mentor},
            "forbid": {"mentee": mentees[0], "mentor": mentor},
            "swap": {"mentees": mentees},
            "hold": {"mentee": mentees[0]},
            "capacity": {"mentor": mentor, "max_mentees": self.rng.randint(0, 4)},
            "undo": {"undoes": str(self.rng.randint(1, len(ledger.overrides) + 1))},
        }[event]
        before = self.path.read_bytes() if self.path.exists() else b""
        moment = BEGIN + timedelta(days=day)
        stated = {"action": event, **action}
        with contextlib.suppress(pm.ProblemError):
            recorded = record_override(ledger, self.problem, stated, who="Dana Lee", why=f"Day {day}", when=moment)
            append_override(self.path, recorded.override)
            self.decided.append(recorded.override)
        assert (self.path.read_bytes() if self.path.exists() else b"").startswith(before)


@pytest.mark.parametrize("seed", range(4))
def test_thirty_events(seed, tmp_path):
    """Every decision stays in the ledger as it was made, those in force are kept, every answer verifies and replays."""
    program = Program(seed, tmp_path / "overrides.toml")
    seen, answers = set(), 0
    for day in range(30):
        event = program.rng.choice(EVENTS)
        seen.add(event)
        program.happens(event, day)
        ledger = read_ledger(program.path)
        assert list(ledger.overrides) == program.decided
        applied = apply_ledger(program.problem, ledger)
        assert len(applied.overrides) + sum(
            row.code in {"unknown_id", "min_above_max"} for row in applied.findings
        ) == (len(active(ledger)))
        result = pm.rematch(applied.problem)
        replay = pm.replay(parse_record(pm.record(result, overrides=ledger).model_dump_json()), problem=result.problem)
        assert (replay.same, replay.differences) == (True, ())
        if not result.has_matching:
            assert result.conflict.members
            continue
        assert pm.verify(applied.problem, result.matching).valid
        for override in applied.overrides:
            _is_kept(override, result.matching, applied.problem)
        answers += 1
        before = set(program.announced)
        program.announced = [pair.key for pair in result.matching.pairs]
        assert result.kept == len(before & set(program.announced))
    assert len(seen) > 6
    assert answers > 10
    assert program.decided


def _is_kept(override, matching, problem):
    """Hold one decision against an answer."""
    match override.action:
        case "pin":
            assert matching.mentor_of(override.mentee) == override.mentor
        case "forbid":
            assert matching.mentor_of(override.mentee) != override.mentor
        case "swap":
            assert all(matching.mentor_of(mentee) == mentor for mentee, mentor in override.pairs)
        case "hold":
            assert matching.mentor_of(override.mentee) is None
        case "capacity":
            assert len(matching.mentees_of(override.mentor)) <= problem.mentor_by_id[override.mentor].max_mentees
