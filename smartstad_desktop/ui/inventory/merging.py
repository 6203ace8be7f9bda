"""Two projects become one: which of them stays, and for every field in which they differ, which value."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from smartstad_desktop.domain.values import ProjectId
from smartstad_desktop.reads.project import ProjectDetail
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.merging_values import Difference, Side, differences, is_empty
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit import icons, theme
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Type, Weight, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.inventory.merging import MergeProjects

_PAD: Final = 12
_SIGN: Final = 16
_MOST_LINES: Final = 5
_WIDTH, _HEIGHT = 860, 460
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ValueButton(QAbstractButton):
    """One value, as one of several of which exactly one is taken. Its words break into lines."""

    def __init__(self, words: str, spoken: str, *, strong: bool = False) -> None:
        super().__init__()
        self.setText(words)
        self.setToolTip(words.replace("<", "‹"))
        self.setAccessibleName(spoken)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(text_font(Type.BODY, Weight.SEMIBOLD if strong else Weight.REGULAR))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        """Say that long words need more lines."""
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        """Return the height of the words at *width*, up to some lines."""
        metrics = QFontMetrics(self.font())
        room = width - 2 * _PAD - theme.current().space(_SIGN) - 8
        found = metrics.boundingRect(0, 0, max(room, 40), 10_000, int(Qt.TextFlag.TextWordWrap), self.text())
        return min(found.height(), _MOST_LINES * metrics.lineSpacing()) + 2 * 9

    @override
    def sizeHint(self) -> QSize:
        """Return a useful width with the height it needs."""
        width = theme.current().space(260)
        return QSize(width, self.heightForWidth(width))

    @override
    def keyPressEvent(self, e: QKeyEvent, /) -> None:
        """Let the arrows choose among the values of a field."""
        step = _STEPS.get(Qt.Key(e.key()))
        group = self.group()
        if step is None or not group:
            super().keyPressEvent(e)
            return
        every = group.buttons()
        next_one = every[(every.index(self) + step) % len(every)]
        next_one.setFocus(Qt.FocusReason.TabFocusReason)
        next_one.click()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the value; the one that is taken has a filled dot and a strong edge, not only a tint."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        edge = Role.FOCUS if self.hasFocus() else Role.PRIMARY if on else Role.LINE
        painter.setPen(QPen(look.colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(look.colour(Role.PRIMARY_TINT if on else Role.HOVER if self.underMouse() else Role.PAPER))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        side = look.space(_SIGN)
        sign = icons.pixmap("circle-check" if on else "circle", Role.PRIMARY if on else Role.INK_FAINT, side)
        painter.drawPixmap(_PAD, 9 + (QFontMetrics(self.font()).height() - side) // 2, sign)
        room = self.rect().adjusted(_PAD + side + 8, 9, -_PAD, -9)
        painter.setPen(look.colour(Role.PRIMARY_DEEP if on else Role.INK))
        painter.setFont(self.font())
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self.text())


class MergeDialog(Dialog):
    """Both projects side by side. Nothing is lost: both histories stay, and the joining can be undone."""

    #: Carries a ``MergeProjects``.
    merging = Signal(object)

    def __init__(
        self, one: ProjectDetail, other: ProjectDetail, snapshot: Snapshot, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Join two projects"), _("Join them into one project"), parent)
        self._details = {Side.ONE: one, Side.OTHER: other}
        self._snapshot = snapshot
        self.differences = differences(one, other, snapshot)
        self.keepers: dict[Side, ValueButton] = {}
        self.buttons: dict[str, dict[Side, ValueButton]] = {}
        self._touched: set[str] = set()
        self._groups: list[QButtonGroup] = []
        note = _(
            "Both histories are kept; themes, goals and participants are put together, and the other municipality "
            "takes part. The step can be undone."
        )
        self.body.addWidget(Label(note, role=Role.INK_SOFT, wraps=True))
        self.body.addWidget(self._area(), 1)
        self.keepers[Side.ONE].setChecked(True)
        self._suggest()
        self.confirmed.connect(self._tell)
        self.keepers[Side.ONE].setFocus()

    @property
    def keep(self) -> Side:
        """Return which project stays."""
        return Side.ONE if self.keepers[Side.ONE].isChecked() else Side.OTHER

    def command(self) -> MergeProjects:
        """Return what the button does."""
        keep = self.keep
        gone = Side.OTHER if keep is Side.ONE else Side.ONE
        take: list[str] = []
        choices: dict[str, Any] = {}
        for each in self.differences:
            taken = next(side for side, button in self.buttons[each.name].items() if button.isChecked())
            is_filled = Side.BOTH in each.values or is_empty(each.values[keep])
            if taken is gone and Side.BOTH not in each.values:
                take.append(each.name)
            elif taken is not Side.BOTH and is_filled:
                # Left alone, the project that stays would be given what it lacks.
                choices[each.name] = each.values[taken]
        return MergeProjects(
            keep=ProjectId(self._details[keep].id),
            gone=ProjectId(self._details[gone].id),
            take=tuple(take),
            choices=choices,
        )

    def _area(self) -> QScrollArea:
        look = theme.current()
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, look.space(10), 0)
        grid.setHorizontalSpacing(look.space(10))
        grid.setVerticalSpacing(look.space(8))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        grid.addWidget(_name(_("This one stays")), 0, 0, Qt.AlignmentFlag.AlignTop)
        group = self._group()
        for column, side in enumerate((Side.ONE, Side.OTHER), start=1):
            words = self._project_words(side)
            button = self.keepers[side] = ValueButton(words, f"{_('This one stays')}: {words}", strong=True)
            button.clicked.connect(self._suggest)
            group.addButton(button)
            grid.addWidget(button, 0, column)
        for each in self.differences:
            self._add(grid, each)
        grid.setRowStretch(grid.rowCount(), 1)
        area = _Area()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _add(self, grid: QGridLayout, each: Difference) -> None:
        row = grid.rowCount()
        grid.addWidget(_name(each.title), row, 0, Qt.AlignmentFlag.AlignTop)
        group, buttons = self._group(), dict[Side, ValueButton]()
        for side, words in each.words.items():
            told = _("Both: {values}", values=words) if side is Side.BOTH else words
            button = buttons[side] = ValueButton(told, f"{each.title}: {told}")
            button.clicked.connect(partial(self._touch, each.name))
            group.addButton(button)
            if side is Side.BOTH:
                grid.addWidget(button, row + 1, 1, 1, 2)
            else:
                grid.addWidget(button, row, 1 if side is Side.ONE else 2)
        self.buttons[each.name] = buttons

    def _group(self) -> QButtonGroup:
        group = QButtonGroup(self)
        self._groups.append(group)
        return group

    def _touch(self, name: str, _is_on: bool = False) -> None:  # noqa: FBT001, FBT002  Qt passes whether it is checked
        self._touched.add(name)

    def _suggest(self) -> None:
        """Choose what is sensible wherever nobody has chosen."""
        for each in self.differences:
            if each.name not in self._touched:
                self.buttons[each.name][each.suggested(self.keep)].setChecked(True)

    def _project_words(self, side: Side) -> str:
        detail = self._details[side]
        face = self._snapshot.faces.municipalities.get(detail.values["municipality_id"])
        return f"{detail.title} ({face.short_name})" if face else detail.title

    def _tell(self, _values: object) -> None:
        self.merging.emit(self.command())


class _Area(QScrollArea):
    """Room for twenty fields in a dialog that fits a small screen."""

    @override
    def sizeHint(self) -> QSize:
        """Return a useful size."""
        look = theme.current()
        return QSize(min(look.space(_WIDTH), 1000), min(look.space(_HEIGHT), 580))


def _name(text: str) -> Label:
    made = Label(text, Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT, wraps=True)
    made.setFixedWidth(theme.current().space(130))
    made.setContentsMargins(0, 10, 0, 0)
    return made
