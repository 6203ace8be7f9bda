"""Creating a programme: everything a template holds arrives, in one step that stays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from smartstad_desktop.domain.errors import NothingToUndo
from smartstad_desktop.domain.files import FileExists
from smartstad_desktop.domain.inventory import ProjectFacts, ProjectKind, Status, kind_of, problems
from smartstad_desktop.domain.templates import ProgrammeExists, TemplateUnknown
from smartstad_desktop.domain.values import Language
from smartstad_desktop.storage.tables.board import Board, BoardColumn, Placement
from smartstad_desktop.storage.tables.goals import Goal, GoalFunction, Risk
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal, ProjectMunicipality, ProjectTheme
from smartstad_desktop.storage.tables.plan import Commitment, Plan, PlanItem
from smartstad_desktop.storage.tables.priority import Criterion
from smartstad_desktop.storage.tables.programme import Municipality, MunicipalityCode, Programme, Theme, Track
from smartstad_desktop.storage.tables.routines import ChecklistItem, Routine, RoutineStage
from smartstad_desktop.storage.tables.work import MunicipalitySuccession
from smartstad_desktop.usecases import seeds
from smartstad_desktop.usecases.templates.template_list import templates
from smartstad_desktop.usecases.templates.templates import CreateProgramme, create_workspace
from smartstad_desktop.usecases.workspace import Surroundings, Workspace
from tests.support.workspaces import FixedClock

KEYS = ["familjen-helsingborg", "ostfold", "smart-molde", "sern-icc", "h22", "empty"]


def rows(*columns: Any) -> Callable[[Connection], list[Any]]:
    return lambda connection: [tuple(row) for row in connection.execute(select(*columns))]


def count(table: type) -> Callable[[Connection], int]:
    return lambda connection: connection.scalar(select(func.count()).select_from(table))


@pytest.fixture
def made(tmp_path: Path, surroundings: Surroundings) -> Callable[[str], Workspace]:
    opened: list[Workspace] = []

    def make(key: str) -> Workspace:
        opened.append(create_workspace(tmp_path / f"{key}.smartstad", key, surroundings=surroundings))
        return opened[-1]

    yield make
    for workspace in opened:
        workspace.close()


def test_templates_are_offered_in_order_with_their_facts() -> None:
    found = templates(Language.SV)

    assert [each.key for each in found] == KEYS
    assert [each.municipality_count for each in found] == [11, 12, 3, 4, 1, 0]
    assert found[0].countries == ("SE",)
    assert found[3].countries == ("SE", "IT")
    assert templates(Language.EN)[5].name == "Empty programme"
    assert all(each.description for language in Language for each in templates(language))


@pytest.mark.parametrize("key", KEYS)
def test_everything_in_a_template_arrives(made: Callable[[str], Workspace], key: str) -> None:
    template, workspace = seeds.template(key), made(key)

    held = {
        Municipality: len(template.municipalities),
        MunicipalityCode: sum(len(each.codes) for each in template.municipalities),
        Theme: len(template.themes),
        Track: len(template.tracks),
        Goal: len(template.structure.goals),
        GoalFunction: sum(len(each.functions) for each in template.structure.goals),
        Criterion: len(template.criteria),
        Risk: len(template.risks),
        Routine: len(template.routines),
        RoutineStage: sum(len(each.stages) for each in template.routines),
        ChecklistItem: sum(len(stage.checklist) for each in template.routines for stage in each.stages),
        Board: 1,
        BoardColumn: 4,
        Project: 0,
        Programme: 1,
    }
    assert {table: workspace.read(count(table)) for table in held} == held


def test_familjen_helsingborg_holds_the_lists_of_the_field(made: Callable[[str], Workspace]) -> None:
    workspace = made("familjen-helsingborg")

    assert dict(workspace.read(rows(Municipality.mark, Municipality.name)))["HB"] == "Helsingborgs stad"
    goals = workspace.read(rows(Goal.key, Goal.name_sv, Goal.name_nb))
    assert ("G7", "Öppen och delad data", "Åpne og delte data") in goals
    assert [key for key, *_ in goals] == [f"G{number}" for number in range(1, 11)]
    assert sum(weight for (weight,) in workspace.read(rows(Criterion.weight))) == 100
    steps = dict(workspace.read(rows(Criterion.key, Criterion.steps)))["need"]
    assert steps["5"]["sv"] == "Stort, belagt behov i flera kommuner"
    assert workspace.read(count(Risk)) == 16
    routines = workspace.read(rows(RoutineStage.routine_id, RoutineStage.gate_sv))
    assert list(Counter(routine for routine, _ in routines).values()) == [8, 14]
    assert any(gate.startswith("G3 Klartecken") for _, gate in routines)
    columns = workspace.read(rows(BoardColumn.name, BoardColumn.years, BoardColumn.meaning))
    assert columns == [
        ("Nu", "2027", "do"), ("Härnäst", "2028", "do"), ("Senare", "2029–", "do"), ("Inte nu", "", "not_now")
    ]  # fmt: skip
    assert workspace.read(rows(Board.question)) == [("Vad gör vi först, tillsammans?",)]


def test_order_keys_keep_the_order_of_the_template(made: Callable[[str], Workspace]) -> None:
    in_order = made("familjen-helsingborg").read(rows(Theme.key, Theme.order_key))

    assert sorted(in_order, key=lambda row: row[1]) == in_order
    assert [key for key, _ in in_order[:3]] == ["environment", "mobility", "digital"]


def test_smart_molde_puts_its_six_fields_first(made: Callable[[str], Workspace]) -> None:
    in_order = made("smart-molde").read(rows(Theme.order_key, Theme.key))

    assert [key for _, key in sorted(in_order)][:6] == ["water", "data", "health", "energy", "mobility", "circular"]


def test_ostfold_knows_what_became_of_its_municipalities(made: Callable[[str], Workspace]) -> None:
    workspace = made("ostfold")
    people = {
        key: (row_id, taking_part)
        for row_id, key, taking_part in workspace.read(
            rows(Municipality.id, Municipality.key, Municipality.is_participating)
        )
    }
    after = dict(workspace.read(rows(MunicipalitySuccession.before_id, MunicipalitySuccession.after_id)))
    codes = workspace.read(rows(MunicipalityCode.municipality_id, MunicipalityCode.code, MunicipalityCode.valid_to))

    assert after[people["rygge"][0]] == people["moss"][0]
    assert {after[people[key][0]] for key in ("askim", "eidsberg", "hobol", "spydeberg", "trogstad")} == {
        people["indre-ostfold"][0]
    }
    assert sum(taking_part for *_, taking_part in people.values()) == 12
    halden = [(code, str(until)) for row_id, code, until in codes if row_id == people["halden"][0]]
    assert halden == [("0101", "2019-12-31"), ("3001", "2023-12-31"), ("3101", "None")]


def test_the_programme_speaks_the_language_asked_for(tmp_path: Path, surroundings: Surroundings) -> None:
    path = tmp_path / "nb.smartstad"
    with create_workspace(path, "empty", name="Vårt", language=Language.NB, surroundings=surroundings) as workspace:
        assert workspace.read(rows(Programme.name, Programme.language)) == [("Vårt", "nb")]
        assert workspace.read(rows(BoardColumn.name))[1] == ("Neste",)


def test_creating_is_one_step_that_cannot_be_taken_back(made: Callable[[str], Workspace]) -> None:
    workspace = made("h22")

    assert [(step.command, step.parameters) for step in workspace.steps()] == [
        ("CreateProgramme", {"title": "H22 Helsingborg"})
    ]
    with pytest.raises(NothingToUndo):
        workspace.undo()


def test_a_workspace_is_filled_once(made: Callable[[str], Workspace]) -> None:
    workspace = made("empty")

    with pytest.raises(ProgrammeExists):
        workspace.run(CreateProgramme(template="h22"))
    assert workspace.read(count(Municipality)) == 0


def test_an_unknown_template_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "ny.smartstad"

    with pytest.raises(TemplateUnknown) as raised:
        create_workspace(path, "atlantis")

    assert raised.value.parameters["key"] == "atlantis"
    assert not path.exists()


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "finns.smartstad"
    path.write_text("mitt")

    with pytest.raises(FileExists):
        create_workspace(path, "empty")
    assert path.read_text() == "mitt"


def test_the_demonstration_region_is_varied_and_marked_as_invented(demo: Workspace) -> None:
    facts = demo.read(rows(Programme.name, Programme.is_demo))
    projects = demo.read(rows(Project.status, Project.municipality_id, Project.is_external, Project.is_confidential))

    assert facts == [("Demoregionen (påhittade exempel)", True)]
    assert 115 <= len(projects) <= 130
    assert {status for status, *_ in projects} == {status.value for status in Status}
    assert len({lead for _, lead, *_ in projects if lead is not None}) == 11
    assert sum(external for *_, external, _ in projects) == 5
    assert sum(confidential for *_, confidential in projects) >= 3
    assert len(demo.read(rows(ProjectMunicipality.id))) > 80
    assert demo.read(count(ProjectTheme)) > len(projects)
    assert {value for (value,) in demo.read(rows(ProjectGoal.contribution))} == {-1, 0, 1, 2, 3}


def test_the_demonstration_projects_keep_the_rules(demo: Workspace) -> None:
    seen: set[ProjectKind] = set()
    for row in demo.read(lambda connection: list(connection.execute(select(Project)).mappings())):
        remembered = None if row["remembered_status"] is None else Status(row["remembered_status"])
        status = Status(row["status"])
        facts = ProjectFacts(
            title=row["title"],
            status=status,
            municipality_id=row["municipality_id"],
            is_external=row["is_external"],
            lesson=row["lesson"],
            start=row["start_first"],
            end=row["end_last"],
            budget_total=row["budget_total"],
            is_confidential=row["is_confidential"],
            confidentiality_reason=row["confidentiality_reason"],
        )
        assert problems(facts) == (), row["title"]
        if status in {Status.PAUSED, Status.STOPPED}:
            assert remembered is not None
            assert row["status_reason"]
        assert row["confirmed_on"].year in {2025, 2026}
        seen.add(kind_of(status, remembered=remembered, is_external=row["is_external"]))
    assert seen == set(ProjectKind)


def test_periods_of_the_demonstration_are_as_exact_as_they_were_written(demo: Workspace) -> None:
    columns = (Project.start_written, Project.start_first, Project.start_last, Project.start_precision)
    starts = {written: (str(first), str(last), how) for written, first, last, how in demo.read(rows(*columns)) if how}

    assert starts["mars 2026"] == ("2026-03-01", "2026-03-31", "month")
    assert starts["Q3 2026"] == ("2026-07-01", "2026-09-30", "quarter")
    assert starts["hösten 2026"] == ("2026-09-01", "2026-11-30", "season")
    assert starts["v. 41 2026"] == ("2026-10-05", "2026-10-11", "week")
    assert {how for *_, how in starts.values()} == {"day", "week", "month", "quarter", "season", "year"}


def test_the_demonstration_board_stands_in_the_middle_of_a_workshop(demo: Workspace) -> None:
    names = dict(demo.read(rows(BoardColumn.id, BoardColumn.name)))
    titles = dict(demo.read(rows(Project.id, Project.title)))
    placed = demo.read(rows(Placement.order_key, Placement.column_id, Placement.project_id))
    placed.sort(key=lambda row: row[0])

    lying = Counter(names.get(column, "tray") for _, column, _ in placed)
    assert lying == {"Nu": 6, "Härnäst": 6, "Senare": 5, "Inte nu": 4, "tray": 13}
    now = [titles[project] for _, column, project in placed if names.get(column) == "Nu"]
    assert now[:3] == [
        "Gemensamt LoRaWAN-nät för sensorer",
        "En väg in: e-tjänster för bygglov",
        "Sensorer för smart snöröjning",
    ]


def test_the_demonstration_plan_adds_up(demo: Workspace) -> None:
    items = dict(demo.read(rows(PlanItem.id, PlanItem.money_one_off)))
    shares: Counter[int] = Counter()
    for item, budget in demo.read(rows(Commitment.plan_item_id, Commitment.budget)):
        shares[item] += budget or 0

    assert demo.read(count(Plan)) == 1
    assert len(items) == 8
    assert dict(shares) == items
    roles = Counter(role for (role,) in demo.read(rows(Commitment.role)))
    assert roles["leads"] == 8
    assert set(roles) == {"leads", "joins", "later", "observes", "declines"}


@pytest.mark.parametrize("key", KEYS)
def test_marks_can_be_told_apart_and_read(key: str) -> None:
    municipalities = seeds.template(key).municipalities
    taking_part = [each for each in municipalities if each.is_participating]

    assert len({each.mark for each in municipalities}) == len(municipalities)
    assert len({each.colour for each in taking_part}) == len(taking_part)
    assert all(contrast_with_white(each.colour) >= 4.5 for each in municipalities)


@pytest.mark.parametrize("key", KEYS)
def test_every_text_of_a_template_has_three_languages(key: str) -> None:
    found = str(seeds.template(key))

    assert re.findall(r"Named\((?=[^)]*='')(?!sv='', nb='', en='')[^)]*\)", found) == []


def contrast_with_white(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_the_demonstration_has_a_history_that_can_be_taken_back(demo: Workspace, clock: FixedClock) -> None:
    steps = demo.steps()

    assert [step.command for step in steps] == [
        "PlaceCards", "PlaceCards", "EditProject", "EditProject", "EditProject", "CreateDemonstration"
    ]  # fmt: skip
    assert [round((clock.now - step.at).total_seconds() / 3600) for step in steps] == [2, 22, 26, 27, 52, 168]
    demo.undo()
    demo.undo()
    tray = demo.read(lambda connection: connection.scalar(select(func.count()).where(Placement.column_id.is_(None))))
    assert tray == 15


def test_the_latest_steps_make_the_region_what_its_files_say(demo: Workspace) -> None:
    held = {row["key"]: row for row in demo.read(lambda c: list(c.execute(select(Project)).mappings()))}

    for seed in seeds.demonstration().projects:
        differing = {
            name: (held[seed.key][name], value) for name, value in seed.fields.items() if held[seed.key][name] != value
        }
        # Whoever changes an amount dates it.
        assert set(differing) <= {"budget_on"}, seed.key


@pytest.mark.parametrize("key", KEYS)
def test_the_weights_of_a_template_add_up_and_its_steps_are_described(key: str) -> None:
    criteria = seeds.template(key).criteria

    assert sum(criterion.weight for criterion in criteria) in {0, 100}
    assert all({"1", "3", "5"} <= set(criterion.steps) for criterion in criteria)
    assert all(
        text for criterion in criteria for named in criterion.steps.values() for text in (named.sv, named.nb, named.en)
    )


def test_molde_weighs_by_its_three_demands_and_by_value_per_group(made: Callable[[str], Workspace]) -> None:
    found = made("smart-molde").read(rows(Criterion.key, Criterion.name_nb, Criterion.meaning_nb))

    assert [key for key, *_texts in found] == [
        *("lasting", "actors", "technology"),
        *("residents", "public", "business", "students", "spread"),
    ]
    assert ("lasting", "Bærekraftig på kort og lang sikt", "Krav én til hvert prosjekt") in found
