"""Small documents for the commands: a cohort with one seat too few, and one without an answer."""

from __future__ import annotations

import json

__all__ = ["NO_ANSWER", "SPRING"]

SPRING = json.dumps(
    {
        "mentees": [
            {"id": "pine", "name": "Pine County", "review_score": 90, "preferences": [["oak"]]},
            {"id": "reed", "name": "Reed Court", "review_score": 80},
            {"id": "moss", "name": "Moss Bank", "review_score": 50, "unacceptable": ["oak"]},
            {"id": "twin", "name": "Twin Falls", "status": "hold"},
            {"id": "twin-2", "name": "Twin Falls", "status": "hold"},
        ],
        "mentors": [
            {"id": "oak", "name": "Oak City", "max_mentees": 1},
            {"id": "elm", "name": "Elm Town", "max_mentees": 1},
            {"id": "yew", "name": "Yew Springs", "max_mentees": 1},
        ],
        "rules": [{"kind": "opening", "id": "opening", "max": 2}],
    }
)
"""Two of three mentees get a mentor, and one of three mentors is left out."""

NO_ANSWER = json.dumps(
    {
        "mentees": [{"id": "pine", "name": "Pine County", "unacceptable": ["oak"]}],
        "mentors": [{"id": "oak", "name": "Oak City"}],
        "rules": [{"kind": "pin", "mentee": "pine", "mentor": "oak", "reason": "Promised"}],
    }
)
"""A promise stands against a refusal."""
