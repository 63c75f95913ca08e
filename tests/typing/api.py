"""How the library is used from typed code; mypy holds every type, and ``test_api.py`` runs it.

Each example stands for itself and uses the facade, and for what follows a match the rooms that hold it.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from typing import assert_type

import pandas as pd
from matplotlib.axes import Axes

import prssmi_match as pm
from prssmi_match.problem.progress import Report
from prssmi_match.reporting.calendars import write_calendars
from prssmi_match.solution.milestones import Milestones, MilestoneStatus

DOCUMENT = '{"mentees": [{"id": "pine"}, {"id": "bay"}], "mentors": [{"id": "oak", "max_mentees": 1}]}'


def example_match() -> None:
    """A document becomes a problem, a problem a result, a result a matching."""
    problem = assert_type(pm.Problem.model_validate_json(DOCUMENT), pm.Problem)
    result = assert_type(pm.match(problem, time_limit=60, workers=1), pm.Result)
    assert_type(result.status, pm.Status)
    matching = assert_type(result.matching, pm.Matching)
    assert_type(matching.pairs, tuple[pm.Pair, ...])
    assert_type(matching.pairs[0].assumed, tuple[str, ...])
    assert_type(matching.unmatched, tuple[str, ...])
    assert_type(matching.mentor_of("pine"), str | None)
    assert_type(matching.mentees_of("oak"), tuple[str, ...])
    assert result.status is pm.Status.OPTIMAL


def example_tiers() -> None:
    """What is known of each tier is typed to the last number."""
    result = pm.match(pm.Problem.model_validate_json(DOCUMENT))
    for tier in result.tiers:
        assert_type((tier.name, tier.best, tier.bound, tier.proved), tuple[str, int, int, bool])
        assert_type((tier.value, tier.seconds), tuple[int, float])
        assert_type(tier.profile, tuple[int, ...] | None)
    assert_type([str(condition) for condition in result.conditions], list[str])
    assert_type([assumption.site for assumption in result.assumptions], list[str])
    assert_type(result.provenance.digest, str)
    frame: pd.DataFrame = result.to_frame()
    assert len(frame) == len(result.problem.mentees)


def example_progress() -> None:
    """A listener of the documented signature is accepted."""
    seen: list[tuple[str, int | None, int, float]] = []

    def listen(tier: str, incumbent: int | None, bound: int, seconds: float) -> None:
        seen.append((tier, incumbent, bound, seconds))

    pm.match(pm.Problem.model_validate_json(DOCUMENT), on_progress=listen)
    assert seen
    with pm.LiveLine(patience=60) as line:
        result = pm.match(pm.Problem.model_validate_json(DOCUMENT), on_progress=assert_type(line, pm.LiveLine))
        pm.whatif.certainty(result, on_progress=line.step)


def example_check_by_hand() -> None:
    """A matching made by hand is verified and scored, also where it breaks a rule."""
    problem = pm.Problem.model_validate_json(DOCUMENT)
    matching = pm.Matching(pairs=(pm.Pair(mentee="pine", mentor="oak"), pm.Pair(mentee="bay", mentor="oak")))
    verification = pm.verify(problem, matching)
    assert_type(verification.valid, bool)
    for violation in verification.violations:
        assert_type((violation.rule_id, violation.amount, violation.sentence), tuple[str, int, str])
        assert_type(violation.witnesses, tuple[str, ...])
    assert_type(verification.blocking_pairs, tuple[tuple[str, str], ...])
    evaluation = pm.evaluate(problem, matching)
    assert_type(evaluation.tier("coverage").value, int)
    assert_type(evaluation.pairs[0].total("fit"), int)
    assert not verification.valid


def example_no_matching() -> None:
    """An infeasible problem is a status with a conflict, and asking for its matching is an error that can be caught."""
    problem = pm.Problem.model_validate({"rules": [{"kind": "selection", "id": "selection", "min": 1}]})
    result = pm.match(problem)
    assert_type(result.has_matching, bool)
    try:
        _ = result.matching
    except pm.NoMatchingError as error:
        assert_type(error, pm.NoMatchingError)
    assert result.conflict is not None
    assert_type([member.sentence for member in result.conflict.members], list[str])


def example_findings() -> None:
    """A file that cannot be read gives findings, each with its parts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "problem.json")
        path.write_text('{"mentees": [{"id": 3}]}', encoding="utf-8")
        try:
            assert_type(pm.read_problem(path), pm.Problem)
        except pm.ProblemError as error:
            assert_type(error.findings, tuple[pm.Finding, ...])
            finding = error.findings[0]
            parts = (finding.code, finding.place, finding.found, finding.expected, finding.sentence)
            assert_type(parts, tuple[str, str, str, str, str])
        else:
            raise AssertionError


def example_report() -> None:
    """A report is text in either format, and files in a folder."""
    result = pm.match(pm.Problem.model_validate_json(DOCUMENT))
    report = pm.report(result, title="Spring cohort")
    assert_type(report.to_markdown(), str)
    assert_type(report.to_html(), str)
    with tempfile.TemporaryDirectory() as folder:
        assert_type(report.write(folder), tuple[Path, ...])
    more = pm.report(result, [pm.alternatives(result), pm.why_not(result, "pine", "oak")], time_limit=None)
    assert "Other answers" in more.to_markdown()


