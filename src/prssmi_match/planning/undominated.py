"""Which of several things none of the others makes needless."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["undominated"]

T = TypeVar("T")


def undominated(items: Iterable[T], is_as_good: Callable[[T, T], bool]) -> list[T]:
    """Return the items that no other one is as good as; of several that are equally good, the first."""
    kept: list[T] = []
    for item in items:
        if not any(is_as_good(other, item) for other in kept):
            kept = [*(other for other in kept if not is_as_good(item, other)), item]
    return kept
