"""The ledger as a file: what is added, what stays, and what is said of a file that cannot be read."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest

import prssmi_match as pm
from prssmi_match import files
from prssmi_match.records.ledger import Cost, append_override, file, parse_ledger, read_ledger
from prssmi_match.records.ledger.model import (
    CapacityOverride,
    ForbidOverride,
    HoldOverride,
    PinOverride,
    SwapOverride,
    UndoOverride,
)

WHEN = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def pin(name="1", **fields):
    """Return a pin of one site to another."""
    stated = {"id": name, "when": WHEN, "who": "Dana Lee", "why": "Promised.", "mentee": "pine", "mentor": "oak"}
    return PinOverride(**{**stated, **fields})


EVERY = [
    pin(cost=Cost(status="optimal", moves=2, losses={"coverage": 0, "fit": -12, 'odd "name"': 3})),
    ForbidOverride(id="2", when=WHEN, who="D", why='They\nquarrel, \\ or "so".\x7f', mentee="élan", mentor="ø"),
    SwapOverride(id="3", when=WHEN, who="D", why="w", pairs=(("a", "b"), ("c", "d")), cost=Cost(status="infeasible")),
    HoldOverride(id="4", when=WHEN, who="D", why="Plans first.", mentee="pine"),
    CapacityOverride(id="5", when=WHEN, who="D", why="w", mentor="oak", max_mentees=0),
    UndoOverride(id="six", when=WHEN, who="D", why="w", undoes="4"),
]


def test_every_action_comes_back_as_it_was_written(tmp_path):
    """One block each, in order."""
    path = tmp_path / "overrides.toml"
    for override in EVERY:
        append_override(path, override)
    assert list(read_ledger(path).overrides) == EVERY


def test_adding_leaves_what_stands_there_alone(tmp_path):
    """A comment, odd spacing and a missing last line break stay; a difference of lines shows the new block only."""
    path = tmp_path / "overrides.toml"
    append_override(path, pin())
    before = (
        path.read_text(encoding="utf-8").replace('who = "Dana Lee"', 'who   =  "Dana Lee"  # the director') + "# note"
    )
    path.write_text(before, encoding="utf-8")
    append_override(path, pin("2"))
    after = path.read_text(encoding="utf-8")
    assert after.startswith(before)
    assert after.removeprefix(before).splitlines() == [
        "",
        "",
        "[[overrides]]",
        'id = "2"',
        "when = 2026-11-24T09:30:00Z",
        'who = "Dana Lee"',
        'why = "Promised."',
        'action = "pin"',
        'mentee = "pine"',
        'mentor = "oak"',
    ]


def test_no_file_is_no_decision(tmp_path):
    """Nothing was decided yet; an empty file says the same."""
    assert read_ledger(tmp_path / "none.toml").overrides == ()
    assert parse_ledger("").overrides == ()


def test_a_time_is_kept_as_the_same_moment(tmp_path):
    """Whatever the zone in which it was given."""
    there = WHEN.astimezone(timezone(timedelta(hours=-6)))
    append_override(tmp_path / "o.toml", pin(when=there))
    assert read_ledger(tmp_path / "o.toml").overrides[0].when == WHEN


GOOD = '[[overrides]]\nid = "1"\nwhen = 2026-11-24T09:30:00Z\nwho = "D"\nwhy = "w"\naction = "hold"\nmentee = "pine"\n'


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("[[overrides]", "malformed_toml", "not valid TOML"),
        (GOOD.replace('why = "w"\n', ""), "missing", "why"),
        (GOOD.replace('why = "w"', 'why = " "'), "string_pattern_mismatch", "why"),
        (GOOD.replace("hold", "holt"), "union_tag_invalid", "holt"),
        (GOOD.replace("Z", ""), "timezone_aware", "when"),
        (GOOD.replace('"1"', "1"), "string_type", "id"),
        (GOOD + 'mentor = "oak"\n', "extra_forbidden", "mentor"),
        (GOOD + GOOD, "duplicate_id", "'1'"),
        (GOOD.replace('"hold"\nmentee = "pine"', '"undo"\nundoes = "9"'), "unknown_id", "'9'"),
        ("other = 3\n" + GOOD, "extra_forbidden", "other"),
    ],
)
def test_what_is_wrong_is_named(text, code, words, tmp_path):
    """With the file, the place and a stable code; nothing is added to a file that cannot be read."""
    path = tmp_path / "overrides.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(pm.ProblemError) as error:
        read_ledger(path)
    (finding,) = error.value.findings
    assert finding.code == code
    assert finding.place.startswith("overrides.toml")
    assert words in f"{finding.place} {finding.sentence}"
    with pytest.raises(pm.ProblemError):
        append_override(path, pin("9"))
    assert path.read_text(encoding="utf-8") == text


ACTIONS = ("pin", "forbid", "swap", "hold", "capacity", "undo")


def test_all_that_is_wrong_is_said_at_once():
    """Fields, ids that stand twice and an undo of nothing, in words that name the override and say what to write."""
    text = "".join(
        [
            GOOD.replace('who = "D"\n', ""),
            GOOD.replace("2026-11-24T09:30:00Z", "2026-11-24"),
            GOOD.replace('"1"', '"2"').replace("2026-11-24T09:30:00Z", '"yesterday"'),
            GOOD.replace('"1"', '"3"').replace('mentee = "pine"', 'mentee = "pine"\nmentor = "oak"\nmente = "x"'),
            GOOD.replace('"1"', '"4"').replace('"hold"\nmentee = "pine"', '"undo"\nundoes = "9"'),
            GOOD.replace('"1"', "5").replace("hold", "holt"),
        ]
    )
    with pytest.raises(pm.ProblemError) as error:
        parse_ledger(text, "overrides.toml")
    moment = "should be a date and time with its zone and without quotes, such as 2026-11-24T09:30:00Z"
    assert [finding.sentence for finding in error.value.findings] == [
        "who of override '1' is missing.",
        f"when of override '1' {moment}, not 2026-11-24.",
        f"when of override '2' {moment}, not 'yesterday'.",
        "mentor of override '3' is not a known field.",
        "mente of override '3' is not a known field. Did you mean 'mentee'?",
        f"action of override number 6 is 'holt'. Did you mean 'hold'? Use one of: {', '.join(ACTIONS)}.",
        "Overrides number 1 and 2 have the same id '1'. Give each its own.",
        "Override '4' undoes '9', and no earlier override has that id.",
    ]


def test_two_writers_at_the_same_moment_lose_nothing(tmp_path, monkeypatch):
    """Everybody reads before anybody writes, unless they wait for each other: all decisions are in the file."""
    path, read = tmp_path / "overrides.toml", file.read_content

    def slowly(place):
        content = read(place)
        time.sleep(0.02)
        return content

    monkeypatch.setattr(file, "read_content", slowly)
    names = [str(number) for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda name: append_override(path, pin(name)), names))
    assert sorted(override.id for override in read_ledger(path).overrides) == names
    assert os.listdir(tmp_path) == ["overrides.toml"]  # noqa: PTH208 - names


def test_a_decision_that_somebody_else_numbered_meanwhile(tmp_path):
    """It is told what happened and what to do, and the file stays as it is."""
    path = tmp_path / "overrides.toml"
    append_override(path, pin())
    before = path.read_bytes()
    with pytest.raises(pm.ProblemError, match="somebody wrote one down meanwhile") as error:
        append_override(path, pin(why="Another."))
    assert [finding.code for finding in error.value.findings] == ["duplicate_id"]
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made(tmp_path):
    """An error that says so, and nothing is written."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(pm.OutputError, match="Nothing was written"):
        append_override(tmp_path / "file" / "overrides.toml", pin())


