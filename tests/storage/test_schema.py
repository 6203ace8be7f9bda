"""The migrated file is the one the typed tables describe."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from smartstad_desktop import places
from smartstad_desktop.domain.values import ProjectId, RoundId
from smartstad_desktop.reads.workshop.rounds import round_sheet
from smartstad_desktop.storage.connection import APPLICATION_ID, schema_of
from smartstad_desktop.storage.migrate import migrate, newest, version_of
from smartstad_desktop.storage.tables import Base
from smartstad_desktop.storage.tables.base import UNJOURNALED
from smartstad_desktop.usecases.inventory.inventory import EditProject
from smartstad_desktop.usecases.surroundings import Surroundings
from smartstad_desktop.usecases.workspace import Workspace


def test_migrations_lead_to_the_tables_we_describe() -> None:
    migrated = sqlite3.connect(":memory:", isolation_level=None)
    assert migrate(migrated) == newest()
    assert version_of(migrated) == newest()
    assert migrated.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)

    described = sqlite3.connect(":memory:", check_same_thread=False)
    Base.metadata.create_all(create_engine("sqlite://", creator=lambda: described))
    assert _parts(migrated) == _parts(described)
    migrated.close()
    described.close()


def _parts(connection: sqlite3.Connection) -> dict[tuple[str, str], frozenset[str]]:
    """Return what each object consists of; a column that was added later stands after the constraints."""
    return {(kind, name): frozenset(_split(sql)) for kind, name, sql in schema_of(connection)}


def _split(sql: str) -> list[str]:
    """Return the columns and constraints of a table one by one, and other SQL whole."""
    if not sql.startswith("CREATE TABLE"):
        return [sql]
    body, end = sql[sql.index("(") + 1 : sql.rindex(")")], sql[sql.rindex(")") :]
    # A column that was added later says itself what it refers to.
    body = re.sub(r"\"?(\w+)\"? (INTEGER|TEXT) (CONSTRAINT \w+) (REFERENCES)", r"\1 \2, \3 FOREIGN KEY(\1) \4", body)
    return [
        part.strip(" ,") for part in re.split(r", (?=\"?\w+\"? (?:TEXT|INTEGER|REAL|BLOB))|,? (?=CONSTRAINT )", body)
    ] + [end]


def test_every_table_is_strict_and_every_constraint_has_a_name() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrate(connection)
    for _, name, sql in (entry for entry in schema_of(connection) if entry[0] == "table"):
        assert sql.endswith("STRICT"), name
        unnamed = sql.count("REFERENCES") + sql.count("CHECK (") + sql.count("UNIQUE (") - sql.count("CONSTRAINT ")
        assert unnamed == 0, name
    assert inspect(create_engine("sqlite://", creator=lambda: connection)).get_table_names()
    connection.close()


def test_every_table_is_journaled_or_says_why_not() -> None:
    reasons = {
        table.name: table.info[UNJOURNALED] for table in Base.metadata.sorted_tables if UNJOURNALED in table.info
    }
    assert set(reasons) == {"change_step", "change_row", "received_file", "stored_file"}
    assert all(reasons.values())


@pytest.mark.parametrize("old", sorted((places.db() / "old").iterdir()), ids=lambda path: path.stem)
def test_a_file_of_every_released_schema_opens_with_its_rows_and_takes_new_work(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "programme.smartstad"
    path.write_bytes(old.read_bytes())
    with closing(sqlite3.connect(old)) as before:
        titles = before.execute("SELECT title FROM project ORDER BY id").fetchall()
    with Workspace.open(path, Surroundings(backups=tmp_path / "backups")) as workspace:
        assert workspace.glance(lambda raw: raw.execute("SELECT title FROM project ORDER BY id").fetchall()) == titles
        assert workspace.to_undo() is None
        assert workspace.to_redo() is None
        workspace.run(EditProject(project=ProjectId(1), changes={"title": "Nytt namn (påhittat)"}))
        workspace.undo()
        assert workspace.glance(lambda raw: raw.execute("SELECT title FROM project ORDER BY id").fetchall()) == titles
    kept = list((tmp_path / "backups").rglob("*before-upgrade*"))
    assert len(kept) == 1
    with closing(sqlite3.connect(kept[0])) as backup:
        assert backup.execute("PRAGMA user_version").fetchone() == (int(old.stem),)


def test_a_round_that_was_opened_before_schema_4_keeps_what_it_is_counted_with(tmp_path: Path) -> None:
    path = tmp_path / "programme.smartstad"
    path.write_bytes((places.db() / "old" / "0003.smartstad").read_bytes())
    with closing(sqlite3.connect(path)) as old:
        old.executescript(
            """
            UPDATE municipality SET population = 900 + id;
            INSERT INTO session (id, name, occasion, purpose, decision_rule, format, place, starts_at, order_key)
                VALUES (7, 'Workshop', '', '', '', 'on_site', '', '09:00', 'a');
            INSERT INTO round (id, session_id, number, question, instruction, method, unit, unit_key, visibility,
                has_recusal, most_per_item, low, high, columns, minutes, seed, phase, opened_at)
                SELECT id, 7, id, '', '', 'dots', 'population', '{}', 'municipality', 1, 1, 1, 10, '[]', 10, 1,
                    iif(id = 1, 'silent', 'clarify'), iif(id = 1, '2026-11-22T09:00:00+00:00', NULL)
                FROM (SELECT 1 AS id UNION SELECT 2);
            INSERT INTO round_item (round_id, project_id, number, title, is_unclear)
                SELECT 1, id, id, title, 0 FROM project;
            """
        )
        old.commit()
        leads = dict(old.execute("SELECT id, municipality_id FROM project").fetchall())
    with Workspace.open(path) as workspace:
        sheet, waiting = (workspace.read(round_sheet, RoundId(number)) for number in (1, 2))
        assert sheet is not None
        assert waiting is not None
        assert {item.number: item.lead for item in sheet.items} == leads
        kept = workspace.glance(lambda raw: raw.execute("SELECT locked FROM round ORDER BY id").fetchall())
        assert kept[1] == ("{}",)
        towns = workspace.glance(lambda raw: raw.execute("SELECT id FROM municipality").fetchall())
        assert json.loads(kept[0][0])["populations"] == {str(town): 900 + town for (town,) in towns}
        assert sheet.rules.populations == waiting.rules.populations == {town: 900 + town for (town,) in towns}


def test_a_measure_from_before_schema_5_comes_from_its_project_or_was_written_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "programme.smartstad"
    path.write_bytes((places.db() / "old" / "0004.smartstad").read_bytes())
    with closing(sqlite3.connect(path)) as old:
        old.executescript(
            """
            INSERT INTO plan (id, title, subtitle, version, status, case_number, summary, deciding_body, decided_at,
                clauses, present, dissent, not_prioritised, frozen_at, content_hash)
                VALUES (1, 'Plan', '', '1.0', 'draft', '', '', '', '', '', '', '', '', '', '');
            INSERT INTO plan_item (id, plan_id, project_id, title, band, why, what, effect, owner, time, money_source,
                risk, next_decision, deviation_reason, order_key)
                SELECT id, 1, iif(id = 1, 1, NULL), title, '', '', '', '', '', '', '', '', '', '', id
                FROM project WHERE id < 3;
            """
        )
        old.commit()
    with Workspace.open(path) as workspace:
        origins = workspace.glance(lambda raw: raw.execute("SELECT id, origin FROM plan_item ORDER BY id").fetchall())
    assert origins == [(1, "project"), (2, "hand")]
