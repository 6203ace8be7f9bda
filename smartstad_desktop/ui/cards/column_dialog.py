"""What a new column is called, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from smartstad_desktop.domain import board as rules
from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.values import ColumnId
from smartstad_desktop.reads.board import BoardCards
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.kit.fields import ChoiceField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.usecases.board import AddColumn


class ColumnDialog(Dialog):
    """What a new column is called."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(_("New column"), _("Add the column"), parent)
        self.add(
            TextField("name", _("Name")),
            TextField("years", _("Years"), placeholder=_("For example: 2028, or 2029–")),
            ChoiceField("meaning", _("What lies here"), [(meaning, label(meaning)) for meaning in Meaning]),
        )
        self.fields["meaning"].set_value(Meaning.DO)
        self.check_with(_check_column)


def _check_column(values: dict[str, Any]) -> None:
    rules.checked_name(values["name"])
    rules.checked_name(values["years"], "years", is_optional=True)


def ask_column(
    parent: QWidget, shown: BoardCards, after: ColumnId | None, perform: Callable[[AddColumn], object]
) -> None:
    """Ask what a new column is called, and add it after *after*, or last."""
    board, ids = shown.board.id, [column.id for column in shown.columns]
    following = ids[ids.index(after) + 1 :] if after is not None else []
    dialog = ColumnDialog(parent)

    def add(values: dict[str, Any]) -> None:
        perform(AddColumn(board=board, before=following[0] if following else None, **values))

    dialog.confirmed.connect(add)
    dialog.open()
