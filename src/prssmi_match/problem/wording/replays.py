"""Whether a recorded run came out the same again, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["replay_sentence"]


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
