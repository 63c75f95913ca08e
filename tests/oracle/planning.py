"""The best dates of a small cohort, by trying all of them; written from the documentation of the calendar alone.

Documents are plain dictionaries as JSON holds them, and nothing of the library is used.
"""

from __future__ import annotations

import hashlib
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import combinations, pairwise, product
from zoneinfo import ZoneInfo

import holidays

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MOST = 2_000
"""Plans that are tried at most; a calendar with more of them is passed over."""


class TooManyError(Exception):
    """A calendar has more plans than can be tried."""


def best_plan(pairs, calendar):
    """Return the best plan as ``(values, days by key, starts by key)``, or None where no plan keeps all rules."""
    world = World(pairs, calendar)
    dated = [(key, options) for key, options in world.sessions() + world.visits()]
    number = 1
    for _, options in dated:
        number *= max(1, len(options))
    if number > MOST:
        raise TooManyError
    best = None
    for chosen in product(*(options for _, options in dated)):
        plan = dict(zip((key for key, _ in dated), chosen, strict=True))
        if not world.holds(plan):
            continue
        worth, order = world.worth(plan), [-ordinal(option) for option in plan.values()]
        if not world.earlier and best is not None and ((0, *worth), order) < best[0][:2]:
            continue  # its calls cannot make it better; where some can be moved, those of every plan count
        calls = world.calls(plan)
        if calls is None:
            continue
        moved, called = calls
        key = ((-moved - world.moved(plan), *worth), order, called[0])
        if best is None or key > best[0]:
            best = (key, plan | called[1])
    return None if best is None else world.told(best)


def ordinal(option):
    """Return a number that grows with a date."""
    day, start = option
    return day.toordinal() * 1440 + (0 if start is None else start.hour * 60 + start.minute)


def lot(key, option):
    """Return the lot of a date: 30 bits of a hash of the seed, the key and the date."""
    day, start = option
    text = f"2019|{key}|{day if start is None else start.strftime('%Y-%m-%dT%H:%MZ')}"
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big") >> 2


def has_plan(pairs, calendar, kept):
    """Whether some plan keeps these grounds, by their ids; those of a calendar that are left out ask for nothing."""
    world = World(pairs, calendar, kept)
    dated = world.sessions() + world.visits()
    for tried, chosen in enumerate(product(*(options for _, options in dated))):
        if tried == MOST:
            raise TooManyError
        plan = dict(zip((key for key, _ in dated), chosen, strict=True))
        if world.holds(plan) and world.calls(plan) is not None:
            return True
    return False