def test_an_encoding_that_is_not_utf_8():
    """A finding, no traceback."""
    with pytest.raises(pm.ProblemError) as error:
        parse_ledger(GOOD.replace("pine", "pïne").encode("latin-1"), "overrides.toml")
    assert error.value.findings[0].place.startswith("overrides.toml")


class Crash(BaseException):
    """The power fails."""


def test_a_crash_after_any_byte_leaves_the_old_or_the_new_ledger(tmp_path, monkeypatch):
    """The draft is cut off after each number of bytes in turn: the ledger is the old one, and no other file is left."""
    path = tmp_path / "overrides.toml"
    append_override(path, pin())
    old = path.read_bytes()
    append_override(path, pin("2"))
    new = path.read_bytes()
    for survive in range(len(new)):
        path.write_bytes(old)

        def cut(draft, content, survive=survive):
            draft.write_bytes(content[:survive])
            raise Crash

        with monkeypatch.context() as patch:
            patch.setattr(files, "_write_draft", cut)
            with pytest.raises(Crash):
                append_override(path, pin("2"))
        assert path.read_bytes() == old
        assert os.listdir(tmp_path) == ["overrides.toml"]  # noqa: PTH208 - names


@pytest.mark.parametrize("call", ["open", "fsync", "replace", "read"])
@pytest.mark.parametrize(
    "error", [OSError("disk full"), KeyboardInterrupt(), Crash()], ids=["os", "interrupt", "crash"]
)
@pytest.mark.parametrize("late", [False, True], ids=["before", "after"])
def test_a_failure_of_any_call_leaves_a_whole_ledger(tmp_path, monkeypatch, call, error, late):
    """Each call that touches the disk fails, before or after it did its work: old or new, never anything else."""
    path = tmp_path / "overrides.toml"
    append_override(path, pin())
    old = path.read_bytes()
    homes = {
        "open": (files.Path, "open"),
        "fsync": (os, "fsync"),
        "replace": (os, "replace"),
        "read": (files.Path, "read_bytes"),
    }
    home, name = homes[call]
    real = getattr(home, name)

    def failing(*arguments, **options):
        done = real(*arguments, **options) if late else None
        if hasattr(done, "close"):
            done.close()
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(home, name, failing)
        with pytest.raises((pm.OutputError, OSError, KeyboardInterrupt, Crash)):
            append_override(path, pin("2"))
    assert path.read_bytes() == old or [override.id for override in read_ledger(path).overrides] == ["1", "2"]
    assert os.listdir(tmp_path) == ["overrides.toml"]  # noqa: PTH208 - names
