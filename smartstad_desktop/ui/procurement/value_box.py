"""The value of all municipalities against the limits of the day: a small picture, and the same in words."""

from __future__ import annotations

from math import log10
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.procurement.thresholds import Standing
from smartstad_desktop.reads.procurement.cases import ProcurementSheet
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.procurement.words import aggregation, amount, guidance, limit_line, route_line, several
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role

#: The scale begins at this amount: below it no limit asks for anything.
_LEAST: Final = 50_000
_BAR: Final = 16


class ValuePicture(QWidget):
    """A bar on a scale where each step is ten times the one before, with a mark for each limit that is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = 0
        self._limits: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, value: int, limits: tuple[int, ...], told: str) -> None:
        """Show *value* among *limits*; *told* is what a screen reader says."""
        self._value, self._limits = value, limits
        self.setAccessibleName(told)
        self.setVisible(bool(limits))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return room for the bar and the amounts beneath it."""
        look = theme.current()
        return QSize(look.space(200), look.space(_BAR + 14) + look.px(Type.CAPTION))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar and the limits."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0, 2, self.width(), look.space(_BAR))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour(Role.LINE_SOFT))
        painter.drawRoundedRect(bar, 4, 4)
        reached = [each for each in self._limits if each <= self._value]
        painter.setBrush(look.colour(Role.ATTENTION if reached else Role.GOOD))
        painter.drawRoundedRect(QRectF(bar.x(), bar.y(), bar.width() * self._share(self._value), bar.height()), 4, 4)
        painter.setFont(text_font(Type.CAPTION, figures=True))
        free = 0.0
        for limit in self._limits:
            place = bar.width() * self._share(limit)
            painter.setPen(QPen(look.colour(Role.INK), 2))
            painter.drawLine(QPointF(place, 0), QPointF(place, bar.bottom() + 4))
            words = current().short_money(limit)
            wide = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(place - wide / 2, free), self.width() - wide)
            painter.setPen(look.colour(Role.INK_SOFT))
            room = QRectF(left, bar.bottom() + 5, wide + 1, look.px(Type.CAPTION) + 4)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
            free = left + wide + look.space(8)

    def _share(self, figure: int) -> float:
        most = max((self._value, *self._limits)) * 1.6
        if figure <= _LEAST:
            return 0.0
        return log10(figure / _LEAST) / log10(max(most, _LEAST * 10) / _LEAST)


class ValueBox(Panel):
    """The sum, the picture, how it stands to each limit, and where that points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(_("Value against the limits"), Type.STRONG, Weight.BOLD)
        self.sum = Label("", Type.TITLE, Weight.BOLD)
        self.of = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.picture = ValuePicture()
        self.route = Label("", Type.BODY, Weight.SEMIBOLD, wraps=True)
        self.guidance = Label(guidance(), Type.CAPTION, Weight.SEMIBOLD, Role.ATTENTION, wraps=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.current().space(6))
        self.note = Label(aggregation(), Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        self.column.setSpacing(theme.current().space(6))
        for each in (self.title, self.sum, self.of, self.picture, self.route, self.guidance):
            self.column.addWidget(each)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.note)

    def show_value(self, sheet: ProcurementSheet) -> None:
        """Show how the value stands."""
        day = current().day(sheet.day)
        self.sum.setText(amount(sheet.value, sheet.values["currency"]))
        self.of.setText(_summed(sheet, day))
        route = route_line(sheet.compared, sheet.value, sheet.values["currency"], unknown=len(sheet.unknown_values))
        lines = [limit_line(each, day, is_least=bool(sheet.unknown_values)) for each in sheet.compared]
        if not sheet.compared:
            lines = [_("No limit is known for this kind of purchase. Add it to the limits.")]
        limits = tuple(
            each.limit.amount
            for each in sheet.compared
            if each.limit is not None and each.standing is not Standing.OTHER_CURRENCY
        )
        self.picture.show_value(sheet.value, limits, " ".join((self.sum.text(), *lines)))
        self.route.setText(route)
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for line in lines:
            made = Label(line, Type.CAPTION, wraps=True)
            self._lines.addWidget(made)
            # A layout shows what it is given only later.
            made.show()

    def words(self) -> str:
        """Return all that is said in the box."""
        return " ".join(each.text() for each in self.findChildren(Label) if not each.isHidden())


def _summed(sheet: ProcurementSheet, day: str) -> str:
    names = several([each.name for each in sheet.counted])
    if not names:
        return _("Nobody has been asked yet. Limits of {day}.", day=day)
    told = _("{names} together. Limits of {day}.", names=names, day=day)
    if sheet.unknown_values:
        told = f"{told} {_('Without a value: {names}.', names=several(sheet.unknown_values))}"
    return told
