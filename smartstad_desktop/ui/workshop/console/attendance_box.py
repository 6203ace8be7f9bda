"""Who is there: a chip for each municipality with its number, and arriving and leaving by click or key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.workshop.meeting import SeatKind
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import FlowLayout
from smartstad_desktop.ui.kit.marks import Mark, mark_size, paint_mark
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.workshop.attendance_times import ask_times
from smartstad_desktop.usecases.workshop.seats import Arrive, Leave

if TYPE_CHECKING:
    from smartstad_desktop.reads.workshop.session_rows import SeatRow, SessionSheet
    from smartstad_desktop.ui.kit.forms import Dialog
    from smartstad_desktop.usecases.command import Command

#: A target for a finger or a trembling hand (WCAG 2.2, 2.5.8).
_SIDE: Final = 24


class SeatChip(QAbstractButton):
    """The seats of one municipality: its mark and how many are there, with less and more at the sides.

    A click on the mark opens the seats one by one; plus and minus do at the keyboard what the sides do.
    """

    #: Carries a command.
    requested = Signal(object)
    #: The times of a seat are to be corrected; carries the ``SeatRow``.
    correcting = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seats: tuple[SeatRow, ...] = ()
        self._pressed_at = QPoint(-1, -1)
        self.setFont(text_font(Type.BODY, Weight.SEMIBOLD, figures=True))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._click)

    def show_seats(self, seats: Sequence[SeatRow]) -> None:
        """Show the seats of one municipality, or of somebody without one."""
        self.seats = tuple(seats)
        told = _("{name}: {present} of {all} are there", name=self.name, present=self.present, all=len(self.seats))
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.updateGeometry()
        self.update()

    @property
    def name(self) -> str:
        """Return whose seats they are."""
        town = self.seats[0].municipality if self.seats else None
        return town.name if town is not None else (self.seats[0].label if self.seats else "")

    @property
    def present(self) -> int:
        """Return how many are there."""
        return sum(seat.is_present for seat in self.seats)

    def more(self) -> None:
        """Note that one more has come."""
        away = [seat.id for seat in self.seats if not seat.is_present]
        if away:
            self.requested.emit(Arrive(seats=(away[0],)))

    def less(self) -> None:
        """Note that one has left: the one who came last."""
        there = [seat.id for seat in self.seats if seat.is_present]
        if there:
            self.requested.emit(Leave(seats=(there[-1],)))

    def menu(self) -> QMenu:
        """Return the seats one by one, with a tick at those who are there; and the times, which can be wrong."""
        menu = QMenu(self)
        for seat in self.seats:
            said = seat.label or label(seat.kind)
            action = menu.addAction(said.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(seat.is_present)
            action.triggered.connect(partial(self._turn, seat))
        menu.addSeparator()
        for seat in self.seats:
            said = _("Correct the times: {seat}…", seat=seat.label or label(seat.kind))
            menu.addAction(icons.icon("clock"), said.replace("&", "&&")).triggered.connect(
                partial(self.correcting.emit, seat)
            )
        return menu

    def _turn(self, seat: SeatRow, *_state: object) -> None:
        self.requested.emit(Leave(seats=(seat.id,)) if seat.is_present else Arrive(seats=(seat.id,)))

    def _click(self) -> None:
        side = theme.current().space(_SIDE)
        x = self._pressed_at.x()
        self._pressed_at = QPoint(-1, -1)
        if 0 <= x < side:
            self.less()
        elif x >= self.width() - side:
            self.more()
        else:
            menu = self.menu()
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the press was: the sides mean less and more."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let plus and minus count."""
        if event.text() == "+":
            self.more()
        elif event.text() in {"-", "−"}:
            self.less()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        """Return the room for the sides, the mark and the number."""
        look = theme.current()
        width = self._mark_size().width() + QFontMetrics(self.font()).horizontalAdvance(self._number())
        return QSize(width + look.space(2 * _SIDE + 6), look.space(30))

    def _mark_size(self) -> QSize:
        return mark_size(theme.current().scale, self._mark().letters)

    def _mark(self) -> Mark:
        town = self.seats[0].municipality if self.seats else None
        if town is not None:
            return Mark(town.letters, town.colour, town.name)
        return Mark("+", theme.current().colour(Role.INK_SOFT).name(), self.name)

    def _number(self) -> str:
        return str(self.present) if self.present == len(self.seats) else f"{self.present}/{len(self.seats)}"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip; a municipality that is not there is faint, and its number says so."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.colour(Role.FOCUS if self.hasFocus() else Role.LINE), 2 if self.hasFocus() else 1))
        painter.setBrush(look.colour(Role.HOVER if self.underMouse() else Role.PAPER))
        painter.drawRoundedRect(sheet, 8, 8)
        side, picture = look.space(_SIDE), look.space(14)
        top = (self.height() - picture) / 2
        for icon, left, is_possible in (
            ("minus", (side - picture) / 2, self.present > 0),
            ("plus", self.width() - (side + picture) / 2, self.present < len(self.seats)),
        ):
            if is_possible:
                drawn = icons.pixmap(icon, Role.INK_SOFT, picture, self.devicePixelRatioF())
                painter.drawPixmap(QPointF(left, top), drawn)
        size = self._mark_size()
        painter.setOpacity(1.0 if self.present else 0.55)
        place = QRectF(side, (self.height() - size.height()) / 2, size.width(), size.height())
        paint_mark(painter, place, self._mark(), look.scale)
        painter.setOpacity(1.0)
        painter.setFont(self.font())
        painter.setPen(look.colour(Role.INK if self.present else Role.INK_SOFT))
        room = QRectF(place.right() + look.space(6), 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._number())


