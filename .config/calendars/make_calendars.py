"""Makes the calendars of other regions than China: shared/deadlines/calendars/regions/*.json.

Run from the project's root, in a Python that has the library below at that version:

    python3 -m pip install holidays==0.105
    python3 .config/calendars/make_calendars.py [--made YYYY-MM-DD] [--to FOLDER]

`holidays` (Vacanza Team, MIT) is maintained, reads the decrees of each country into code, and says itself which dates it
only estimates. It is used here, at the desk of whoever makes the files, and never by the program. `date-holidays` of npm was
not taken: its data are CC BY-SA 3.0 (its LICENSE; its package.json says CC-BY), and share-alike is not among our licences.

Only holidays of a whole country are taken, no state's or province's, and of the United Kingdom those of England. `--made` is
the day that is written down as the day of making: days off by the moon or by announcement in a year not over by then are
estimates. `npm run test:outside calendars` makes the files again and compares.
"""

import argparse
import json
import re
import sys
from datetime import date
from pathlib import Path

import holidays

VERSION = "0.105"
FIRST, LAST = 2019, 2032
HERE = Path(__file__).parent
FOLDER = Path("shared/deadlines/calendars/regions")

# id, subdivision, what it is called.
REGIONS = [
    ("BR", None, "巴西（全国假日，不含各州）", "Brazil (national holidays, no state's)"),
    ("CA", None, "加拿大（全国假日，不含各省）", "Canada (national holidays, no province's)"),
    ("GB", "ENG", "英国（英格兰和威尔士）", "United Kingdom (England and Wales)"),
    ("ID", None, "印度尼西亚（不含集体休假）", "Indonesia (without collective leave)"),
    ("MY", None, "马来西亚（全国假日，不含各州）", "Malaysia (national holidays, no state's)"),
    ("PH", None, "菲律宾", "Philippines"),
    ("SG", None, "新加坡", "Singapore"),
    ("TH", None, "泰国", "Thailand"),
    ("TW", None, "台湾", "Taiwan"),
    ("US", None, "美国（联邦假日）", "United States (federal holidays)"),
    ("VN", None, "越南", "Vietnam"),
]

# Set by the sighting of the moon, or by a lunar reckoning that an authority announces year by year.
ANNOUNCED = {
    "Asarnha Bucha",
    "Buddhist Lent Day",
    "Day of Silence",
    "Diwali",
    "Eid al-Adha",
    "Eid al-Fitr",
    "Eid al-Fitr (Second Day)",
    "Eid al-Fitr (additional holiday)",
    "Eid al-Fitr Second Day",
    "Islamic New Year",
    "Isra' and Mi'raj",
    "Makha Bucha",
    "Prophet Muhammad's Birthday",
    "Prophet's Birthday",
    "Vesak Day",
    "Visakha Bucha",
}

# Where days off are decided year by year (bridges, exchanged days, special days, the length of Tết): of a year after that of
# making, the library only carries on what it knows, and more days may come.
DECIDED_YEARLY = {"ID", "MY", "PH", "TH", "TW", "VN"}

# The same English name, another holiday.
ZH_OF_REGION = {("TH", "Constitution Day"): "宪法日", ("TH", "Coronation Day"): "国王加冕纪念日"}

MARKS = re.compile(r" \((observed|in lieu|estimated|observed, estimated|in lieu, estimated)\)$")
EXCHANGED = re.compile(r"^Day off \(substituted from .*\)$")


class Names:
    """English names of days off with their Chinese ones; a name without one stops the making."""

    def __init__(self, region):
        self.region = region
        self.table = json.loads((HERE / "names-zh.json").read_text(encoding="utf-8"))
        self.used = {}

    def of(self, label):
        """The name of one holiday, whether its date is an estimate of the library, and its bare name."""
        mark = MARKS.search(label)
        base = MARKS.sub("", label)
        if EXCHANGED.match(base):
            base = "Exchanged day off"
        marks = mark.group(1) if mark else ""
        moved = next((word for word in ("observed", "in lieu") if word in marks), None)
        zh = ZH_OF_REGION.get((self.region, base)) or self.table.get(base)
        if zh is None:
            sys.exit(f"no Chinese name for {base!r} ({self.region})")
        english = f"{base} ({moved})" if moved else base
        return english, f"{zh}（补假）" if moved else zh, "estimated" in marks, base

    def of_day(self, labels):
        """The name of a day on which one or more holidays fall, and whether all of them may move."""
        found = [self.of(label) for label in labels.split("; ")]
        english = "; ".join(each[0] for each in found)
        self.used[english] = "、".join(each[1] for each in found)
        return english, found


def may_move(found, year, made):
    return all(estimated or (base in ANNOUNCED and year >= made.year) for _en, _zh, estimated, base in found)


def region_file(region, subdivision, zh, en, made):
    names = Names(region)
    years = {}
    for year in range(FIRST, LAST + 1):
        of_year = holidays.country_holidays(region, subdiv=subdivision, years=year, language="en_US")
        days_off, estimated = {}, {}
        for day in sorted(day for day in of_year if day.year == year):
            name, found = names.of_day(of_year[day])
            (estimated if may_move(found, year, made) else days_off)[day.isoformat()] = name
        makeup = sorted(day for day in of_year.weekend_workdays if day.year == year)
        if makeup:
            names.of_day("Make-up working day")
        years[str(year)] = {
            "daysOff": days_off,
            "estimatedDaysOff": estimated,
            "makeupDays": {day.isoformat(): "Make-up working day" for day in makeup},
        }
    return {
        "id": region,
        "region": {"zh": zh, "en": en},
        "library": {"name": "holidays (Python)", "version": VERSION, "licence": "MIT", "made": made.isoformat()},
        "decidedYearly": region in DECIDED_YEARLY,
        "names": dict(sorted(names.used.items())),
        "years": years,
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--made", type=date.fromisoformat, default=date.today())
    parser.add_argument("--to", type=Path, default=FOLDER)
    options = parser.parse_args()
    if holidays.__version__ != VERSION:
        sys.exit(f"holidays {VERSION} is needed, not {holidays.__version__}")
    options.to.mkdir(parents=True, exist_ok=True)
    for region in REGIONS:
        made = region_file(*region, options.made)
        text = json.dumps(made, ensure_ascii=False, indent=2)
        (options.to / f"{region[0].lower()}.json").write_text(f"{text}\n", encoding="utf-8")


main()
