"""What nobody may read stands in no text of a package: protected persons, addresses and what is confidential."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pypdf
import pytest
from sqlalchemy import select

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.packages.files import PackageFile
from smartstad_desktop.domain.plan.parts import AdoptionOutcome
from smartstad_desktop.domain.values import PlanId, ProjectId
from smartstad_desktop.reads.governance.decisions import decisions
from smartstad_desktop.reads.lists import sending
from smartstad_desktop.reads.plan.measure import MeasureRow
from smartstad_desktop.reads.plan.plan import current_plan
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.governance.decisions import EditDecision
from smartstad_desktop.usecases.governance.people import AddPerson
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.packages.archive import archive
from smartstad_desktop.usecases.packages.municipality import town_package
from smartstad_desktop.usecases.plan.adoptions import RecordAdoption
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.measures import EditMeasure
from smartstad_desktop.usecases.plan.reservations import AddReservation
from smartstad_desktop.usecases.plan.versions import FreezePlan
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import municipality, shown

pytestmark = pytest.mark.slow

PERSON = "Skyddad Persdotter"
ADDRESS = "lackage@exempelmail.se"
CLOSED = "Placering av kameror i trafikplatser"
COLUMN = "Ingen har sett det här"
UNTOLD = (PERSON, ADDRESS, CLOSED, COLUMN)
TOWN = "helsingborg"


def said(word: str) -> str:
    """Return a text that holds all that may not be told, after a word that may."""
    return f"{word}: {PERSON}, {ADDRESS}, {CLOSED}"


def planted(workspace: Workspace) -> tuple[PlanId, MeasureRow]:
    """Write what may not be told into a measure that the municipality has answered, a reservation and a decision."""
    plan = workspace.read(current_plan)
    assert plan is not None
    town = municipality(workspace, TOWN)
    measure = next(
        row
        for row in shown(workspace, plan).measures
        if not row.is_confidential and any(made.municipality == town for made in row.commitments)
    )
    workspace.run(AddPerson(fields={"name": PERSON, "title": "Kommundirektör", "is_protected": True}))
    workspace.run(EditMeasure(measure=measure.id, changes={"owner": said("Ägare"), "why": f"**{said('Skäl')}**"}))
    workspace.run(EditMeasure(measure=measure.id, changes={"what": f"**Fetord** {PERSON}\n\n- punktord"}))
    workspace.run(
        AddReservation(plan=plan, fields={"who": said("Vem"), "text": said("Mot"), "plan_item_id": measure.id})
    )
    return plan, measure


def words(files: Iterable[PackageFile]) -> str:
    """Return all text of files: of pages, of workbooks and of plain text."""
    found: list[str] = []
    for file in files:
        found.append(file.path)
        if file.path.endswith(".pdf"):
            found += [page.extract_text() for page in pypdf.PdfReader(BytesIO(file.content)).pages]
        elif file.path.endswith(".xlsx"):
            with ZipFile(BytesIO(file.content)) as book:
                found += [book.read(name).decode("utf-8", "replace") for name in book.namelist()]
        else:
            found.append(file.content.decode("utf-8", "replace"))
    return re.sub(r"\s+", " ", " ".join(found))


@pytest.mark.parametrize("is_frozen", [False, True])
def test_a_municipality_reads_no_name_that_is_not_told(demo: Workspace, *, is_frozen: bool) -> None:
    plan, measure = planted(demo)
    if is_frozen:
        demo.run(FreezePlan(plan=plan, version="1.0"))
        demo.run(DecidePlan(plan=plan, outcome=Outcome.APPROVED, decided_on=date(2026, 12, 3)))
        demo.run(
            RecordAdoption(
                plan=plan, municipality=municipality(demo, TOWN), outcome=AdoptionOutcome.ADOPTED, body=said("Nämnd")
            )
        )

    told = words(demo.read(town_package, TOWN, demo.now).files)

    assert [each for each in UNTOLD if each in told] == []
    assert measure.title in told
    assert {each for each in ("Ägare:", "Skäl:", "Vem:", "Mot:") if each in told} == {"Ägare:", "Skäl:", "Vem:", "Mot:"}
    assert ("Nämnd:" in told) is is_frozen


def test_a_municipality_reads_the_version_as_it_was_frozen(demo: Workspace) -> None:
    plan, _measure = planted(demo)
    demo.run(FreezePlan(plan=plan, version="1.0"))
    before = words([_part(demo)])
    first = shown(demo, plan).measures[0]
    assert first.project is not None

    demo.run(
        EditProject(project=first.project, changes={"is_confidential": True, "confidentiality_reason": "OSL 18:8"})
    )
    after = words([_part(demo)])
    last = shown(demo, plan).measures[-1].title

    assert first.title in before
    assert first.title not in after
    assert [found[1] for found in re.finditer(rf"(\d+)\.? {re.escape(last)}", before)] == [
        found[1] for found in re.finditer(rf"(\d+)\.? {re.escape(last)}", after)
    ]


def _part(workspace: Workspace) -> PackageFile:
    return workspace.read(town_package, TOWN, workspace.now).files[2]


def test_the_sheet_tells_formatted_text_as_its_lines(demo: Workspace) -> None:
    _plan, measure = planted(demo)

    rows = demo.read(sending.commitments, municipality(demo, TOWN))
    row = next(row for row in rows if row["row_key"] == f"measure-{measure.id}")

    assert row["what"] == "Fetord •••\n• punktord"
    assert row["owner"] == "Ägare: •••, •••@•••, •••"


def test_the_archive_tells_no_name_and_no_column_that_nobody_has_looked_at(demo: Workspace) -> None:
    planted(demo)
    (project,) = demo.read(
        lambda connection: connection.scalars(
            select(Project.id).where(Project.key == "la-testbadd-trygghetssensorer-i-hemmet")
        ).all()
    )
    demo.run(EditProject(project=ProjectId(project), changes={"why": said("Varför"), "extra": {"Kontakt": COLUMN}}))
    decision = demo.read(decisions, demo.now.date()).rows[0].id
    demo.run(EditDecision(decision=decision, changes={"dissent": said("Avvikande"), "documents": (said("Bilaga"),)}))

    files = [file for file in demo.read(archive, demo.now).files if file.path.split("/")[0] != "1 Plan"]
    told = words(files)

    assert [each for each in UNTOLD if each in told] == []
    assert {"Varför:", "Avvikande:", "Bilaga:"} <= set(re.findall(r"\w+:", told))
