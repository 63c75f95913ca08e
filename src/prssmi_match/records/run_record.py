"""What is kept of a run: enough to find the same answer again, and to say later by which rules it was found."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from prssmi_match.errors import Finding, ProblemError
from prssmi_match.intake.encoding import decode
from prssmi_match.intake.json_document import parse_json
from prssmi_match.problem.canonical import respelled
from prssmi_match.problem.defects import defect_of, format_place
from prssmi_match.problem.document import Problem
from prssmi_match.problem.policy import LotteryTier
from prssmi_match.records.digest import digest
from prssmi_match.records.ledger import active
from prssmi_match.records.reduced import reduced
from prssmi_match.solution.status import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prssmi_match.records.ledger import Ledger, Override
    from prssmi_match.solution.result import Result

__all__ = [
    "RecordedRule",
    "RecordedTier",
    "RunRecord",
    "checksum_of",
    "parse_record",
    "program_of",
    "read_record",
    "record_run",
]


class Row(BaseModel):
    """Frozen; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class RecordedRule(Row):
    """A rule in force, with its fields and without its reason."""

    id: str
    from_preset: bool
    fields: dict[str, Any]


class RecordedTier(Row):
    """What a tier reached and what is proved of it; seconds are left out, so that equal runs give equal records."""

    name: str
    value: int
    best: int
    bound: int
    proved: bool
    profile: tuple[int, ...] | None


class RunRecord(Row):
    """The record of one run.

    Attributes
    ----------
    digest : str
        SHA-256 of the canonical form of the input, overrides applied.
    document : Problem
        The input; unless ``personal``, reduced to ids and what rules and aims read, with tokens for what people typed.
    document_digest : str
        Of ``document``: whoever changes the record by hand changes it.
    rules, policy : tuple
        The preset and the document merged; the policy ends with the lottery and its ``seed``.
    overrides : tuple of dict
        Those in force; ``who`` and ``why`` only where ``personal``.
    verification : bool or None
        Whether the independent check found every rule kept; None without a matching.
    pairs : tuple of (str, str) or None
        The answer, in the order of mentees' ids; None without a matching.
    conflict : tuple of str
        Ids of the rules and facts that cannot all hold.
    checksum : str
        SHA-256 of all other fields but ``versions``: whoever changes one by hand changes it.
    """

    schema_version: Literal["1"] = "1"
    digest: str
    document: Problem
    document_digest: str
    personal: bool
    rules: tuple[RecordedRule, ...]
    policy: tuple[dict[str, Any], ...]
    expectations: dict[str, Any]
    seed: int
    versions: dict[str, str]
    settings: dict[str, float | int | None]
    overrides: tuple[dict[str, Any], ...] = ()
    status: Status
    tiers: tuple[RecordedTier, ...]
    verification: bool | None
    pairs: tuple[tuple[str, str], ...] | None
    unmatched: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    checksum: str = ""


def record_run(result: Result, *, overrides: Ledger | None = None, personal: bool = False) -> RunRecord:
    """Return the record of a run.

    Parameters
    ----------
    overrides : Ledger or None
        The decisions that were applied to the document.
    personal : bool
        Whether the record may hold more than ids: the whole document, and who made which decision and why.
    """
    problem, matching = result.problem, result.answer
    document = problem if personal else reduced(problem)
    draft = RunRecord(
        digest=result.provenance.digest,
        document=document,
        document_digest=digest(document),
        personal=personal,
        **program_of(document),
        versions=result.provenance.versions,
        settings=result.provenance.settings,
        overrides=tuple(
            _override(override, personal=personal) for override in (active(overrides) if overrides else ())
        ),
        status=result.status,
        tiers=tuple(RecordedTier.model_validate(tier.model_dump(exclude={"seconds"})) for tier in result.tiers),
        verification=None if result.verification is None else result.verification.valid,
        pairs=None if matching is None else tuple(pair.key for pair in matching.pairs),
        unmatched=() if matching is None else matching.unmatched,
        conflict=() if result.conflict is None else tuple(member.rule_id for member in result.conflict.members),
    )
    # As it is written, so that every field counts as stated.
    record = RunRecord.model_validate_json(draft.model_dump_json())
    return record.model_copy(update={"checksum": checksum_of(record)})


def checksum_of(record: RunRecord) -> str:
    """Return the checksum of a record as it is now.

    Only stated fields count: another version of this library can read more of them, with defaults.
    """
    stated = record.model_dump(mode="json", exclude={"checksum", "versions"}, exclude_unset=True)
    return hashlib.sha256(respelled(stated).encode()).hexdigest()


def program_of(problem: Problem) -> dict[str, Any]:
    """Return what is in force, as a record tells it: preset and document merged, rules in the order of ids."""
    program = problem.program
    lottery = program.tiers[-1]
    return {
        "rules": tuple(
            RecordedRule(
                id=named.id,
                from_preset=named.from_preset,
                fields=named.rule.model_dump(mode="json", exclude={"id", "reason"}),
            )
            for named in program.rules
        ),
        "policy": tuple(tier.model_dump(mode="json") for tier in program.tiers),
        "expectations": program.expectations.model_dump(mode="json"),
        "seed": lottery.lottery.seed if isinstance(lottery, LotteryTier) else 0,
    }


def _override(override: Override, *, personal: bool) -> dict[str, Any]:
    fields: dict[str, Any] = override.model_dump(mode="json", exclude=set() if personal else {"who", "why"})
    return fields


_TELLING = frozenset({"digest", "document_digest", "checksum"})
"""Fields that no other document has."""


def read_record(path: str | Path) -> RunRecord:
    """Return the record that a file holds.

    Raises
    ------
    ProblemError
        With every finding.
    OSError
        If there is no such file.
    """
    source = Path(path).name
    text = decode(Path(path).read_bytes(), source)
    if isinstance(text, Finding):
        raise ProblemError([text])
    return parse_record(text, source)


def parse_record(text: str, source: str = "record") -> RunRecord:
    """Return the record that a JSON text states.

    Raises
    ------
    ProblemError
        With every finding.
    """
    stated, findings = parse_json(text, source)
    if not findings and not (isinstance(stated, dict) and stated.keys() & _TELLING):
        sentence = f"{source} is no record of a run: it has no digest. Give a file that --record wrote."
        raise ProblemError([Finding("no_record", source, type(stated).__name__, "a record of a run", sentence)])
    try:
        # From text once more: a record holds what JSON writes as text, such as the status.
        record = RunRecord.model_validate_json(json.dumps(stated))
    except ValidationError as error:
        raise ProblemError([*findings, *_findings(error, stated, source)]) from None
    if findings:
        raise ProblemError(findings)
    return record


def _findings(error: ValidationError, stated: object, source: str) -> Iterator[Finding]:
    for details in error.errors(include_url=False):
        defect = defect_of(details, stated, {})
        place = f"{source}, {format_place(defect.loc)}"
        yield Finding(defect.code, place, str(defect.found)[:60], defect.expected, defect.sentence)
