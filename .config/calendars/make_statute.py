"""Makes the days off that the statute gives mainland China in each year: shared/deadlines/calendars/cn-statute.json.

Run from the project's root, in a Python that has the library below at that version:

    python3 -m pip install holidays==0.105
    python3 .config/calendars/make_statute.py [--made YYYY-MM-DD] [--to FILE]

The days are those of 全国年节及纪念日放假办法, which since 2025 has the eve of Spring Festival and 2 May as well. The library
is asked for nothing but the four days that go by the moon or the sun. It knows them up to 2099. `FURTHEST` is how far the
notices of 2019 to 2026 ever went beyond these days (the ten days of Spring Festival 2020, the eight of the National Days
that met Mid-Autumn) and how far from them they ever put a make-up day, rounded up to whole weeks.
`npm run test:outside calendars` makes the file again and compares; tests/property/deadlines/estimate-range.test.ts hides each
year and finds what its notice said within what this foresees.
"""

import argparse
import json
import sys
from datetime import date, timedelta
from pathlib import Path

import holidays
from holidays.calendars.chinese import _ChineseLunisolar

VERSION = "0.105"
FIRST, LAST = 2019, 2099
FILE = Path("shared/deadlines/calendars/cn-statute.json")
# What it is called, and how many days off a notice put behind its last one at most.
FURTHEST = {"makeupDays": 14, "before": 2}
HOLIDAYS = [
    ("元旦", "New Year's Day", 2),
    ("春节", "Spring Festival", 6),
    ("清明节", "Tomb-Sweeping Day", 2),
    ("劳动节", "Labour Day", 4),
    ("端午节", "Dragon Boat Festival", 2),
    ("中秋节", "Mid-Autumn Festival", 2),
    ("国庆节", "National Day", 5),
]


def days_of(year):
    """The first and the last day of each holiday, in the order of HOLIDAYS."""
    sky = _ChineseLunisolar()
    spring, tomb, dragon, autumn = (
        found[0]
        for found in (
            sky.lunar_new_year_date(year),
            sky.qingming_date(year),
            sky.dragon_boat_date(year),
            sky.mid_autumn_date(year),
        )
    )
    is_longer = year >= 2025
    return [
        (date(year, 1, 1), date(year, 1, 1)),
        (spring - timedelta(days=1 if is_longer else 0), spring + timedelta(days=2)),
        (tomb, tomb),
        (date(year, 5, 1), date(year, 5, 2 if is_longer else 1)),
        (dragon, dragon),
        (autumn, autumn),
        (date(year, 10, 1), date(year, 10, 3)),
    ]


def written(first, last):
    """`02-05` or `02-05/02-08`: the machine form of the fact base."""
    begins, ends = first.strftime("%m-%d"), last.strftime("%m-%d")
    return begins if begins == ends else f"{begins}/{ends}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--made", type=date.fromisoformat, default=date.today())
    parser.add_argument("--to", type=Path, default=FILE)
    options = parser.parse_args()
    if holidays.__version__ != VERSION:
        sys.exit(f"holidays {VERSION} is needed, not {holidays.__version__}")
    made = {
        "library": {
            "name": "holidays (Python)",
            "version": VERSION,
            "licence": "MIT",
            "made": options.made.isoformat(),
        },
        "makeupDaysWithin": FURTHEST["makeupDays"],
        "holidays": [
            {"name": {"zh": zh, "en": en}, "daysBefore": FURTHEST["before"], "daysAfter": after}
            for zh, en, after in HOLIDAYS
        ],
        "years": {
            str(year): " ".join(written(*days) for days in days_of(year)) for year in range(FIRST, LAST + 1)
        },
    }
    text = json.dumps(made, ensure_ascii=False, indent=2)
    options.to.write_text(f"{text}\n", encoding="utf-8")


main()
