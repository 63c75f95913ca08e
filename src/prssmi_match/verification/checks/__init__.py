"""Whether a matching keeps one rule: one file a kind, beside the facts that always bind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.problem.rules import (
    Apart,
    Eligibility,
    Forbid,
    Opening,
    Pin,
    Quota,
    Selection,
    Stability,
    Together,
)
from prssmi_match.verification.checks import (
    apart,
    eligibility,
    forbid,
    opening,
    pin,
    quota,
    selection,
    stability,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.problem.program import NamedRule
    from prssmi_match.solution.verification import Violation
    from prssmi_match.verification.view import View

__all__ = ["check_rule"]


def check_rule(named: NamedRule, view: View) -> Iterator[Violation]:
    """Return the violations of one rule of the program."""
    match named.rule:
        case Eligibility():
            return eligibility.check(named.id, named.rule, view)
        case Pin():
            return pin.check(named.id, named.rule, view)
        case Forbid():
            return forbid.check(named.id, named.rule, view)
        case Together():
            return together.check(named.id, named.rule, view)
        case Apart():
            return apart.check(named.id, named.rule, view)
        case Opening():
            return opening.check(named.id, named.rule, view)
        case Selection():
            return selection.check(named.id, named.rule, view)
        case Quota():
            return quota.check(named.id, named.rule, view)
        case Stability():
            return stability.check(named.id, view)
