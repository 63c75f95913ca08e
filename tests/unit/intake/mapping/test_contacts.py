import pytest

from prssmi_match.intake.mapping.contacts import is_contact
from unit.intake.mapping.surveys import apply, survey_of


@pytest.mark.parametrize(
    "text",
    [
        "Email", "E-mail address", "Your e-mail", "Phone number", "Telephone", "First Name", "Last name", "contactName",
        "Name of the program director", "Contact person", "Primary contact", "Mailing address", "IP Address",
        "Director's name", "contact_email", "Your full name", "Zip code", "Name of primary contact",
    ],
)  # fmt: skip
def test_what_leads_to_a_person_is_known(text):
    """Questions for names of people, addresses and numbers are contact data."""
    assert is_contact(text)


@pytest.mark.parametrize(
    "text",
    [
        "Name of your organization", "Site name", "Agency", "State", "Which settings?", "How many people travel?",
        "Name of the program", "Do you have contacts to first responders?", "Telephone recovery coaching offered?x",
    ],
)  # fmt: skip
def test_what_describes_a_site_is_not_contact_data(text):
    """Questions about the site are not taken for contact data."""
    assert is_contact(text) == (text.startswith("Telephone"))  # a doubt is decided for privacy


HEADER = ["id", "who", "Q2", "email"]
ROWS = [["pine", "a@example.org", "4", "x@example.org"], ["lake", "b@example.org", "3", None]]


def test_contact_columns_are_left_out():
    """Neither by its title nor by its cells does a contact column get into a field or a finding."""
    rows, findings = apply(survey_of(HEADER, *ROWS), {"team_size": {"question": "Q2"}})
    assert rows == [{"id": "pine", "team_size": 4}, {"id": "lake", "team_size": 3}]
    assert findings == []


def test_contact_columns_fill_no_field_unless_asked():
    """Mapping one is an error that names the way out; asked for, it is read."""
    fields = {"attributes.mail": {"question": "who"}}
    rows, findings = apply(survey_of(HEADER, *ROWS), fields, left_out=["Q2"])
    assert [finding.code for finding in findings] == ["contact_column"]
    assert "keep_contacts" in findings[0].sentence
    assert "example.org" not in repr((rows, findings))
    rows, findings = apply(survey_of(HEADER, *ROWS), fields, keep_contacts=True, left_out=["Q2", "email"])
    assert rows[0]["attributes.mail"] == "a@example.org"
    assert findings == []
