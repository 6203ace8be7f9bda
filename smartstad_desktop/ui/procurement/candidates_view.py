"""What could be bought together, as a table with the reasons beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from smartstad_desktop.domain.procurement.candidates import Candidate, Mark
from smartstad_desktop.reads.needs import Town
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import _, current
from smartstad_desktop.text.procurement.words import candidate_reason
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.buttons import Button, ButtonKind
from smartstad_desktop.ui.kit.chips import ChipFace, ChipRow
from smartstad_desktop.ui.kit.frames import fill, side_by_side
from smartstad_desktop.ui.kit.parts import EmptyState, Label, Type, Weight
from smartstad_desktop.ui.kit.records_table import RecordsTable
from smartstad_desktop.ui.kit.rows_model import Column, RowsModel
from smartstad_desktop.ui.kit.scroll_sheet import ScrollSheet
from smartstad_desktop.ui.kit.side import Side
from smartstad_desktop.ui.kit.theme import Role


@dataclass(frozen=True, slots=True)
class CandidatesShown:
    """All candidates, and the municipalities they name."""

    candidates: tuple[Candidate, ...]
    towns: Mapping[int, Town]

    def names(self) -> dict[int, str]:
        """Return the names of the municipalities."""
        return {number: town.name for number, town in self.towns.items()}


class CandidateSheet(ScrollSheet):
    """One candidate: why, which contracts and projects, and what can be done with it."""

    beginning = Signal()
    keeping = Signal()
    dismissing = Signal()
    taking_back = Signal()
    opening = Signal()
    #: Carries a project that is to be seen.
    project_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground = Label("", Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT)
        self.title = Label("", Type.STRONG, Weight.BOLD, wraps=True)
        self.why = Label("", Type.BODY, wraps=True)
        self.mark = Label("", Type.BODY, Weight.SEMIBOLD, Role.INK_SOFT, wraps=True)
        self.begin = Button(_("Begin a procurement…"), ButtonKind.PRIMARY, "handshake")
        self.open = Button(_("Open the procurement"), ButtonKind.PRIMARY, "handshake")
        self.keep = Button(_("Keep in sight"), icon="eye")
        self.dismiss = Button(_("Put aside…"), ButtonKind.QUIET)
        self.back = Button(_("Take up again"), ButtonKind.QUIET)
        for button, signal in (
            (self.begin, self.beginning),
            (self.open, self.opening),
            (self.keep, self.keeping),
            (self.dismiss, self.dismissing),
            (self.back, self.taking_back),
        ):
            button.clicked.connect(signal)
        self._details = QVBoxLayout()
        self._details.setSpacing(theme.current().space(4))
        for each in (self.ground, self.title, self.why, self.mark):
            self.column.addWidget(each)
        self.column.addSpacing(theme.current().space(6))
        for button in (self.begin, self.open, self.keep, self.dismiss, self.back):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(theme.current().space(8))
        self.column.addLayout(self._details)
        self.column.addStretch(1)

    def show_candidate(self, found: Candidate, names: Mapping[int, str]) -> None:
        """Show a candidate."""
        self.ground.setText(label(found.ground))
        self.title.setText(found.title)
        self.why.setText(candidate_reason(found, names))
        told = "" if found.mark is None else label(found.mark)
        self.mark.setText(f"{told}: {found.reason}" if found.reason else told)
        self.mark.setVisible(bool(told))
        is_case = found.mark is Mark.CASE
        self.begin.setVisible(not is_case)
        self.open.setVisible(is_case)
        self.keep.setVisible(found.mark is None)
        self.dismiss.setVisible(found.mark in {None, Mark.KEPT})
        self.back.setVisible(found.mark in {Mark.KEPT, Mark.DISMISSED})
        self._show_details(found, names)

    def _show_details(self, found: Candidate, names: Mapping[int, str]) -> None:
        while (item := self._details.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if found.contracts:
            self._details.addWidget(Label(_("Contracts today"), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
        for each in found.contracts:
            day = _("end unknown") if each.ends_on is None else current().day(each.ends_on)
            words = ", ".join(part for part in (names.get(each.municipality, ""), day, each.supplier) if part)
            weight = Weight.SEMIBOLD if each in found.ending else Weight.REGULAR
            self._details.addWidget(Label(words, Type.BODY, weight, wraps=True))
        if found.projects:
            self._details.addWidget(Label(_("Projects"), Type.CAPTION, Weight.SEMIBOLD, Role.INK_SOFT))
        for project in found.projects:
            town = names.get(project.municipality, "")
            said = "" if project.said is None else f" ({label(project.said).lower()})"
            line = Button(f"{town}: {project.title}{said}", ButtonKind.QUIET)
            line.clicked.connect(lambda _on=False, number=project.id: self.project_wanted.emit(number))
            self._details.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)


class CandidatesView(QWidget):
    """Shows candidates; asks the page to do something with one."""

    beginning = Signal(object)
    keeping = Signal(object)
    dismissing = Signal(object)
    taking_back = Signal(object)
    #: Carries the procurement that a candidate has become.
    case_wanted = Signal(int)
    project_wanted = Signal(int)
    services_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: CandidatesShown | None = None
        self._words = ""
        columns = [
            Column[Candidate](_("What"), lambda row: row.title),
            Column[Candidate](_("Why"), lambda row: label(row.ground)),
            Column[Candidate](_("Municipalities"), self._towns),
            Column[Candidate](_("Contract ends"), _first_end),
            Column[Candidate](_("Standing"), lambda row: "" if row.mark is None else label(row.mark)),
        ]
        self.rows = RowsModel[Candidate](columns, key=lambda row: row.key, accessible=self._spoken, parent=self)
        self.table = RecordsTable(self.rows, _("Candidates"), (260, 130, 250, 130, 120))
        self.filters = ChipRow(_("Which candidates are shown"), single=True)
        self.sheet = CandidateSheet()
        self.side = Side(_("Choose a candidate to see why."))
        self._places = QStackedWidget()
        self._arrange()

    def _arrange(self) -> None:
        space = theme.current().space
        list_place = QWidget()
        column = QVBoxLayout(list_place)
        column.setContentsMargins(0, 0, 0, 0)
        chips = QHBoxLayout()
        chips.setContentsMargins(space(26), 0, space(10), space(6))
        chips.addWidget(self.filters)
        column.addLayout(chips)
        column.addWidget(self.table, 1)
        empty = EmptyState(
            "handshake",
            _("Nothing to buy together yet"),
            _(
                "Write under Needs and services which services the municipalities use and when the contracts end, and "
                "in the inventory whether a project could be bought together."
            ),
        )
        go = Button(_("To needs and services"), ButtonKind.PRIMARY, "heart-handshake")
        go.clicked.connect(self.services_wanted)
        empty.tools.addWidget(go)
        self._places.addWidget(list_place)
        self._places.addWidget(empty)
        splitter = side_by_side(self._places, self.side, self.side.preferred_width)
        fill(self, splitter)
        self._connect()

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        self.table.deleting.connect(lambda: self._tell(self.dismissing))
        self.filters.picked.connect(self._filter)
        self.sheet.beginning.connect(lambda: self._tell(self.beginning))
        self.sheet.opening.connect(self._open)
        self.sheet.keeping.connect(lambda: self._tell(self.keeping))
        self.sheet.dismissing.connect(lambda: self._tell(self.dismissing))
        self.sheet.taking_back.connect(lambda: self._tell(self.taking_back))
        self.sheet.project_wanted.connect(self.project_wanted)

    # What the page asks

    def show_candidates(self, shown: CandidatesShown) -> None:
        """Show what was found."""
        self._shown = shown
        self._places.setCurrentIndex(0 if shown.candidates else 1)
        self._show_faces(shown.candidates)
        self._show_rows()

    def look_for(self, words: str) -> None:
        """Show only candidates that hold all *words*."""
        self._words = words
        self._show_rows()

    def chosen(self) -> Candidate | None:
        """Return the candidate that is shown beside the table."""
        rows = self.table.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    # Inside

    def _show_faces(self, found: Sequence[Candidate]) -> None:
        aside = sum(1 for each in found if each.mark is Mark.DISMISSED)
        ending = sum(1 for each in found if each.ending and each.mark is not Mark.DISMISSED)
        faces = [ChipFace("ending", _("Contracts end soon"), ending), ChipFace("all", _("All"), len(found) - aside)]
        if aside:
            faces.append(ChipFace("aside", label(Mark.DISMISSED), aside))
        self.filters.show_faces(faces)

    def _filter(self, _keys: object) -> None:
        self._show_rows()

    def _show_rows(self) -> None:
        if self._shown is None:
            return
        keys = self.filters.keys()
        self.rows.show(row for row in self._shown.candidates if _is_in(row, keys) and self._holds(row))
        self.table.choose_first()
        self._show_chosen()

    def _holds(self, row: Candidate) -> bool:
        text = self._spoken(row).casefold()
        return all(word in text for word in self._words.casefold().split())

    def _spoken(self, row: Candidate) -> str:
        reason = "" if self._shown is None else candidate_reason(row, self._shown.names())
        return f"{row.title}. {reason}"

    def _towns(self, row: Candidate) -> str:
        if self._shown is None:
            return ""
        names = self._shown.names()
        told = sorted((names[each] for each in row.municipalities if each in names), key=current().sort_key)
        return ", ".join(told)

    def _show_chosen(self) -> None:
        found = self.chosen()
        if found is None or self._shown is None:
            self.side.show_nothing()
            return
        self.sheet.show_candidate(found, self._shown.names())
        self.side.show_form(self.sheet)

    def _open(self) -> None:
        found = self.chosen()
        if found is not None and found.case is not None:
            self.case_wanted.emit(found.case)
        elif found is not None:
            self.beginning.emit(found)

    def _tell(self, signal: object) -> None:
        found = self.chosen()
        if found is not None:
            signal.emit(found)  # pyright: ignore[reportAttributeAccessIssue]  one of the signals above


def _is_in(row: Candidate, keys: frozenset[object]) -> bool:
    if "aside" in keys:
        return row.mark is Mark.DISMISSED
    if row.mark is Mark.DISMISSED:
        return False
    return bool(row.ending) or "ending" not in keys


def _first_end(row: Candidate) -> str:
    return current().day(row.ending[0].ends_on) if row.ending and row.ending[0].ends_on else ""
