"""Random problems, written as six survey systems write them, are read as the same problems."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import prssmi_match as pm
from exports.cohort import plain_document, without_ties
from exports.layout import write_folder
from exports.layouts import LAYOUTS
from property.strategies import documents
from prssmi_match.intake import examine
from prssmi_match.records.digest import canonical

NAMES = st.text(st.sampled_from("aZéß ,;|'\"=()[]-_/&.:9"), min_size=1, max_size=12)


@st.composite
def named_documents(draw):
    """Draw a document whose sites may have names with all marks that separate anything in some system."""
    document = plain_document(draw(documents()))
    document = {"mentees": [], "mentors": [], "pairs": [], "previous": []} | document
    for side in ("mentees", "mentors"):
        for site in document[side]:
            # A form offers each topic in one spelling.
            site["topics"] = {topic.casefold(): level for topic, level in site.get("topics", {}).items()}
            if draw(st.booleans()):
                # Brackets come in pairs, no name begins with what masks a formula, and no dash stands alone, as it does
                # between question and choice: nobody could tell them apart.
                name = draw(NAMES).replace("]", "").replace("[", "[9]").replace("-", "a-")
                site["name"] = f"{name} of {site['id']}".lstrip("' ")
    return plain_document(document) | {side: plain_document(document[side]) for side in ("mentees", "mentors")}


def is_the_same(document, layout):
    """Whether an export reads as the document that it was written from."""
    document = document if layout.ties else without_ties(document)
    try:
        expected = pm.Problem.model_validate(document)
    except ValueError:
        assume(False)
    with tempfile.TemporaryDirectory() as folder:
        write_folder(document, layout, Path(folder))
        reading = examine(folder)
    # Names that hold the separator can make a cell that nobody can read; then that is said.
    assume(not any(found.code == "ambiguous_list" for found in reading.findings))
    assert reading.problem is not None, [str(found) for found in reading.findings]
    return canonical(reading.problem) == canonical(expected)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_round_trip(layout):
    """Whatever a problem states comes back from every layout."""

    @settings(max_examples=12)
    @given(named_documents())
    def check(document):
        assert is_the_same(document, layout)

    check()


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_round_trip_at_length(layout):
    """The same for many more problems."""

    @settings(max_examples=150)
    @given(named_documents())
    def check(document):
        assert is_the_same(document, layout)

    check()
