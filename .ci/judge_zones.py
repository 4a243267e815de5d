"""Judges the hours of calendars: a series in each of five zones, whose records say hours of the clocks there. What they are elsewhere is worked out by
Python's zoneinfo from the record alone, and compared with what icalendar reads, and with what calcurse, a calendar of Debian, shows who lives there and
who lives in a sixth zone. Run by `judge-zones`, as judge_zones.py GREFFIER."""

import os
import re
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar

# With and without summer time, on both sides of Greenwich, on both sides of the equator, and not a whole hour away.
ZONES = ["Africa/Bamako", "Europe/Paris", "America/Port-au-Prince", "Indian/Antananarivo", "Asia/Kathmandu"]
ELSEWHERE = "Pacific/Auckland"
# A meeting each: its day, when it begins and ends. In winter and summer, early and late, the days on which clocks change and those beside them.
MEETINGS = [
    (date(2026, 1, 13), time(9, 30), time(11, 45)),
    (date(2026, 3, 8), time(14, 5), time(16, 0)),
    (date(2026, 3, 28), time(23, 15), time(23, 55)),
    (date(2026, 3, 29), time(9, 0), time(12, 0)),
    (date(2026, 7, 14), time(0, 10), time(1, 20)),
    (date(2026, 10, 25), time(22, 0), time(23, 30)),
    (date(2026, 11, 1), time(12, 0), time(13, 0)),
]


def project(folder, zone):
    (folder / "meetings").mkdir()
    settings = f'instance = "Cluster"\nfuseau = "{zone}"\nadresse_du_site = "https://example.org/crr"\n'
    (folder / "greffier.toml").write_text(settings, encoding="utf-8")
    for day, start, end in MEETINGS:
        record = f"date = {day}\ndebut = {start}\nfin = {end}\n"
        (folder / "meetings" / f"{day}.toml").write_text(record, encoding="utf-8")


def expected(zone):
    """The moments of the meetings, by the clocks of Greenwich."""
    moments = ((datetime.combine(day, hour, ZoneInfo(zone)) for hour in hours) for day, *hours in MEETINGS)
    return sorted(tuple(moment.astimezone(UTC) for moment in pair) for pair in moments)


def read_by_icalendar(path):
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    pairs = [(event["DTSTART"].dt, event["DTEND"].dt) for event in events]
    if any(not isinstance(moment, datetime) or moment.tzinfo is None for pair in pairs for moment in pair):
        return None
    return sorted(tuple(moment.astimezone(UTC) for moment in pair) for pair in pairs)


def shown_by_calcurse(path, zone):
    """What stands in the calendar of somebody who lives there, by their clocks."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["calcurse", "-D", folder, "-C", folder, "-i", str(path)]
        done = subprocess.run(command, env={**os.environ, "TZ": zone}, capture_output=True, text=True, timeout=60)
        if done.returncode != 0:
            return done.stderr.strip()
        lines = (Path(folder) / "apts").read_text(encoding="utf-8").splitlines()
    hours = [re.findall(r"(\d\d/\d\d/\d{4} @ \d\d:\d\d)", line)[:2] for line in lines]
    return sorted(tuple(datetime.strptime(hour, "%m/%d/%Y @ %H:%M") for hour in pair) for pair in hours)


def faults_of(greffier, zone):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder, zone)
        subprocess.run([greffier, "build", "--formats", "html", "--quiet"], cwd=folder, check=True, capture_output=True, timeout=120)
        calendar = folder / "output/calendrier.ics"
        right = expected(zone)
        found = read_by_icalendar(calendar)
        if found is None:
            yield "hours of no zone"
        elif found != right:
            yield f"icalendar reads {found}\n  and not {right}"
        for reader in (zone, ELSEWHERE):
            there = sorted(tuple(moment.astimezone(ZoneInfo(reader)).replace(tzinfo=None) for moment in pair) for pair in right)
            shown = shown_by_calcurse(calendar, reader)
            if shown != there:
                yield f"calcurse in {reader} shows {shown}\n  and not {there}"


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: judge-zones GREFFIER")
    greffier = Path(sys.argv[1]).resolve()
    faults = [(zone, fault) for zone in ZONES for fault in faults_of(greffier, zone)]
    for zone, fault in faults:
        print(f"FAIL {zone}\n  {fault}")
    print(f"{len(ZONES)} zones, {len(ZONES) * len(MEETINGS)} meetings, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
