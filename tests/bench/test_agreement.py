from bench.rows import row
from benchmarks.agreement import compared, disagreements


def test_equal_proofs_agree():
    """Subjects that prove the same value agree; what is counted is proved by two of them."""
    rows = [
        row("a", values={"fit": 7, "rank": 1}),
        row("b", values={"fit": 7}),
        row("c", values={"rank": 1}, bounds={}),
    ]
    assert disagreements(rows) == []
    assert compared(rows) == 1


def test_two_proofs_of_different_values():
    """Two proved values of one aim are told, with who proves which."""
    rows = [row("a", values={"fit": 7}), row("b", values={"fit": 8})]
    assert disagreements(rows) == ["tests, one, fit: a proves 7, b proves 8"]


def test_more_than_another_proves():
    """A value that is found, not proved, must not be above one that is proved."""
    rows = [row("a", values={"fit": 7}), row("b", status="found", values={"fit": 9}, bounds={"fit": 12})]
    assert disagreements(rows) == ["tests, one, fit: b finds 9, above 7, which others prove"]


def test_fewer_than_proved_is_no_contradiction():
    """Who is out of time may have found less."""
    rows = [row("a", values={"fit": 7}), row("b", status="found", values={"fit": 5}, bounds={"fit": 12})]
    assert disagreements(rows) == []


def test_cases_are_kept_apart():
    """Values of different cases are never compared."""
    assert disagreements([row("a", values={"fit": 7}), row("a", case="two", values={"fit": 8})]) == []
