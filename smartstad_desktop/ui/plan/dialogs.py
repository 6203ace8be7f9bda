"""The plan's questions: what becomes a measure, which number a version gets, when it was approved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from smartstad_desktop.domain.board import Meaning
from smartstad_desktop.domain.plan.plan import NothingChosen
from smartstad_desktop.domain.values import ColumnId, ProjectId
from smartstad_desktop.reads.plan.plan_choices import ColumnChoice, ProjectChoice
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.fields import CheckField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role

#: What a column means that is likely meant.
_MEASURES: Final = frozenset({Meaning.DO})
_ASIDE: Final = frozenset(Meaning) - _MEASURES


class ColumnsDialog(Dialog):
    """Which columns of the boards become measures, or are set aside; those that say so on the first are chosen."""

    def __init__(
        self, choices: Sequence[ColumnChoice], parent: QWidget | None = None, *, sets_aside: bool = False
    ) -> None:
        title = _("Set columns of the board aside") if sets_aside else _("Take measures from the board")
        super().__init__(title, _("Take to the list") if sets_aside else _("Take as measures"), parent)
        wanted = _ASIDE if sets_aside else _MEASURES
        self._choices = {f"column-{choice.id}": choice for choice in choices}
        board = ""
        for name, choice in self._choices.items():
            if choice.board != board:
                board = choice.board
                self.body.addWidget(Label(board, Type.STRONG, Weight.SEMIBOLD))
            field = CheckField(name, " ".join(part for part in (choice.name, choice.years) if part), hint=_told(choice))
            field.setEnabled(choice.fresh > 0)
            field.set_value(choice.fresh > 0 and choice.meaning in wanted and choice.board == choices[0].board)
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
    """Which projects become measures, or are set aside, found by typing."""

    def __init__(
        self, choices: Sequence[ProjectChoice], parent: QWidget | None = None, *, sets_aside: bool = False
    ) -> None:
        super().__init__(_("Choose projects"), _("Take to the list") if sets_aside else _("Take as measures"), parent)
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

    def items(self) -> list[QListWidgetItem]:
        """Return the entries of the list."""
        return [self.list.item(number) for number in range(self.list.count())]

    def projects(self) -> tuple[ProjectId, ...]:
        """Return the chosen projects in the order of the list."""
        chosen = [item for item in self.items() if item.checkState() is Qt.CheckState.Checked]
        return tuple(ProjectId(item.data(Qt.ItemDataRole.UserRole)) for item in chosen)

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for item in self.items():
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
