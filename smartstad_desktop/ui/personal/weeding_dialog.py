"""The rules of weeding: how long each kind of personal data is kept, what is due, and weeding it now."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartstad_desktop.domain.personal.kinds import Weeding
from smartstad_desktop.domain.personal.weeding import CHOICES, NothingToWeed
from smartstad_desktop.reads.personal.people import WeedingLine, people_shown
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.calm_values import NumberField
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.running import RunCommand
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.personal.erasing import SetWeedingRule, WeedOut
from smartstad_desktop.usecases.workspace import Workspace


class WeedingDialog(Dialog):
    """The list of rules; it stays open while they are changed and followed."""

    def __init__(self, workspace: Workspace, run: RunCommand, parent: QWidget | None = None) -> None:
        super().__init__(_("Weeding of personal data"), "", parent)
        self._workspace, self._run = workspace, run
        self.asked: Dialog | None = None
        self.rows = RowsModel[WeedingLine](
            [
                Column(_("Kind of data"), lambda row: label(row.rule.category)),
                Column(_("Records"), lambda row: current().number(row.count)),
                Column(_("What happens"), lambda row: label(row.rule.weeding)),
                Column(_("When"), _when),
            ],
            key=lambda row: row.rule.category,
            parent=self,
        )
        self.table = RecordsTable(self.rows, _("Weeding of personal data"), (220, 80, 130, 210))
        self.table.setMinimumHeight(theme.current().space(372))
        self.edit_button = Button(_("Change the rule…"), icon="pencil")
        self.weed_button = Button(_("Weed out now…"), icon="trash-2")
        self.edit_button.clicked.connect(self.edit)
        self.weed_button.clicked.connect(self.ask_weed)
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self._show_tools)
        tools = QHBoxLayout()
        tools.addWidget(self.edit_button)
        tools.addWidget(self.weed_button)
        tools.addStretch(1)
        self.note = Label("", role=Role.INK_SOFT, wraps=True)
        self.body.addWidget(self.note)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(tools)
        self.cancel_button.setText(_("Close"))
        self.resize(theme.current().space(760), theme.current().space(600))
        self.refresh()

    def refresh(self) -> None:
        """Show the rules as they are now."""
        shown = self._workspace.read(people_shown)
        ended = (
            _("The programme ends {day}; the months are counted from then.", day=current().day(shown.ended_on))
            if shown.ended_on
            else _("Nobody has said when the programme ends. Write it under “Programme”, so that days can be counted.")
        )
        self.note.setText(f"{ended} {_('The local document plan decides.')}")
        self.rows.show(shown.weeding)
        self.table.choose_first()
        self._show_tools()

    def chosen(self) -> WeedingLine | None:
        """Return the rule that is chosen."""
        rows = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def _done(self, _values: object) -> None:
        self.refresh()

    def _show_tools(self) -> None:
        line = self.chosen()
        is_open = line is not None and not self._workspace.is_read_only
        self.edit_button.setEnabled(is_open)
        self.weed_button.setEnabled(
            is_open and line is not None and line.count > 0 and line.rule.weeding is not Weeding.KEEP
        )

    def edit(self) -> None:
        """Ask for another rule."""
        line = self.chosen()
        if line is None:
            return
        rule = line.rule
        self.asked = dialog = Dialog(label(rule.category), _("Change the rule"), self)
        dialog.add(
            ChoiceField("weeding", _("What happens"), [(each, label(each)) for each in CHOICES[rule.category]]),
            NumberField("months", _("Months after the programme’s end")),
            LongTextField("note", _("Why (document plan, decision)"), lines=2),
        )
        for name, value in (("weeding", rule.weeding), ("months", rule.months), ("note", rule.note)):
            dialog.fields[name].set_value(value)
        dialog.check_with(lambda values: self._run(SetWeedingRule(category=rule.category, changes=values)))
        dialog.confirmed.connect(self._done)
        dialog.open()

    def ask_weed(self) -> None:
        """Ask before something is gone for good."""
        line = self.chosen()
        if line is None:
            return
        self.asked = dialog = Dialog(_("Weed out now"), _("Weed out for good"), self)
        told = ngettext(
            "{kind}: {count} record is weeded for good, also from the history. This cannot be undone.",
            "{kind}: {count} records are weeded for good, also from the history. This cannot be undone.",
            line.count,
            kind=label(line.rule.category),
        )
        dialog.body.addWidget(Label(told, role=Role.ATTENTION, wraps=True))
        dialog.check_with(partial(self._weed, line))
        dialog.confirmed.connect(self._done)
        dialog.open()

    def _weed(self, line: WeedingLine, _values: dict[str, Any]) -> None:
        if not line.count:
            raise NothingToWeed
        self._run(WeedOut(categories=frozenset({line.rule.category})))


def _when(row: WeedingLine) -> str:
    if row.rule.weeding is Weeding.KEEP:
        return ""
    months = ngettext("{count} month after the end", "{count} months after the end", row.rule.months or 0)
    return f"{current().day(row.due_on)} ({months})" if row.due_on else months
