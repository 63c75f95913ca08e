"""The page as a real browser shows it: it fits, it is styled under its own content policy, and nothing in it runs.

A page beside the report holds it in a frame, measures it, and writes what it found into its own body. Needs chromium:
its absence is a failure in CI and a skip elsewhere.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html import unescape

import pytest

from prssmi_match.reporting import build_report
from prssmi_match.reporting.document import Figure, Report, Section
from unit.reporting.cohorts import hostile_result, no_answer, spring
from unit.reporting.parts import every_part

pytestmark = pytest.mark.slow


def _whole(result):
    return build_report(result, every_part(result))


REPORTS = {
    "spring": lambda: _whole(spring()),
    "no-answer": lambda: build_report(no_answer()),
    "hostile": lambda: _whole(hostile_result()),
}
RED = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='2000' height='40'><rect width='2000' height='40' fill='red'/></svg>"
)
HARNESS = """<!DOCTYPE html><meta charset="utf-8">
<iframe id="frame" style="width:{width}px; height:900px; border:0"></iframe>
<pre id="found"></pre><script>
const frame = document.getElementById("frame");
frame.onload = () => {{
  const page = frame.contentDocument, root = page.documentElement, view = frame.contentWindow;
  const boxes = [...page.querySelectorAll(".scroll")];
  const override = [...page.querySelectorAll("bdi")].find(it => it.textContent.includes("\\u202e"));
  document.getElementById("found").textContent = JSON.stringify({{
    page: root.scrollWidth - root.clientWidth,
    outside: boxes.filter(it => it.getBoundingClientRect().right > root.clientWidth + 1).length,
    scrolls: boxes.filter(it => it.scrollWidth > it.clientWidth + 1).length,
    tables: boxes.length,
    ink: view.getComputedStyle(page.body).color,
    paper: view.getComputedStyle(page.body).backgroundColor,
    isolation: override ? view.getComputedStyle(override).unicodeBidi : null,
    images: [...page.images].map(it => it.naturalWidth),
    active: page.querySelectorAll("script, iframe, object, embed, form").length,
    ran: Boolean(view.ran),
  }});
}};
frame.src = "report.html";
</script>
"""


@pytest.fixture(scope="module")
def browser():
    """The command of the browser."""
    command = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if command is None and os.environ.get("CI"):
        pytest.fail("chromium is not installed; reports have to be seen in a browser before they are shipped")
    if command is None:
        pytest.skip("chromium is not installed (apt-get install chromium): the report was not looked at in a browser")
    return command


def _look(browser, folder, report, *, width, dark=False):
    report.write(folder)
    (folder / "harness.html").write_text(HARNESS.format(width=width), encoding="utf-8")
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else []
    command = [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", *scheme]
    command += ["--allow-file-access-from-files", f"--user-data-dir={folder / 'profile'}", "--window-size=1600,1000"]
    command += ["--virtual-time-budget=10000", "--dump-dom", (folder / "harness.html").as_uri()]
    page = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout
    return json.loads(unescape(re.search(r'<pre id="found">(.*?)</pre>', page, re.DOTALL)[1]))


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_never_scrolls_sideways(browser, tmp_path, name, width):
    """At phone and desktop width the page fits; a table that is too wide scrolls inside its own box."""
    found = _look(browser, tmp_path, REPORTS[name](), width=width)
    assert (found["page"], found["outside"]) == (0, 0)
    assert found["tables"] > 0
    if name == "spring":
        assert (found["scrolls"] > 0) == (width < 1280)


@pytest.mark.parametrize("dark", [False, True])
def test_the_style_holds_under_the_content_policy(browser, tmp_path, dark):
    """The hash in the policy is right, so the colors are ours; dark is dark and light is light."""
    found = _look(browser, tmp_path, REPORTS["spring"](), width=1280, dark=dark)
    ink, paper = _brightness(found["ink"]), _brightness(found["paper"])
    assert (paper < 60 and ink > 200) if dark else (paper > 240 and ink < 60)


def test_nothing_of_the_data_acts_or_reorders(browser, tmp_path):
    """Hostile names make no element that acts, and an override stays inside its own name."""
    found = _look(browser, tmp_path, _whole(hostile_result()), width=1280)
    assert found["active"] == 0
    assert found["isolation"] == "isolate"


def test_a_script_would_not_run(browser, tmp_path, monkeypatch):
    """Were a script ever to slip into the page, its content policy would still stop it."""
    whole = Report.to_html
    script = "<script>window.ran = true</script>"
    monkeypatch.setattr(Report, "to_html", lambda report: whole(report).replace("</main>", f"{script}</main>"))
    found = _look(browser, tmp_path, REPORTS["spring"](), width=1280)
    assert (found["active"], found["ran"]) == (1, False)


def test_a_figure_is_drawn_and_fits(browser, tmp_path):
    """An embedded drawing passes the content policy and never widens the page."""
    report = Report("Drawing", (Section("one", "One", (Figure(RED, "A red bar", "Bar"),)),))
    found = _look(browser, tmp_path, report, width=390)
    assert found["images"] == [2000]
    assert found["page"] == 0


def _brightness(color):
    red, green, blue = (int(part) for part in re.findall(r"\d+", color)[:3])
    return (red + green + blue) / 3
