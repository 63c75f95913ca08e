"""What of an input is not as it was recorded: site by site, and field by field."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from prssmi_match.problem.wording import (
    changed_field_sentence,
    changed_part_sentence,
    new_site_sentence,
    unread_sentence,
)
from prssmi_match.records.digest import canonical
from prssmi_match.records.reduced import TYPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.document import Problem

__all__ = ["input_changes"]

Change = tuple[str, str, str]
"""What was recorded, what is there now, and the sentence."""
_SIDES = ("mentees", "mentors")


def input_changes(recorded: Problem, now: Problem) -> Iterator[Change]:
    """Give what differs between two documents, both of them whole or both of them reduced.

    Where only tokens differ that is told once: a single new text can number all of them anew.
    """
    before, after = json.loads(canonical(recorded)), json.loads(canonical(now))
    found = [change for side in _SIDES for change in _of_side(side, before.pop(side), after.pop(side))]
    found += [
        (str(before[part]), str(after[part]), changed_part_sentence(part))
        for part in before
        if before[part] != after[part]
    ]
    yield from found or [("", "", unread_sentence(typed=canonical(recorded) != canonical(now)))]


def _of_side(side: str, before: list[dict[str, Any]], after: list[dict[str, Any]]) -> Iterator[Change]:
    then, now = ({site["id"]: site for site in sites} for sites in (before, after))
    for site in sorted(then.keys() | now.keys()):
        if site not in then or site not in now:
            yield str(site in then), str(site in now), new_site_sentence(side, site, is_new=site in now)
            continue
        for field in sorted(then[site].keys() - TYPED):
            was, found = then[site][field], now[site][field]
            if was != found:
                yield str(was), str(found), changed_field_sentence(side, site, field, was, found)
