import pytest
from hypothesis import given
from hypothesis import strategies as st

from prssmi_match.intake.mapping.options import split_options

KNOWN = ["Courts, jails", "Police", "Fire; EMS", "Other"]


@pytest.mark.parametrize(
    ("text", "separator", "options"),
    [
        ("Courts, jails, Police", ",", ("Courts, jails", "Police")),
        ("police,COURTS,  jails", ",", ("Police", "Courts, jails")),
        ("Police;Fire; EMS;", ";", ("Police", "Fire; EMS")),
        ("", ",", ()),
        ("Police, Sheriff", ",", ("Police", "Sheriff")),
        ("Sheriff; Clerk", ";", ("Sheriff", "Clerk")),
    ],
)
def test_options_are_found_by_the_known_list(text, separator, options):
    """An option may hold the separator, and is given as it is known; a lone unknown text is an option of its own."""
    split = split_options(text, separator, KNOWN)
    assert (split.options, split.ambiguous, split.unsplit) == (options, False, ())


def test_unknown_text_is_not_split_at_commas():
    """Nobody knows whether two unknown pieces are two options, so they are given as one text."""
    split = split_options("Police, Sheriff, jailers", ",", KNOWN)
    assert (split.options, split.unsplit) == (("Police",), ("Sheriff, jailers",))


def test_two_readings_are_told():
    """Where the known options can be joined in two ways, no way is taken in silence."""
    assert split_options("a, b", ",", ["a", "b", "a, b"]).ambiguous
    assert not split_options("a, b", ",", ["a", "a, b"]).ambiguous


@given(
    st.lists(st.text(st.sampled_from("ab ,;"), min_size=1, max_size=5), max_size=5),
    st.lists(st.integers(0, 4), max_size=4),
    st.sampled_from(",;"),
)
def test_joined_options_are_found_again(options, picks, separator):
    """Options that were joined come back, unless the cell can be read in another way too."""
    known = [" ".join(option.split()) for option in options if any(piece.strip() for piece in option.split(separator))]
    # A reader cannot see pieces that are blank.
    known = [option for option in known if all(piece.strip() for piece in option.split(separator))]
    chosen = [known[pick % len(known)] for pick in picks] if known else []
    split = split_options(f"{separator} ".join(chosen), separator, known)
    assert not split.unsplit
    if not split.ambiguous:
        found = [separator.join(piece.strip() for piece in option.split(separator)) for option in split.options]
        assert found == [separator.join(piece.strip() for piece in option.split(separator)) for option in chosen]


@given(st.text(st.sampled_from("ab ,;\n"), max_size=30), st.lists(st.text(st.sampled_from("ab ,;"), max_size=5)))
def test_nothing_is_lost(text, known):
    """Every letter of a cell is in an option, or in a text that is told."""
    split = split_options(text, ",", known)
    letters = "".join([*split.options, *split.unsplit])
    assert sorted(letter for letter in letters if letter in "ab;") == sorted(mark for mark in text if mark in "ab;")
