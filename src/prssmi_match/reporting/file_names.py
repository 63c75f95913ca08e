"""File names of sites: ids are anybody's text, and files are written under them."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

__all__ = ["site_file"]

_LONGEST = 60


def site_file(side: Literal["mentee", "mentor"], site_id: str) -> str:
    """Return a file name for a site, without an ending: safe on every system, and the same whoever else is there.

    >>> site_file("mentee", "pine")
    'mentee-pine'
    """
    slug = re.sub(r"[^a-z0-9]+", "-", site_id.lower()).strip("-")[:_LONGEST]
    if slug != site_id:  # something was lost, so another id could give the same
        digest = hashlib.sha256(site_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        slug = f"{slug}-{digest}" if slug else digest
    return f"{side}-{slug}"
