"""What became of an input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prssmi_match.errors import ProblemError

if TYPE_CHECKING:
    from prssmi_match.errors import Finding
    from prssmi_match.problem.document import Problem

__all__ = ["Reading", "has_errors", "stop_at_errors"]


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Whether some finding keeps the input from being used."""
    return any(finding.severity == "error" for finding in findings)


def stop_at_errors(findings: tuple[Finding, ...]) -> None:
    """Let an input pass whose findings are warnings at most.

    Raises
    ------
    ProblemError
        With all findings, where one is an error.
    """
    if has_errors(findings):
        raise ProblemError(findings)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of an input.

    Parameters
    ----------
    problem : Problem or None
        None where a finding is an error.
    findings : tuple of Finding
        All errors and warnings, in the order of the input.
    notes : tuple of str
        What was done on the way, in words: which survey system was recognized, how many answers were read.
    """

    problem: Problem | None
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()

    def required(self) -> Problem:
        """Return the problem.

        Raises
        ------
        ProblemError
            With all findings, where there is none.
        """
        if self.problem is None:
            raise ProblemError(self.findings)
        return self.problem
