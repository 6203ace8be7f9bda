"""The chain from track to activity: columns side by side, and beneath them the node that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.goals.chain import COLUMNS, NodeRef, rank, thread_of
from smartstad_desktop.domain.goals.goals import ChainLevel
from smartstad_desktop.reads.goals.chain import ChainRead
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.goals.chain_column import ChainColumn, level_name
from smartstad_desktop.ui.goals.chain_form import ChainForm
from smartstad_desktop.ui.goals.chain_hand import ChainHand
from smartstad_desktop.ui.goals.chain_paint import Standing
from smartstad_desktop.ui.goals.fields import new_names, write_name
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind, icon_button
from smartstad_desktop.ui.kit.page import Page
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Panel, Type
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.goals.chain import AddChainNode, DeleteChainNode, LinkChainNodes, MoveChainNode


class ChainView(QWidget):
    """Six columns and a form. Commands are run by the page."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.read: ChainRead | None = None
        self.chosen: NodeRef | None = None
        self.columns = {level: ChainColumn(level) for level in COLUMNS}
        self.hand = ChainHand(page, self.columns)
        self.form = ChainForm(page.run)
        self.nothing = EmptyState("network", "", "")
        self.first_button = Button(_("Add the first track"), ButtonKind.PRIMARY, "plus")
        self.nothing.tools.addWidget(self.first_button)
        self.hint = Label(
            _("Drag a card onto another column to link it, or hold Ctrl and click. Alt and arrows put it in order."),
            Type.CAPTION,
            role=Role.INK_FAINT,
            wraps=True,
        )
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        above = QWidget()
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(space(10))
        for column in self.columns.values():
            row.addWidget(column, 1)
        lines = QVBoxLayout(above)
        lines.setContentsMargins(space(26), 0, space(20), 0)
        lines.setSpacing(space(4))
        # Columns that are too narrow for their words scroll sideways instead.
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        lines.addWidget(area, 1)
        lines.addWidget(self.hint)
        sheet = Panel(edge=None, radius=0)
        sheet.column.setContentsMargins(0, 0, 0, 0)
        self.places = QStackedWidget()
        self.places.addWidget(self.nothing)
        self.places.addWidget(self.form)
        sheet.column.addWidget(self.places)
        remove = icon_button("trash-2", _("Delete"))
        remove.clicked.connect(lambda: self.delete(self.chosen))
        self.form.head.addWidget(remove)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(above)
        splitter.addWidget(sheet)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def _connect(self) -> None:
        for column in self.columns.values():
            column.adding.connect(self.add)
            column.list.chosen.connect(self.choose)
            column.list.move_asked.connect(self._move)
            column.list.removal_asked.connect(self.delete)
            column.list.edit_asked.connect(self._edit)
            column.list.toggle_asked.connect(self._toggle)
            column.list.leave_asked.connect(self._leave)
        self.hand.linked.connect(self.link)
        self.hand.moved.connect(self._move)
        self.form.refused.connect(self._say)

        self.first_button.clicked.connect(lambda: self.add(None))

    def _say(self, error: DomainError) -> None:
        self._page.services.notices.trouble(error)

    # Showing

    def show_read(self, read: ChainRead) -> None:
        """Show what was read."""
        self.read = read
        if self.chosen is not None and read.row(self.chosen) is None:
            self.chosen = None
        self._show()

    def _show(self) -> None:
        if self.read is None:
            return
        standings: dict[NodeRef, Standing] = {}
        if self.chosen is not None:
            thread = thread_of(self.chosen, self.read.edges)
            standings = {row.ref: Standing.APART for rows in self.read.columns.values() for row in rows}
            standings |= dict.fromkeys(thread.above, Standing.ABOVE) | dict.fromkeys(thread.below, Standing.BELOW)
            standings[self.chosen] = Standing.CHOSEN
        for level, rows in self.read.columns.items():
            self.columns[level].show_rows(rows, standings)
        row = None if self.chosen is None else self.read.row(self.chosen)
        if row is None:
            self._say_what_to_do(is_empty=not any(self.read.columns.values()))
        else:
            self.form.show_node(row, self.read)
            self.places.setCurrentWidget(self.form)

    def _say_what_to_do(self, *, is_empty: bool) -> None:
        self.first_button.setVisible(is_empty)
        self.nothing.title.setText(_("No chain yet") if is_empty else _("Choose a node"))
        self.nothing.text.setText(
            _("It leads from tracks to activities, so that everybody sees why something is done.")
            if is_empty
            else _("What it comes from and what it leads to is marked in all columns. Plus adds to a column.")
        )
        self.places.setCurrentWidget(self.nothing)

    def choose(self, ref: NodeRef | None) -> None:
        """Show a node with everything that hangs together with it."""
        if ref is not None and ref != self.chosen:
            self.finish()
            self.chosen = ref
            self._show()

    def finish(self) -> None:
        """Save what is being typed."""
        self.form.finish()

    # Acting

    def add(self, level: ChainLevel | None) -> None:
        """Add a node to a column, coming from the chosen one where that can be, and let its name be written."""
        above = self.chosen if self.chosen is not None and rank(self.chosen.level) < rank(level) else None
        if level is ChainLevel.ACTIVITY:
            above = self._initiative()
        name = _("New: {level}", level=level_name(level).lower())
        outcome = self._page.perform(AddChainNode(level=level, fields=new_names(name), below_of=above))
        if outcome is not None:
            self.columns[level].list.choose(outcome.value)
            self.choose(outcome.value)
            self._edit()

    def _initiative(self) -> NodeRef | None:
        """Return the initiative of what is chosen: itself, or that of the activity."""
        if self.chosen is None or self.read is None:
            return None
        if self.chosen.level is ChainLevel.INITIATIVE:
            return self.chosen
        if self.chosen.level is ChainLevel.ACTIVITY:
            return next((edge.upper for edge in self.read.edges if edge.lower == self.chosen), None)
        return None

    def link(self, one: NodeRef, other: NodeRef) -> None:
        """Link two nodes, whichever way was meant: the column further left is the upper one."""
        upper, lower = (one, other) if rank(one.level) < rank(other.level) else (other, one)
        self._page.perform(LinkChainNodes(upper=upper, lower=lower))

    def _toggle(self, other: NodeRef) -> None:
        if self.chosen is None or self.read is None or other.level is self.chosen.level:
            return
        one = self.chosen
        upper, lower = (one, other) if rank(one.level) < rank(other.level) else (other, one)
        is_linked = any(edge.upper == upper and edge.lower == lower for edge in self.read.edges)
        self._page.perform(LinkChainNodes(upper=upper, lower=lower, is_linked=not is_linked))

    def _move(self, node: NodeRef, before: NodeRef | None) -> None:
        self._page.perform(MoveChainNode(node=node, before=before))

    def delete(self, node: NodeRef | None) -> None:
        """Delete a node; the notice offers to bring it back."""
        if node is not None:
            self.finish()
            self._page.perform(DeleteChainNode(node=node), offer_undo=True)

    def _edit(self) -> None:
        write_name(self.form)

    def _leave(self, step: int) -> None:
        """Give the focus to a neighbour column, at what hangs together with the chosen node if anything does."""
        if self.read is None or self.chosen is None:
            return
        at = rank(self.chosen.level) + step
        if not 0 <= at < len(COLUMNS):
            return
        column = self.columns[COLUMNS[at]]
        column.list.setFocus(Qt.FocusReason.OtherFocusReason)
        near = thread_of(self.chosen, self.read.edges).all
        refs = [row.ref for row in column.list.rows.rows]
        target = next((ref for ref in refs if ref in near), refs[0] if refs else None)
        if target is not None:
            column.list.choose(target)
            self.choose(target)
