"""Everything about one thing: what is linked comes along, what is secret is counted, and reasons are asked for."""

from __future__ import annotations

import re
from io import BytesIO

import pypdf
import pytest
from openpyxl import load_workbook
from sqlalchemy import Connection, select

from smartstad_desktop.domain.packages.about import (
    Answer,
    Closed,
    NothingAbout,
    Part,
    SeveralAbout,
    Subject,
    Withheld,
    WithheldWithoutReason,
)
from smartstad_desktop.domain.packages.files import PackageFile
from smartstad_desktop.domain.values import Language, ProjectId
from smartstad_desktop.reads.packages.subjects import found, subjects
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.packages.about import answer, the_subject
from smartstad_desktop.usecases.packages.about_document import left_out
from smartstad_desktop.usecases.packages.about_package import about_files, telling
from smartstad_desktop.usecases.packages.concealing import HIDDEN
from smartstad_desktop.usecases.workspace import Workspace

SENSORS = "la-testbadd-trygghetssensorer-i-hemmet"
#: Made up, with a check digit that is right.
NUMBER = "19121212-1212"


def about(workspace: Workspace, words: str) -> Answer:
    """Return everything about the one thing called *words*."""
    row = workspace.read(the_subject, words)
    return workspace.read(answer, row.subject, row.id, Language.SV, workspace.now.date())


def project_of(workspace: Workspace, key: str) -> ProjectId:
    """Return the id of a project."""

    def number(connection: Connection) -> int:
        return connection.scalars(select(Project.id).where(Project.key == key)).one()

    return ProjectId(workspace.read(number))


def told(file: PackageFile) -> str:
    """Return the words of a PDF."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(file.content)).pages))


def test_everything_that_is_linked_comes_along(demo: Workspace) -> None:
    all_of_it = about(demo, SENSORS)

    assert {item.part for item in all_of_it.items} >= {
        *(Part.PROJECTS, Part.HISTORY, Part.NEEDS, Part.GOALS, Part.MEASURES, Part.COMMITMENTS),
        *(Part.TESTS, Part.PROCUREMENTS, Part.ROUNDS),
    }
    (result,) = all_of_it.part(Part.ROUNDS)
    assert dict(result.pairs)["Resultat"] == "3 prickar från 3"


def test_a_confidential_project_is_counted_and_not_named(demo: Workspace) -> None:
    number = project_of(demo, SENSORS)
    demo.run(EditProject(project=number, changes={"is_confidential": True, "confidentiality_reason": "OSL 18:8"}))

    hidden = demo.read(answer, Subject.PROJECT, number, Language.SV, demo.now.date())

    assert hidden.closed[Closed.CONFIDENTIAL] >= 1
    assert "rygghetssensorer" not in str(hidden.items) + hidden.title
    assert hidden.part(Part.PROJECTS) == ()


def test_tenders_are_counted_until_the_award(demo: Workspace) -> None:
    buying = about(demo, "demo-buy-permits")

    assert buying.subject is Subject.PROCUREMENT
    assert buying.closed == {Closed.TENDERS: 1}


def test_personal_data_is_concealed_and_notes_stand_apart(demo: Workspace) -> None:
    number = project_of(demo, SENSORS)
    demo.run(EditProject(project=number, changes={"what": f"Ring {NUMBER}", "comment": "Internt om kim@example.org"}))
    all_of_it = about(demo, SENSORS)
    (project,) = all_of_it.part(Part.PROJECTS)

    assert all_of_it.concealed >= 2
    assert NUMBER not in str(all_of_it.items)
    assert "kim@example.org" not in str(all_of_it.items)
    assert project.note == f"Internt om {HIDDEN}"
    assert "Internt" not in str(project.pairs)


def test_the_package_says_what_was_kept_back_and_why(demo: Workspace) -> None:
    all_of_it = about(demo, SENSORS)
    goal = all_of_it.part(Part.GOALS)[0]
    told_of = demo.read(telling, all_of_it, [Withheld(goal.key, "OSL 31:16")], Language.SV, demo.now)

    readme, pdf, book = about_files(told_of, with_notes=True)

    assert left_out(told_of) == sum(all_of_it.closed.values()) + 1
    assert "OSL 31:16 1" in told(pdf)
    assert goal.title not in told(pdf).split("Planens åtgärder")[0].split("Mål ")[-1]
    assert "Det som är undantaget" in load_workbook(BytesIO(book.content)).sheetnames
    assert b"1 Sammanst" in readme.content
    assert about_files(told_of, with_notes=True) == (readme, pdf, book)


def test_nothing_is_kept_back_without_a_reason(demo: Workspace) -> None:
    all_of_it = about(demo, SENSORS)

    with pytest.raises(WithheldWithoutReason):
        demo.read(telling, all_of_it, [Withheld(all_of_it.items[0].key, " ")], Language.SV, demo.now)


def test_what_it_is_about_is_found_by_words(demo: Workspace) -> None:
    rows = demo.read(subjects)

    assert {row.subject for row in found(rows, "trygghets landskrona")} == {
        *(Subject.PROJECT, Subject.TEST, Subject.PROCUREMENT)
    }
    with pytest.raises(SeveralAbout):
        demo.read(the_subject, "trygghets")
    with pytest.raises(NothingAbout):
        demo.read(the_subject, "finns inte alls")
