"""The archive package: every file with its hash, signed files as they came, and nothing confidential."""

from __future__ import annotations

import csv
import io
import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.reads.plan.plan import current_plan
from smartstad_desktop.usecases.packages.archive import METADATA, Archive, archive
from smartstad_desktop.usecases.plan.files import AttachPlanFile
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan
from tests.support.workspaces import FixedClock

SIGNED = b"%PDF-1.7 signed elsewhere\n"
KEPT = b"%PDF-1.7 as it was sent\n"


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def made(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The archive package of the demonstration region, with a file that came back signed."""
    copy = Path(shutil.copyfile(demo_file, tmp_path_factory.mktemp("archive") / demo_file.name))
    with Workspace.open(copy, Surroundings(clock=FixedClock())) as demo:
        plan = demo.read(current_plan)
        assert plan is not None
        demo.run(FreezePlan(plan=plan, version="1.0"))
        demo.run(AttachPlanFile(plan=plan, kind=PlanFileKind.SIGNED, name="Undertecknad.pdf", content=SIGNED))
        # Where the PDF that was signed is kept, none is made anew.
        demo.run(AttachPlanFile(plan=plan, kind=PlanFileKind.ARCHIVE, name="Planen.pdf", content=KEPT))
        return demo.read(archive, demo.now)


def test_the_package_describes_and_proves_itself(made: Archive) -> None:
    files = {file.path: file.content for file in made.files}
    about = json.loads(files[METADATA])

    assert (about["format"], about["language"], about["case_number"]) == ("smartstad-archive", "sv", "KS 2026/777")
    assert {each["path"]: each["sha256"] for each in about["files"]} == {
        path: sha256(content).hexdigest() for path, content in files.items() if path != METADATA
    }
    assert {path.split("/")[0] for path in files} >= {"1 Plan", "2 Protokoll", "3 Beslut", "5 Inventering", "6 Rutiner"}
    assert [files[f"1 Plan/{name}.pdf"] for name in ("Undertecknad", "Planen")] == [SIGNED, KEPT]
    (data,) = [content for path, content in files.items() if path.startswith("1 Plan/") and path.endswith(".json")]
    assert about["plans"][-1]["sha256_of_data"] == sha256(data).hexdigest()
    assert about["confidential_left_out"] == made.left_out > 0


def test_the_same_data_gives_the_same_package(workspace: Workspace) -> None:
    a_plan(workspace, "Gemensamt nät")

    first, second = (workspace.read(archive, workspace.now) for _ in range(2))

    assert first == second
    assert [file.content[:5] for file in first.files if file.path.startswith("1 Plan/")] == [b"%PDF-"]


def test_the_inventory_is_text_that_any_program_reads(made: Archive) -> None:
    content = next(file.content for file in made.files if file.path == "5 Inventering/Projekt.csv").decode("utf-8-sig")
    heading, *rows = csv.reader(io.StringIO(content), delimiter=";")

    assert heading[0] == "SMARTstad-id"
    assert len(rows) > 100
    assert "Placering av kameror i trafikplatser" not in content
    assert "@" not in content