def example_rematch() -> None:
    """A rematch is a result that also tells what became of the earlier pairs."""
    problem = pm.Problem.model_validate_json(DOCUMENT)
    rematch = pm.rematch(problem, first="quality", most_changes=1, frozen="all")
    assert_type([(pair.mentee, pair.possible) for pair in rematch.changed], list[tuple[str, bool]])
    assert_type((rematch.kept, rematch.fewest, rematch.sentence), tuple[int, int | None, str])
    result: pm.Result = rematch
    record = pm.record(result, personal=True)
    assert_type(record.pairs, tuple[tuple[str, str], ...] | None)
    assert_type(pm.replay(record, problem=problem).same, bool | None)
    assert result.has_matching


def example_told() -> None:
    """A report and letters are written to files, whose paths come back."""
    result = pm.match(pm.Problem.model_validate_json(DOCUMENT))
    letters = pm.letters(result, sender="The team")
    assert_type([letter.subject for letter in letters.letters], list[str])
    assert_type(letters.cautions, tuple[str, ...])
    frame: pd.DataFrame = letters.to_frame()
    assert len(frame) == len(letters.letters)
    with tempfile.TemporaryDirectory() as folder:
        assert_type(letters.write(folder, html=True), tuple[Path, ...])
        assert_type(pm.report(result).to_excel(Path(folder) / "report.xlsx"), Path)


def example_scale() -> None:
    """Columns are assigned as they are; what comes out is a table with its proof."""
    pairs = pd.DataFrame({"mentee": ["pine", "bay"], "mentor": ["oak", "oak"], "score": [2, 3]})
    assignment = pm.scale.assign(pairs, pd.Series({"oak": 1}), minimum=pd.Series({"oak": 1}), seats=1, executor=None)
    assert_type(assignment, pm.scale.Assignment)
    found = pm.scale.candidates(pm.Problem(), top=5, tier="fit", block=100)
    assert_type(found, pm.scale.Candidates)
    assert_type(pm.scale.assign(found).rounds, int)
    assert_type((assignment.mentees, assignment.value, assignment.bound), tuple[int | None, int | None, int | None])
    assert_type(assignment.pairs, pd.DataFrame)
    assert_type(assignment.status, pm.Status)


def example_questions() -> None:
    """Every question to an answer gives rows with sentences, and a frame."""
    result = pm.match(pm.Problem.model_validate_json(DOCUMENT))
    reasons = pm.explain(result)
    assert_type([pair.total("fit") for pair in reasons.pairs], list[int])
    assert_type([reason.sentence for reason in reasons.unmatched], list[str])
    assert_type([other.losses for other in pm.alternatives(result, k=1).answers], list[dict[str, int]])
    assert_type(pm.whatif.certainty(result).complete, bool)
    assert_type([row.allowed for row in pm.whatif.change_curve(result).rows], list[int])
    assert_type(pm.whatif.pair_prices(result).of("pine", "oak").sentence, str)
    assert_type([row.mentor for row in pm.whatif.withdrawals(result, first="quality").rows], list[str])
    assert_type(pm.whatif.backups(result).backup_of("pine"), str | None)
    assert_type(pm.whatif.waitlist(result, depth=2).order, tuple[str, ...])
    assert_type([row.change for row in pm.whatif.slot_values(result).rows], list[dict[str, int]])
    assert_type([row.rule_id for row in pm.whatif.rule_costs(result).rows], list[str])
    assert_type([(row.low, row.high) for row in pm.whatif.weight_ranges(result, most=3).rows], list[tuple[int, int]])
    assert_type(pm.compare(result, result.matching).losers, tuple[str, ...])
    answer = pm.why_not(result, result.matching.pairs[0].mentee)
    assert_type(answer.price, dict[str, int])
    assert_type([repair.apply(result.problem) for repair in answer.repairs], list[pm.Problem])


def example_plots() -> None:
    """A plot returns its axes: those that it was given, or new ones."""
    result = pm.match(pm.Problem.model_validate_json(DOCUMENT))
    ax = assert_type(pm.plots.flow(result), Axes)
    assert_type(pm.plots.loads(result, ax=ax), Axes)
    assert_type(pm.plots.ranks(result, side="mentors"), Axes)
    assert_type(pm.plots.fit(result, tier="fit"), Axes)
    assert_type(pm.plots.certainty(result, pm.whatif.certainty(result)), Axes)
    assert_type(pm.plots.give_up_curve(pm.whatif.give_up_curve(result, "coverage", steps=1)), Axes)
    assert_type(pm.plots.change_curve(pm.whatif.change_curve(result)), Axes)


def example_milestones() -> None:
    """Dates, what was reported of them by a day, and what became of it."""
    result = pm.match(pm.Problem.model_validate_json(DOCUMENT))
    calendar = pm.planning.Calendar.model_validate({"start": "2027-01-11", "end": "2027-07-09"})
    plan = pm.planning.schedule(result, calendar)
    reports = [Report(site=plan.visits[0].mentee, milestone="session", session="1", people=3)]
    told = assert_type(pm.planning.milestone_status(plan, reports, date(2027, 3, 1)), Milestones)
    assert_type(told.overdue, tuple[MilestoneStatus, ...])
    assert_type(told.to_frame(), "pd.DataFrame")
    assert_type(pm.plots.timeline(plan), Axes)
    with tempfile.TemporaryDirectory() as folder:
        assert_type(write_calendars(plan, folder, date(2027, 1, 4)), tuple[Path, ...])
    assert [row.state for row in told.rows if row.session == "1"] == ["done"]
