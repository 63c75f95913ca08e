from unit.intake.mapping.surveys import apply, survey_of

HEADER = ["id", "org", "size"]
FIELDS = {"organization": {"question": "org"}, "team_size": {"question": "size"}}


def told(findings):
    """Return code, row and severity of every finding."""
    return [(found.code, found.spot.row, found.severity) for found in findings]


def test_the_last_complete_submission_counts():
    """Of several by one organization the last complete one wins by time, whatever the order of rows; all are told."""
    survey = survey_of(
        HEADER,
        ["a", "Pine Sheriff", "5"],
        ["b", "PINE  sheriff", "3"],
        ["c", "Pine Sheriff", "7"],
        ["d", "Lake Court", "2"],
        complete=[True, True, False, True],
        submitted=["2026-03-02 10:00", "2026-03-01 09:00", "2026-03-09 09:00", "2026-03-01 08:00"],
    )
    rows, findings = apply(survey, FIELDS, one_per="organization")
    assert [(row["id"], row["team_size"]) for row in rows] == [("a", 5), ("d", 2)]
    assert told(findings) == [("repeated_response", 3, "warning"), ("partial_response", 4, "warning")]


def test_without_times_the_lowest_counts():
    """Where no time is known, the row that stands lowest is the last, and the finding says so."""
    survey = survey_of(HEADER, ["a", "Pine", "5"], ["a", "Pine", "3"])
    rows, findings = apply(survey, FIELDS)
    assert [(row["id"], row["team_size"]) for row in rows] == [("a", 3)]
    assert "it stands lowest" in findings[0].sentence


def test_unfinished_submissions():
    """They are left out and told; kept on request, but only where a site has no finished one."""
    survey = survey_of(
        HEADER, ["a", "Pine", "5"], ["a", "Pine", "3"], ["b", "Lake", None], complete=[True, False, False]
    )
    rows, findings = apply(survey, FIELDS)
    assert [(row["id"], row["team_size"]) for row in rows] == [("a", 5)]
    assert [found.code for found in findings] == ["partial_response", "partial_response"]
    assert "has no other" in findings[1].sentence
    rows, findings = apply(survey, FIELDS, partial="keep")
    assert [row["id"] for row in rows] == ["a", "b"]


def test_sites_without_an_organization_are_not_repeats():
    """A blank answer is unknown: two sites that leave it blank are two sites."""
    survey = survey_of(HEADER, ["a", None, "5"], ["b", None, "3"], [None, None, "2"], [None, None, "1"])
    rows, findings = apply(survey, FIELDS, one_per="organization")
    assert [row.get("id") for row in rows] == ["a", "b", None, None]
    assert findings == []


def test_ids_are_made_of_names():
    """Without a question for it, or with slug, the id is the name in plain letters."""
    survey = survey_of(["id", "name"], ["St. Mary's Çounty", "Pine"])
    rows, _ = apply(survey, {"id": {"question": "id", "slug": True}, "name": {"question": "name"}})
    assert rows[0]["id"] == "st-mary-s-county"


def test_questions_that_nobody_uses():
    """Each is told with its text, unless it is blank, or left out on purpose."""
    survey = survey_of(["id", "Q1", "Q2", "Q3"], ["a", "x", "y", None])
    _, findings = apply(survey, {}, left_out=["Q2"])
    assert [(found.code, found.found, found.spot.cell, found.severity) for found in findings] == [
        ("unused_column", "Text of Q1", "B1", "warning")
    ]


def test_questions_that_are_not_there():
    """A mapping that names an unknown question is told what is near, and its place in the mapping."""
    survey = survey_of(["id", "Q11"], ["a", "x"])
    rows, findings = apply(survey, {"name": {"question": "Q1l"}}, left_out=["Q11"])
    assert rows == [{"id": "a"}]
    assert [(found.code, found.place) for found in findings] == [
        ("unknown_question", "mapping.toml, mentees.fields.name.question")
    ]
    assert "'Q11'" in findings[0].sentence
