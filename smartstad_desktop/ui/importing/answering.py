"""What a person says in the table, on its way to the plan; what cannot be read stays where it was written."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject

from smartstad_desktop.domain.lists.import_cells import CellAnswer
from smartstad_desktop.domain.lists.importing import Answer, RowKey
from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.importing import saying
from smartstad_desktop.ui.importing.masking import masked_people
from smartstad_desktop.ui.importing.rows_table import RowsTable
from smartstad_desktop.ui.importing.session import ImportSession
from smartstad_desktop.ui.kit.notices import Notices, Tone
from smartstad_desktop.usecases.lists.import_values import read_answer


class Answering(QObject):
    """Takes answers from the table to the session, and brings the table back to the row afterwards."""

    def __init__(
        self, session: ImportSession, table: RowsTable, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._table, self._notices = session, table, notices
        table.said.connect(self._say)
        table.mended.connect(self._mend)
        table.toggled.connect(self._toggle)
        table.taken_back.connect(self._take_back)

    def _say(self, keys: object, field: str, said: object, text: str) -> None:
        rows = cast("tuple[RowKey, ...]", keys)
        value = None
        if said is CellAnswer.WRITTEN:
            value = read_answer(field, text, self._kind(rows[0]))
            if value is None:
                self._refuse(rows[0], field, text)
                return
        answer = cast("Answer | CellAnswer", said)
        self._session.change(partial(saying.answered, keys=rows, field=field, said=answer, text=text, value=value))
        self._table.go_to(rows[0])

    def _toggle(self, keys: object) -> None:
        self._session.change(partial(saying.toggled, keys=cast("tuple[RowKey, ...]", keys)))

    def _take_back(self, keys: object) -> None:
        self._session.take_back(cast("tuple[RowKey, ...]", keys))

    def _mend(self, key: object, field: str, written: object) -> None:
        row = cast("RowKey", key)
        value = None if written is None else read_answer(field, str(written), self._kind(row))
        if written is not None and value is None:
            self._refuse(row, field, str(written))
            return
        self._session.mend(row, field, value)
        self._table.go_to(row)

    def _kind(self, row: RowKey) -> SheetKind:
        """Return what a row is: a field is read as its own sheet reads it."""
        rows = self._session.plan.lists[row.list_index].candidates
        return next((each.kind for each in rows if each.key == row), SheetKind.PROJECTS)

    def _refuse(self, row: RowKey, field: str, written: str) -> None:
        self._notices.say(_("“{text}” cannot be read either.", text=masked_people(written)), tone=Tone.ATTENTION)
        answers = self._table.answers_of(row)
        if answers is not None:
            answers.refuse(field)
