"""What has been done with a case, by whom and when, in a window of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from smartstad_desktop.reads.testbeds.case_history import CaseDeed
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.steps import step_name
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.moments import moment
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel


class HistoryDialog(Dialog):
    """A table of steps, the latest first."""

    def __init__(self, title: str, deeds: Sequence[CaseDeed], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(_("What has been done with “{title}”", title=title), "", parent)
        self.cancel_button.setText(_("Close"))
        self.rows = RowsModel[CaseDeed](
            [
                Column(_("What"), lambda row: step_name(row.command, row.words)),
                Column(_("Who"), lambda row: _("facilitator") if row.actor == "facilitator" else row.actor),
                Column(_("When"), lambda row: moment(row.at, now)),
            ],
            key=lambda row: row.step,
            parent=self,
        )
        self.rows.show(deeds)
        space = theme.current().space
        table = RecordsTable(self.rows, _("Steps of the case"), (420, 130, 150))
        self.body.addWidget(table, 1)
        table.setMinimumHeight(space(420))
        self.setMinimumWidth(space(760))
