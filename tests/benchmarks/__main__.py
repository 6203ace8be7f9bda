"""Measure what was asked for, or everything, and print each figure beside its limit."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from tests.benchmarks.measure import say

PARTS = (
    "start",
    "board",
    "canvas",
    "search",
    "opening",
    "robustness",
    "matrix",
    "exchange_out",
    "exchange_in",
    "import_plan",
    "plan_pdf",
)


def main(words: list[str]) -> int:
    """Print the figures; end with 1 when one of them is over its limit."""
    # Where there is no screen Qt says at each window that it has no size to tell.
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    over = 0
    for part in words or PARTS:
        for result in import_module(f"tests.benchmarks.{part}").measure():
            say(result.line())
            over += not result.is_met
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
