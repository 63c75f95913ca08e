"""The examples of plugging in: a third party's survey reader, and an intake system on a real PostgreSQL."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import pytest

import prssmi_match as pm

EXAMPLES = Path(__file__).parents[2] / "examples" / "plug_in"
DSN = "PRSSMI_MATCH_POSTGRES"
EXPORT = """Acme Forms,,,,
state,sent,code,name,choices
,,Code,What are you called?,"Mentors, best first"
done,2027-01-02,pine,Pine County,Oak City/elm
open,2027-01-03,lake,Lake Parish,
done,2027-01-04,bay,Bay Township,
"""
MAPPING = """
[mentees]
file = "acme.csv"
fields.id.question = "code"
fields.name.question = "name"
fields.preferences.question = "choices"
"""


@pytest.fixture(scope="module")
def acme(tmp_path_factory):
    """Install the third party's package into a folder of its own, and return the environment that sees it."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run(
        [*command, "--disable-pip-version-check", "--target", str(target), str(EXAMPLES / "acme_forms")], check=True
    )
    return os.environ | {"PYTHONPATH": str(target)}


@pytest.fixture
def folder(tmp_path):
    """Return a folder with an export of the third party's system."""
    (tmp_path / "acme.csv").write_text(EXPORT)
    (tmp_path / "mapping.toml").write_text(MAPPING)
    (tmp_path / "mentors.csv").write_text("id,name\noak,Oak City\nelm,Elm County\n")
    return tmp_path


def convert(folder, environment):
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "prssmi_match", "convert", str(folder)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_third_party_reader(acme, folder):
    """Once its package is installed, the export is recognized by itself and read like any other."""
    done = convert(folder, acme)
    assert done.returncode == 0, done.stderr
    assert "an export of Acme Forms (its first cell says so)" in done.stderr
    mentees = json.loads(done.stdout)["mentees"]
    assert mentees == [
        {"id": "pine", "name": "Pine County", "preferences": [["oak"], ["elm"]]},
        {"id": "bay", "name": "Bay Township"},
    ]


def test_without_the_package_the_system_is_unknown(folder):
    """The finding lists the systems that are known, and how to name one."""
    done = convert(folder, dict(os.environ))
    assert done.returncode == 4
    assert "name it in the mapping" in done.stderr
    assert "limesurvey" in done.stderr


@pytest.fixture(scope="module")
def intake():
    """Return the example program as a module."""
    pytest.importorskip("psycopg", reason="the intake system of the example needs psycopg (extra dev)")
    spec = importlib.util.spec_from_file_location("match_round", EXAMPLES / "intake_system" / "match_round.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def connection(intake):
    """Return a connection with the example's tables in a schema of its own."""
    if DSN not in os.environ:
        if "CI" in os.environ:
            pytest.fail(f"CI has no PostgreSQL: {DSN} is not set")
        pytest.skip(f"needs a PostgreSQL database: set {DSN} to its address, such as postgresql:///test")
    schema = f"test_{uuid4().hex}"
    with intake.psycopg.connect(os.environ[DSN], autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
        connection.execute(f"SET search_path TO {schema}")
        for name in ("schema.sql", "sample.sql"):
            connection.execute((EXAMPLES / "intake_system" / name).read_text())
        yield connection
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


def written(connection):
    """Return the matches that the database holds."""
    return dict(connection.execute("SELECT site_code, mentor_code FROM matches WHERE round = 2027").fetchall())


def test_a_round_is_matched_and_written_back(intake, connection):
    """The database holds the proved answer, with a reason for every site, and a result that reads back and verifies."""
    result = intake.match_round(connection, 2027)
    assert result.status == "optimal"
    assert {pair.mentee: pair.mentor for pair in result.matching.pairs} == {
        site: mentor for site, mentor in written(connection).items() if mentor is not None
    }
    assert {*written(connection)} == {"pine", "lake", "fjord", "bay", "fen"}  # moor is on hold
    reasons = connection.execute("SELECT reason FROM matches").fetchall()
    assert all(reason for (reason,) in reasons)
    ((status, digest, stored),) = connection.execute("SELECT status, digest, result FROM rounds").fetchall()
    assert (status, digest) == ("optimal", result.provenance.digest)
    matching = pm.Matching.model_validate(stored["matching"])
    assert pm.verify(intake.read_applications(connection), matching).valid


def test_the_same_tables_give_the_same_answer(intake, connection):
    """The order of rows in the database plays no role, and a round that is matched again replaces itself."""
    intake.match_round(connection, 2027)
    before = written(connection)
    connection.execute("UPDATE applications SET county = county WHERE site_code = 'pine'")  # moves the row to the end
    intake.match_round(connection, 2027)
    assert written(connection) == before


def test_bad_rows_change_nothing(intake, connection):
    """Every finding names row and column of the query, and the round that was there stays."""
    intake.match_round(connection, 2027)
    before = written(connection)
    connection.execute("UPDATE applications SET team = -1, choices = '{oka}' WHERE site_code = 'bay'")
    with pytest.raises(pm.errors.ProblemError) as caught:
        intake.match_round(connection, 2027)
    assert sorted((found.code, found.place.partition(", ")[2]) for found in caught.value.findings) == [
        ("greater_than_equal", "column team"),
        ("unknown_id", "column choices"),
    ]
    assert written(connection) == before


def test_a_write_that_fails_leaves_the_last_round(intake, connection):
    """The answer is written whole or not at all."""
    intake.match_round(connection, 2027)
    before = written(connection)
    connection.execute("ALTER TABLE matches ADD CONSTRAINT never CHECK (reason = '') NOT VALID")
    with pytest.raises(intake.psycopg.errors.CheckViolation):
        intake.match_round(connection, 2027)
    assert written(connection) == before
