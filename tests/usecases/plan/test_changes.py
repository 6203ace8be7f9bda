"""What has changed from version to version: found, told in words and rows, and kept with a frozen version."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text

from smartstad_desktop.domain.governance.decisions import Outcome
from smartstad_desktop.domain.plan.changes import Change, FieldChange
from smartstad_desktop.domain.plan.matching import matched, moved
from smartstad_desktop.domain.plan.parts import AdoptionOutcome, AsideKind
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.reads.listing.listing import KINDS
from smartstad_desktop.reads.plan.changes import changes_since
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.plan.change_words import both_words
from smartstad_desktop.text.plan.changes import change_headings, change_lines, change_rows
from smartstad_desktop.usecases.inventory.inventory import SetConfidential
from smartstad_desktop.usecases.plan.adoptions import RecordAdoption
from smartstad_desktop.usecases.plan.asides import AddAside
from smartstad_desktop.usecases.plan.chapters import AddChapter
from smartstad_desktop.usecases.plan.commitments import SetCommitment
from smartstad_desktop.usecases.plan.decisions import DecidePlan
from smartstad_desktop.usecases.plan.measures import AddMeasure, EditMeasure, MoveMeasures, RemoveMeasures
from smartstad_desktop.usecases.plan.plan import EditPlan
from smartstad_desktop.usecases.plan.snapshots import plan_changes
from smartstad_desktop.usecases.plan.sources import AddMeasuresFromProjects
from smartstad_desktop.usecases.plan.versions import FreezePlan, StartPlanVersion
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.plans import a_plan, a_project, municipality, shown


def _two_versions(workspace: Workspace) -> tuple[PlanId, PlanId]:
    """Freeze a version and change everything in the next one."""
    old, (one, _, three) = a_plan(workspace, "Sensorer i VA-nät", "Gemensam plattform", "Elbilspool")
    home = municipality(workspace, "angelholm")
    workspace.run(SetCommitment(measure=one, municipality=home, changes={"role": "joins", "budget": 100_000}))
    workspace.run(EditMeasure(measure=three, changes={"money_one_off": 250_000}))
    workspace.run(FreezePlan(plan=old, version="1.0"))
    new = workspace.run(StartPlanVersion(plan=old)).value
    sensors, platform, cars = (measure.id for measure in shown(workspace, new).measures)
    workspace.run(RemoveMeasures(measures=(platform,)))
    workspace.run(EditMeasure(measure=cars, changes={"title": "Elbilspool för alla", "owner": "Gata"}))
    workspace.run(AddMeasure(plan=new, fields={"title": "Öppna data"}))
    workspace.run(MoveMeasures(measures=(cars,), before=sensors))
    years = {"role": "leads", "years": {2027: 60_000, 2028: 90_000}}
    workspace.run(SetCommitment(measure=sensors, municipality=home, changes=years))
    workspace.run(EditPlan(plan=new, changes={"subtitle": "Tillsammans"}))
    workspace.run(AddAside(plan=new, kind=AsideKind.STOP, fields={"title": "Gammal portal", "reason": "Ersatt"}))
    workspace.run(AddChapter(plan=new, fields={"title": "Lärdomar", "text": "Mer tid"}))
    return old, new


def test_everything_that_has_changed_is_told_and_nothing_else(workspace: Workspace) -> None:
    old, new = _two_versions(workspace)
    changes = workspace.read(changes_since, old, new)
    assert [(each.change, each.title, each.number, each.before_number) for each in changes.measures] == [
        (Change.CHANGED, "Elbilspool för alla", 1, 3),
        (Change.CHANGED, "Sensorer i VA-nät", 2, 1),
        (Change.ADDED, "Öppna data", 3, None),
        (Change.REMOVED, "Gemensam plattform", None, 2),
    ]
    assert [each.is_moved for each in changes.measures].count(True) == 1
    lines = change_lines(changes, phrasebook(Language.SV))
    assert lines[:7] == (
        "Ändrat i planen i stort: underrubrik.",
        "”Elbilspool” heter nu ”Elbilspool för alla”.",
        *lines[2:5],
        "Ändrat i åtagandet från Ängelholm i ”Sensorer i VA-nät”: budget, 2027, 2028.",
        "Ny åtgärd, nummer 3: ”Öppna data”.",
    )
    assert any(line.startswith("Ängelholm i ”Sensorer i VA-nät”: förut deltar, nu leder") for line in lines)
    assert any(line.endswith(": ”Gammal portal” är ny.") for line in lines)
    assert "Kapitel: ”Lärdomar” är ny." in lines
    assert "Vad kommunerna avsätter: förut 100\N{NARROW NO-BREAK SPACE}000" in lines[-1].replace(
        "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"
    )
    assert not any("2027" in line and "plattform" in line for line in lines)


@pytest.mark.parametrize("language", list(Language))
def test_rows_say_what_was_and_what_is(workspace: Workspace, language: Language) -> None:
    old, new = _two_versions(workspace)
    phrases = phrasebook(language)
    changes = workspace.read(changes_since, old, new)
    rows = {(row.part, row.what): (row.before, row.after) for row in change_rows(changes, phrases)}
    assert change_headings(changes, phrases)[2:] == (
        phrases.text("Version {version}", version="1.0"),
        phrases.text("Version {version}", version="1.1"),
    )
    assert rows["1. Elbilspool för alla", phrases.text("Owner")] == ("–", "Gata")
    assert rows["2. Sensorer i VA-nät", "Ängelholm: 2028"] == ("–", phrases.money(90_000))
    assert rows["Gemensam plattform", phrases.text("Measure")] == ("Gemensam plattform", "–")
    assert len(change_lines(changes, phrases)) > len(changes.measures)


def test_frozen_version_tells_what_was_told_then(workspace: Workspace) -> None:
    old, new = _two_versions(workspace)
    drafted = workspace.read(plan_changes, new)
    assert workspace.read(plan_changes, old) is None
    workspace.run(FreezePlan(plan=new, version="1.1"))
    kept = workspace.read(plan_changes, new)
    assert kept == drafted
    workspace.run(FreezePlan(plan=workspace.run(StartPlanVersion(plan=new)).value, version="2.0"))
    last = shown(workspace, new).versions[0].id
    told = workspace.read(plan_changes, last)
    assert told is not None
    assert told.is_empty
    assert change_lines(told, phrasebook(Language.SV)) == ("Ingenting har ändrats sedan version 1.1.",)


def test_confidential_measure_is_in_no_comparison(workspace: Workspace) -> None:
    old, _ = a_plan(workspace, "a")
    project = a_project(workspace, "Hemlig kamera")
    workspace.run(AddMeasuresFromProjects(plan=old, projects=(project,)))
    workspace.run(FreezePlan(plan=old, version="1.0"))
    new = workspace.run(StartPlanVersion(plan=old)).value
    workspace.run(RemoveMeasures(measures=(shown(workspace, new).measures[1].id,)))
    assert len(workspace.read(changes_since, old, new).measures) == 1
    workspace.run(SetConfidential(projects=(project,), is_confidential=True, reason="18 kap."))
    assert not workspace.read(changes_since, old, new).measures
    count = text("SELECT count(*) FROM plan_item")
    assert workspace.read(lambda connection: connection.scalar(count)) == 3


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([(7, "A"), (8, "B")], [(8, "B helt annan"), (7, "A")], {0: 1, 1: 0}),
        ([(None, "Öppna data")], [(None, "öppna  Data")], {0: 0}),
        ([(None, "Elbilspool för alla")], [(None, "Elbilspool för många")], {0: 0}),
        ([(1, "Elbilspool")], [(2, "Elbilspool")], {}),
        ([(None, "Sensorer")], [(None, "Badhus")], {}),
        ([(None, "Del 1"), (None, "Del 2")], [(None, "Del 2"), (None, "Del 1")], {0: 1, 1: 0}),
    ],
)
def test_measures_are_found_again_by_project_then_name_then_likeness(
    old: list[tuple[int | None, str]], new: list[tuple[int | None, str]], pairs: dict[int, int]
) -> None:
    assert matched(old, new) == pairs


def test_only_what_left_the_longest_run_has_moved() -> None:
    assert moved({0: 0, 1: 1, 2: 2}) == frozenset()
    assert moved({0: 2, 1: 0, 2: 1}) == {0}
    assert moved({0: 0, 2: 1, 3: 2}) == frozenset()


def test_long_text_is_told_by_the_part_that_differs() -> None:
    before = "Inledning som är lika. " * 20 + "Kostar 100." + " Avslutning som är lika." * 20
    after = before.replace("100", "250")
    told = both_words(FieldChange(name="why", before=before, after=after), phrasebook(Language.SV))
    assert all(len(each) < 130 and each.startswith("…") and each.endswith("…") for each in told)
    assert ("100" in told[0], "250" in told[1]) == (True, True)


def test_scripts_get_versions_adoptions_and_changes(workspace: Workspace) -> None:
    old, new = _two_versions(workspace)
    workspace.run(DecidePlan(plan=old, outcome=Outcome.APPROVED, decided_on=date(2026, 12, 3), paragraph="§ 4"))
    home = municipality(workspace, "angelholm")
    workspace.run(RecordAdoption(plan=old, municipality=home, outcome=AdoptionOutcome.ADOPTED, paragraph="§ 9"))
    draft, approved = workspace.read(KINDS["versions"], Language.SV)
    assert (draft["version"], draft["replaces"], draft["has_data"]) == ("1.1", old, False)
    assert (approved["outcome"], approved["paragraph"], approved["municipalities_adopted"]) == ("approved", "§ 4", 1)
    (adopted,) = workspace.read(KINDS["adoptions"], Language.SV)
    assert (adopted["measures"], adopted["paragraph"]) == (["Sensorer i VA-nät"], "§ 9")
    told = workspace.read(KINDS["changes"], Language.EN)
    assert {"from_version": "1.0", "to_version": "1.1"}.items() <= told[0].items()
    assert len(told) == len(change_rows(workspace.read(changes_since, old, new), phrasebook(Language.EN)))
