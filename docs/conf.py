"""How the documentation is built: `make docs`. Nothing that it makes loads anything from elsewhere."""

from __future__ import annotations

import os
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from latex2mathml.converter import convert

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

ROOT = Path(__file__).parents[1]

project = "prssmi-match"
author = "the prssmi-match maintainers"
release = metadata.version("prssmi-match")
extensions = [
    "matplotlib.sphinxext.plot_directive",
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "sphinxarg.ext",
]
exclude_patterns = ["_build"]
plot_formats = [("png", 110)]
plot_html_show_formats = False
plot_html_show_source_link = False
plot_working_directory = str(ROOT)
html_theme = "furo"
html_title = project
nitpicky = False  # types of other libraries are named without an inventory of theirs

myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # links to files of the project that are no pages, such as examples/

autodoc_typehints = "none"  # the signatures have them
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": False, "exclude-members": "model_config"}
napoleon_google_docstring = False
napoleon_use_ivar = True

# The examples run from the root of the project, as a reader would run them.
os.chdir(ROOT)
doctest_test_doctest_blocks = ""
doctest_global_setup = "import prssmi_match as pm"


def _inline(writer: HTML5Translator, node: Element) -> None:
    """Write a formula as MathML, which browsers show without a script."""
    writer.body.append(convert(node.astext()))
    raise nodes.SkipNode


def _display(writer: HTML5Translator, node: Element) -> None:
    writer.body.append(f"<p>{convert(node.astext(), display='block')}</p>")
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the writer of formulas."""
    app.add_html_math_renderer("mathml", (_inline, None), (_display, None))


html_math_renderer = "mathml"
