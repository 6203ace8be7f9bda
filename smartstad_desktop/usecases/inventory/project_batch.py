"""Many projects written with few statements, by the same rules as one: an import brings ten thousand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any, Final, cast

from sqlalchemy import Table, bindparam, delete, select, update

from smartstad_desktop.domain.errors import RowGone
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.project_fields import LINKS
from smartstad_desktop.storage.tables.inventory import Project
from smartstad_desktop.usecases.command import Transaction
from smartstad_desktop.usecases.inventory import project_fields
from smartstad_desktop.usecases.inventory.bulk import blank_row, insert_many
from smartstad_desktop.usecases.inventory.inventory import new_key
from smartstad_desktop.usecases.inventory.project_fields import LINK_TABLES, Link

_TABLE: Final = cast("Table", Project.__table__)
_NAMES: Final = tuple(column.name for column in _TABLE.columns)
#: SQLite takes this many parameters in one statement.
_AT_ONCE: Final = 900


class Draft:
    """A project on its way into the file: its columns as they will be, and the links it will have."""

    def __init__(self, columns: Mapping[str, Any], links: dict[str, dict[int, Any]]) -> None:
        self.row = SimpleNamespace(**columns)
        self.before = columns
        self.links = links
        self.wanted: dict[str, dict[int, Any]] = {}

    @property
    def key(self) -> str:
        """Return the key that lists know the project by."""
        return str(self.row.key)

    @property
    def id(self) -> int | None:
        """Return its number, once it is in the file."""
        return cast("int | None", getattr(self.row, "id", None))

    def linked(self, name: str) -> dict[int, Any]:
        """Return what the project is linked to under a field's name, with the value of each link."""
        return self.wanted.get(name, self.links.get(name, {}))


class ProjectBatch:
    """Projects that are added and changed together; nothing is written before ``write``."""

    def __init__(self, tx: Transaction, projects: Iterable[int]) -> None:
        self._tx = tx
        self._added: list[Draft] = []
        self._held: dict[int, Draft] = {}
        # Values are always replaced, never changed in place: all new projects may share the empty ones.
        self._blank = blank_row(_TABLE)
        wanted = sorted(set(projects))
        for start in range(0, len(wanted), _AT_ONCE):
            self._load(wanted[start : start + _AT_ONCE])

    def add(self, fields: Mapping[str, Any]) -> Draft:
        """Begin a project; without a status it is an idea.

        Raises:
            FieldInvalid: a rule refuses a value.
        """
        draft = Draft({**self._blank, "key": new_key(), "title": "", "status": ""}, {})
        self._fill(draft, {"status": Status.IDEA} | dict(fields))
        self._added.append(draft)
        return draft

    def held(self, project: int) -> Draft:
        """Return a project that is in the file.

        Raises:
            RowGone: it has been deleted meanwhile.
        """
        if project not in self._held:
            raise RowGone(kind=Project.__tablename__, row_id=project)
        return self._held[project]

    def change(self, draft: Draft, fields: Mapping[str, Any]) -> None:
        """Give a project other values.

        Raises:
            FieldInvalid: a rule refuses a value.
        """
        self._fill(draft, fields)

    def write(self) -> None:
        """Write everything; drafts that were added have their number afterwards."""
        self._insert()
        self._update()
        for name, link in LINK_TABLES.items():
            self._write_links(name, link)

    def _fill(self, draft: Draft, fields: Mapping[str, Any]) -> None:
        clean = project_fields.fill(self._tx, cast("Project", draft.row), fields)
        for name in LINKS & clean.keys():
            value = clean[name]
            wanted = dict(value) if isinstance(value, Mapping) else dict.fromkeys(value)
            if name == "participants":
                wanted.pop(draft.row.municipality_id, None)
            draft.wanted[name] = wanted

    def _load(self, numbers: list[int]) -> None:
        rows = self._tx.session.execute(select(_TABLE).where(_TABLE.c.id.in_(numbers)))
        self._held |= {row.id: Draft(dict(zip(_NAMES, row, strict=True)), {}) for row in rows}
        for name, link in LINK_TABLES.items():
            table = cast("Table", link.table.__table__)
            for row in self._tx.session.execute(select(table).where(table.c.project_id.in_(numbers))):
                held = self._held[row.project_id].links.setdefault(name, {})
                held[getattr(row, link.column)] = getattr(row, link.value) if link.value else None

    def _insert(self) -> None:
        if not self._added:
            return
        run = self._tx.session.execute
        last = run(select(_TABLE.c.id).order_by(_TABLE.c.id.desc()).limit(1)).scalar() or 0
        insert_many(self._tx.session.connection(), _TABLE, [vars(draft.row) for draft in self._added])
        numbers = {row.key: row.id for row in run(select(_TABLE.c.id, _TABLE.c.key).where(_TABLE.c.id > last))}
        for draft in self._added:
            draft.row.id = numbers[draft.key]

    def _update(self) -> None:
        same: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for draft in self._held.values():
            changed = {name: value for name, value in vars(draft.row).items() if value != draft.before[name]}
            if changed:
                same.setdefault(tuple(sorted(changed)), []).append({**changed, "this_id": draft.id})
        for names, rows in same.items():
            values = {name: bindparam(name) for name in names}
            statement = update(_TABLE).where(_TABLE.c.id == bindparam("this_id")).values(values)
            self._tx.session.connection().execute(statement, rows)

    def _write_links(self, name: str, link: Link) -> None:
        table = cast("Table", link.table.__table__)
        new: list[dict[str, Any]] = []
        gone: list[dict[str, int]] = []
        for draft in (*self._added, *self._held.values()):
            if name not in draft.wanted:
                continue
            wanted, held = draft.wanted[name], draft.links.get(name, {})
            changed = {number for number in wanted if number in held and held[number] != wanted[number]}
            gone += [{"project": draft.id or 0, "other": number} for number in sorted((held.keys() - wanted) | changed)]
            new += [
                {"project_id": draft.id, link.column: number, **({link.value: wanted[number]} if link.value else {})}
                for number in sorted((wanted.keys() - held) | changed)
            ]
        connection = self._tx.session.connection()
        if gone:
            mine = (table.c.project_id == bindparam("project")) & (table.c[link.column] == bindparam("other"))
            connection.execute(delete(table).where(mine), gone)
        if new:
            insert_many(connection, table, new)
