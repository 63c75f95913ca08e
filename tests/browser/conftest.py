"""A real browser for the report. Its absence is a failure in CI and a skip elsewhere; pictures go to test-output/."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import prssmi_match as pm
from prssmi_match.reporting import build_report
from unit.reporting.cohorts import hostile_result
from unit.reporting.parts import every_part

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "test-output" / "report"


@pytest.fixture(scope="session")
def browser():
    """Chromium without a window."""
    command = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if command is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed; reports have to be seen in a browser before they are shipped")
    if command is None:
        pytest.skip("chromium is not installed (apt-get install chromium): the report was not looked at in a browser")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=command, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def spring():
    """The answer of the example cohort of 24 x 9."""
    return pm.match(pm.read_problem(ROOT / "examples" / "spring_cohort.json"))


@pytest.fixture(scope="session")
def reports(spring):
    """Reports by name: as the command line writes them, and one in which every text wants to be more than text."""
    hostile = hostile_result()
    stuck = pm.match(pm.read_problem(ROOT / "examples" / "no_answer.json"))
    return {
        "spring": pm.report(spring),
        "no-answer": pm.report(stuck),
        "hostile": build_report(hostile, every_part(hostile)),
    }


@pytest.fixture
def look(browser, reports, tmp_path, request):
    """Give what opens a report by name, or a report; nothing may fail, warn or load anything meanwhile."""
    contexts, wrong = [], []

    def opened(report, *, width=1180, height=900, dark=False, scripts=True):
        report = reports[report] if isinstance(report, str) else report
        report.write(tmp_path)
        scheme = "dark" if dark else "light"
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
        page.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}") or dialog.dismiss())
        address = (tmp_path / "report.html").as_uri()
        page.on("request", lambda asked: wrong.append(asked.url) if not _is_part_of(asked.url, address) else None)
        page.goto(address)
        return page

    yield opened
    name = re.sub(r"\W+", "-", request.node.name.removeprefix("test_")).strip("-")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for number, context in enumerate(contexts, start=1):
        for page in context.pages:
            page.screenshot(path=PICTURES / f"{name}{'' if number == 1 else f'-{number}'}.png")
        context.close()
    if not request.node.get_closest_marker("expects_refusals"):
        assert wrong == []


def _is_part_of(url, address):
    return url.split("#")[0] == address or url.startswith("data:image/svg+xml;base64,")
