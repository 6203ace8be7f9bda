"""A plan with 60 measures and 600 projects as a PDF, against the same library laying out the same content and no more.

What bare layout is stands in ``tests/support/bare_pages.py``. "Whole" goes from the document to the bytes that are
written: pages, tags, files, the archive's metadata, its proof, the seal. "From the file" also asks the workspace and
makes the attached workbook and data, which bare layout has not to do.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.documents.pdf.renderer import render, render_pages
from smartstad_desktop.usecases.plan_document.publishing import plan_document
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.benchmarks.measure import Result, cpu_ms, interleaved, spread
from tests.support.bare_pages import bare_pages
from tests.support.big_plan import AddBigPlan
from tests.support.workspaces import FixedClock

ROUNDS: Final = 3
_MEGA: Final = 1_000_000


def measure() -> Iterator[Result]:
    """Yield what a whole export costs above bare layout, how large the file is, and whether it stays the same."""
    around = Surroundings(clock=FixedClock(), actor="benchmark")
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "stor.smartstad", around) as workspace:
        plan = workspace.run(AddBigPlan()).value
        document = workspace.read(plan_document, plan, Language.SV, workspace.now)
        written = render(document)

        def from_the_file() -> float:
            return cpu_ms(lambda: render(workspace.read(plan_document, plan, Language.SV, workspace.now)))

        seen = interleaved(
            {
                "bare": lambda: cpu_ms(lambda: bare_pages(document)),
                "pages": lambda: cpu_ms(lambda: render_pages(document)),
                "whole": lambda: cpu_ms(lambda: render(document)),
                "from the file": from_the_file,
            },
            ROUNDS,
        )
        is_same = render(workspace.read(plan_document, plan, Language.SV, workspace.now)) == written
    bare = statistics.median(seen["bare"])
    limits = {"pages": 1.0, "whole": 1.5, "from the file": 1.5}
    for part, limit in limits.items():
        ratio = statistics.median(seen[part]) / bare
        yield Result(
            name=f"plan as PDF, {part} / bare layout", value=ratio, unit="x", limit=limit, note=spread(seen[part])
        )
    yield Result(name="plan as PDF, size", value=len(written) / _MEGA, unit="MB", limit=5)
    yield Result(name="plan as PDF, other bytes for the same content", value=float(not is_same), unit="", limit=0)
