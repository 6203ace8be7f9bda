"""Every text of the file, and of its history: to find a person everywhere, and to erase one everywhere.

A text that is erased has to go from the journal too, in every image of the row and in the names of the steps; the
images stay exact, so that the journal still leads to what the file holds. The writer's connection overwrites what it
deletes (``secure_delete``), so that nothing is left in free pages either.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final, TypeAlias, cast

from sqlalchemy import JSON, Connection, String, Table

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.personal.wanted import Place
from smartstad_desktop.storage.tables import Base

#: Columns that only the program reads.
_INNER: Final = frozenset({"key", "uid", "order_key", "sha256", "stamp", "merge_key", "command", "state"})
_STEP: Final = "change_step"


#: Gives the text that is to stand at a place instead of the one that stands there.
Change: TypeAlias = Callable[[Place, str], str]


def live_texts(connection: Connection) -> Iterator[tuple[Place, str]]:
    """Yield every text that the file holds now."""
    for kind in Kind:
        yield from _texts_of(connection, Base.metadata.tables[kind.value])


def past_texts(connection: Connection) -> Iterator[tuple[int, Place, str]]:
    """Yield every text in the journal's images, with the step it stands in."""
    query = "SELECT step_id, table_name, row_id, before, after FROM change_row ORDER BY id"
    for step, table, row_id, *images in connection.exec_driver_sql(query):
        for image in images:
            for column, literal in _image(image).items():
                if _is_text(table, column) and literal.startswith("'"):
                    yield step, Place(table, row_id, column), _shown(table, column, _unquoted(literal))


def rewrite(connection: Connection, change: Change) -> int:
    """Put what *change* gives at every place, now and in all of history, and return how many places changed now.

    Works inside the step of the caller; that step's own images are rewritten too.
    """
    count = 0
    for kind in Kind:
        table = Base.metadata.tables[kind.value]
        for place, text in list(_raw_texts(connection, table)):
            made = _changed(place, text, change)
            if made != text:
                count += 1
                update = f'UPDATE "{place.table}" SET "{place.column}" = ? WHERE id = ?'  # noqa: S608  names come from our own tables
                connection.exec_driver_sql(update, (made, place.row_id))
    _rewrite_images(connection, change)
    _rewrite_steps(connection, change)
    return count


def _texts_of(connection: Connection, table: Table) -> Iterator[tuple[Place, str]]:
    for place, text in _raw_texts(connection, table):
        yield place, _shown(place.table, place.column, text)


def _raw_texts(connection: Connection, table: Table) -> Iterator[tuple[Place, str]]:
    names = sorted(_text_columns(table.name))
    if not names:
        return
    columns = ", ".join(f'"{name}"' for name in names)
    for row_id, *values in connection.exec_driver_sql(f'SELECT id, {columns} FROM "{table.name}"'):  # noqa: S608  see above
        for name, value in zip(names, values, strict=True):
            if value:
                yield Place(table.name, row_id, name), str(value)


def _rewrite_images(connection: Connection, change: Change) -> None:
    rows = connection.exec_driver_sql("SELECT id, table_name, row_id, before, after FROM change_row").all()
    for number, table, row_id, *images in rows:
        made = [_changed_image(table, row_id, image, change) for image in images]
        if made != list(images):
            connection.exec_driver_sql(
                "UPDATE change_row SET before = ?, after = ? WHERE id = ?", (made[0], made[1], number)
            )


def _changed_image(table: str, row_id: int, image: str | None, change: Change) -> str | None:
    if image is None:
        return None
    held = _image(image)
    for column, literal in held.items():
        if _is_text(table, column) and literal.startswith("'"):
            text = _unquoted(literal)
            made = _changed(Place(table, row_id, column), text, change) if text else text
            if made != text:
                held[column] = _quoted(made)
    made_image = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return image if held == _image(image) else made_image


def _rewrite_steps(connection: Connection, change: Change) -> None:
    for number, *texts in connection.exec_driver_sql("SELECT id, actor, source, parameters FROM change_step").all():
        names = ("actor", "source", "parameters")
        made = [
            _changed(Place(_STEP, number, name), text, change) if text else text
            for name, text in zip(names, texts, strict=True)
        ]
        if made != texts:
            connection.exec_driver_sql(
                "UPDATE change_step SET actor = ?, source = ?, parameters = ? WHERE id = ?", (*made, number)
            )


def _changed(place: Place, text: str, change: Change) -> str:
    """Return what stands at a place after *change*; in a JSON value every text is changed for itself."""
    if not _is_json(place.table, place.column):
        return change(place, text)
    held = json.loads(text)
    made = _each(held, lambda part: change(place, part))
    # Spelled as the file spells such a value, or else the journal would differ from it.
    return text if made == held else json.dumps(made, ensure_ascii=place.table != _STEP)


def _each(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_each(part, change) for part in cast("list[Any]", value)]
    if isinstance(value, dict):
        # A name can be a key too: what columns of a list were called is kept beside what stood in them.
        return {change(name): _each(part, change) for name, part in cast("dict[str, Any]", value).items()}
    return value


def _shown(table: str, column: str, text: str) -> str:
    """Return a text as a person reads it: the words of a JSON value one after the other."""
    if not _is_json(table, column):
        return text
    words: list[str] = []

    def keep(part: str) -> str:
        words.append(part)
        return part

    _each(json.loads(text), keep)
    return " · ".join(words)


@cache
def _text_columns(table: str) -> Mapping[str, bool]:
    """Return the columns of a table that hold text, and whether it is JSON."""
    found = Base.metadata.tables[table].columns
    return {
        column.name: isinstance(column.type, JSON)
        for column in found
        if isinstance(column.type, String | JSON) and column.name not in _INNER
    }


def _is_text(table: str, column: str) -> bool:
    # A table of an older schema may be gone.
    return table in Base.metadata.tables and column in _text_columns(table)


def _is_json(table: str, column: str) -> bool:
    return _text_columns(table).get(column, False)


def _image(image: str | None) -> dict[str, str]:
    return {} if image is None else json.loads(image)


def _unquoted(literal: str) -> str:
    return literal[1:-1].replace("''", "'")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
