"""How surveys ask for the fields, and how they word the known values: what likeness is measured against."""

from __future__ import annotations

from prssmi_match.problem.text import fold

__all__ = ["FIELDS", "ORDINALS", "SCALES", "STATES", "phrases_of", "values_of"]

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "site id", "site code", "site number", "application id", "application number", "reference number"),
    "name": (
        "name", "site name", "name of your site", "site called", "program name", "name of your program",
        "program called", "jurisdiction", "name of your jurisdiction", "name of your county", "community name",
    ),
    "organization": (
        "organization", "organisation", "organization name", "name of your organization", "agency", "agency name",
        "name of your agency", "lead agency", "applicant organization", "applicant agency",
        "organization runs the program", "organization runs it", "fiscal agent",
    ),
    "state": ("state", "state or territory", "state located", "state of your site", "state of your program"),
    "settings": (
        "settings", "program settings", "settings your program serves", "settings your program works in",
        "program type", "type of program", "program focus", "focus area of the program", "criminal justice settings",
    ),
    "locale": (
        "locale", "area type", "type of area", "urban or rural", "urban suburban rural tribal", "type of community",
        "community type", "describes the area", "describes your community", "describes your jurisdiction",
        "geographic setting", "geography",
    ),
    "review_score": (
        "review score", "score of the review", "reviewer score", "application score", "rubric score", "total score",
        "average score",
    ),
    "topics": (
        "topics", "topics of interest", "topics of priority", "priority topics", "learning topics", "topic areas",
        "topics matter", "topics to learn about", "topics help with", "areas of expertise", "topics of expertise",
        "expertise", "topics can teach", "rate your expertise", "rate the topics", "technical assistance topics",
    ),
    "preferences": (
        "preferences", "preferred sites", "rank sites", "rank the sites", "rank mentors", "rank mentees",
        "rank the mentor sites", "rank the mentee sites", "rank your choices", "preferred mentors",
        "preferred mentees", "order of preference", "sites in order of preference", "site preferences",
        "mentor preference", "mentee preference", "choice", "choice of site", "choice of mentor", "choice of mentee",
        "mentor choice", "mentee choice", "like to be matched with", "sites prefer to work with",
    ),
    "unacceptable": (
        "unacceptable", "unacceptable sites", "cannot work with", "sites cannot work with", "not work with",
        "not want to work with", "sites do not want to work with", "not be paired with", "not be matched with",
        "do not match with", "sites to avoid", "sites to exclude", "conflict of interest with sites",
    ),
    "location": ("latitude longitude", "latitude and longitude", "coordinates", "location", "geographic coordinates"),
    "latitude": ("latitude", "site latitude"),
    "longitude": ("longitude", "site longitude"),
    "status": ("status", "application status", "readiness", "readiness status", "ready to start", "availability"),
    "stage": (
        "stage", "program stage", "stage of the program", "stage of development", "stage of implementation",
        "how far along the program", "how long has your program been running", "new or early stage", "program phase",
    ),
    "team_size": (
        "team size", "size of your team", "people on your team", "team members", "number of team members",
        "individuals on your team", "people in the team",
    ),
    "travelers": (
        "travelers", "number of travelers", "people would travel", "people travel to the site visit",
        "travel to the visit", "people attend the site visit", "team members travel", "come to the visit",
        "people come to the visit", "team members attend the site visit", "team members travel to the site visit",
    ),
    "workload": ("workload", "work units", "mentoring workload", "workload units"),
    "prior_mentors": (
        "prior mentors", "previous mentors", "past mentors", "worked with before", "work with before",
        "worked with", "previously worked with", "already worked with", "worked with in the past",
        "mentor sites worked with", "mentored by before",
    ),
    "locales_served": (
        "locales served", "locales you serve", "areas you serve", "areas served", "other areas you serve",
        "communities served", "types of communities you serve", "types of areas you serve",
    ),
    "min_mentees": (
        "min mentees", "minimum mentees", "minimum number of mentees", "at least how many mentees", "fewest mentees",
        "minimum number of mentee sites",
    ),
    "max_mentees": (
        "max mentees", "maximum mentees", "maximum number of mentees", "at most how many mentees", "mentees host",
        "mentee sites host", "mentees can you take", "mentees can you support", "mentees can you mentor",
        "number of mentees", "mentee capacity", "maximum number of mentee sites", "capacity",
    ),
    "max_workload": ("max workload", "maximum workload", "at most how many work units", "most work units"),
}  # fmt: skip
"""What the questions for a field say; compared without the words that every question has."""

_VALUES: dict[str, dict[str, tuple[str, ...]]] = {
    "settings": {
        "diversion": ("diversion", "pre-arrest diversion", "jail diversion", "law enforcement diversion", "deflection"),
        "alternatives_to_incarceration": (
            "alternatives to incarceration", "alternative to incarceration", "incarceration alternatives", "ATI",
        ),
        "child_welfare": ("child welfare", "child protective services", "child protection"),
        "other_criminal_justice": ("other criminal justice", "other criminal justice program"),
    },
    "locale": {
        "urban": ("urban", "city", "big city", "metropolitan"),
        "suburban": ("suburban", "suburb"),
        "rural": ("rural", "countryside", "small town", "frontier"),
        "tribal": ("tribal", "tribal land", "tribe", "reservation", "tribal nation"),
    },
    "stage": {
        "new": ("new", "just starting", "not yet started", "planning", "in planning", "not started yet"),
        "early": ("early", "early stage", "less than two years", "less than 2 years", "first two years"),
    },
    "status": {
        "ready": ("ready", "ready to start", "ready now"),
        "provisional": ("provisional", "provisionally ready", "conditional"),
        "hold": ("hold", "on hold", "not ready", "not ready yet", "postponed", "waiting"),
        "active": ("active", "available", "taking part"),
        "withdrawn": ("withdrawn", "withdrew", "not available", "inactive", "declined"),
    },
}  # fmt: skip
_VALUES["locales_served"] = _VALUES["locale"]

STATES = frozenset((  # noqa: SIM905 - reads as words
    "AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT NC ND NE NH NJ NM NV NY "
    "OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY"
).split())  # fmt: skip
"""The states and territories of the United States, as the post writes them."""

ORDINALS = {
    word: number
    for number, words in enumerate(
        (("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"), ("fifth", "5th")), start=1
    )
    for word in words
}
"""Ranks in words; the levels of a mapping end at 5."""

SCALES: dict[int, tuple[str, ...]] = {
    5: ("very important", "extremely important", "very high", "expert", "essential", "very much"),
    4: ("important", "high", "advanced", "experienced", "much"),
    3: ("moderately important", "medium", "moderate", "some experience", "neutral"),
    2: ("slightly important", "somewhat important", "low", "little", "a little"),
    1: ("not important", "not at all important", "very low", "none", "no experience", "not at all"),
}
"""Levels in words."""


def phrases_of(field: str) -> tuple[str, ...]:
    """Return how surveys ask for a field, its own name first."""
    return (field.replace("_", " "), *FIELDS.get(field, ()))


def values_of(field: str, known: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return how surveys word the known values of a field, each value's own name first."""
    worded = _VALUES.get(field, {})
    return {value: (fold(value.replace("_", " ")), *worded.get(value, ())) for value in known}
