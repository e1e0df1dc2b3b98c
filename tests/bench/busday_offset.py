"""The peer of tests/bench/working-days.bench.ts: a round of numpy's busday_offset for every line that comes in.

Reads days as whole numbers from 1970-01-01 on, tells the ms of each round, and leaves the answers of the first as a file.
"""

import sys
import time
from pathlib import Path

import numpy

folder = Path(sys.argv[1])


def days(name: str) -> numpy.ndarray:
    return numpy.fromfile(folder / name, dtype=numpy.int32)


starts = days("starts").astype("datetime64[D]")
counts = days("counts").astype(numpy.int64)
calendar = numpy.busdaycalendar(weekmask="1111111", holidays=days("days-off").astype("datetime64[D]"))

answered = False
for _ in sys.stdin:
    begun = time.perf_counter()
    # A start that is a day off stands for the worked day before it: the first day counted is the same.
    ends = numpy.busday_offset(starts, counts, roll="backward", busdaycal=calendar)
    milliseconds = (time.perf_counter() - begun) * 1000
    if not answered:
        ends.astype(numpy.int64).astype(numpy.int32).tofile(folder / "answers")
        answered = True
    print(milliseconds, flush=True)
