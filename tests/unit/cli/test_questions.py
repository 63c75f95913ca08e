"""What all commands share that put a question to an answer."""

from __future__ import annotations

import json

import pytest

from prssmi_match.cli import asking
from unit.cli.documents import NO_ANSWER, SPRING

COMMANDS = [
    ("explain", "-"),
    ("why-not", "-", "pine", "yew"),
    ("alternatives", "-"),
    ("what-if", "-", "certainty"),
    ("what-if", "-", "slots"),
    ("what-if", "-", "pairs"),
    ("what-if", "-", "rules"),
    ("what-if", "-", "weights"),
    ("what-if", "-", "give-up", "--tier", "review"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_each_tells_in_words_and_names(run, command):
    """Exit code 0; a title, and names of sites instead of ids; nothing on standard error."""
    code, out, err = run(*command, stdin=SPRING)
    assert (code, err) == (0, "")
    title, line, *rest = out.splitlines()
    assert line == "-" * len(title)
    assert rest
    assert not {"pine", "reed", "moss", "oak", "elm", "yew"} & set(out.replace(".", " ").replace(",", " ").split())


@pytest.mark.parametrize("command", COMMANDS)
def test_each_gives_json(run, command):
    """The part of the answer as it is in Python; nothing else on standard output."""
    code, out, _ = run(*command, "--json", stdin=SPRING)
    assert code == 0
    assert isinstance(json.loads(out), dict)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_names_the_conflict_where_there_is_no_answer(run, command):
    """Exit code 3 and the conflict, as ``match`` says it."""
    command = [word.replace("yew", "oak") for word in command]
    code, out, _ = run(*command, stdin=NO_ANSWER)
    assert code == 3
    assert "Pine County does not accept Oak City." in out
    code, out, _ = run(*command, "--json", stdin=NO_ANSWER)
    assert (code, json.loads(out)["status"]) == (3, "infeasible")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_ends_with_1_where_time_is_up(run, command):
    """Without time there is no answer to ask about, and that is said."""
    code, out, _ = run(*command, "--time-limit", "0", stdin=SPRING)
    assert code == 1
    assert "Allow more time." in out


@pytest.mark.parametrize("command", COMMANDS)
def test_each_takes_bad_input_as_match_does(run, command):
    """Exit code 4 with the findings of the document."""
    assert run(*command, stdin='{"mentees": [{}]}')[0] == 4


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_not_proved_is_exit_code_1(run, monkeypatch, command):
    """An answer that is proved, with a question that ran out of time."""

    class Over:
        left = 0.0

        def __init__(self, _):
            pass

    monkeypatch.setattr(asking, "Clock", Over)
    code, out, _ = run(*command, stdin=SPRING)
    assert code == 1
    assert out


@pytest.mark.parametrize(("patience", "told"), [(0.0, True), (1e9, False)])
def test_progress_is_told_to_a_person_who_waits(run, monkeypatch, patience, told):
    """On a terminal, and only once it takes long: what is worked on, and how many of how many are done."""
    monkeypatch.setattr("prssmi_match.cli.progress.PATIENCE", patience)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    code, out, err = run("what-if", "-", "slots", "--json", stdin=SPRING)
    assert (code, json.loads(out)["complete"]) == (0, True)
    assert ("places: 6 of 6" in err) == told
    assert ("best so far" in err) == told


def test_the_lines_fit_the_screen(run, monkeypatch):
    """Text is wrapped to the width of the terminal."""
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, run("explain", "-", stdin=SPRING)[1].splitlines())) <= 50


@pytest.mark.parametrize(("word", "found"), [("pine", "pine"), ("Pine County", "pine"), (" PINE  county", "pine")])
def test_a_site_is_named_by_id_or_name(run, word, found):
    """An id, a name, or either of them in other letters."""
    code, out, _ = run("why-not", "-", word, "--json", stdin=SPRING)
    assert (code, json.loads(out)["mentee"]) == (0, found)


@pytest.mark.parametrize(
    ("arguments", "place", "sentence"),
    [
        (["Pien County"], "MENTEE", "There is no mentee 'Pien County'. Did you mean 'Pine County'?"),
        (["--mentee", "zzz"], "--mentee", "There is no mentee 'zzz'."),
        (["pine", "okk"], "MENTOR", "There is no mentor 'okk'. Did you mean 'oak'?"),
        (["oak"], "MENTEE", "There is no mentee 'oak'. There is a mentor of that name: give it with --mentor."),
        (["Twin Falls"], "MENTEE", "2 mentees are called 'Twin Falls'. Use an id: twin, twin-2."),
    ],
)
def test_a_site_that_is_not_known_is_bad_input(run, arguments, place, sentence):
    """Exit code 4 with the argument, what was found there and what was probably meant."""
    code, out, _ = run("why-not", "-", *arguments, "--json", stdin=SPRING)
    [finding] = json.loads(out)["findings"]
    assert (code, finding["place"], finding["sentence"]) == (4, place, sentence)
    assert finding["found"] in arguments


def test_every_unknown_aim_is_told_the_same_way(run):
    """An aim that is not known is bad input, with those that there are."""
    for command in (["what-if", "-", "give-up", "--tier"], ["alternatives", "-", "--kind", "different", "--within"]):
        code, _, err = run(*command, "reveiw" if command[0] == "what-if" else "reveiw=2", stdin=SPRING)
        assert code == 4
        assert f"{command[-1]}: 'reveiw' is no aim that can be named here. Did you mean 'review'?" in err
