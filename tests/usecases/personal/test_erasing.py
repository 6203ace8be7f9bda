"""A person is found everywhere, told everything, and can be erased: from the records, the history, and the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from smartstad_desktop.domain.errors import NothingToUndo
from smartstad_desktop.domain.follow_up.reminders import ReminderKind
from smartstad_desktop.domain.personal.kinds import PersonalCategory, Weeding
from smartstad_desktop.domain.personal.wanted import Place, Wanted
from smartstad_desktop.domain.personal.weeding import NothingToWeed, WeedingUnfit
from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.documents.document_text import as_text
from smartstad_desktop.exchange.documents.pdf.renderer import render
from smartstad_desktop.reads.follow_up.reminders import reminders
from smartstad_desktop.reads.personal.people import people_shown
from smartstad_desktop.storage.journal_check import breaks
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.governance.people import AddPerson, DeletePerson, EditPerson
from smartstad_desktop.usecases.inventory.inventory import AddProject, EditProject
from smartstad_desktop.usecases.personal.erasing import AnonymisePerson, SetWeedingRule, WeedOut
from smartstad_desktop.usecases.personal.extract import extract, extract_document
from smartstad_desktop.usecases.plan.files import AttachPlanFile
from smartstad_desktop.usecases.plan.plan import CreatePlan
from smartstad_desktop.usecases.programme.programme import EditProgramme
from smartstad_desktop.usecases.workspace import Workspace

NAME = "Åsa Påhittadsson"
EMAIL = "asa.pahittadsson@example.invalid"
WANTED = Wanted(name=NAME, email=EMAIL)


@pytest.fixture
def person(workspace: Workspace) -> int:
    """A person in the register, in two projects, in a JSON value, and in what has been overwritten since."""
    fields = {"name": NAME, "title": "Enhetschef", "email": EMAIL, "phone": "0701-234567", "comment": "Ny sedan maj"}
    made = workspace.run(AddPerson(fields=fields)).value
    project = workspace.run(
        AddProject(fields={"municipality_id": 1, "title": "Sensorer", "what": f"Frågor till {NAME}."})
    )
    workspace.run(EditProject(project=project.value, changes={"partners": [NAME, "Bolaget AB"]}))
    other = workspace.run(AddProject(fields={"municipality_id": 1, "title": f"{NAME}s idé"})).value
    workspace.run(EditProject(project=other, changes={"title": "En idé"}))
    return int(made)


def traces(workspace: Workspace, person: int | None = None) -> set[tuple[str, str]]:
    found = workspace.read(extract, WANTED, person)
    return {(trace.place.table, trace.place.column) for trace in found.traces}


def test_everything_about_a_person_is_found_and_told(workspace: Workspace, person: int) -> None:
    found = workspace.read(extract, WANTED, person)

    assert traces(workspace) == {("person", "name"), ("person", "email"), ("project", "what"), ("project", "partners")}
    assert {trace.record for trace in found.traces if trace.subject == "inventory"} == {"Sensorer"}
    assert len([step for step in found.past if step.command == "EditProject"]) == 2
    told = as_text(extract_document(found, phrasebook(Language.SV), workspace.now))
    for words in (NAME, EMAIL, "0701-234567", "Ny sedan maj", "Frågor till", "Inventering", "I historiken"):
        assert words in told


def test_who_is_made_anonymous_is_nowhere_in_the_file(workspace: Workspace, person: int, tmp_path: Path) -> None:
    before = len(workspace.steps())
    changed = workspace.run(AnonymisePerson(wanted=WANTED, replacement="Enhetschef", person=person)).value

    assert changed == 6
    assert traces(workspace) == set()
    (row,) = workspace.read(people_shown).people
    assert (row.name, row.email, row.phone, row.comment) == ("Enhetschef", "", "", "")
    assert row.anonymised_on is not None
    assert list(workspace.read(breaks)) == []
    assert len(workspace.steps()) == before + 1
    with pytest.raises(NothingToUndo):
        workspace.undo()
    path = workspace.path
    workspace.close()
    raw = path.read_bytes()
    assert b"hittadsson" not in raw
    assert b"0701-234567" not in raw
    assert b"Ny sedan maj" not in raw
    assert "Frågor till Enhetschef.".encode() in raw


def test_kept_files_that_hold_the_name_are_told(workspace: Workspace, person: int) -> None:
    plan = workspace.run(CreatePlan(fields={"title": "Plan"})).value
    minutes = extract_document(workspace.read(extract, WANTED, person), phrasebook(Language.SV), workspace.now)
    for name, content in (("protokoll.pdf", render(minutes)), ("annat.txt", b"inget")):
        workspace.run(AttachPlanFile(plan=plan, kind=PlanFileKind.MINUTES, name=name, content=content))

    found = workspace.read(extract, WANTED, person)

    assert found.kept == ("protokoll.pdf",)
    assert "protokoll.pdf" in as_text(extract_document(found, phrasebook(Language.SV), workspace.now))


def test_a_name_goes_from_formatted_text_and_from_what_a_column_was_called(workspace: Workspace, person: int) -> None:
    words = {"what": "Fråga **Åsa** Påhittadsson.", "extra": {NAME: "ringer"}}
    project = workspace.run(AddProject(fields={"municipality_id": 1, "title": "Bänkar", **words})).value
    workspace.run(AnonymisePerson(wanted=WANTED, replacement="Enhetschef", person=person))

    assert workspace.read(extract, WANTED).traces == ()
    assert workspace.read(extract, WANTED).past == ()
    assert list(workspace.read(breaks)) == []
    held = workspace.read(lambda read: read.exec_driver_sql(f"SELECT what FROM project WHERE id = {project}").scalar())
    assert held == "Fråga **Enhetschef**."


def test_a_namesake_can_be_spared(workspace: Workspace, person: int) -> None:
    (place,) = [trace.place for trace in workspace.read(extract, WANTED).traces if trace.place.column == "what"]
    workspace.run(AnonymisePerson(wanted=WANTED, replacement="Enhetschef", person=person, spared=frozenset({place})))

    assert traces(workspace) == {("project", "what")}
    assert list(workspace.read(breaks)) == []


def test_somebody_deleted_leaves_the_history_too(workspace: Workspace, person: int) -> None:
    workspace.run(EditPerson(person=person, changes={"name": f"{NAME} Ek"}))
    workspace.run(DeletePerson(person=person))
    assert {step.subject for step in workspace.read(extract, WANTED).past} == {"governance", "inventory"}

    workspace.run(AnonymisePerson(wanted=WANTED, replacement="Enhetschef"))

    assert workspace.read(extract, WANTED).past == ()
    assert list(workspace.read(breaks)) == []


def test_weeding_follows_the_rules(workspace: Workspace, person: int) -> None:
    workspace.run(EditProgramme(changes={"ends_on": date(2024, 6, 30)}))
    lines = {line.rule.category: line for line in workspace.read(people_shown).weeding}
    assert lines[PersonalCategory.CONTACTS].due_on == date(2026, 6, 30)
    assert lines[PersonalCategory.CONTACTS].count == 1
    assert lines[PersonalCategory.ATTENDANCE].due_on is None

    with pytest.raises(WeedingUnfit):
        workspace.run(SetWeedingRule(category=PersonalCategory.CONTACTS, changes={"weeding": Weeding.ANONYMISE}))
    workspace.run(WeedOut(categories=frozenset({PersonalCategory.CONTACTS})))

    (row,) = workspace.read(people_shown).people
    assert (row.name, row.email, row.phone) == (NAME, "", "")
    assert list(workspace.read(breaks)) == []
    with pytest.raises(NothingToWeed):
        workspace.run(WeedOut(categories=frozenset({PersonalCategory.CONTACTS, PersonalCategory.ATTENDANCE})))

    workspace.run(WeedOut(categories=frozenset({PersonalCategory.SEATS})))
    assert workspace.read(people_shown).people[0].name == "Enhetschef"
    assert traces(workspace) == set()


def test_an_own_day_reminds_until_the_name_is_gone(workspace: Workspace, person: int) -> None:
    workspace.run(EditPerson(person=person, changes={"weed_on": date(2027, 1, 31)}))
    (told,) = [each for each in workspace.read(reminders) if each.due.kind is ReminderKind.WEEDING]
    assert (told.due.text, told.due.due_on) == ("Enhetschef", date(2027, 1, 31))

    workspace.run(AnonymisePerson(wanted=WANTED, replacement="Enhetschef", person=person))
    assert not [each for each in workspace.read(reminders) if each.due.kind is ReminderKind.WEEDING]


def test_a_place_outside_the_wanted_person_is_left(workspace: Workspace, person: int) -> None:
    other = workspace.run(AddPerson(fields={"name": "Bertil Annan", "email": "bertil@example.invalid"})).value
    workspace.run(
        AnonymisePerson(
            wanted=WANTED, replacement="Enhetschef", person=person, spared=frozenset({Place("person", 0, "name")})
        )
    )

    names = {row.id: (row.name, row.email) for row in workspace.read(people_shown).people}
    assert names[other] == ("Bertil Annan", "bertil@example.invalid")
