"""The value words side by side, each with its needs; one more place at the left for needs nobody has gathered yet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.reads.needs import NeedRow, NeedsShown
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import icon_button
from smartstad_desktop.ui.kit.cards import CardPainter
from smartstad_desktop.ui.kit.parts import Label, Type, Weight
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.needs.group_view import GroupView
from smartstad_desktop.ui.needs.hand import Hand
from smartstad_desktop.usecases.inventory.needs import GatherNeeds

#: So narrow a group may become before the groups scroll, and so wide.
_LEAST, _MOST = 176, 380


class GroupPanel(QWidget):
    """One value word: its name, how many needs it gathers, and the needs."""

    #: Carries where on the screen the menu of the word is wanted.
    menu_wanted = Signal(QPoint)

    def __init__(self, word: int | None, cards: CardPainter) -> None:
        super().__init__()
        space = theme.current().space
        self.view = GroupView(word, cards)
        self.name = Label("", Type.STRONG, Weight.BOLD, wraps=True)
        self.count = Label("", Type.BODY, Weight.MEDIUM, Role.INK_SOFT, figures=True)
        self.more = icon_button("ellipsis", _("More for this value word"))
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.hint = Label("", Type.CAPTION, role=Role.INK_SOFT, wraps=True)
        # As high as the heads that hold a button.
        self.name.setMinimumHeight(space(38))
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.count)
        head.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(12), space(10), space(6), space(6))
        column.setSpacing(space(8))
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.view, 1)
        # Not before it belongs to the panel: what has no parent is shown as a window.
        self.more.setVisible(word is not None)
        self.setMinimumWidth(space(_LEAST))
        self.setMaximumWidth(space(_MOST))

    def show_group(self, name: str, shown: NeedsShown, needs: tuple[NeedRow, ...], total: int) -> None:
        """Show *needs*, of *total* that lie here when something is filtered."""
        number = current().number
        self.name.setText(name)
        self.view.setAccessibleName(name)
        self.count.setText(number(total) if len(needs) == total else f"{number(len(needs))}/{number(total)}")
        self.count.setAccessibleName(ngettext("{count} need", "{count} needs", total))
        self.hint.setText(
            _("New needs lie here. Drag them to a value word, or choose one and press its number.")
            if self.view.word is None
            else _("Drag needs here that are about the same thing.")
        )
        self.hint.setVisible(not total)
        self.view.show_needs(shown, needs)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour(Role.COLUMN))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)


class Groups(QScrollArea):
    """All groups, and what is chosen in them; what the user does comes out as commands."""

    #: A command.
    requested = Signal(object)
    #: The user has chosen other needs; carries a tuple of ids.
    chosen = Signal(object)
    opened = Signal()
    deleting = Signal()
    #: Carries where on the screen a menu for the chosen needs is wanted.
    menu_wanted = Signal(QPoint)
    #: Carries a value word and where on the screen its menu is wanted.
    word_menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: NeedsShown | None = None
        self._cards = CardPainter(theme.current().scale, lines=3)
        self._panels: dict[int | None, GroupPanel] = {}
        self._inner = QWidget()
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.current().space(14))
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.hand = Hand(self.window() if parent is None else parent)
        self.hand.requested.connect(self.requested)

    # What the page asks

    def panel(self, word: int | None) -> GroupPanel:
        """Return the panel of a value word; None is the needs nobody has gathered."""
        return self._panels[word]

    @property
    def panels(self) -> tuple[GroupPanel, ...]:
        """Return the panels from left to right."""
        return tuple(self._panels.values())

    def ids(self) -> tuple[int, ...]:
        """Return the chosen needs, group by group."""
        return tuple(need for panel in self.panels for need in panel.view.chosen())

    def show_needs(self, shown: NeedsShown, words: str = "") -> None:
        """Show the groups as they are now; with *words*, only needs that hold all of them."""
        chosen = self.ids()
        active = next((panel.view.word for panel in self.panels if panel.view.hasFocus()), False)
        self._shown = shown
        self._keep_panels(shown)
        names = {word.id: word.name.in_language(current().language) for word in shown.words}
        for word, panel in self._panels.items():
            lying = shown.under(word)
            found = tuple(need for need in lying if _holds(need, words))
            name = _("Not gathered yet") if word is None else names[word]
            panel.show_group(name, shown, found, len(lying))
            self.hand.name(word, name)
        if chosen and chosen != self.ids():
            self.choose(chosen, take_keys=active is not False)

    def choose(self, needs: tuple[int, ...], *, take_keys: bool = True) -> None:
        """Choose exactly *needs*, wherever they lie."""
        for panel in self.panels:
            here = tuple(need for need in needs if need in panel.view.ids)
            panel.view.choose(here)
            if here and take_keys:
                panel.view.setFocus()

    def _keep_panels(self, shown: NeedsShown) -> None:
        wanted: list[int | None] = [None, *(word.id for word in shown.words)]
        for gone in [word for word in self._panels if word not in wanted]:
            panel = self._panels.pop(gone)
            self.hand.forget(panel.view)
            self._row.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        for word in wanted:
            if word not in self._panels:
                self._add(word)
        self._panels = {word: self._panels[word] for word in wanted}
        for number, panel in enumerate(self._panels.values()):
            self._row.insertWidget(number, panel, 1)
            panel.show()

    def _add(self, word: int | None) -> None:
        panel = self._panels[word] = GroupPanel(word, self._cards)
        view = panel.view
        self.hand.watch(view, panel)
        panel.menu_wanted.connect(partial(self.word_menu_wanted.emit, word))
        view.chose.connect(partial(self._chose, view))
        view.opened.connect(self.opened)
        view.deleting.connect(self.deleting)
        view.menu_wanted.connect(self.menu_wanted)
        view.taken_up.connect(partial(self.hand.take_up, view))
        view.stepped.connect(partial(self._step, view))
        view.went.connect(partial(self._go, view))
        view.sent.connect(partial(self._send, view))

    def _chose(self, view: GroupView) -> None:
        for panel in self.panels:
            if panel.view is not view:
                panel.view.clearSelection()
        self.chosen.emit(self.ids())

    # Keys

    def _beside(self, view: GroupView, step: int) -> GroupView | None:
        views = [panel.view for panel in self.panels]
        place = views.index(view) + step
        return views[place] if 0 <= place < len(views) else None

    def _go(self, view: GroupView, step: int) -> None:
        other = self._beside(view, step)
        if other is None:
            return
        other.setFocus()
        if other.ids and not other.chosen():
            other.choose(other.ids[:1])
        self.ensureWidgetVisible(other)

    def _send(self, view: GroupView, number: int) -> None:
        words = list(self._panels)
        if number < len(words) and view.chosen() and words[number] != view.word:
            self.requested.emit(GatherNeeds(needs=view.chosen(), word=words[number]))

    def _step(self, view: GroupView, aside: int, down: int) -> None:
        moved = view.chosen()
        if not moved:
            return
        if aside:
            other = self._beside(view, aside)
            if other is not None:
                self.requested.emit(GatherNeeds(needs=moved, word=other.word))
            return
        rest = [need for need in view.ids if need not in moved]
        first = view.ids.index(moved[0])
        place = len([need for need in view.ids[:first] if need not in moved]) + down
        if 0 <= place <= len(rest):
            before = rest[place] if place < len(rest) else None
            self.requested.emit(GatherNeeds(needs=moved, word=view.word, before=before))


def _holds(need: NeedRow, words: str) -> bool:
    text = f"{need.need} {need.quote} {need.target_group} {need.service_area} {need.place} {need.comment}".casefold()
    return all(word in text for word in words.casefold().split())
