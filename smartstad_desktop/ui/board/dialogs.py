"""Questions about boards: a new one, its facts, and which projects to bring onto it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from smartstad_desktop.domain import board as rules
from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.reads.board import BoardRow, Candidate
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import CheckField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import EmptyState

_MINUTES = "timer_minutes"


class BoardDialog(Dialog):
    """What a board is called, what it asks, for which occasion, and how long its clock runs."""

    def __init__(self, parent: QWidget | None, board: BoardRow | None = None, waiting: int = 0) -> None:
        title = _("New board") if board is None else _("The board")
        super().__init__(title, _("Create the board") if board is None else _("Keep the changes"), parent)
        name = TextField("name", _("Name"), placeholder=_("For example: Budget 2028"))
        question = TextField("question", _("Question"), placeholder=_("For example: What do we do first, together?"))
        occasion = TextField("occasion", _("Occasion"), placeholder=_("For example: Workshop 3 of 4"))
        minutes = TextField(_MINUTES, _("Minutes on the clock"))
        self.add(name, question, occasion, minutes)
        minutes.set_value("20" if board is None else board.timer_minutes)
        if board is not None:
            name.set_value(board.name)
            question.set_value(board.question)
            occasion.set_value(board.occasion)
        elif waiting:
            text = ngettext(
                "Put {count} project of the inventory in the tray",
                "Put all {count} projects of the inventory in the tray",
                waiting,
            )
            everything = CheckField("all", text)
            everything.set_value(value=True)
            self.add(everything)
        self.check_with(_check_board)


def _check_board(values: dict[str, Any]) -> None:
    rules.checked_name(values["name"])
    for field in ("question", "occasion"):
        rules.checked_name(values[field], field, rules.QUESTION_LIMIT, is_optional=True)
    rules.checked_minutes(minutes_of(values))


def minutes_of(values: dict[str, Any]) -> int:
    """Return the minutes that were written; what is no number counts as none and is refused."""
    text = str(values[_MINUTES]).strip()
    return int(text) if text.isdecimal() else 0


class ProjectsDialog(Dialog):
    """Which projects of the inventory to bring onto the board; hand out with ``projects``."""

    def __init__(self, parent: QWidget | None, candidates: Sequence[Candidate]) -> None:
        super().__init__(_("Add projects to the board"), _("Add to the tray"), parent)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Filter projects"))
        self.field.setAccessibleName(_("Filter projects"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Projects that are not on the board"))
        self.list.setMinimumHeight(theme.current().space(320))
        for candidate in candidates:
            words = f"{candidate.title} · {candidate.municipality}" if candidate.municipality else candidate.title
            item = QListWidgetItem(words, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, candidate.project)
        if candidates:
            self.body.addWidget(self.field)
            self.body.addWidget(self.list)
        else:
            title = _("Every project is on the board")
            self.body.addWidget(EmptyState("circle-check", title, _("New projects are added in the inventory.")))
        self.field.textChanged.connect(self._filter)
        self.list.itemChanged.connect(self._count)
        self._count()

    @property
    def projects(self) -> tuple[ProjectId, ...]:
        """Return the projects that have been ticked."""
        return tuple(
            ProjectId(item.data(Qt.ItemDataRole.UserRole))
            for item in self._items()
            if item.checkState() is Qt.CheckState.Checked
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for item in self._items():
            hay = fold(item.text())
            item.setHidden(not all(word in hay for word in words))

    def _count(self, _item: QListWidgetItem | None = None) -> None:
        count = len(self.projects)
        self.confirm_button.setEnabled(count > 0)
        self.confirm_button.setText(ngettext("Add {count} project", "Add {count} projects", count))
        self.confirm_button.updateGeometry()
