"""The plan's questions: what becomes a measure, which number a version gets, when it was approved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.plan.plan import DayUnreadable, NothingChosen, VersionMissing
from smartstad_desktop.domain.values import ColumnId, ProjectId
from smartstad_desktop.reads.plan.plan_choices import ColumnChoice, ProjectChoice
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import CheckField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class ColumnsDialog(Dialog):
    """Which columns of the boards become measures; those of the first board that say "do" are chosen already."""

    def __init__(self, choices: Sequence[ColumnChoice], parent: QWidget | None = None) -> None:
        super().__init__(_("Take measures from the board"), _("Take as measures"), parent)
        self._choices = {f"column-{choice.id}": choice for choice in choices}
        board = ""
        for name, choice in self._choices.items():
            if choice.board != board:
                board = choice.board
                self.body.addWidget(Label(board, Type.STRONG, Weight.SEMIBOLD))
            field = CheckField(name, " ".join(part for part in (choice.name, choice.years) if part), hint=_told(choice))
            field.setEnabled(choice.fresh > 0)
            field.set_value(choice.fresh > 0 and choice.meaning is Meaning.DO and choice.board == choices[0].board)
            self.add(field)
        if not choices:
            self.body.addWidget(Label(_("There is no board yet."), role=Role.INK_SOFT))
        self.check_with(self._refuse_nothing)

    def columns(self) -> tuple[ColumnId, ...]:
        """Return the chosen columns."""
        return tuple(choice.id for name, choice in self._choices.items() if self.fields[name].value())

    def _refuse_nothing(self, _values: dict[str, Any]) -> None:
        if not self.columns():
            raise NothingChosen


def _told(choice: ColumnChoice) -> str:
    if choice.total and not choice.fresh:
        return _("All are in the plan already.")
    return ngettext(
        "{count} project that is not in the plan", "{count} projects that are not in the plan", choice.fresh
    )


class ProjectsDialog(Dialog):
    """Which projects become measures, found by typing."""

    def __init__(self, choices: Sequence[ProjectChoice], parent: QWidget | None = None) -> None:
        super().__init__(_("Choose projects"), _("Take as measures"), parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search among the projects"))
        self.search.setAccessibleName(_("Search among the projects"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Projects that are not in the plan"))
        self.list.setMinimumHeight(theme.current().space(340))
        self.setMinimumWidth(theme.current().space(620))
        for choice in choices:
            text = " – ".join(part for part in (choice.title, choice.municipality) if part)
            item = QListWidgetItem(text, self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        self.check_with(self._refuse_nothing)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def projects(self) -> tuple[ProjectId, ...]:
        """Return the chosen projects in the order of the list."""
        chosen = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        return tuple(ProjectId(item.data(Qt.ItemDataRole.UserRole)) for item in chosen)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for item in self._items():
            item.setHidden(not all(word in item.text().casefold() for word in wanted))

    def _refuse_nothing(self, _values: dict[str, Any]) -> None:
        if not self.projects():
            raise NothingChosen


class FreezeDialog(Dialog):
    """Which number a version gets before it is locked."""

    def __init__(self, suggestion: str, missing: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Freeze the version"), _("Freeze the version"), parent)
        told = _(
            "The plan is locked and gets a fingerprint. Later changes become a new version. This cannot be undone."
        )
        self.body.addWidget(Label(told, role=Role.INK_SOFT, wraps=True))
        if missing:
            text = ngettext("{count} measure still lacks something.", "{count} measures still lack something.", missing)
            self.body.addWidget(Label(text, role=Role.ATTENTION, wraps=True))
        field = TextField("version", _("Version"))
        field.set_value(suggestion)
        self.add(field)
        self.check_with(_refuse_empty)

    def version(self) -> str:
        """Return the number that was given."""
        return self.values()["version"]


def _refuse_empty(values: dict[str, Any]) -> None:
    if not values["version"]:
        raise VersionMissing(field="version")


class ApprovalDialog(Dialog):
    """When the steering group approved a frozen version."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Approved by the steering group"), _("Record the approval"), parent)
        field = TextField("decided_on", _("Day"), hint=_("As 2026-11-19"))
        field.set_value(today.isoformat())
        self.add(field)
        self.check_with(lambda values: day_of(values["decided_on"]))

    def day(self) -> date:
        """Return the day that was given."""
        return day_of(self.values()["decided_on"])


def day_of(text: str) -> date:
    """Return the day written as 2026-11-19.

    Raises:
        DayUnreadable: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DayUnreadable(field="decided_on", text=text) from error
