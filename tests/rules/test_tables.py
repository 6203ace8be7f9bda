"""Every table is followed by the journal or says why not, and every change in one has a name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Column, Connection, Integer, MetaData, Table
from sqlalchemy.exc import DBAPIError

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.storage import journal, journal_triggers
from smartstad_desktop.storage.tables.base import UNJOURNALED, Base
from smartstad_desktop.usecases.workspace import Surroundings, Workspace


def unnamed(tables: Iterable[Table]) -> list[str]:
    """Name tables that are neither followed nor excused, and constraints that SQLite would have to name."""
    kinds = {kind.value for kind in Kind}
    found: list[str] = []
    for table in tables:
        reason = table.info.get(UNJOURNALED)
        if reason is None and table.name not in kinds:
            found.append(f"{table.name} has no Kind")
        if reason is not None and (table.name in kinds or len(str(reason).split()) < 3):
            found.append(f"{table.name} is not followed and does not say why")
        found += [f"{table.name}: a {type(c).__name__} without a name" for c in table.constraints if not c.name]
        if not table.dialect_options["sqlite"]["strict"]:
            found.append(f"{table.name} is not STRICT")
    return found


def test_every_table_is_followed_or_says_why_not() -> None:
    assert "\n".join(unnamed(Base.metadata.sorted_tables)) == ""
    assert {name for name in Base.metadata.tables if name not in journal_triggers.OWN_TABLES} >= {
        kind.value for kind in Kind
    }


def test_a_table_that_says_nothing_is_found() -> None:
    planted = Table("seals", MetaData(), Column("id", Integer, primary_key=True))
    excused = Table("drafts", MetaData(), Column("id", Integer, primary_key=True), info={UNJOURNALED: "no"})

    assert len(unnamed([planted])) == 3
    assert "drafts is not followed and does not say why" in unnamed([excused])


def test_no_table_can_be_written_outside_an_action(tmp_path: Path) -> None:
    def emptied(connection: Connection) -> list[str]:
        """Return the tables that let go of a row, or take one, without a step."""
        open_tables: list[str] = []
        for table in Base.metadata.sorted_tables:
            try:
                connection.exec_driver_sql(f"INSERT INTO {table.name} DEFAULT VALUES")
            except DBAPIError as error:
                # A missing value is refused before the journal is asked; the triggers are checked below.
                if not journal.is_refusal(error) and "NOT NULL" not in str(error) and "CHECK" not in str(error):
                    open_tables.append(f"{table.name}: {error}")
            else:
                open_tables.append(table.name)
        return open_tables

    def triggers(connection: Connection) -> set[str]:
        found = connection.exec_driver_sql(
            "SELECT tbl_name || ' ' || name FROM temp.sqlite_schema WHERE type='trigger'"
        )
        return {str(row[0]) for row in found}

    with Workspace.create(tmp_path / "prov.smartstad", Surroundings()) as workspace:
        made = workspace.read(triggers)
        left_open = workspace.read(emptied)

    for table in Base.metadata.sorted_tables:
        guards = [name for name in made if name.startswith(f"{table.name} ")]
        assert len(guards) == (0 if table.name in {"change_step", "change_row"} else 3), table.name
    assert [name for name in left_open if not name.startswith("change_")] == []
