"""Municipalities merge, split and change names: what is about today goes along, what was decided stays."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from smartstad_desktop import places
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.programme.succession import (
    MergedIntoItself,
    MunicipalityEnded,
    NothingToMerge,
    RenamedEarlier,
    SameName,
    Step,
    SuccessionDayMissing,
    successors,
)
from smartstad_desktop.domain.programme.work import Succession
from smartstad_desktop.domain.testbeds.routines import RoutineKind
from smartstad_desktop.domain.values import Language, MunicipalityId
from smartstad_desktop.reads.lists.importing import names
from smartstad_desktop.reads.programme.belongings import belongings
from smartstad_desktop.reads.programme.programme import municipalities
from smartstad_desktop.reads.programme.succession import descents, steps
from smartstad_desktop.reads.testbeds.adoption import adoptions
from smartstad_desktop.reads.testbeds.routines import in_force
from smartstad_desktop.storage.migrate import migrate
from smartstad_desktop.text import trouble
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.usecases.command import Command
from smartstad_desktop.usecases.follow_up.reuse import NoteReuse
from smartstad_desktop.usecases.programme.succession import (
    MergeMunicipalities,
    RenameMunicipality,
    SplitMunicipality,
)
from smartstad_desktop.usecases.testbeds.adoption import AdoptLocally
from smartstad_desktop.usecases.testbeds.cases import AddCase
from smartstad_desktop.usecases.testbeds.routine_versions import AdoptRoutine, StartRoutineVersion
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.commands.finding import untyped
from tests.support.workspaces import dump

NEW_YEAR = date(2028, 1, 1)


@pytest.fixture
def town(demo: Workspace) -> dict[str, MunicipalityId]:
    return {row.key: row.id for row in demo.read(municipalities)}


def led(workspace: Workspace, town: MunicipalityId) -> int:
    return next(row.project_count for row in workspace.read(municipalities) if row.id == town)


def test_a_merger_takes_along_what_is_about_today_and_one_undo_brings_it_back(
    demo: Workspace, town: dict[str, MunicipalityId]
) -> None:
    before = dump(demo)
    sent = led(demo, town["bjuv"]) + led(demo, town["astorp"])
    own = led(demo, town["klippan"])
    ballots = demo.read(lambda connection: connection.exec_driver_sql("SELECT id, municipality_id FROM ballot").all())

    demo.run(MergeMunicipalities(before=(town["bjuv"], town["astorp"]), into=town["klippan"], since=NEW_YEAR))

    assert led(demo, town["klippan"]) == own + sent
    assert led(demo, town["bjuv"]) == 0
    rows = {row.id: row for row in demo.read(municipalities)}
    assert not rows[town["bjuv"]].is_participating
    assert {"Bjuvs kommun", "Bjuv", "Åstorp"} <= set(rows[town["klippan"]].aliases)
    assert {kin.id for kin in demo.read(descents)[town["klippan"]].before} == {town["bjuv"], town["astorp"]}
    after = demo.read(lambda connection: connection.exec_driver_sql("SELECT id, municipality_id FROM ballot").all())
    assert after == ballots

    demo.undo()
    assert dump(demo) == before


def test_the_old_name_still_finds_a_renamed_municipality(demo: Workspace, town: dict[str, MunicipalityId]) -> None:
    demo.run(
        RenameMunicipality(
            municipality=town["svalov"], name="Söderåsens kommun", short_name="Söderåsen", since=NEW_YEAR
        )
    )
    row = next(row for row in demo.read(municipalities) if row.id == town["svalov"])
    assert (row.name, "Svalövs kommun" in row.aliases) == ("Söderåsens kommun", True)
    (former,) = demo.read(descents)[town["svalov"]].names
    assert (former.name, former.valid_to) == ("Svalövs kommun", date(2027, 12, 31))
    again = RenameMunicipality(
        municipality=town["svalov"], name="Åsens kommun", short_name="Åsen", since=date(2029, 1, 1)
    )
    with pytest.raises(RenamedEarlier) as told:
        demo.run(replace(again, since=NEW_YEAR))
    assert trouble.sentence(told.value, phrasebook(Language.SV)).startswith("Kommunen har hetat Söderåsens kommun")
    demo.run(again)
    query = "SELECT name, valid_from, valid_to FROM municipality_name ORDER BY id DESC LIMIT 2"
    assert demo.read(lambda connection: connection.exec_driver_sql(query).all()) == [
        ("Söderåsens kommun", "2028-01-01", "2028-12-31"),
        ("Svalövs kommun", None, "2027-12-31"),
    ]


def test_a_merger_keeps_one_version_of_a_routine_and_no_result_of_its_own(
    demo: Workspace, town: dict[str, MunicipalityId]
) -> None:
    query = "SELECT id, municipality_id FROM project WHERE shareable <> '' AND municipality_id <> ? ORDER BY id LIMIT 1"
    project, old = demo.read(lambda connection: connection.exec_driver_sql(query, (town["klippan"],)).one())
    routine = untyped(demo.read(in_force, RoutineKind.TESTBED)).id
    newer = untyped(demo.run(StartRoutineVersion(routine=routine)).value)
    demo.run(AdoptLocally(routine=routine, municipality=old, changes={"contact_role": "Gamla kansliet"}))
    demo.run(AdoptRoutine(routine=newer, adopted_on=date(2026, 11, 22)))
    demo.run(AdoptLocally(routine=newer, municipality=town["klippan"], changes={"contact_role": "Klippans kansli"}))
    demo.run(NoteReuse(municipality=town["klippan"], project=project, state=ReuseState.TAKEN_OVER))

    demo.run(MergeMunicipalities(before=(old,), into=town["klippan"], since=NEW_YEAR))

    rows = [row for row in demo.read(adoptions, "testbed") if row.municipality == town["klippan"]]
    assert [(row.version, row.contact_role) for row in rows] == [("1.1", "Klippans kansli")]
    counted = (
        f"SELECT (SELECT count(*) FROM result_reuse WHERE project_id = {project}"
        f" AND municipality_id = {town['klippan']}),"
        f" (SELECT count(*) FROM routine_adoption WHERE municipality_id = {town['klippan']})"
    )
    assert demo.read(lambda connection: connection.exec_driver_sql(counted).one()) == (0, 1)


def test_lists_of_the_old_municipality_find_the_one_that_came_after(
    demo: Workspace, town: dict[str, MunicipalityId]
) -> None:
    demo.run(MergeMunicipalities(before=(town["bjuv"], town["astorp"]), into=town["klippan"], since=NEW_YEAR))
    demo.run(MergeMunicipalities(before=(town["klippan"],), into=town["perstorp"], since=NEW_YEAR))
    fields = {"name": "Åstorps nya kommun", "short_name": "Åstorp", "mark": "ÅN", "colour": "#3C5AA6"}
    split = demo.run(SplitMunicipality(municipality=town["svalov"], fields=fields, since=NEW_YEAR)).value
    known = demo.read(names)
    for name in ("bjuv", "BJUVS KOMMUN", "1260", "Klippan", "Perstorps kommun"):
        found = known.municipality(name)
        assert found is not None
        assert found.id == town["perstorp"], name
    # A name that somebody bears today is theirs.
    assert known.municipality("Åstorp") == next(each for each in known.municipalities if each.id == split)
    gone = {each.id for each in known.municipalities if each.is_ended}
    assert gone == {town["bjuv"], town["astorp"], town["klippan"]}


def test_what_would_go_along_is_counted_before(demo: Workspace, town: dict[str, MunicipalityId]) -> None:
    both = (town["bjuv"], town["astorp"])
    found = demo.read(belongings, both)
    assert found.projects == led(demo, town["bjuv"]) + led(demo, town["astorp"]) > 0
    assert found.commitments > 0
    demo.run(MergeMunicipalities(before=both, into=town["klippan"], since=NEW_YEAR))
    after = demo.read(belongings, both)
    assert (after.projects, after.needs, after.body_seats) == (0, 0, 0)
    # A procurement that both were party to keeps what each of them had said.
    assert after.cases < found.cases
    assert (after.commitments, after.ballots, after.lists) == (found.commitments, found.ballots, found.lists)


def test_a_split_leaves_the_old_one_in_place(demo: Workspace, town: dict[str, MunicipalityId]) -> None:
    fields = {"name": "Rydebäcks kommun", "short_name": "Rydebäck", "mark": "RY", "colour": "#3C5AA6"}
    new = demo.run(SplitMunicipality(municipality=town["helsingborg"], fields=fields, since=NEW_YEAR)).value
    assert led(demo, town["helsingborg"]) > 0
    found = demo.read(steps)
    assert successors(found, town["helsingborg"], NEW_YEAR) == {town["helsingborg"], new}
    assert successors(found, town["helsingborg"], date(2027, 12, 31)) == {town["helsingborg"]}


def test_what_cannot_be_is_refused_and_changes_nothing(demo: Workspace, town: dict[str, MunicipalityId]) -> None:
    demo.run(MergeMunicipalities(before=(town["bjuv"],), into=town["klippan"], since=NEW_YEAR))
    before = dump(demo)
    refused: tuple[tuple[Command, type[FieldInvalid | RuleError]], ...] = (
        (MergeMunicipalities(before=(), into=town["klippan"], since=NEW_YEAR), NothingToMerge),
        (MergeMunicipalities(before=(town["klippan"],), into=town["klippan"], since=NEW_YEAR), MergedIntoItself),
        (MergeMunicipalities(before=(town["astorp"],), into=town["klippan"], since=None), SuccessionDayMissing),
        (
            MergeMunicipalities(before=(town["bjuv"],), into=town["astorp"], since=date(2029, 1, 1)),
            MunicipalityEnded,
        ),
        (MergeMunicipalities(before=(town["astorp"],), into=town["bjuv"], since=date(2029, 1, 1)), MunicipalityEnded),
        (AddCase(kind=RoutineKind.TESTBED, title="Sensorer", municipality=town["bjuv"]), MunicipalityEnded),
        (
            RenameMunicipality(municipality=town["astorp"], name="Åstorps kommun", short_name="Åstorp", since=NEW_YEAR),
            SameName,
        ),
    )
    for command, error in refused:
        with pytest.raises(error):
            demo.run(command)
    assert dump(demo) == before


def test_what_followed_goes_through_any_number_of_steps() -> None:
    found = (
        Step(1, 2, Succession.MERGER, date(2020, 1, 1)),
        Step(2, 3, Succession.RENAMED, date(2022, 1, 1)),
        Step(3, 4, Succession.SPLIT, date(2024, 1, 1)),
    )
    assert successors(found, 1, date(2019, 1, 1)) == {1}
    assert successors(found, 1, date(2023, 1, 1)) == {3}
    assert successors(found, 1, date(2024, 1, 1)) == {3, 4}


def test_a_file_with_a_single_successor_keeps_it_as_a_step(tmp_path: Path) -> None:
    path = tmp_path / "old.smartstad"
    path.write_bytes((places.db() / "old" / "0003.smartstad").read_bytes())
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE municipality SET successor_id = 2, valid_to = '2019-12-31' WHERE id = 1")
    migrate(connection)
    found = connection.execute("SELECT before_id, after_id, kind, happened_on FROM municipality_succession").fetchall()
    connection.close()
    assert found == [(1, 2, "merger", "2020-01-01")]
