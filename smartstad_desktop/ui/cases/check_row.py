"""A point of the checklist: whether it is settled, who answers for it, and what shows it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.testbeds.routines import CheckState, EvidenceKind
from smartstad_desktop.reads.testbeds.case_rows import EvidenceRow, PointRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.lines import lines_of
from smartstad_desktop.ui.kit.parts import Label, Rule, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

_SIGNS: Final = {
    CheckState.OPEN: ("circle", Role.ATTENTION),
    CheckState.DONE: ("circle-check", Role.GOOD),
    CheckState.NOT_RELEVANT: ("circle-minus", Role.INK_FAINT),
}
#: From so wide on the role stands beside the name, at the normal text size.
_WIDE: Final = 560
_KINDS: Final = {EvidenceKind.FILE: "paperclip", EvidenceKind.LINK: "link", EvidenceKind.NOTE: "message-square"}


class StateButton(QAbstractButton):
    """The sign in front of a point; a click settles it, or opens it again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = CheckState.OPEN
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Also by a click: the next point is then three steps of the Tab key away.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, name: str, state: CheckState) -> None:
        """Show how the point stands."""
        self.state = state
        self.setAccessibleName(f"{name}: {label(state).lower()}")
        deed = _("Mark as settled") if state is CheckState.OPEN else _("Open the point again")
        self.setToolTip(deed)
        self.setAccessibleDescription(deed)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return room for the sign and for a finger."""
        side = theme.current().space(28)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter.setPen(QPen(look.colour(Role.FOCUS), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        name, role = _SIGNS[self.state]
        side = look.space(20)
        picture = icons.pixmap(name, role, side, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, picture)


class EvidenceButton(QAbstractButton):
    """What shows that a point is settled, in a line; a click opens it, or the list when there are several."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = Role.PRIMARY
        self._picture = ""
        self.setFont(text_font(Type.BODY, Weight.SEMIBOLD))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, role: Role, picture: str = "") -> None:
        """Show *words*, with the icon of their kind."""
        self.setText(words)
        self.setToolTip(words)
        self._role, self._picture = role, picture
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(theme.current().space(120), theme.current().space(28))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words as far as there is room."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter.setPen(QPen(look.colour(Role.FOCUS), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour(Role.HOVER))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        left = look.space(6)
        if self._picture:
            side = look.space(15)
            picture = icons.pixmap(self._picture, self._role, side, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - side) // 2, picture)
            left += side + look.space(6)
        painter.setFont(self.font())
        painter.setPen(look.colour(self._role))
        room = QRectF(left, 0, self.width() - left - look.space(4), self.height())
        shown = (lines_of(self.text(), self.font(), room.width(), 1) or [""])[0]
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class CheckRow(QWidget):
    """One point. It changes nothing itself: it asks."""

    #: Carries the ``CheckState`` that is wanted.
    answered = Signal(object)
    #: It is to be said who settled the point.
    naming = Signal()
    #: Carries the ``EvidenceKind`` that is to be added.
    adding = Signal(object)
    #: Carries an ``EvidenceRow`` to look at, or to take away.
    opened = Signal(object)
    removing = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point: PointRow | None = None
        self.is_locked = False
        self.state = StateButton()
        self.name = Label("", Type.BODY, wraps=True)
        self.role = Label("", Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.evidence = EvidenceButton()
        self.more = icon_button("ellipsis", _("More"))
        self.menu = QMenu(self)
        self._arrange()
        self.state.clicked.connect(self._toggle)
        self.evidence.clicked.connect(self._open)
        self.more.clicked.connect(partial(self._offer, self.more))

    def _arrange(self) -> None:
        space = theme.current().space
        row = QHBoxLayout()
        row.setSpacing(space(8))
        row.addWidget(self.state)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(space(8))
        self._words.addWidget(self.name, 11)
        self._words.addWidget(self.role, 5)
        row.addLayout(self._words, 16)
        row.addWidget(self.evidence, 6)
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row.setContentsMargins(0, space(3), 0, space(3))
        column.addLayout(row)
        column.addWidget(Rule())

    def show_point(self, point: PointRow, *, is_locked: bool) -> None:
        """Show a point as it stands."""
        self.point, self.is_locked = point, is_locked
        self.state.show_state(point.name, point.state)
        self.state.setEnabled(not is_locked)
        is_missing = point.state is CheckState.OPEN and point.is_required
        self.name.setText(point.name if point.is_required else _("{point} (if wanted)", point=point.name))
        self.name.setFont(text_font(Type.BODY, Weight.SEMIBOLD if is_missing else Weight.MEDIUM))
        self.name.setToolTip(point.wanted)
        self.role.setText(point.role)
        self.role.setToolTip(point.holder)
        self.more.setAccessibleName(f"{_('More')}: {point.name}")
        self._show_evidence(point)

    def _show_evidence(self, point: PointRow) -> None:
        if point.evidence:
            first = point.evidence[0]
            words = first.name if len(point.evidence) == 1 else f"{first.name} +{len(point.evidence) - 1}"
            self.evidence.show_words(words, Role.PRIMARY, _KINDS[first.kind])
        elif point.state is CheckState.DONE:
            told = point.done_by or ("" if point.done_on is None else current().day(point.done_on))
            self.evidence.show_words(told, Role.INK_SOFT)
        elif point.state is CheckState.NOT_RELEVANT:
            self.evidence.show_words(_("not relevant: {reason}", reason=point.reason), Role.INK_SOFT)
        else:
            words = label(CheckState.OPEN).lower() if point.is_required else ""
            self.evidence.show_words(words, Role.ATTENTION)
        self.evidence.setAccessibleName(f"{point.name}, {_('evidence')}: {self.evidence.text() or '–'}")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the role beneath the name where there is little room."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.current().space(_WIDE)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._words.direction() is not way:
            self._words.setDirection(way)
            self._words.setSpacing(theme.current().space(8 if is_wide else 2))

    def _toggle(self) -> None:
        if self.point is not None:
            is_open = self.point.state is CheckState.OPEN
            self.answered.emit(CheckState.DONE if is_open else CheckState.OPEN)

    def _open(self) -> None:
        if self.point is not None and len(self.point.evidence) == 1:
            self.opened.emit(self.point.evidence[0])
        else:
            self._offer(self.evidence)

    def _offer(self, at: QWidget, *_state: object) -> None:
        """Offer the answers, the kinds of evidence, and what is there already."""
        point = self.point
        if point is None:
            return
        self.menu.clear()
        for each in point.evidence:
            self._offer_evidence(each)
        if not self.is_locked:
            for kind, words in (
                (EvidenceKind.FILE, _("Add a file…")),
                (EvidenceKind.LINK, _("Add a link…")),
                (EvidenceKind.NOTE, _("Add a note…")),
            ):
                self.menu.addAction(words).triggered.connect(partial(self.adding.emit, kind))
            self.menu.addSeparator()
            self.menu.addAction(_("Settled, say by whom…")).triggered.connect(self._name)
            for state, words in (
                (CheckState.NOT_RELEVANT, _("Not relevant…")),
                (CheckState.OPEN, _("Open the point again")),
            ):
                if state is not point.state:
                    self.menu.addAction(words).triggered.connect(partial(self._answer, state))
        self.menu.popup(at.mapToGlobal(QPoint(0, at.height())))

    def _offer_evidence(self, evidence: EvidenceRow) -> None:
        name = evidence.name.replace("&", "&&")
        if self.is_locked:
            self.menu.addAction(name).triggered.connect(partial(self.opened.emit, evidence))
            return
        part = self.menu.addMenu(icons.icon(_KINDS[evidence.kind]), name)
        part.addAction(_("Open")).triggered.connect(partial(self.opened.emit, evidence))
        part.addAction(_("Take away")).triggered.connect(partial(self.removing.emit, evidence))

    def _name(self) -> None:
        self.naming.emit()

    def _answer(self, state: CheckState, *_state: object) -> None:
        self.answered.emit(state)
