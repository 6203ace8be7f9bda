"""Measuring: CPU time of whole processes and of pieces of work, and how results are shown."""

from __future__ import annotations

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

PATIENCE_S = 60
PERF: Final = ("perf", "stat", "-x", ",", "-e", "instructions:u")
VALGRIND: Final = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One figure beside what it may be at most."""

    name: str
    value: float
    unit: str
    limit: float
    note: str = ""

    @property
    def is_met(self) -> bool:
        """Return whether the figure is within its limit."""
        return self.value <= self.limit

    def line(self) -> str:
        """Return the figure in one line."""
        word = "ok  " if self.is_met else "OVER"
        figures = f"{self.value:8.2f} {self.unit:<3} of at most {self.limit:6.2f}"
        return f"{word} {self.name:<44} {figures}   {self.note}".rstrip()


def process_cpu(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Run a process to its end and return the CPU time it took, in milliseconds.

    Raises:
        RuntimeError: it failed.
    """
    child = os.posix_spawn(command[0], list(command), dict(environment))
    # A window that never gets painted would stay for ever.
    watchdog = threading.Timer(PATIENCE_S, os.kill, (child, signal.SIGKILL))
    watchdog.start()
    _pid, status, usage = os.wait4(child, 0)
    watchdog.cancel()
    if status:
        raise RuntimeError(f"{command[2][:60]} ended with {status}")
    return (usage.ru_utime + usage.ru_stime) * 1000


def process_instructions(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Run a process under the counter there is and return its instructions in millions; the same on every run."""
    if works(PERF):
        told = _told([*PERF, *command], environment)
        return sum(int(line.split(",")[0]) for line in told.splitlines() if ",instructions" in line) / 1e6
    told = _told([*VALGRIND, *command], environment)
    return int(re.findall(r"I +refs: +([\d,]+)", told)[0].replace(",", "")) / 1e6


def works(counter: Sequence[str]) -> bool:
    """Say whether a counter of instructions is installed and allowed here."""
    if shutil.which(counter[0]) is None:
        return False
    tried = subprocess.run([*counter, "true"], capture_output=True, text=True, check=False)
    return tried.returncode == 0 and "not supported" not in tried.stderr and "not counted" not in tried.stderr


def _told(command: Sequence[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True, timeout=300
    )
    return done.stderr


def cpu_ms(work: Callable[[], object]) -> float:
    """Return the CPU time of *work* in this process, in milliseconds."""
    started = time.process_time_ns()
    work()
    return (time.process_time_ns() - started) / 1e6


def wall_ms(work: Callable[[], object]) -> float:
    """Return the time on the wall that *work* takes, in milliseconds."""
    started = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - started) / 1e6


def interleaved(works: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Take turns, so that whatever else the machine does hits all of them alike; the first round warms up."""
    seen: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            value = work()
            if number:
                seen[name].append(value)
    return seen


def spread(values: Sequence[float]) -> str:
    """Return the median with the least and the most."""
    return f"{statistics.median(values):.1f} ms ({min(values):.1f}–{max(values):.1f})"


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that *share* of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