class AttendanceBox(QWidget):
    """A chip for each municipality, and one for observers and others; *write* raises what refuses a correction."""

    #: Carries a command.
    requested = Signal(object)

    def __init__(self, write: Callable[[Command], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self.dialog: Dialog | None = None
        self.chips: dict[object, SeatChip] = {}
        self._session: SessionSheet | None = None
        self.told = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.all_here = Button(_("Everybody is here"), ButtonKind.QUIET, "check")
        self.all_here.clicked.connect(self._fill)
        head = QHBoxLayout()
        head.addWidget(Label(_("Attendance"), Type.STRONG, Weight.BOLD), 1)
        head.addWidget(self.all_here)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.current().space(6))
        column.addLayout(head)
        column.addWidget(self._holder)
        column.addWidget(self.told)

    def show_session(self, session: SessionSheet, *, is_read_only: bool) -> None:
        """Show who is there."""
        for part in (self._holder, self.all_here):
            part.setEnabled(not is_read_only)
        is_same = self._session is not None and self._session.seats == session.seats
        self._session = session
        if is_same:
            return
        groups: dict[object, list[SeatRow]] = {}
        for seat in session.seats:
            key = (seat.municipality.id if seat.municipality else seat.label, seat.kind)
            groups.setdefault(key, []).append(seat)
        for key in [key for key in self.chips if key not in groups]:
            chip = self.chips.pop(key)
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for key, seats in groups.items():
            if key not in self.chips:
                chip = self.chips[key] = SeatChip(self._holder)
                chip.requested.connect(self.requested)
                chip.correcting.connect(self._ask_times)
                self._flow.addWidget(chip)
                chip.show()
            self.chips[key].show_seats(seats)
        self._holder.updateGeometry()
        away = [seat for seat in session.seats if not seat.is_present]
        self.all_here.setVisible(bool(away))
        watching = sum(seat.is_present for seat in session.seats if seat.kind is SeatKind.OBSERVER)
        self.told.setText(ngettext("{count} observer is there", "{count} observers are there", watching))
        self.told.setVisible(watching > 0)

    def _ask_times(self, seat: SeatRow) -> None:
        session = self._session
        if session is not None and session.opened_at is not None:
            day = session.opened_at.astimezone().date()
            self.dialog = ask_times(seat, day, self._write, self)

    def _fill(self) -> None:
        if self._session is not None:
            away = tuple(seat.id for seat in self._session.seats if not seat.is_present)
            self.requested.emit(Arrive(seats=away))
