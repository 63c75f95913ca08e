"""The report of a cohort: how long it takes, how large the page is, and how long a browser works on it."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest

import prssmi_match as pm
from benchmarks.cohorts import cohort

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture

TABLE = "report"
ACTIONS = {
    "sort": "document.querySelector('#answer button.sort').click()",
    "filter": "type('#answer input', 'e1')",
    "look-up": "document.querySelector('.pairs tbody tr:last-child td:last-child').click()",
    "find": "type('.entries input', 'e1')",
    "open all": "document.querySelector('.entries button').click()",
}
TIMED = """async () => {
  const type = (field, words) => {
    const input = document.querySelector(field);
    input.value = words;
    input.dispatchEvent(new Event("input"));
  };
  const begin = performance.now();
  %s;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - begin;
}"""


@pytest.mark.parametrize("size", [pytest.param((24, 9), id="24x9"), pytest.param((200, 60), id="200x60")])
def test_report(
    size: tuple[int, int], tmp_path: Path, benchmark: BenchmarkFixture, record: Callable[[str, object], None]
) -> None:
    """The default report, with its default limit of 60 seconds, and what a browser makes of it."""
    result = pm.match(pm.Problem.model_validate(cohort(*size)))
    report = benchmark.pedantic(pm.report, args=(result,), rounds=1)
    begin = time.perf_counter()
    page, _ = report.write(tmp_path)
    written = time.perf_counter() - begin
    record(
        TABLE,
        {
            "size": f"{size[0]} x {size[1]}",
            "worked out s": f"{benchmark.stats.stats.min:.2f}",
            "written s": f"{written:.2f}",
            "HTML kB": f"{page.stat().st_size / 1000:.0f}",
            "in the browser, ms": _browsed(page),
        },
    )


def _browsed(page: Path) -> str:
    """Return how long it takes from each action of a person to the next picture."""
    command = shutil.which("chromium")
    if command is None:
        return "no chromium"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=["--no-sandbox", "--disable-gpu"])
        shown = browser.new_page()
        shown.goto(page.as_uri())
        times = {"load": shown.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")}
        times |= {name: shown.evaluate(TIMED % action) for name, action in ACTIONS.items()}
        browser.close()
    return ", ".join(f"{name} {taken:.0f}" for name, taken in times.items())
