from __future__ import annotations

import json

import pandas as pd

from prssmi_match.errors import Finding, Spot
from prssmi_match.reporting.findings import findings_frame

HERE = Finding(
    "not_a_number", "mentees.csv row 3, column score", "high", "a number", "Write digits.",
    spot=Spot("mentees.csv", "", 3, "score", 27, "How many points?"),
)  # fmt: skip
NOWHERE = Finding("unknown_id", "mentees[0].id", "", "", "Who is this?", "warning")


def test_the_frame_has_one_row_a_finding():
    """The columns are those that were promised, in order, and the rows stand in the order of the findings."""
    frame = findings_frame([NOWHERE, HERE])
    assert [*frame.columns] == [
        "severity", "file", "sheet", "row", "column", "cell", "question", "found", "expected", "sentence", "code",
        "place",
    ]  # fmt: skip
    assert [*frame.loc[1]] == [
        "error", "mentees.csv", "", 3, "score", "AB3", "How many points?", "high", "a number", "Write digits.",
        "not_a_number", "mentees.csv row 3, column score",
    ]  # fmt: skip
    assert [*frame["severity"]] == ["warning", "error"]


def test_what_has_no_place_is_empty_and_its_row_missing():
    """Rows stay whole numbers though one is missing; texts are never missing."""
    frame = findings_frame([NOWHERE, HERE])
    assert frame["row"].dtype == "Int64"
    assert frame["row"].isna().tolist() == [True, False]
    assert frame.loc[0, ["file", "sheet", "column", "cell", "question"]].tolist() == [""] * 5
    assert not frame.drop(columns="row").isna().to_numpy().any()


def test_no_findings_give_a_frame_without_rows():
    """The columns and their types are there all the same, so that frames can be put together."""
    empty = findings_frame([])
    assert empty.empty
    assert empty.dtypes.equals(findings_frame([HERE]).dtypes)
    assert len(pd.concat([empty, findings_frame([HERE])])) == 1


def test_the_frame_says_what_json_says():
    """A finding is the same in both, wherever both name a field."""
    fields = json.loads(json.dumps(HERE.as_dict()))
    assert {name: findings_frame([HERE]).loc[0, name] for name in fields} == fields
