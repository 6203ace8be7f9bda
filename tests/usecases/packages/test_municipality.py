"""A municipality's package: its workbook comes back with answers by year, and nothing secret is in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest
from openpyxl import load_workbook
from sqlalchemy import Connection, select

from smartstad_desktop.domain.lists.importing import Verdict
from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.domain.packages.files import NothingToPackage
from smartstad_desktop.storage.tables.importing import SentList
from smartstad_desktop.storage.tables.plan import Commitment, CommitmentYear, PlanItem
from smartstad_desktop.storage.tables.programme import Municipality
from smartstad_desktop.usecases.lists.importing import plan_import, run_import
from smartstad_desktop.usecases.packages.municipality import (
    TownPackage,
    deliver,
    export_package,
    targets_in,
    write_packages,
)
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import FixedClock

TOWN = "Helsingborg"
MEASURE = "Öppna data om badvatten och parkering"


@dataclass(frozen=True)
class Sent:
    """A package that went out, in a folder, and the workspace that knows what was sent."""

    workspace: Workspace
    package: TownPackage
    folder: Path

    @property
    def book(self) -> Path:
        """The workbook that was sent."""
        (path,) = self.folder.glob("*.xlsx")
        return path


@pytest.fixture(scope="module")
def sent(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    """The package of a municipality with confidential projects."""
    home = tmp_path_factory.mktemp("package")
    copy = Path(shutil.copyfile(demo_file, home / demo_file.name))
    with Workspace.open(copy, Surroundings(clock=FixedClock())) as workspace:
        yield Sent(workspace, export_package(workspace, TOWN, home / "paket"), home / "paket")


def years_of(workspace: Workspace) -> tuple[int | None, dict[int, int]]:
    """Return the budget of the municipality in the measure, and its years."""

    def query(connection: Connection) -> tuple[int | None, dict[int, int]]:
        row = connection.execute(
            select(Commitment.id, Commitment.budget)
            .join(PlanItem, PlanItem.id == Commitment.plan_item_id)
            .join(Municipality, Municipality.id == Commitment.municipality_id)
            .where(PlanItem.title == MEASURE, Municipality.short_name == TOWN)
        ).one()
        years = connection.execute(
            select(CommitmentYear.year, CommitmentYear.amount).where(CommitmentYear.commitment_id == row.id)
        )
        return row.budget, {year: amount for year, amount in years}  # noqa: C416  rows are no pairs to the checker

    return workspace.read(query)


def changed(path: Path, title: str, answers: dict[str, Any]) -> None:
    """Write *answers* (by heading) into the row of a measure, as a person would."""
    book = load_workbook(path)
    sheet = book["Planens åtgärder för oss"]
    headings = [str(cell.value) for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[headings.index("Åtgärd")].value == title)
    for heading, value in answers.items():
        row[headings.index(heading)].value = value
    book.save(path)


def test_it_holds_what_the_readme_says(sent: Sent) -> None:
    readme, _book, plan, shared, *sheets = sent.package.files
    words = re.sub(r"\s+", " ", "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(plan.content)).pages))

    told = re.sub(r"\s+", " ", readme.content.decode("utf-8-sig"))
    assert all(file.path in told for file in sent.package.files[1:])
    assert "Det här ber vi er om" in words
    assert "Kommunens beslut" in words
    assert shared.path == "3 Andras delbara resultat.pdf"
    assert sheets
    assert all(len(pypdf.PdfReader(BytesIO(sheet.content)).pages) == 1 for sheet in sheets)


def test_nothing_confidential_is_in_it(sent: Sent) -> None:
    book = load_workbook(sent.book)
    cells = str([[cell.value for cell in row] for sheet in book for row in sheet])

    assert book.sheetnames[5:9] == ["Planens åtgärder för oss", "Andras delbara resultat", "Matris", "Risker"]
    assert sent.package.withheld > 0
    assert "Placering av kameror i trafikplatser" not in cells
    assert "Placering av kameror" not in " ".join(file.path for file in sent.package.files)


def test_answers_by_year_come_back_as_one_step(sent: Sent, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(sent.book, tmp_path / "svar.xlsx"))
    before = years_of(sent.workspace)
    changed(path, MEASURE, {"Vår budget 2027 (tkr)": 120, "Vår budget 2028 (tkr)": 80, "Vår kommentar": "Ja tack"})

    plan = plan_import(sent.workspace, [path])
    answered = [each for each in plan.lists[0].candidates if each.kind is SheetKind.COMMITMENTS]

    assert {sheet.kind for sheet in plan.lists[0].read.sheets} >= {SheetKind.PROJECTS, SheetKind.COMMITMENTS}
    assert [each.row.title for each in answered if each.verdict is Verdict.CHANGED] == [MEASURE]
    assert all(each.verdict is Verdict.UNCHANGED for each in answered if each.row.title != MEASURE)
    assert years_of(sent.workspace) == before
    run_import(sent.workspace, plan)
    budget, years = years_of(sent.workspace)
    assert (years[2027], years[2028]) == (120_000, 80_000)
    assert budget == sum(years.values())
    sent.workspace.undo()
    assert years_of(sent.workspace) == before


def test_without_a_plan_there_is_nothing_to_send(region: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NothingToPackage):
        region.read(write_packages, region.read(targets_in, tmp_path), tmp_path, region.now)


def test_several_are_put_in_place_with_their_notes(demo: Workspace, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    targets = {key: path for key, path in demo.read(targets_in, tmp_path).items() if key == "perstorp"}
    kept = demo.read(lambda connection: len(connection.scalars(select(SentList.id)).all()))

    made = deliver(demo, demo.read(write_packages, targets, aside, demo.now))

    assert [each.key for each in made.packages] == [*targets]
    assert all(path.exists() for path in targets.values())
    assert [*aside.iterdir()] == []
    assert demo.read(lambda connection: len(connection.scalars(select(SentList.id)).all())) == kept + 1
