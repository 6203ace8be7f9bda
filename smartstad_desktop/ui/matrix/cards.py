"""The sentences beneath the grid, as cards with a link."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.parts import Label, Panel, Type, text_font
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.matrix.gaps import Gap

_GO = "go"


class Sentence(QLabel):
    """A sentence that begins in bold; words that people wrote are shown as they are, never as markup."""

    def __init__(self, role: Role = Role.INK, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setFont(text_font(Type.BODY))
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._role = role
        palette = self.palette()
        for part in (palette.ColorRole.WindowText, palette.ColorRole.Link):
            palette.setColor(part, theme.current().colour(role))
        self.setPalette(palette)
        self.plain = ""

    def say(self, beginning: str, rest: str, link: str = "") -> None:
        """Show a sentence, with a link at its end if there is one."""
        self.plain = f"{beginning} {rest} {link}".strip()
        colour = theme.current().colour(self._role).name()
        shown = f"<b>{_safe(beginning)}</b> {_safe(rest)}"
        if link:
            shown += f' <a href="{_GO}" style="color:{colour}">{_safe(link)}</a>'
        self.setText(shown)
        self.setAccessibleName(self.plain)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if link else Qt.FocusPolicy.NoFocus)


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class GapDialog(Dialog):
    """All gaps with their links."""

    #: The user follows a gap.
    followed = Signal(object)

    def __init__(self, gaps: Sequence[Gap], parent: QWidget | None = None) -> None:
        super().__init__(_("What is missing"), "", parent)
        self.cancel_button.setText(_("Close"))
        self.sentences: list[Sentence] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.current().space(8), 0)
        column.setSpacing(theme.current().space(10))
        for gap in gaps:
            sentence = Sentence()
            sentence.say(_("Gap:"), gap.words, gap.link)
            sentence.linkActivated.connect(partial(self._follow, gap))
            self.sentences.append(sentence)
            column.addWidget(sentence)
        if not gaps:
            column.addWidget(Label(_("No gaps. Everything has something that answers it."), wraps=True))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumSize(theme.current().space(620), theme.current().space(min(520, 60 + 44 * len(gaps))))
        self.body.addWidget(area)
        self.setMinimumWidth(theme.current().space(700))

    def _follow(self, gap: Gap, *_link: object) -> None:
        self.accept()
        self.followed.emit(gap)


class _Card(Panel):
    """A sheet as wide as its neighbour, whatever they say."""

    def __init__(self, fill: Role, edge: Role) -> None:
        super().__init__(fill=fill, edge=edge)
        self.column.setContentsMargins(16, 11, 16, 11)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)


class Cards(QWidget):
    """Two cards: how well the order holds, and the gravest gap."""

    #: The user follows a gap.
    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order = Sentence()
        self.gap = Sentence(Role.ATTENTION)
        self.all = Button("", ButtonKind.QUIET)
        self._gaps: tuple[Gap, ...] = ()
        self._dialog: GapDialog | None = None
        self._order_card = _Card(Role.PAPER, Role.LINE)
        self._gap_card = _Card(Role.ATTENTION_TINT, Role.BAR_MISSING)
        self._order_card.column.addWidget(self.order)
        line = QHBoxLayout()
        line.addWidget(self.gap, 1)
        line.addWidget(self.all, 0, Qt.AlignmentFlag.AlignVCenter)
        self._gap_card.column.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._order_card, 1)
        row.addWidget(self._gap_card, 1)
        self.gap.linkActivated.connect(self._follow)
        self.all.clicked.connect(self.show_all)

    def say_order(self, beginning: str, rest: str) -> None:
        """Show how well the order holds; nothing to say hides the card."""
        self._order_card.setVisible(bool(beginning))
        self.order.say(beginning, rest)

    def show_gaps(self, gaps: tuple[Gap, ...]) -> None:
        """Show the gravest gap, and how many there are."""
        self._gaps = gaps
        self._gap_card.setVisible(bool(gaps))
        if gaps:
            self.gap.say(_("Gap:"), gaps[0].words, gaps[0].link)
            self.all.setVisible(len(gaps) > 1)
            self.all.setText(_("All {count}", count=current().number(len(gaps))))
            self.all.setAccessibleName(_("Show all {count} gaps", count=current().number(len(gaps))))
            self.all.updateGeometry()

    def _follow(self, _link: str) -> None:
        self.followed.emit(self._gaps[0])

    def show_all(self) -> None:
        """Open the list of all gaps."""
        self._dialog = GapDialog(self._gaps, self)
        self._dialog.followed.connect(self.followed)
        self._dialog.open()
