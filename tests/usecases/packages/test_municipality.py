"""A municipality's package: its workbook comes back with answers by year, and nothing secret is in it."""

from __future__ import annotations

import re
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
    town_package,
    write_packages,
)
from smartstad_desktop.usecases.workspace import Workspace

TOWN = "Landskrona"


def landskrona(workspace: Workspace) -> TownPackage:
    """Return the package of one municipality."""
    return workspace.read(town_package, TOWN, workspace.now)


def years_of(workspace: Workspace, title: str) -> tuple[int | None, dict[int, int]]:
    """Return the budget of Landskrona in a measure, and its years."""

    def query(connection: Connection) -> tuple[int | None, dict[int, int]]:
        row = connection.execute(
            select(Commitment.id, Commitment.budget)
            .join(PlanItem, PlanItem.id == Commitment.plan_item_id)
            .join(Municipality, Municipality.id == Commitment.municipality_id)
            .where(PlanItem.title == title, Municipality.short_name == TOWN)
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


def test_it_holds_what_the_readme_says(demo: Workspace) -> None:
    package = landskrona(demo)
    readme, book, plan, shared, *sheets = package.files
    words = re.sub(r"\s+", " ", "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(plan.content)).pages))

    assert all(file.path in re.sub(r"\s+", " ", readme.content.decode("utf-8-sig")) for file in package.files[1:])
    assert load_workbook(BytesIO(book.content)).sheetnames[5:8] == [
        *("Planens åtgärder för oss", "Andras delbara resultat", "Matris")
    ]
    assert "Det här ber vi er om" in words
    assert "Kommunens beslut" in words
    assert shared.path == "3 Andras delbara resultat.pdf"
    assert sheets
    assert all(len(pypdf.PdfReader(BytesIO(sheet.content)).pages) == 1 for sheet in sheets)


def test_nothing_confidential_is_in_a_package(demo: Workspace) -> None:
    package = demo.read(town_package, "Helsingborg", demo.now)
    _readme, book, *_rest = package.files
    cells = str([[cell.value for cell in row] for sheet in load_workbook(BytesIO(book.content)) for row in sheet])

    assert package.withheld > 0
    assert "Placering av kameror i trafikplatser" not in cells


def test_answers_by_year_come_back_as_one_step(demo: Workspace, tmp_path: Path) -> None:
    title = "Öppna data om badvatten och parkering"
    export_package(demo, TOWN, tmp_path / "paket")
    (path,) = (tmp_path / "paket").glob("*.xlsx")
    before = years_of(demo, title)
    changed(path, title, {"Vår budget 2027 (tkr)": 120, "Vår budget 2028 (tkr)": 80, "Vår kommentar": "Ja tack"})

    plan = plan_import(demo, [path])
    answered = [each for each in plan.lists[0].candidates if each.kind is SheetKind.COMMITMENTS]

    assert [each.row.title for each in answered if each.verdict is Verdict.CHANGED] == [title]
    assert all(each.verdict is Verdict.UNCHANGED for each in answered if each.row.title != title)
    assert years_of(demo, title) == before
    run_import(demo, plan)
    assert years_of(demo, title) == (200_000, {2027: 120_000, 2028: 80_000})
    demo.undo()
    assert years_of(demo, title) == before


def test_all_at_once_and_each_list_is_kept(region: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NothingToPackage):
        region.read(write_packages, region.read(targets_in, tmp_path), tmp_path, region.now)


def test_several_are_put_in_place_with_their_notes(demo: Workspace, tmp_path: Path) -> None:
    aside = tmp_path / "aside"
    aside.mkdir()
    targets = dict([*demo.read(targets_in, tmp_path).items()][:2])
    kept = demo.read(lambda connection: len(connection.scalars(select(SentList.id)).all()))

    made = deliver(demo, demo.read(write_packages, targets, aside, demo.now))

    assert [each.key for each in made.packages] == [*targets]
    assert all(path.exists() for path in targets.values())
    assert [*aside.iterdir()] == []
    assert demo.read(lambda connection: len(connection.scalars(select(SentList.id)).all())) == kept + 2
