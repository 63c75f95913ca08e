"""``algmatch``: hospitals and residents with ties, strongly stable. Run in the environment of ``algmatch.txt``."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from algmatch import HospitalResidentsProblemWithTies

if __name__ == "__main__":
    data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    begin = time.perf_counter()
    mentees, mentors = ({site: number for number, site in enumerate(data[side], 1)} for side in ("mentees", "mentors"))
    instance = {
        "residents": {
            mentees[site]: [[mentors[host] for host in group] for group in groups]
            for site, groups in data["mentees"].items()
        },
        "hospitals": {
            mentors[host]: {
                "capacity": data["capacity"][host],
                "preferences": [[mentees[site] for site in group] for group in groups],
            }
            for host, groups in data["mentors"].items()
        },
    }
    game = HospitalResidentsProblemWithTies(dictionary=instance, stability_type="strong")
    found = game.get_stable_matching()
    seconds = time.perf_counter() - begin
    if found is None:
        print(json.dumps({"status": "nothing found", "seconds": seconds, "note": "says that none is strongly stable"}))
    else:
        size = sum(1 for host in found["resident_sided"].values() if host)
        print(json.dumps({"status": "found", "seconds": seconds, "values": {"coverage": size}}))
