"""What stands above the rows: whose list it is, what is doubtful about it, and the way from question to question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.lists.importing import ListPlan
from smartstad_desktop.domain.lists.lists import IssueCode
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.lists.importing import KnownMunicipality
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.importing.faces import issues_told
from smartstad_desktop.ui.importing.file_faces import asking_columns, place_words
from smartstad_desktop.ui.importing.picking import PickBox
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role


class OriginBar(QWidget):
    """Whose list it is, where in the file it stands, and how its columns were understood."""

    #: Carries the municipality's id.
    assigned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        self.question = Label("", Type.BODY, Weight.MEDIUM)
        self.town = PickBox()
        self.town.setAccessibleName(_("Municipality of the list"))
        self.town.setMinimumWidth(look.space(170))
        self.place = _CutLabel("", Type.BODY, role=Role.INK_SOFT)
        self.place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.stranger = Button(_("Add a municipality…"), ButtonKind.QUIET, "plus")
        self.stranger.setToolTip(_("A municipality that is not in the programme is added on its page; the list waits."))
        self.columns = Button(_("Columns"), ButtonKind.QUIET, "columns-3")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space(20), look.space(10), look.space(12), 0)
        row.setSpacing(look.space(12))
        row.addWidget(self.question)
        row.addWidget(self.town)
        row.addWidget(self.place, 1)
        row.addWidget(self.stranger)
        row.addWidget(self.columns)
        self.town.activated.connect(self._assign)

    def show_list(self, plan: ListPlan, towns: tuple[KnownMunicipality, ...]) -> None:
        """Show where the list is from."""
        if self.town.count() != len(towns) + 1:
            self._fill(towns)
        self.town.setCurrentIndex(max(self.town.findData(int(plan.municipality) if plan.municipality else None), 0))
        self.town.setProperty("wrong", plan.needs_municipality)
        self.town.style().unpolish(self.town)
        self.town.style().polish(self.town)
        self.question.setText(_("Whose list is this?") if plan.needs_municipality else _("List from"))
        self.question.set_role(Role.ATTENTION if plan.needs_municipality else Role.INK)
        self.stranger.setVisible(names_stranger(plan))
        self.place.setText(place_words(plan.read))
        self.place.setToolTip(place_words(plan.read).replace("<", "‹"))
        doubtful = len(asking_columns(plan.read))
        words = ngettext("Columns: {count} to decide", "Columns: {count} to decide", doubtful)
        self.columns.setText(words if doubtful else _("Columns"))
        self.columns.set_picture("circle-help" if doubtful else "columns-3")
        self.columns.set_kind(ButtonKind.PLAIN if doubtful else ButtonKind.QUIET)
        self.columns.updateGeometry()

    def _fill(self, towns: tuple[KnownMunicipality, ...]) -> None:
        self.town.clear()
        self.town.addItem(_("Choose municipality"), None)
        for each in towns:
            self.town.addItem(each.short_name, int(each.id))

    def _assign(self) -> None:
        town = self.town.currentData()
        if town is not None:
            self.assigned.emit(MunicipalityId(int(town)))


def names_stranger(plan: ListPlan) -> bool:
    """Return whether a list may be from a municipality that the programme lacks, or names one."""
    return plan.needs_municipality or any(
        issue.code is IssueCode.MUNICIPALITY_UNKNOWN for each in plan.candidates for issue in each.row.issues
    )


class _CutLabel(Label):
    """Words that end in … where there is no more room; the tooltip has all of them."""

    @override
    def paintEvent(self, arg__1: QPaintEvent, /) -> None:
        """Paint as much as fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        cut = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), cut)


class PersonalBar(QWidget):
    """Says that a list holds data about people that do not belong in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = theme.current()
        picture = QLabel()
        picture.setPixmap(icons.pixmap("shield-alert", Role.ATTENTION, look.space(18)))
        self.words = Label("", role=Role.INK, wraps=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_rows = Button(_("Show the rows"), ButtonKind.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.space(20), look.space(4), look.space(12), look.space(4))
        row.setSpacing(look.space(10))
        row.addWidget(picture)
        row.addWidget(self.words, 1)
        row.addWidget(self.show_rows)
        self.hide()

    def show_list(self, plan: ListPlan) -> None:
        """Show what was noticed in the list, or nothing."""
        told = [_personal_words(code, count) for code, count in issues_told(plan.candidates).items()]
        self.words.setText(
            _("Noticed: {what}. Think about whether the programme should hold that.", what=", ".join(told))
        )
        self.setVisible(bool(told))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), theme.current().colour(Role.ATTENTION_TINT))


def _personal_words(code: IssueCode, count: int) -> str:
    match code:
        case IssueCode.PERSONAL_NUMBER:
            return ngettext("{count} personal number", "{count} personal numbers", count)
        case IssueCode.PRIVATE_EMAIL:
            return ngettext("{count} private e-mail address", "{count} private e-mail addresses", count)
        case _:
            return ngettext("{count} telephone number", "{count} telephone numbers", count)
