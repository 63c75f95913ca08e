"""Defects of references: ids that are unknown or stand twice.

Works on the document as written, so that they are found together with the defects of fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prssmi_match.problem.defects import Defect, subject
from prssmi_match.problem.text import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prssmi_match.problem.defects import Loc

__all__ = ["reference_defects"]

Place = tuple["Loc", object]


def reference_defects(document: object) -> list[Defect]:
    """Return every unknown or duplicate id and name of a document as written."""
    if not isinstance(document, dict):
        return []
    return [
        *_duplicates(document, list(_fields(document, "mentees", "id")), "mentee id"),
        *_duplicates(document, list(_fields(document, "mentors", "id")), "mentor id"),
        *_duplicates(document, list(_fields(document, "rules", "id")), "rule id"),
        *_participant_defects(document),
        *_pair_defects(document),
        *_history_defects(document),
        *_rule_defects(document),
        *_tier_defects(document),
    ]


def _participant_defects(document: dict[str, Any]) -> Iterator[Defect]:
    for side, other in (("mentees", "mentors"), ("mentors", "mentees")):
        known = _ids(document, other)
        for row in range(len(_rows(document, side))):
            listed = [place for group in _lists(document, side, row, "preferences") for place in _items(*group)]
            vetoed = list(_lists(document, side, row, "unacceptable"))
            for places in (listed, vetoed):
                yield from _unknown(document, places, known, other)
                yield from _duplicates(document, places, f"{other.removesuffix('s')} id")


def _pair_defects(document: dict[str, Any]) -> Iterator[Defect]:
    mentees, mentors = _ids(document, "mentees"), _ids(document, "mentors")
    seen: set[tuple[str, str]] = set()
    for index, row in enumerate(_rows(document, "pairs")):
        if not isinstance(row, dict):
            continue
        yield from _unknown(document, [(("pairs", index, "mentee"), row.get("mentee"))], mentees, "mentees")
        yield from _unknown(document, [(("pairs", index, "mentor"), row.get("mentor"))], mentors, "mentors")
        pair = (row.get("mentee"), row.get("mentor"))
        if not (isinstance(pair[0], str) and isinstance(pair[1], str)):
            continue
        if pair in seen:
            sentence = f"The pair of mentee {pair[0]!r} and mentor {pair[1]!r} has a row already; keep one."
            yield Defect("duplicate_pair", ("pairs", index), list(pair), sentence, "one row a pair")
        seen.add((pair[0], pair[1]))


def _history_defects(document: dict[str, Any]) -> Iterator[Defect]:
    """Yield a defect for every second row of a mentee in a round; ids may be unknown, as those sites may be gone."""
    seen: dict[tuple[int, str], object] = {}
    for index, row in enumerate(_rows(document, "history")):
        number, mentee = (row.get("round"), row.get("mentee")) if isinstance(row, dict) else (None, None)
        if not (isinstance(number, int) and isinstance(mentee, str)):
            continue
        if (number, mentee) in seen:
            both = " and ".join(_fate(mentor) for mentor in (seen[number, mentee], row.get("mentor")))
            sentence = (
                f"Mentee {mentee!r} stands twice in round {number} of the history: {both}. "
                "In one round a mentee has one mentor, or none; keep one row."
            )
            yield Defect("duplicate_round", ("history", index), [number, mentee], sentence, "one row a round")
        seen.setdefault((number, mentee), row.get("mentor"))


def _fate(mentor: object) -> str:
    return "left out" if mentor is None else f"with mentor {mentor!r}"


def _rule_defects(document: dict[str, Any]) -> Iterator[Defect]:
    known = {side: _ids(document, side) for side in ("mentees", "mentors")}
    lists = {"mentees": "mentees", "must_match": "mentees", "must_open": "mentors"}
    for row, rule in enumerate(_rows(document, "rules")):
        if not isinstance(rule, dict):
            continue
        for field, side in (("mentee", "mentees"), ("mentor", "mentors")):
            yield from _unknown(document, [(("rules", row, field), rule.get(field))], known[side], side)
        for field, side in lists.items():
            places = list(_lists(document, "rules", row, field))
            yield from _unknown(document, places, known[side], side)
            yield from _duplicates(document, places, f"{side.removesuffix('s')} id")


def _tier_defects(document: dict[str, Any]) -> Iterator[Defect]:
    policy = document.get("policy")
    tiers = _rows(policy, "tiers") if isinstance(policy, dict) else []
    names: list[Place] = [
        (("policy", "tiers", row, "name"), tier.get("name", "lottery" if "lottery" in tier else None))
        for row, tier in enumerate(tiers)
        if isinstance(tier, dict)
    ]
    yield from _duplicates(document, names, "tier name")
    for row, tier in enumerate(tiers[:-1]):
        if isinstance(tier, dict) and "lottery" in tier:
            sentence = "The lottery leaves one answer, so it is the last tier, and there is one; move or drop this one."
            yield Defect("lottery_not_last", ("policy", "tiers", row), tier, sentence, "the lottery as the last tier")


def _unknown(document: dict[str, Any], places: list[Place], known: set[str], side: str) -> Iterator[Defect]:
    for loc, value in places:
        if not isinstance(value, str) or value in known:
            continue
        close = nearest(value, known)
        guess = f" Did you mean {close!r}?" if close else f" Add it to {side}, or remove it here."
        sentence = (
            f"{subject(loc, document)} names {value!r}, which is not the id of a {side.removesuffix('s')}.{guess}"
        )
        yield Defect("unknown_id", loc, value, sentence, f"the id of a {side.removesuffix('s')}")


def _duplicates(document: dict[str, Any], places: list[Place], what: str) -> Iterator[Defect]:
    seen: set[str] = set()
    for loc, value in places:
        if not isinstance(value, str):
            continue
        if value in seen:
            sentence = f"{subject(loc, document)} repeats the {what} {value!r}; each may stand once."
            yield Defect(f"duplicate_{'name' if what == 'tier name' else 'id'}", loc, value, sentence, "no repetition")
        seen.add(value)


def _rows(document: dict[str, Any], field: str) -> Sequence[Any]:
    rows = document.get(field)
    return rows if isinstance(rows, list | tuple) else []


def _fields(document: dict[str, Any], side: str, field: str) -> Iterator[Place]:
    for index, row in enumerate(_rows(document, side)):
        if isinstance(row, dict):
            yield (side, index, field), row.get(field)


def _ids(document: dict[str, Any], side: str) -> set[str]:
    return {value for _, value in _fields(document, side, "id") if isinstance(value, str)}


def _lists(document: dict[str, Any], side: str, row: int, field: str) -> Iterator[Place]:
    owner = _rows(document, side)[row]
    if isinstance(owner, dict):
        yield from _items((side, row, field), owner.get(field))


def _items(loc: Loc, value: object) -> Iterator[Place]:
    if isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield (*loc, index), item