class World:
    """A calendar, and what it says of every site; only the grounds that are kept, where these are given."""

    def __init__(self, pairs, calendar, kept=None):
        self.kept = kept
        self.pairs = dict(sorted(pairs))
        self.doc = calendar
        self.start, self.end = date.fromisoformat(calendar["start"]), date.fromisoformat(calendar["end"])
        self.zone = calendar.get("time_zone") or "America/New_York"
        self.sess = {"per": "cohort", "minutes": 60, "hours": ["09:00", "17:00"], "step_minutes": 30}
        self.sess |= {"present_percent": 50, "days_apart": 14} | calendar.get("sessions", {})
        self.vis = {"days": 2, "notice_days": 0, "together": 1, "groups_at_once": 1, "preparation_days": 0}
        self.vis |= {"sessions_before": None, "visits_a_month": None} | calendar.get("visits", {})
        self.call = {"intro": True, "intro_days": [3, 21], "debrief": True, "debrief_days": [1, 14], "minutes": 30}
        self.call |= calendar.get("calls", {})
        self.earlier = {row["key"]: row for row in calendar.get("earlier", [])}
        # What may be later than the end may be so by eight weeks.
        self.last = self.end if self.asks("end") else self.end + timedelta(weeks=8)

    def asks(self, *ground):
        """Whether a ground is in force."""
        return self.kept is None or ":".join(ground) in self.kept

    def periods(self, kind, owner, rows):
        """Return the periods that are in force."""
        return [p for p in rows if self.asks(kind, *owner, p["first"], p.get("last") or p["first"])]

    def site(self, side, name):
        """Return what a site states."""
        return next((row for row in self.doc.get(f"{side}s", []) if row["id"] == name), {})

    def free(self, side, name, day):
        """Whether a site can meet on a day."""
        row, own = self.site(side, name), (side, name)
        weekdays = row.get("weekdays") or self.doc.get("weekdays") or WEEK[:5]
        away = self.periods("away", own, row.get("away", []))
        codes = [*self.doc.get("holidays", []), *row.get("holidays", [])] if self.asks("holidays", *own) else []
        return (
            day <= self.last
            and (WEEK[day.weekday()] in weekdays or not self.asks("weekdays", *own))
            and not any(covers(p, day) for p in [*self.blackouts(), *away])
            and self._is_inside(row.get("available") if self.asks("available", *own) else None, day)
            and not any(public(code, day) for code in codes)
        )

    def blackouts(self):
        """Return the periods in which nothing is planned."""
        return self.periods("blackout", (), self.doc.get("blackouts", []))

    def _is_inside(self, periods, day):
        return not periods or any(covers(p, day) for p in periods)

    def free_at(self, side, name, start, minutes):
        """Whether a site can take part in something virtual."""
        row = self.site(side, name)
        zone = ZoneInfo(row.get("time_zone") or self.zone)
        first, last = (time.fromisoformat(clock) for clock in row.get("hours") or self.sess["hours"])
        begin, end = start.astimezone(zone), (start + timedelta(minutes=minutes)).astimezone(zone)
        decent = begin.date() == end.date() and begin.time() >= first and end.time() <= last
        return (decent or not self.asks("hours", side, name)) and self.free(side, name, begin.date())

    def starts(self, zone, day):
        """Return the instants of a day at which something can begin."""
        return starts_of(zone, day, self.sess["step_minutes"])

    def months(self):
        """Return the months of sessions."""
        quarter = self.doc.get("first_quarter_end")
        last = min(self.end, later(self.start, 3) - timedelta(1)) if quarter is None else date.fromisoformat(quarter)
        begins = [later(self.start, n) for n in range(60) if later(self.start, n) <= last]
        ends = [*(begin - timedelta(1) for begin in begins[1:]), last]
        return list(zip(begins, ends, strict=True))

    def groups(self):
        """Return the mentees of each group."""
        found = {}
        for mentee, mentor in self.pairs.items():
            name = {"cohort": "cohort", "setting": "setting:unknown", "mentor": f"mentor:{mentor}"}[self.sess["per"]]
            found.setdefault(name, []).append(mentee)
        return found

    def absent(self, mentees, start):
        """Return which teams and which mentors cannot come."""
        minutes = self.sess["minutes"]
        teams = [m for m in mentees if not self.free_at("mentee", m, start, minutes)]
        mentors = sorted({self.pairs[m] for m in mentees})
        return teams, [m for m in mentors if not self.free_at("mentor", m, start, minutes)]

    def sessions(self):
        """Return the times that are worth trying for each session."""
        found = []
        for name, mentees in sorted(self.groups().items()):
            for number, (first, last) in enumerate(self.months(), start=1):
                key = f"session:{name}:{number}"
                if self.asks(key):
                    found.append((key, [o for day in days(first, last) for o in self.times(key, name, mentees, day)]))
        return found

    def times(self, key, name, mentees, day):
        """Return the times of a day that no other one of the day is as good as, or better."""
        if day > self.last or any(covers(p, day) for p in self.blackouts()):
            return []
        good = {}
        hosted = name.startswith("mentor:") and self.asks("host", name.removeprefix("mentor:"))
        for start in self.starts(self.zone, day):
            teams, mentors = self.absent(mentees, start)
            share = 100 * (len(mentees) - len(teams)) >= self.sess["present_percent"] * len(mentees)
            if (share or not self.asks("present")) and not (hosted and mentors):
                good[start] = (len(teams), len(mentors))
        before = self.earlier.get(key, {}).get("start_utc")
        return [
            (day, start)
            for start, lost in good.items()
            if (before is not None and start == datetime.fromisoformat(before))
            or not any(
                other[0] <= lost[0] and other[1] <= lost[1] and (other != lost or at < start)
                for at, other in good.items()
            )
        ]

    def visits(self):
        """Return the first days that each visit can have."""
        found = []
        told = date.fromisoformat(self.doc.get("announced") or self.doc["start"])
        for mentee, mentor in self.pairs.items():
            if not self.asks("visit", mentee):
                continue
            options = []
            for first in days(self.start, self.last):
                stay = days(first, first + timedelta(self.vis["days"] - 1))
                both = all(self.free("mentee", mentee, d) and self.free("mentor", mentor, d) for d in stay)
                hosting = self.site("mentor", mentor).get("hosting") if self.asks("hosting", mentor) else None
                both = both and all(self._is_inside(hosting, d) for d in stay)
                notice = self.vis["notice_days"] if self.asks("notice") else 0
                if both and (notice == 0 or (first - told).days >= notice):
                    options.append((first, None))
            found.append((f"visit:{mentee}", options))
        return found

    def stay(self, plan, mentee):
        """Return the first and the last day of a visit."""
        first = plan[f"visit:{mentee}"][0]
        return first, first + timedelta(self.vis["days"] - 1)

    def limit(self, mentor, name):
        """Return a limit of a mentor; None where there is none."""
        if not self.asks(name.removesuffix("_days"), mentor):
            return None
        own = self.site("mentor", mentor).get(name)
        return self.vis[name] if own is None else own

    def holds(self, plan):
        """Whether sessions and visits keep every rule."""
        return all([self._after_sessions(plan), self._apart(plan), self._hosted(plan), self._one_a_day(plan)])

    def _after_sessions(self, plan):
        before = self.vis["sessions_before"]
        asked = len(self.months()) if before is None else min(before, len(self.months()))
        for name, mentees in self.groups().items():
            held = [plan[key][0] for n in range(1, asked + 1) if (key := f"session:{name}:{n}") in plan]
            for mentee in mentees:
                if f"visit:{mentee}" in plan and any(day >= self.stay(plan, mentee)[0] for day in held):
                    return not self.asks("sessions_before")
        return True

    def _apart(self, plan):
        for name in self.groups():
            keys = [f"session:{name}:{n}" for n in range(1, len(self.months()) + 1)]
            held = [(plan[a][0], plan[b][0]) for a, b in pairwise(keys) if a in plan and b in plan]
            if any((b - a).days < self.sess["days_apart"] for a, b in held):
                return not self.asks("apart")
        return True

    def _hosted(self, plan):
        for mentor in set(self.pairs.values()):
            begun = {}
            for mentee in self.visiting(plan, mentor):
                first, last = self.stay(plan, mentee)
                begun[first, last] = begun.get((first, last), 0) + 1
            groups = {stay: -(-teams // self.vis["together"]) for stay, teams in begun.items()}
            at_once = self.limit(mentor, "groups_at_once")
            for day in {d for first, last in groups for d in days(first, last)}:
                if at_once is not None and sum(n for (a, b), n in groups.items() if a <= day <= b) > at_once:
                    return False
            a_month = self.limit(mentor, "visits_a_month")
            for year, month in {(a.year, a.month) for a, _ in groups}:
                if a_month is not None and a_month < sum(
                    n for (a, _), n in groups.items() if (a.year, a.month) == (year, month)
                ):
                    return False
            free = self.limit(mentor, "preparation_days")
            for (_, last), (first, _) in combinations(sorted(groups), 2):
                if free and (first - last).days - 1 < free:
                    return False
        return True

    def mentees(self, mentor):
        """Return the mentees of a mentor."""
        return [mentee for mentee, own in self.pairs.items() if own == mentor]

    def visiting(self, plan, mentor):
        """Return the mentees of a mentor whose visits are planned."""
        return [mentee for mentee in self.mentees(mentor) if f"visit:{mentee}" in plan]

    def timed(self, plan, mentor):
        """Return the days of the sessions and calls of a mentor."""
        names = [name for name, mentees in self.groups().items() if mentor in {self.pairs[m] for m in mentees}]
        found = [day for key, (day, _) in plan.items() if key.rpartition(":")[0] in {f"session:{n}" for n in names}]
        own = set(self.mentees(mentor))
        return found + [
            day for key, (day, _) in plan.items() if key[:5] in {"intro", "debri"} and key.split(":")[1] in own
        ]

    def _one_a_day(self, plan):
        for mentor in set(self.pairs.values()):
            timed = self.timed(plan, mentor) if self.asks("one_a_day", mentor) else []
            if len(set(timed)) < len(timed):
                return False
            for mentee in self.visiting(plan, mentor):
                first, last = self.stay(plan, mentee)
                if any(first <= day <= last for day in timed):
                    return False
        return True

    def worth(self, plan):
        """Return attendance, spread, earliness and the draw."""
        coming = 0
        for name, mentees in self.groups().items():
            for number in range(1, len(self.months()) + 1):
                teams, mentors = self.absent(mentees, plan[f"session:{name}:{number}"][1])
                coming += len(mentees) + len({self.pairs[m] for m in mentees}) - len(teams) - len(mentors)
        weeks = [plan[f"visit:{m}"][0] - timedelta(plan[f"visit:{m}"][0].weekday()) for m in self.pairs]
        crowded = sum(1 for a, b in combinations(weeks, 2) if a == b)
        early = sum((day - self.start).days for day, _ in plan.values())
        return coming, -crowded, -early, sum(lot(key, option) for key, option in plan.items())

    def moved(self, plan):
        """Return how many dates are not as they were."""
        return sum(1 for key, option in plan.items() if key in self.earlier and self._is_moved(key, option))

    def _is_moved(self, key, option):
        row = self.earlier[key]
        if option[0] != date.fromisoformat(row["day"]):
            return True
        return bool(row.get("start_utc") and option[1] and option[1] != datetime.fromisoformat(row["start_utc"]))

    def calls(self, plan):
        """Return the calls with the fewest moves, and of those the earliest: ``(moves, (worth, days))``."""
        dated = []
        for kind in ("intro", "debrief"):
            if self.call[kind] and self.asks(kind):
                visiting = [mentee for mentee in self.pairs if f"visit:{mentee}" in plan]
                dated += [(f"{kind}:{mentee}", self._call_days(plan, kind, mentee)) for mentee in visiting]
        found = None
        number = 1
        for _, options in dated:
            number *= max(1, len(options))
        if number > MOST:
            raise TooManyError
        for chosen in product(*(options for _, options in dated)):
            own = dict(zip((key for key, _ in dated), chosen, strict=True))
            if not self._one_a_day(plan | own):
                continue
            moves = self.moved(own)
            early = -sum((day - self.start).days for day, _ in own.values())
            key = (-moves, early, sum(lot(key, option) for key, option in own.items()))
            if found is None or key > found[0]:
                found = (key, own)
        if found is None:
            return None
        return -found[0][0], (found[0][1:], found[1])

    def _call_days(self, plan, kind, mentee):
        """Return the first time of each day that a call can have, and the time that it had before."""
        first, before = {}, self.earlier.get(f"{kind}:{mentee}", {}).get("start_utc")
        times = self.call_times(plan, kind, mentee)
        for day, start in times:
            first.setdefault(day, (day, start))
        kept = [(day, start) for day, start in times if before and start == datetime.fromisoformat(before)]
        return [*first.values(), *(one for one in kept if one not in first.values())]

    def call_times(self, plan, kind, mentee):
        """Return every time that a call can have."""
        first, last = self.stay(plan, mentee)
        least, most = self.call[f"{kind}_days"]
        if kind == "intro":
            near = days(first - timedelta(most), first - timedelta(least))
        else:
            near = days(last + timedelta(least), last + timedelta(most))
        mentor = self.pairs[mentee]
        zone = self.site("mentor", mentor).get("time_zone") or self.zone
        found = []
        for day in near:
            if not self.start <= day <= self.last:
                continue
            for start in self.starts(zone, day):
                both = (("mentee", mentee), ("mentor", mentor))
                if all(self.free_at(*site, start, self.call["minutes"]) for site in both):
                    found.append((day, start))
        return found

    def valid(self, plan):
        """Whether dates of all sessions, visits and calls keep every rule."""
        visits = dict(self.visits())
        for name, mentees in self.groups().items():
            for number, (first, last) in enumerate(self.months(), start=1):
                day, start = plan[f"session:{name}:{number}"]
                teams, mentors = self.absent(mentees, start)
                share = 100 * (len(mentees) - len(teams)) >= self.sess["present_percent"] * len(mentees)
                free = not any(covers(p, day) for p in self.doc.get("blackouts", []))
                known = start in self.starts(self.zone, day)
                if not (first <= day <= last and share and free and known) or (name.startswith("mentor:") and mentors):
                    return False
        for mentee in self.pairs:
            if plan[f"visit:{mentee}"] not in visits[f"visit:{mentee}"]:
                return False
            kinds = [kind for kind in ("intro", "debrief") if self.call[kind]]
            if any(plan[f"{kind}:{mentee}"] not in self.call_times(plan, kind, mentee) for kind in kinds):
                return False
        return self.holds(plan)

    def due(self, kind, mentee, plan):
        """Return the day on which something is due: the next one on which the mentee works."""
        after = {"workplan_days": 30, "survey_on": None} | self.doc.get("after", {})
        day = self.stay(plan, mentee)[1] + timedelta(after["workplan_days"])
        if kind == "survey":
            day = date.fromisoformat(after["survey_on"] or self.doc["end"])
        row = self.site("mentee", mentee)
        for number in range(31):
            other = day + timedelta(number)
            weekdays = row.get("weekdays") or self.doc.get("weekdays") or WEEK[:5]
            off = any(public(code, other) for code in [*self.doc.get("holidays", []), *row.get("holidays", [])])
            closed = any(covers(p, other) for p in self.doc.get("blackouts", []))
            if WEEK[other.weekday()] in weekdays and not off and not closed:
                return other
        return day

    def told(self, best):
        """Return the values of the aims by name, and the dates."""
        (worth, _, called), plan = best
        names = ("moved", "attendance", "spread", "early", "draw")
        values = dict(zip(names, worth, strict=True)) | {"calls": called[0]}
        return values, {key: day for key, (day, _) in plan.items()}, {key: s for key, (_, s) in plan.items() if s}


@cache
def starts_of(zone, day, step):
    """Return the instants of a day at which something can begin: those that alone have their time on the clock."""
    found = []
    for minute in range(0, 1440, step):
        wall = datetime.combine(day, time(minute // 60, minute % 60))
        shifts = (timedelta(minutes=15 * number) for number in range(-14 * 4, 14 * 4 + 1))
        instants = [(wall - shift).replace(tzinfo=UTC) for shift in shifts]
        known = [utc for utc in instants if utc.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall]
        if len(known) == 1:
            found.append(known[0])
    return found


def days(first, last):
    """Return every day from the first to the last."""
    return [first + timedelta(number) for number in range((last - first).days + 1)]


def covers(period, day):
    """Whether a period has a day."""
    return date.fromisoformat(period["first"]) <= day <= date.fromisoformat(period.get("last") or period["first"])


def later(day, months):
    """Return the same day of a later month."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


KNOWN = {}


def public(code, day):
    """Whether a day is a public holiday."""
    country, _, part = code.partition("-")
    if (code, day.year) not in KNOWN:
        KNOWN[code, day.year] = holidays.country_holidays(country, subdiv=part or None, years=day.year)
    return day in KNOWN[code, day.year]
