"""Kill the program at random moments and see what is left of what it had acknowledged.

Run as ``python -m tests.reliability.kill_loop --kills 1000``. Each round forks a child that opens the workspace and
acts without pause; after every action it acknowledges the state on a pipe. It is killed without warning at a random
moment, and the file is opened again. What must hold then:

* the file opens, SQLite's integrity check and all references are right;
* it holds the state that was acknowledged last, or that one and a single whole action more;
* at the end of each chapter, taking back every step leads to the first state, to the letter.

``--careless`` does the same without a rollback journal. It must find damage: a test that cannot fail proves nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from sqlalchemy import Connection

from smartstad_desktop.domain.changes import ChangeSet
from smartstad_desktop.domain.errors import DomainError, NothingToUndo, RuleError
from smartstad_desktop.storage.recovery import journal_of
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace
from tests.reliability.actions import Actor, digest, log_digest, set_up

CHAPTER = 25
#: Pages SQLite may keep before it writes into the file in the middle of an action.
SMALL_CACHE = 10


@dataclass(slots=True)
class Report:
    """What was seen."""

    kills: int = 0
    acknowledged: int = 0
    outcomes: Counter[str] = field(default_factory=Counter[str])
    misses: list[str] = field(default_factory=list)

    def as_json(self) -> str:
        """Return it for another program."""
        told = {"kills": self.kills, "acknowledged": self.acknowledged, "misses": self.misses}
        return json.dumps({**told, "outcomes": dict(self.outcomes)})


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The state the child said it was in."""

    data: str
    log: str


def state(workspace: Workspace) -> Acknowledged:
    """Return the state of *workspace*."""
    return Acknowledged(digest(workspace), log_digest(workspace))


def work_until_killed(path: Path, seed: int, pipe: int, *, careless: bool) -> None:
    """Open the workspace and act for ever, telling each new state. This is the child."""
    workspace = Workspace.open(path, Surroundings(backups=path.parent / "backups"))
    if careless or seed % 2:
        workspace.read(_quietly, f"PRAGMA cache_size = {SMALL_CACHE}")
    if careless:
        workspace.read(_quietly, "PRAGMA journal_mode = OFF")
    actor = Actor(workspace, seed)
    while True:
        if careless:
            actor.import_many()
        else:
            actor.act()
        seen = state(workspace)
        os.write(pipe, f"{seen.data} {seen.log}\n".encode())


def _quietly(connection: Connection, statement: str) -> None:
    connection.exec_driver_sql(statement).close()


def run_and_kill(path: Path, seed: int, chance: random.Random, *, careless: bool) -> list[Acknowledged]:
    """Let a child work, kill it at a random moment, and return what it had acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            work_until_killed(path, seed, writer, careless=careless)
        except BaseException as error:  # noqa: BLE001  whatever it was, the parent must hear of it
            os.write(writer, f"! {error!r}\n".encode())
        finally:
            os._exit(1)
    os.close(writer)
    told = b""
    wanted = chance.randrange(5)
    deadline = time.monotonic() + 20
    heard: list[float] = []
    while told.count(b"\n") < wanted and b"!" not in told and time.monotonic() < deadline:
        if select.select([reader], [], [], 0.1)[0]:
            told += os.read(reader, 65536)
            heard.append(time.monotonic())
    # As long as an action takes: on a busy machine a fixed moment would come before the next one begins to write.
    time.sleep(chance.uniform(0, max([0.03, *(later - earlier for earlier, later in pairwise(heard))])))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reader, 65536):
        told += more
    os.close(reader)
    lines = told.decode().splitlines()
    if lines and lines[-1].startswith("!"):
        raise RuntimeError(lines[-1])
    return [Acknowledged(*line.split()) for line in lines]


def after_one_step(path: Path, step: Callable[[Workspace], ChangeSet]) -> str:
    """Return the state that a copy of the file is in after one more step back or forward."""
    copy = path.with_name("copy.smartstad")
    shutil.copyfile(path, copy)
    try:
        with Workspace.open(copy) as workspace:
            step(workspace)
            return digest(workspace)
    except RuleError:
        return ""
    finally:
        copy.unlink()


def judge(path: Path, last: Acknowledged) -> tuple[str, Acknowledged]:
    """Open the file after a kill and say how it stands to what was acknowledged last.

    Raises:
        AssertionError: something acknowledged is gone, or something half done is there.
        DomainError: the file cannot be opened.
    """
    with Workspace.open(path) as workspace:
        whole = workspace.read(lambda connection: connection.exec_driver_sql("PRAGMA integrity_check").scalars().all())
        astray = workspace.read(lambda connection: connection.exec_driver_sql("PRAGMA foreign_key_check").all())
        found = state(workspace)
    if whole != ["ok"] or astray:
        raise AssertionError(f"damaged: {whole} {astray}")
    if found == last:
        return "as acknowledged", found
    # The one action that may be there without having been acknowledged is a step, or an undo, or a redo.
    if any(last.data == after_one_step(path, step) for step in (Workspace.undo, Workspace.redo)):
        return "one action more", found
    raise AssertionError(f"neither {last} nor one action more: {found}")


def undo_everything(path: Path) -> str:
    """Take back every step and return the state that is left."""
    with Workspace.open(path) as workspace:
        try:
            while True:
                workspace.undo()
        except NothingToUndo:
            return digest(workspace)


def chapter(folder: Path, kills: int, seed: int, report: Report, *, careless: bool) -> None:
    """Kill *kills* times over the life of one file."""
    path = folder / "prov.smartstad"
    set_up(path)
    with Workspace.open(path) as workspace:
        first = last = state(workspace)
    chance = random.Random(seed)  # noqa: S311  a kill must be repeatable
    for number in range(kills):
        report.kills += 1
        try:
            told = run_and_kill(path, seed * 1000 + number, chance, careless=careless)
            report.acknowledged += len(told)
            report.outcomes["half written"] += journal_of(path).exists() and journal_of(path).stat().st_size > 0
            outcome, last = judge(path, told[-1] if told else last)
            report.outcomes[outcome] += 1
        except (AssertionError, DomainError, RuntimeError) as miss:
            report.misses.append(f"seed {seed} kill {number}: {miss!r}")
            return
    if undo_everything(path) != first.data:
        report.misses.append(f"seed {seed}: taking everything back does not lead to the first state")


def main(arguments: list[str]) -> int:
    """Kill as often as asked, print a report, and return 1 if anything was missed."""
    parser = argparse.ArgumentParser(description="Kill the program at random moments and check the file.")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--careless", action="store_true")
    options = parser.parse_args(arguments)
    report = Report()
    for seed in range(options.seed, options.seed + -(-options.kills // CHAPTER)):
        with tempfile.TemporaryDirectory(prefix="kill-loop-") as folder:
            kills = min(CHAPTER, options.kills - report.kills)
            chapter(Path(folder), kills, seed, report, careless=options.careless)
        if report.misses:
            break
    sys.stdout.write(report.as_json() + "\n")
    return 1 if report.misses else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
