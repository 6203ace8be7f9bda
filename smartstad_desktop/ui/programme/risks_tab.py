"""The tab of the risks: which are the greatest, a list, and at the right the matrix with the chosen risk beneath it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.programme.risks import is_due
from smartstad_desktop.reads.programme.risks import RiskRow, risks, weighings
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.text.programme.risks import count_words, value_words
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.fields import LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog
from smartstad_desktop.ui.kit.frames import beneath_header, offer
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, Label, PageHeader, Panel, Rule, Type
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.ui.programme.risks.form import RiskForm
from smartstad_desktop.ui.programme.risks.greatest import Greatest
from smartstad_desktop.ui.programme.risks.matrix import RiskMatrix
from smartstad_desktop.usecases.programme.risks import AddRisk, EditRisk, RemoveRisks

_OPEN: Final = "open"
_DUE: Final = "due"
_CLOSED: Final = "closed"
#: How wide the matrix stands at the most, and at the most which share of the tab; under so much room it is narrow.
_WIDTH: Final = 400
_SHARE: Final = 0.42
_ROOM: Final = 1000


class RisksTab(Page):
    """Shows the risks; everything that is done to them goes through commands."""

    interests: ClassVar[frozenset[Kind]] = frozenset({Kind.RISK})

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Risks"))
        self.views = ChipRow(_("Which risks are shown"), single=True)
        self.search = SearchField(_("Search the risks"))
        self.add_button = Button(_("Add risk"), ButtonKind.PRIMARY, "plus")
        self.greatest = Greatest()
        self.rows = RowsModel[RiskRow](_columns(), key=lambda risk: risk.id, accessible=_spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Risks"), (280, 130, 170, 150))
        self.matrix = RiskMatrix()
        self.form = RiskForm(self._write)
        self.places = QStackedWidget()
        self.side = QStackedWidget()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._risks: tuple[RiskRow, ...] = ()
        self._dialog: Dialog | None = None
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        space = theme.current().space
        self.header.beside.addWidget(self.views, 0, Qt.AlignmentFlag.AlignVCenter)
        self.header.tools.addWidget(self.search)
        self.header.tools.addWidget(self.add_button)
        self.places.addWidget(self.table)
        self.places.addWidget(self._empty())
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(space(26), 0, space(20), space(20))
        inside.setSpacing(space(12))
        inside.addWidget(self.greatest)
        inside.addWidget(self.places, 1)
        nothing = Label(_("Choose a risk to see and change it."), Type.BODY, role=Role.INK_SOFT, wraps=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.side.addWidget(nothing)
        self.side.addWidget(self.form)
        right = Panel(radius=0)
        right.column.setContentsMargins(0, space(12), 0, 0)
        around = QVBoxLayout()
        around.setContentsMargins(space(14), 0, space(14), 0)
        around.addWidget(self.matrix)
        right.column.addLayout(around)
        right.column.addWidget(Rule())
        right.column.addWidget(self.side, 1)
        right.setMinimumWidth(space(280))
        splitter = self._splitter
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        beneath_header(self, splitter, self.header)

    def _empty(self) -> EmptyState:
        made = EmptyState(
            "shield-alert",
            _("No risks here"),
            _("Write down what may go wrong, how likely and how bad it is, and how it is met."),
        )
        offer(made, _("Add risk"), self.add_risk)
        return made

    def _connect(self) -> None:
        self.views.picked.connect(self._pick)
        self.search.textChanged.connect(self._show_rows)
        self.add_button.clicked.connect(self.add_risk)
        self.greatest.wanted.connect(self.choose)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(lambda: self.form.edit("name_sv"))
        self.table.deleting.connect(self.remove)
        self.matrix.picked.connect(self._show_rows)
        self.form.deleting.connect(self.remove)
        self.form.closing.connect(self._close)
        self.form.refused.connect(self.services.notices.trouble)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)

    @override
    def refresh(self) -> None:
        """Read the risks."""
        self._risks = self.services.workspace.read(risks)
        opened = [risk for risk in self._risks if risk.is_open]
        due = [risk for risk in opened if is_due(risk.review_on, risk.closed_on, self._today())]
        faces = [
            ChipFace(_OPEN, _("Open"), len(opened)),
            ChipFace(_DUE, _("To look at again"), len(due)),
            ChipFace(_CLOSED, _("Closed"), len(self._risks) - len(opened)),
        ]
        self.views.show_faces(faces)
        self.views.set_keys(self.views.keys() or frozenset({_OPEN}))
        told = ngettext("{count} open risk", "{count} open risks", len(opened))
        self.header.set_title(_("Risks"), f"{told}: {count_words(risk.gravity for risk in opened)}")
        self.greatest.show_risks(self._risks)
        self.matrix.show_risks(self._risks)
        self._show_rows()

    @override
    def go_to(self, target: PageTarget) -> None:
        """Choose a risk, or begin a new one."""
        if target.row is not None:
            self.choose(target.row)
        elif target.filters.get("add"):
            self.add_risk()

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.form.finish()
        return True

    def choose(self, risk: int) -> None:
        """Choose a risk, whatever is picked and looked for."""
        row = next((each for each in self._risks if each.id == risk), None)
        if row is not None:
            self.search.clear()
            if self.matrix.cell is not None:
                self.matrix.pick(None)
            self.views.set_keys(frozenset({_OPEN if row.is_open else _CLOSED}))
            self._show_rows()
            self.table.choose(risk)

    def add_risk(self) -> None:
        """Ask for a new risk."""
        dialog = self._dialog = Dialog(_("Add a risk"), _("Add risk"), self)
        dialog.add(
            TextField("name_sv", _("What may go wrong?")),
            LongTextField("response_sv", _("How is it met?"), lines=3),
        )

        def add(values: dict[str, Any]) -> None:
            self.choose(int(self.run(AddRisk(fields=values)).value))

        dialog.check_with(add)
        dialog.open()

    def remove(self) -> None:
        """Remove the chosen risks; the notice offers to undo."""
        chosen = tuple(risk.id for risk in self._chosen())
        if chosen:
            self.perform(RemoveRisks(risks=chosen), offer_undo=True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room beside the matrix."""
        super().resizeEvent(event)
        space = theme.current().space
        is_narrow = self.width() < space(_ROOM)
        side = min(space(_WIDTH), round(self.width() * _SHARE))
        self._splitter.setSizes([self.width() - side, side])
        self.greatest.set_short(is_short=is_narrow)
        for column in range(2, self.rows.columnCount()):
            self.table.setColumnHidden(column, is_narrow)

    # Inside

    def _close(self, day: date | None) -> None:
        for risk in self._chosen()[:1]:
            self.perform(EditRisk(risk=risk.id, changes={"closed_on": day}), offer_undo=True)

    def _write(self, risk: Any, changes: Mapping[str, Any], is_typing: bool) -> None:  # noqa: FBT001  the form's callback
        self.run(EditRisk(risk=risk, changes=changes, is_typing=is_typing))

    def _pick(self, _keys: object) -> None:
        # One of them is always on: a second click does not switch it off.
        self.views.set_keys(self.views.keys() or frozenset({_OPEN}))
        self._show_rows()

    def _show_rows(self, *_words: object) -> None:
        words = self.search.text().casefold().split()
        view = next(iter(self.views.keys()), _OPEN)
        today, cell = self._today(), self.matrix.cell
        found = [
            risk
            for risk in self._risks
            if (risk.is_open if view != _CLOSED else not risk.is_open)
            and (view != _DUE or is_due(risk.review_on, risk.closed_on, today))
            and (cell is None or (risk.likelihood, risk.consequence) == cell)
            and all(word in _searched(risk) for word in words)
        ]
        self.rows.show(found)
        self.places.setCurrentIndex(0 if found else 1)
        self.table.choose_first()
        self._show_chosen()

    def _chosen(self) -> list[RiskRow]:
        return self.table.chosen_rows()

    def _show_chosen(self, *_selection: object) -> None:
        chosen = self._chosen()
        if len(chosen) != 1:
            self.side.setCurrentIndex(0)
            self.matrix.mark(None)
            return
        risk = chosen[0]
        self.form.show_risk(risk, self.services.workspace.read(weighings, risk.id), self._today())
        self.matrix.mark((risk.likelihood, risk.consequence))
        self.side.setCurrentIndex(1)

    def _today(self) -> date:
        return self.services.workspace.now.astimezone().date()


def _columns() -> list[Column[RiskRow]]:
    return [
        Column(_("Risk"), lambda risk: risk.name.in_language(current().language)),
        Column(_("Value"), lambda risk: value_words(risk.value, risk.gravity)),
        Column(_("Answers for it"), lambda risk: risk.owner or "–"),
        Column(_("Look at it again"), lambda risk: current().day(risk.review_on) if risk.review_on else "–"),
    ]


def _searched(risk: RiskRow) -> str:
    names = (risk.name.sv, risk.name.nb, risk.name.en, risk.response.sv, risk.response.nb, risk.response.en)
    return " ".join((*names, risk.owner, risk.comment)).casefold()


def _spoken(risk: RiskRow) -> str:
    name = risk.name.in_language(current().language)
    rank = _("among the greatest") if risk.rank else ""
    return ", ".join(part for part in (name, value_words(risk.value, risk.gravity), rank, risk.owner) if part)
