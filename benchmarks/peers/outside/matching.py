"""``matching``: hospitals and residents with strict lists. Run in the environment of ``matching.txt``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from matching.games import HospitalResident

if __name__ == "__main__":
    data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    begin = time.perf_counter()
    residents, hospitals = (
        {site: [other for group in groups for other in group] for site, groups in data[side].items()}
        for side in ("mentees", "mentors")
    )
    game = HospitalResident.create_from_dictionaries(residents, hospitals, data["capacity"])
    found = game.solve()
    seconds = time.perf_counter() - begin
    size = sum(len(matched) for matched in found.values())
    print(json.dumps({"status": "found", "seconds": seconds, "values": {"coverage": size}}))
