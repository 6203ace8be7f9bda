"""The tab of results that travel: which can be shared, and what each municipality does with the chosen one."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from smartstad_desktop.domain.changes import Kind
from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.reads.follow_up.reuse import SharedResult, shared_results
from smartstad_desktop.reads.programme.programme import municipalities
from smartstad_desktop.text.follow_up.reports import names_words
from smartstad_desktop.text.phrases import _, ngettext
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.frames import beneath_header
from smartstad_desktop.ui.kit.page import Page, PageTarget
from smartstad_desktop.ui.kit.parts import EmptyState, PageHeader
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.search_field import SearchField
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.ui.reports.list_and_side import ListAndSide
from smartstad_desktop.ui.reports.result_side import ResultSide, key_of
from smartstad_desktop.usecases.follow_up.reuse import NoteReuse, RemoveReuse

_WIDTHS: Final = (320, 190, 130, 200)


class ResultsTab(Page):
    """Shows the results of projects and tests that others can take over."""

    interests: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PROJECT, Kind.ROUTINE_CASE, Kind.TESTBED_CASE, Kind.RESULT_REUSE, Kind.MUNICIPALITY}
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.header = PageHeader(_("Results that travel"))
        self.search = SearchField(_("Search the results"))
        self.rows = RowsModel[SharedResult](_columns(), key=key_of, accessible=_spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Results that can be shared"), _WIDTHS)
        self.result = ResultSide()
        self.side = Side(_("Choose a result to see who has taken it over."))
        self.places = QStackedWidget()
        self._results: tuple[SharedResult, ...] = ()
        self._towns: list[tuple[MunicipalityId, str]] = []
        self._arrange()
        self.search.textChanged.connect(self._show_rows)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self.go)
        self.result.going.connect(self.go)
        self.result.noted.connect(self.note)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self.search.setFocus)

    def _arrange(self) -> None:
        self.header.tools.addWidget(self.search)
        nothing = EmptyState(
            "share-2",
            _("No results to share yet"),
            _("Write in a finished project what others can use of it, or share the result of a test."),
        )
        show = Button(_("Show the inventory"), ButtonKind.PRIMARY, "folder-kanban")
        show.clicked.connect(lambda: self.navigate.emit(PageTarget(PageId.INVENTORY)))
        nothing.tools.addWidget(show)
        self.places.addWidget(ListAndSide(self.table, _WIDTHS, self.side))
        self.places.addWidget(nothing)
        beneath_header(self, self.places, self.header)

    @override
    def refresh(self) -> None:
        """Read the results and who has taken them over."""
        workspace = self.services.workspace
        self._results = found = workspace.read(shared_results)
        self._towns = [(row.id, row.short_name) for row in workspace.read(municipalities) if row.is_participating]
        self.places.setCurrentIndex(0 if found else 1)
        self.search.setVisible(bool(found))
        over = sum(result.taken_over for result in found)
        told = (
            ngettext("{count} result can be shared", "{count} results can be shared", len(found)),
            ngettext("taken over {count} time", "taken over {count} times", over),
        )
        self.header.set_title(_("Results that travel"), " · ".join(told) if found else "")
        self._show_rows()

    @override
    def leave(self) -> bool:
        """Save what is being typed."""
        self.result.finish()
        return True

    def _show_rows(self, *_words: object) -> None:
        words = self.search.text().casefold().split()
        self.rows.show(
            result
            for result in self._results
            if all(word in f"{result.title} {result.owner} {result.what}".casefold() for word in words)
        )
        self.table.choose_first()
        self._show_chosen()

    def chosen(self) -> SharedResult | None:
        """Return the result that is chosen, when it is one."""
        rows: list[SharedResult] = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def _show_chosen(self) -> None:
        result = self.chosen()
        if result is None:
            self.side.show_nothing()
            return
        self.result.show_result(result, self._towns, is_locked=self.services.workspace.is_read_only)
        self.side.show_form(self.result)

    def go(self) -> None:
        """Go to the project or the test that the chosen result came of."""
        result = self.chosen()
        if result is None:
            return
        page = PageId.INVENTORY if result.project is not None else PageId.TESTBEDS
        self.navigate.emit(PageTarget(page, row=result.project if result.project is not None else result.case))

    def note(self, town: MunicipalityId, state: ReuseState | None, comment: str) -> None:
        """Note what a municipality does with the chosen result, or take it back."""
        result = self.chosen()
        if result is None:
            return
        if state is not None:
            self.perform(
                NoteReuse(municipality=town, state=state, project=result.project, case=result.case, comment=comment)
            )
            return
        noted = tuple(note.id for note in result.notes if note.municipality == town)
        if noted:
            self.perform(RemoveReuse(notes=noted), offer_undo=True)


def _names(result: SharedResult, *states: ReuseState) -> str:
    return names_words([note.name for note in result.notes if note.state in states]) or "–"


def _columns() -> list[Column[SharedResult]]:
    return [
        Column(_("Result"), lambda result: result.title),
        Column(_("Taken over by"), lambda result: _names(result, ReuseState.TAKEN_OVER)),
        Column(_("From"), lambda result: result.owner or "–"),
        Column(_("Interested or planning"), lambda result: _names(result, ReuseState.INTERESTED, ReuseState.PLANNED)),
    ]


def _spoken(result: SharedResult) -> str:
    over = ngettext("taken over {count} time", "taken over {count} times", result.taken_over)
    return ", ".join(part for part in (result.title, result.owner, over) if part)
