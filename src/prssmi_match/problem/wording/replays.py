"""Whether a recorded run came out the same again, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "changed_field_sentence",
    "changed_part_sentence",
    "new_site_sentence",
    "recorded_value_sentence",
    "replay_sentence",
    "unread_sentence",
]

_SIDES = {"mentees": "mentee", "mentors": "mentor"}


def replay_sentence(
    same: bool | None,  # noqa: FBT001 - the one thing that is told
    differences: Sequence[str],
    versions: Mapping[str, tuple[str, str]],
) -> str:
    """Return whether the same answer came out, what differs, and which versions are others now."""
    head = {
        True: "The same answer came out, proved again.",
        False: "This is not what was recorded.",
        None: "Whether the same answer comes out is not known: not everything was proved, then or now.",
    }[same]
    others = ", ".join(f"{name} {now} instead of {then}" for name, (then, now) in versions.items())
    return " ".join([head, *differences, *([f"Other versions are in use: {others}."] if others else [])])


def recorded_value_sentence(tier: str, told: int | None, reached: int | None) -> str:
    """Return that the recorded pairs do not reach what the record says of an aim; None where it is no aim."""
    if told is None:
        return f"The record says nothing of the aim {tier!r}."
    if reached is None:
        return f"The record tells of {tier!r}, which is no aim of its document."
    return f"The recorded answer reaches {reached} in {tier!r}, not the {told} of the record."


def new_site_sentence(side: str, site: str, *, is_new: bool) -> str:
    """Return that a site has come in since, or has been taken out."""
    return f"The {_SIDES[side]} {site!r} {'is new' if is_new else 'is no longer there'}."


def changed_field_sentence(side: str, site: str, field: str, before: object, now: object) -> str:
    """Return what a field of a site was and is."""
    was, found = ("empty" if value in (None, [], {}) else value for value in (before, now))
    return f"The {_SIDES[side]} {site!r} has {field} {found} now, not {was}."


def changed_part_sentence(part: str) -> str:
    """Return that a part of the document beside the sites is another one."""
    return f"The field {part!r} is not what it was."


def unread_sentence(*, typed: bool) -> str:
    """Return that nothing has changed but what people typed, or what the match does not read at all."""
    if typed:
        return "Only texts differ: organizations, topics, attributes or states."
    return "Only what the match does not read differs, such as names or reasons."
