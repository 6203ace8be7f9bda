"""Small pieces that every page is built from: plain labels, panels, headers, lines, empty states."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.ui.kit import icons, theme, typefaces
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.kit.typefaces import Type, Weight

__all__ = ["EmptyState", "Label", "PageHeader", "Panel", "Pill", "Rule", "Type", "Weight", "paint_chosen", "text_font"]


def text_font(size: Type | int, weight: Weight = Weight.REGULAR, *, figures: bool = False) -> QFont:
    """Return a font of the type scale at the text size the user has chosen."""
    return typefaces.font(size, weight, scale=theme.current().scale, figures=figures)


class Label(QLabel):
    """Text that is shown as it is: a project called ``<b>`` looks like that. Follows theme and text size."""

    def __init__(
        self,
        text: str = "",
        size: Type = Type.BODY,
        weight: Weight = Weight.REGULAR,
        role: Role = Role.INK,
        *,
        wraps: bool = False,
        figures: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self._role = role
        self.setFont(text_font(size, weight, figures=figures))
        self.set_role(role)
        self.setText(text)

    def set_role(self, role: Role) -> None:
        """Show the text in the colour of *role*."""
        self._role = role
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme.current().colour(role))
        self.setPalette(palette)


class Pill(Label):
    """A short fact in a round frame."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT, parent=parent)
        space = theme.current().space
        self.setContentsMargins(space(12), space(5), space(12), space(5))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Paint the frame, then the words."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(Role.LINE), 1))
        painter.setBrush(look.colour(Role.PAPER))
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        painter.end()
        super().paintEvent(event)


class Panel(QFrame):
    """A sheet of paper on the ground, with round corners and a thin edge."""

    def __init__(
        self, parent: QWidget | None = None, *, fill: Role = Role.PAPER, edge: Role | None = Role.LINE, radius: int = 12
    ) -> None:
        super().__init__(parent)
        self._fill, self._edge, self._radius = fill, edge, radius
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 16)
        self.column.setSpacing(8)

    def set_look(self, fill: Role, edge: Role | None) -> None:
        """Be of another colour from now on."""
        self._fill, self._edge = fill, edge
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Qt.PenStyle.NoPen if self._edge is None else QPen(look.colour(self._edge), 1)
        painter.setPen(edge)
        painter.setBrush(look.colour(self._fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)


def paint_chosen(painter: QPainter, room: QRectF) -> None:
    """Paint the ground and the edge of the row that is chosen in a list; the words come on top."""
    look = theme.current()
    painter.setPen(look.colour(Role.PRIMARY))
    painter.setBrush(look.colour(Role.PRIMARY_TINT))
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


class Rule(QWidget):
    """A thin line between two things."""

    def __init__(self, parent: QWidget | None = None, *, role: Role = Role.LINE_SOFT) -> None:
        super().__init__(parent)
        self._role = role
        self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.rect(), theme.current().colour(self._role))


class PageHeader(QWidget):
    """The head of a page: its name, one line under it, and what can be done at the right, or beneath in little room.

    Put buttons into ``tools`` and chips beside the name into ``beside``.
    """

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, Type.PAGE, Weight.BOLD)
        self.subtitle = Label(subtitle, Type.BODY, role=Role.INK_SOFT, wraps=True)
        # A long line breaks; it never pushes the buttons out.
        self.subtitle.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        # Shown here, before it has a parent, it would be a window for a moment.
        if not subtitle:
            self.subtitle.hide()
        self.beside = QHBoxLayout()
        self.tools = QHBoxLayout()
        self.tools.setSpacing(14)
        name = QHBoxLayout()
        name.setSpacing(14)
        name.addWidget(self.title)
        name.addLayout(self.beside)
        name.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(name)
        words.addWidget(self.subtitle)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addLayout(self.tools)
        self._words = words

    def width_in_one_row(self) -> int:
        """Return how wide the head is with everything beside the name."""
        tools = self.tools.sizeHint().width()
        return self._words.sizeHint().width() + (self._row.spacing() + tools if tools > 0 else 0)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the page be narrower than one row: the tools move."""
        narrow = max(self._words.minimumSize().width(), self.tools.minimumSize().width())
        return QSize(narrow, super().minimumSizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        """Put the tools beneath the name when there is no room beside it, or when what stands here has grown."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._place_tools()
        return super().event(event)

    def _place_tools(self) -> None:
        fits = self.width_in_one_row() <= self.width()
        wanted = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)
            self._row.setAlignment(self.tools, Qt.AlignmentFlag(0) if fits else Qt.AlignmentFlag.AlignLeft)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change the words."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))


class EmptyState(QWidget):
    """What stands where there is nothing yet: what this place is for, and the first useful action.

    Put the button for that action into ``tools``.
    """

    def __init__(self, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(icons.pixmap(icon, Role.INK_FAINT, 40))
        picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title = Label(title, Type.TITLE, Weight.SEMIBOLD)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text = Label(text, Type.BODY, role=Role.INK_SOFT, wraps=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(12)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addLayout(self.tools)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(picture)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(buttons)
        column.addStretch(3)
