"""What to look at before the meeting, each with the way to put it right; and a rehearsal on a copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.readiness import CheckLine, Target
from smartstad_desktop.text.phrases import _
from smartstad_desktop.text.workshop.readiness import check_line
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.page import PageId, PageTarget
from smartstad_desktop.ui.kit.parts import Label, Rule, Type, Weight
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.host import WorkshopHost

if TYPE_CHECKING:
    from collections.abc import Sequence

#: So many names are told; the rest is a number.
_NAMED: Final = 3


class CheckRow(QWidget):
    """One matter: whether it is ready, in words, and a button where something is left to do."""

    def __init__(self, words: str, names: Sequence[str] = (), act: str = "", *, is_ready: bool) -> None:
        super().__init__()
        space = theme.current().space
        self.words = Label(words, Type.BODY, Weight.REGULAR if is_ready else Weight.SEMIBOLD, wraps=True)
        picture = QLabel()
        role = Role.GOOD if is_ready else Role.ATTENTION
        picture.setPixmap(icons.pixmap("circle-check" if is_ready else "circle-alert", role, space(18)))
        picture.setAccessibleName(_("Ready") if is_ready else _("Left to do"))
        told = QVBoxLayout()
        told.setSpacing(space(2))
        told.addWidget(self.words)
        if names:
            more = len(names) - _NAMED
            shown = ", ".join(names[:_NAMED]) + (f" +{more}" if more > 0 else "")
            told.addWidget(Label(shown, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        self.button = Button(act, icon="chevron-right")
        self.button.setAccessibleName(f"{act}: {words}")
        self.button.setVisible(bool(act) and not is_ready)
        told.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(10))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)


class CheckPanel(QWidget):
    """The check list."""

    #: A pane of the preparation is to be shown; carries its key, empty for the agenda.
    pane_wanted = Signal(str)
    #: Something that is looked at has changed outside the file: a backup was made.
    looked_again = Signal()
    rehearsing = Signal()

    def __init__(self, host: WorkshopHost, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = theme.current().space
        self._host = host
        self.rows: dict[str, CheckRow] = {}
        self.rehearse = Button(_("Rehearse on a copy"), icon="play")
        self.rehearse.clicked.connect(self.rehearsing)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(space(12))
        self._rehearsal = Label(
            _("A rehearsal is a marked copy of the file where made-up answers can be given. Throw it away afterwards."),
            Type.BODY,
            role=Role.INK_SOFT,
            wraps=True,
        )
        sheet = ScrollSheet(spacing=12)
        sheet.column.setContentsMargins(space(16), space(6), space(16), space(16))
        sheet.column.addLayout(self._lines)
        sheet.column.addWidget(Rule())
        sheet.column.addWidget(self._rehearsal)
        sheet.column.addWidget(self.rehearse, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def show_lines(self, lines: Sequence[CheckLine], *, is_rehearsal: bool) -> None:
        """Show how everything stands."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for line in lines:
            row = self.rows[line.matter.value] = CheckRow(
                check_line(line), line.names, _act(line.target), is_ready=line.is_ready
            )
            row.button.clicked.connect(partial(self._put_right, line))
            self._lines.addWidget(row)
        has_second = len(QGuiApplication.screens()) > 1
        words = _("A second screen is plugged in") if has_second else _("No second screen is plugged in")
        row = self.rows["screen"] = CheckRow(words, is_ready=has_second)
        self._lines.addWidget(row)
        self.rehearse.setVisible(not is_rehearsal)
        if is_rehearsal:
            self._rehearsal.setText(_("This is a rehearsal. Nothing here changes the real file."))

    def _put_right(self, line: CheckLine, *_state: object) -> None:
        match line.target:
            case Target.IMPORT:
                self._host.lead_to(PageTarget(PageId.IMPORTING))
            case Target.PROJECTS | Target.PAIRS:
                self._host.lead_to(PageTarget(PageId.INVENTORY, row=line.ids[0]))
            case Target.SEATS | Target.ROUNDS:
                self.pane_wanted.emit(line.target.value)
            case Target.AGENDA:
                self.pane_wanted.emit("")
            case Target.BACKUP:
                self._back_up()

    def _back_up(self) -> None:
        services = self._host.services
        try:
            services.workspace.back_up("workshop")
        except DomainError as error:
            services.notices.trouble(error)
            return
        services.notices.say(_("A backup has been made."))
        self.looked_again.emit()


def _act(target: Target) -> str:
    return {
        Target.IMPORT: _("To the lists"),
        Target.PROJECTS: _("Show"),
        Target.PAIRS: _("Show"),
        Target.SEATS: _("To the seats"),
        Target.ROUNDS: _("To the rounds"),
        Target.AGENDA: _("To the agenda"),
        Target.BACKUP: _("Back up now"),
    }[target]
