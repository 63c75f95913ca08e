from prssmi_match.intake.grid import Grid, Row
from prssmi_match.intake.mapping import near_topics


def grid(*topics):
    """Return a table whose rows state these topics."""
    rows = tuple(Row(f"row {n}", (f"s{n}", dict.fromkeys(own, 3)), n) for n, own in enumerate(topics, start=2))
    return Grid("answers.csv", ("id", "topics"), rows, file="answers.csv")


def test_the_rarer_spelling_is_shown():
    """A topic that looks like a more frequent one is told once, at its row; it stays a topic of its own."""
    tables = [
        grid(["peer workforces"], ["peer workforce"]),
        grid(["Peer  Workforce"], ["peer workforces"], ["courts"], ["peer workforce"]),
    ]
    (finding,) = near_topics(tables)
    assert (finding.code, finding.severity, finding.found, finding.place) == (
        "near_topic",
        "warning",
        "peer workforces",
        "answers.csv row 2",
    )
    assert '"peer workforces" = "peer workforce"' in finding.sentence


def test_two_that_are_as_frequent_are_told_once():
    """Of two spellings stated equally often, one is told, whatever the order of rows."""
    found = [finding.found for finding in near_topics([grid(["jail in-reach"], ["jail inreach"])])]
    again = [finding.found for finding in near_topics([grid(["jail inreach"], ["jail in-reach"])])]
    assert len(found) == 1
    assert found == again


def test_different_topics_and_no_topics():
    """Topics that differ by more than a slip, and tables without topics, give no warning."""
    assert list(near_topics([grid(["peer workforce"], ["peer supervision"], []), Grid("a", ("id",), ())])) == []
