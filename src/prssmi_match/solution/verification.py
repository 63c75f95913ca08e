"""What an independent check of a matching found."""

from __future__ import annotations

from prssmi_match.solution.part import Part

__all__ = ["Verification", "Violation"]


class Violation(Part):
    """One way in which a matching breaks a rule.

    Attributes
    ----------
    rule_id : str
        The id of the rule of the program, or one of the facts that always bind: ``one_mentor``, ``known_site``,
        ``availability``, ``capacity``, ``min_mentees``, ``max_workload``, ``veto``, ``organization``, ``setting``.
    amount : int
        By how much; 1 where there is no measure.
    witnesses : tuple of str
        The ids of the sites involved, in order.
    sentence : str
        The violation in plain words.
    """

    rule_id: str
    amount: int
    witnesses: tuple[str, ...]
    sentence: str


class Verification(Part):
    """The violations of a matching; valid when there are none.

    Attributes
    ----------
    blocking_pairs : tuple of (str, str)
        Mentee and mentor of every blocking pair, whether or not ``stability`` is a rule.
    """

    violations: tuple[Violation, ...] = ()
    blocking_pairs: tuple[tuple[str, str], ...] = ()

    @property
    def valid(self) -> bool:
        """Whether every rule holds."""
        return not self.violations
