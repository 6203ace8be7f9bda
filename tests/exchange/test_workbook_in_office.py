"""A workbook goes through LibreOffice, as it does on many municipalities' computers, and comes back the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists.importing import Verdict
from smartstad_desktop.domain.lists.lists import ReadList
from smartstad_desktop.exchange.cells.vocabulary import joined
from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.reads.lists import importing as reads
from smartstad_desktop.usecases.inventory.inventory import AddProject
from smartstad_desktop.usecases.inventory.needs import AddNeed
from smartstad_desktop.usecases.lists.exporting import export_workbook
from smartstad_desktop.usecases.lists.importing import plan_import
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.templates.templates import CreateProgramme
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import office
from tests.support.plans import a_plan, municipality
from tests.support.workspaces import FixedClock

PROGRAM = office.program()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="LibreOffice (package libreoffice-calc) is not installed"),
]
COUNT = 12
ENDINGS = ("xlsx", "ods", "xls")


@dataclass
class Sent:
    """A workspace with a workbook that went out, what LibreOffice made of it, and of one that a person changed."""

    workspace: Workspace
    sent: Path
    stamp: str
    back: dict[str, Path] = field(default_factory=dict)
    changed: dict[str, Path] = field(default_factory=dict)

    def read(self, path: Path) -> ReadList:
        return read_list(path, joined(self.workspace.read(reads.known).names.vocabulary))


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    """One workbook with everything, saved again in all formats by two starts of LibreOffice."""
    assert PROGRAM is not None
    folder = tmp_path_factory.mktemp("office")
    with Workspace.create(folder / "region.smartstad", Surroundings(clock=FixedClock())) as workspace:
        workspace.run(CreateProgramme(template="familjen-helsingborg"))
        fill(workspace)
        made = export_workbook(workspace, "angelholm", folder / "lista.xlsx")
        changed = folder / "andrad.xlsx"
        edit(made.path, changed)
        found = Sent(workspace, made.path, made.stamp)
        app = office.Office(PROGRAM, folder / "profile")
        for ending in ENDINGS:
            saved = app.saved_again([made.path, changed], ending, folder / ending)
            found.back[ending], found.changed[ending] = saved
        yield found


def fill(workspace: Workspace) -> None:
    home = municipality(workspace, "angelholm")
    for number in range(COUNT):
        fields: dict[str, Any] = {
            "what": f"Beskrivning {number}\nmed två rader",
            "comment": ["=1+1", "+46 42", "'citat", "5 % & <mer>"][number % 4],
            "budget_total": 100_000 + 500 * number,
            "status": list(Status)[number % 6],
            "partners": ["Bolaget Vatten, Avlopp & Avfall", "Region Skåne"],
        }
        workspace.run(AddProject(fields={"title": f"Projekt {number:02}", "municipality_id": home} | fields))
    workspace.run(AddNeed(fields={"need": "Hitta rätt blankett", "mentions": 12, "municipality_id": home}))
    plan, measures = a_plan(workspace, "Gemensamt nät", "Öppna data")
    assert plan
    workspace.run(SetCommitment(measure=measures[0], municipality=home, changes={"role": "leads", "budget": 80_000}))


def edit(source: Path, target: Path) -> None:
    """Do what people do: sort, change, clear, delete, insert, copy a row, and add a column of their own."""
    book: Workbook = load_workbook(source)
    sheet: Any = book["Projekt"]
    head = [cell.value for cell in sheet[1]]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=COUNT + 1)]
    name, budget = head.index("Projektnamn *"), head.index("Budget totalt (tkr)")
    what, status = head.index("Vad? (en mening) *"), head.index("Status *")
    rows.sort(key=lambda row: row[name], reverse=True)
    rows[1][budget] = 999
    rows[2][status] = "Drift"
    rows[3][what] = None
    del rows[5]
    rows.insert(4, [None] * len(head))
    rows[4][name], rows[4][status], rows[4][what] = "Ny idé från kommunen", "Idé", "Något helt nytt"
    rows.append(list(rows[0]))
    sheet.delete_rows(2, COUNT)
    del sheet.tables["Projekt"]
    for number, row in enumerate(rows, start=2):
        for place, value in enumerate(row, start=1):
            cell = sheet.cell(number, place)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    sheet.insert_cols(4)
    sheet.cell(1, 4).value = "Egen anteckning"
    book.save(target)


def values(read: ReadList) -> dict[str, dict[str, Any]]:
    """Return what was read, by row key; the words that were written are not compared, only what they mean."""
    return {
        str(row.values["row_key"]): {key: value for key, value in row.values.items() if key != "row_key"}
        for sheet in read.sheets
        for row in sheet.rows
    }


@pytest.mark.parametrize("ending", ENDINGS)
def test_opened_and_saved_nothing_has_changed(sent: Sent, ending: str) -> None:
    before, after = sent.read(sent.sent), sent.read(sent.back[ending])

    assert len(values(before)) == COUNT + 1 + 2
    assert values(after) == values(before)
    assert after.stamp["stamp"] == sent.stamp
    plan = plan_import(sent.workspace, [sent.back[ending]])
    assert {each.verdict for each in plan.lists[0].candidates} == {Verdict.UNCHANGED}


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_a_person_changed_is_what_is_found(sent: Sent, ending: str) -> None:
    plan = plan_import(sent.workspace, [sent.changed[ending]])
    told = {
        (each.row.title or str(each.project), each.verdict.value, tuple(cell.field for cell in each.cells))
        for each in plan.lists[0].candidates
        if each.verdict is not Verdict.UNCHANGED
    }

    assert plan.lists[0].read.stamp["stamp"] == sent.stamp
    assert told == {
        ("Projekt 10", "changed", ("budget_total",)),
        ("Projekt 09", "changed", ("status",)),
        ("Projekt 08", "conflict", ("what",)),
        ("Ny idé från kommunen", "new", ()),
        ("Projekt 11", "duplicate", ()),
        ("Projekt 06", "missing", ()),
    }


def test_the_saved_workbook_still_helps(sent: Sent) -> None:
    book = load_workbook(sent.back["xlsx"])
    sheet = book["Projekt"]

    assert book.sheetnames[:2] == ["Läs mig", "Projekt"]
    assert sheet.column_dimensions["A"].hidden
    assert {each.type for each in sheet.data_validations.dataValidation} >= {"list", "decimal"}
    assert sheet.print_title_rows == "$1:$1"
    assert "Projekt" in sheet.tables
    assert book.properties.title == "Projektlista, Ängelholm"
