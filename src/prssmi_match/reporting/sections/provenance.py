"""How anybody can check this answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prssmi_match.reporting.document import Column, Data, Section, Table, Text
from prssmi_match.reporting.words import counted
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from prssmi_match.reporting.document import Block, Content
    from prssmi_match.solution.result import Result
    from prssmi_match.solution.verification import Verification

__all__ = ["build_provenance"]


def build_provenance(result: Result) -> Section:
    """Return what the answer comes from and what its check found; times are left out, so that reports compare."""
    return Section("check", "How to check this", (*_verdict(result), _origin(result)))


def _verdict(result: Result) -> list[Block]:
    verification = result.verification
    if not result.has_matching:
        return [Text("There is no answer to check.")]
    if verification is None:
        return [Text("The answer was not checked.", "caution")]
    if verification.valid:
        message = "The answer was checked rule by rule, independently of how it was found: every rule is kept."
        return [Text(message), *_mutual_wishes(verification)]
    table = Table(
        columns=(Column("What is wrong", "prose"), Column("Rule"), Column("By how much")),
        rows=tuple((row.sentence, Data(row.rule_id), str(row.amount)) for row in verification.violations),
        caption="Broken rules",
    )
    return [Text("The check found broken rules: do not use this answer.", "stop"), table]


def _mutual_wishes(verification: Verification) -> list[Block]:
    count = len(verification.blocking_pairs)
    if not count:
        return [Text("No mentee and mentor would both rather have each other.")]
    pairs = counted(count, "mentee and mentor", "pairs of a mentee and a mentor")
    return [Text(f"{pairs} would, by their own lists and free places, rather have each other than what they got.")]


def _origin(result: Result) -> Table:
    provenance = result.provenance
    rows: list[tuple[Content, ...]] = [("Fingerprint of the problem (SHA-256)", Data(provenance.digest))]
    rows += [(("Version of ", Data(name)), Data(version)) for name, version in sorted(provenance.versions.items())]
    rows += [(_setting(name), _value(name, value)) for name, value in sorted(provenance.settings.items())]
    caption = "What this answer comes from"
    if result.status is Status.OPTIMAL:
        caption += "; whoever matches the same problem again gets the same answer"
    return Table((Column("What"), Column("Value", "prose")), tuple(rows), caption)


def _setting(name: str) -> Content:
    return Data(name.replace("_", " ").capitalize())


def _value(name: str, value: float | None) -> str:
    if value is None:
        return "None"
    return f"{value} seconds" if name == "time_limit" else str(value)
