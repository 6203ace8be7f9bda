"""Everything about one thing: choosing what, looking through what will be handed out, keeping back with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from smartstad_desktop.domain.packages.about import Answer, Closed, Item, NothingAbout, Withheld, checked
from smartstad_desktop.reads.packages.subjects import SubjectRow, found, subjects
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import forms, theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.fields import CheckField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.packages.making import PackageMaker, suggested

#: More lines than this nobody reads: a word more finds the right one sooner.
_SHOWN: Final = 200
_ZIP: Final = "ZIP (*.zip)"


class SubjectDialog(Dialog):
    """A list one searches by typing; what is chosen is compiled and shown before anything is written."""

    def __init__(self, services: Services, maker: PackageMaker, parent: QWidget) -> None:
        super().__init__(_("What is the request about?"), _("Show what there is"), parent)
        self._services = services
        self._maker = maker
        self._owner = parent
        self._rows = services.workspace.read(subjects)
        self.search = SearchField(_("Project, need, decision, test or procurement"))
        self.search.setPlaceholderText(_("Project, need, decision, test or procurement"))
        self.search.textChanged.connect(self._narrow)
        self.search.left_downwards.connect(self._to_list)
        self.list = QListWidget()
        self.list.setAccessibleName(_("What can be asked about"))
        self.list.setMinimumHeight(theme.current().space(300))
        self.list.setSpacing(theme.current().space(3))
        self.list.itemActivated.connect(self._open)
        self.told = Label("", Type.CAPTION, role=Role.INK_SOFT)
        for widget in (self.search, self.list, self.told):
            self.body.addWidget(widget)
        self.setMinimumWidth(theme.current().space(620))
        self.check_with(self._refuse)
        self.confirmed.connect(self._go_on)
        self._narrow("")
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def chosen(self) -> SubjectRow | None:
        """Return what is chosen."""
        place = self.list.currentIndex()
        return self._rows[place.data(Qt.ItemDataRole.UserRole)] if place.isValid() else None

    def _open(self, _item: QListWidgetItem) -> None:
        self.confirm()

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, words: str) -> None:
        numbers = {row: number for number, row in enumerate(self._rows)}
        rows = found(self._rows, words) if words.strip() else self._rows
        self.list.clear()
        for row in rows[:_SHOWN]:
            where = " · ".join(part for part in (label(row.subject), row.where) if part)
            item = QListWidgetItem(f"{row.title}  –  {where}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, numbers[row])
        self.list.setCurrentRow(0)
        told = ngettext("{count} found", "{count} found", len(rows))
        more = _("the first {count} are shown", count=_SHOWN)
        self.told.setText(f"{told}, {more}" if len(rows) > _SHOWN else told)

    def _refuse(self, _values: dict[str, Any]) -> None:
        if self.chosen() is None:
            raise NothingAbout(words=self.search.text())

    def _go_on(self, _values: dict[str, Any]) -> None:
        from smartstad_desktop.usecases.packages.about import answer  # noqa: PLC0415  brings the documents

        row = self.chosen()
        if row is None:
            return
        workspace = self._services.workspace
        today = workspace.now.astimezone().date()
        told = workspace.read(answer, row.subject, row.id, current().language, today)
        AnswerDialog(told, self._maker, self._owner).open()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the preview: something that can be told, and why it is kept back, if it is."""

    item: Item
    reason: str | None


class AnswerDialog(Dialog):
    """What will be handed out, line by line; chosen lines are kept back with a reason, or handed out again."""

    def __init__(self, answer: Answer, maker: PackageMaker, parent: QWidget) -> None:
        super().__init__(_("Everything about “{title}”", title=answer.title), _("Choose where…"), parent)
        self._answer = answer
        self._maker = maker
        self._owner = parent
        self._reasons: dict[str, str] = {}
        columns = (
            Column[_Line](_("What"), lambda line: line.item.title),
            Column[_Line](_("Part"), lambda line: label(line.item.part)),
            Column[_Line](_("In the answer"), _fate),
        )
        self.rows = RowsModel(columns, lambda line: line.item.key)
        self.table = RecordsTable(self.rows, _("What will be handed out"), (0, 170, 190), self)
        self.table.setMinimumHeight(theme.current().space(320))
        self.table.chosen.connect(self._enable)
        self.reason = TextField(
            "reason", _("Why it is kept back"), hint=_("For example the section of the secrecy act.")
        )
        self.keep = Button(_("Keep back what is chosen"))
        self.tell = Button(_("Hand out again"))
        self.notes = CheckField("notes", _("Internal notes too, in a file of their own"))
        self.counted = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self._lay_out()
        # Enter in the field keeps back what is chosen; it must not go on at the same time.
        self.confirm_button.setDefault(False)
        self.reason.line.returnPressed.connect(self._keep_back)
        self.keep.clicked.connect(self._keep_back)
        self.tell.clicked.connect(self._hand_out)
        self.check_with(self._refuse)
        self.confirmed.connect(self._go_on)
        self._show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.tell)
        row.addStretch(1)
        self.body.addWidget(self.counted)
        self.body.addWidget(self.table)
        self.add(self.reason)
        self.body.addLayout(row)
        self.add(self.notes)
        self.notes.setVisible(any(item.note for item in self._answer.items))
        self.setMinimumWidth(theme.current().space(820))

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """Return what is kept back."""
        return tuple(Withheld(key, reason) for key, reason in self._reasons.items())

    def _show(self) -> None:
        self.rows.show([_Line(item, self._reasons.get(item.key)) for item in self._answer.items])
        told = len(self._answer.items) - len(self._reasons)
        closed = [f"{label(why).lower()} {self._answer.closed[why]}" for why in Closed if self._answer.closed.get(why)]
        if self._reasons:
            closed.append(_("kept back {count}", count=len(self._reasons)))
        words = ngettext("{count} thing will be handed out.", "{count} things will be handed out.", told)
        if closed:
            words += " " + _("Left out: {list}.", list=", ".join(closed))
        if self._answer.concealed:
            words += " " + ngettext(
                "Personal data is hidden in {count} place.",
                "Personal data is hidden in {count} places.",
                self._answer.concealed,
            )
        self.counted.setText(words)
        self._enable()

    def _enable(self) -> None:
        chosen = self.table.chosen_rows()
        self.keep.setEnabled(any(line.reason is None for line in chosen))
        self.tell.setEnabled(any(line.reason is not None for line in chosen))

    def _keep_back(self) -> None:
        reason = self.reason.value()
        if not reason:
            self.reason.show_error(_("Write why it is kept back."))
            self.reason.line.setFocus()
            return
        self.reason.show_error("")
        self._reasons |= {line.item.key: reason for line in self.table.chosen_rows()}
        self._show()

    def _hand_out(self) -> None:
        for line in self.table.chosen_rows():
            self._reasons.pop(line.item.key, None)
        self._show()

    def _refuse(self, _values: dict[str, Any]) -> None:
        checked(self._answer.items, self.withheld)

    def _go_on(self, values: dict[str, Any]) -> None:
        withheld, with_notes = self.withheld, bool(values["notes"])

        def make(path: Path) -> None:
            self._maker.about(self._answer, withheld, path, with_notes=with_notes)

        name = suggested(_("About {title}", title=self._answer.title))
        forms.ask_save_path(self._owner, _("Where shall the documents lie?"), _ZIP, make, suggestion=name)


def _fate(line: _Line) -> str:
    return _("Yes") if line.reason is None else _("No: {reason}", reason=line.reason)
