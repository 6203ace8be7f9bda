"""What the review says about a row: words in pieces, old and new apart, nothing drawn yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from smartstad_desktop.domain.lists.import_cells import CellAnswer, CellState, FieldChange
from smartstad_desktop.domain.lists.importing import Answer, Candidate, FoundBy, RowKey, Verdict
from smartstad_desktop.domain.lists.lists import CellIssue, IssueCode, ReadList, SheetKind, Value, Why
from smartstad_desktop.domain.personal.noticing import concealed
from smartstad_desktop.domain.values import MunicipalityId, Period, Precision
from smartstad_desktop.exchange.sheets.sheet_kinds import FORMS
from smartstad_desktop.reads.lists.importing import KnownMunicipality
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.lists.likeness import likeness_words
from smartstad_desktop.text.phrases import NO_BREAK, _
from smartstad_desktop.ui.importing.difference import difference, is_long
from smartstad_desktop.ui.importing.masking import masked, masked_people
from smartstad_desktop.ui.importing.pieces import Piece, Tint
from smartstad_desktop.ui.importing.questions import Question, questions_of
from smartstad_desktop.ui.importing.wording import days_words, short, title_of, value_words, years_words

#: So many cells of a need or a service tell what it is.
_TOLD_CELLS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """One row of the review."""

    candidate: Candidate
    title: str
    pieces: tuple[Piece, ...]
    questions: tuple[Question, ...] = ()

    @property
    def key(self) -> RowKey:
        """Return which row it is."""
        return self.candidate.key

    @property
    def has_answers(self) -> bool:
        """Return whether there is something to say to the row in its place."""
        return bool(self.questions)

    def spoken(self) -> str:
        """Return the row in one sentence, for a screen reader."""
        words = " ".join(piece.spoken() for piece in self.pieces)
        row = _("row {number}", number=self.candidate.row.row) if self.candidate.row.row else ""
        waits = _("waits for an answer") if self.candidate.is_asking else ""
        return ", ".join(part for part in (row, verdict_name(self.candidate), self.title, words, waits) if part)


def verdict_name(candidate: Candidate) -> str:
    """Return the word for what becomes of a row."""
    return _("Left out") if candidate.answer is Answer.SKIP else label(candidate.verdict)


class Faces:
    """Makes faces in the words of the programme; a row that has not changed keeps its face."""

    def __init__(self, themes: dict[str, str], towns: Iterable[KnownMunicipality]) -> None:
        self.themes = themes
        self.towns: dict[MunicipalityId, KnownMunicipality] = {town.id: town for town in towns}
        self._made: dict[RowKey, RowFace] = {}

    def town(self, municipality: MunicipalityId | None) -> KnownMunicipality | None:
        """Return the municipality, when it is known."""
        return None if municipality is None else self.towns.get(municipality)

    def of_today(self) -> tuple[KnownMunicipality, ...]:
        """Return the municipalities that lists can be from."""
        return tuple(town for town in self.towns.values() if not town.is_ended)

    def row(self, candidate: Candidate) -> RowFace:
        """Return the face of one row."""
        made = self._made.get(candidate.key)
        if made is not None and made.candidate is candidate:
            return made
        face = self._made[candidate.key] = RowFace(
            candidate=candidate,
            title=_title(candidate),
            pieces=tuple(self._pieces(candidate)),
            questions=questions_of(candidate, self.themes),
        )
        return face

    def value(self, field: str, value: Value | None) -> str:
        """Return a value as the window writes it."""
        return value_words(field, value, self.themes)

    def _pieces(self, candidate: Candidate) -> list[Piece]:
        match candidate.verdict:
            case Verdict.NEW:
                pieces = self._facts(candidate)
            case Verdict.CHANGED | Verdict.CONFLICT:
                pieces = self._changes(candidate)
            case Verdict.DUPLICATE:
                pieces = self._twin(candidate)
            case Verdict.ERROR:
                pieces = [self._issue(issue, candidate.kind) for issue in candidate.open_issues]
            case Verdict.MISSING:
                pieces = [Piece(_("Was in the earlier list and is not in this one."))]
            case Verdict.UNCHANGED:
                written = self._changes(candidate) if candidate.is_taken else []
                pieces = written or [Piece(_("Nothing to do"), Tint.FAINT)]
        warnings = [issue for issue in candidate.row.issues if not issue.is_blocking and _is_told(issue)]
        # What is pointed at below must not stand in full above, whatever it stands in.
        conceal = masked_people if any(issue.code in PERSONAL for issue in warnings) else concealed
        pieces = [replace(piece, text=conceal(piece.text)) for piece in pieces]
        return [*_sheet(candidate), *pieces, *(self._warning(issue) for issue in warnings)]

    def _facts(self, candidate: Candidate) -> list[Piece]:
        if candidate.kind is not SheetKind.PROJECTS:
            return self._cells_told(candidate)
        values = candidate.row.values
        facts = [self.value(name, values[name]) for name in ("theme", "status") if name in values]
        budget = values.get("budget_total")
        facts.append(self.value("budget_total", budget) if budget is not None else _("no budget"))
        span = years_words(values.get("start"), values.get("end"))
        if span:
            facts.append(span)
        pieces = [Piece(" · ".join(facts))]
        for name in ("start", "end"):
            value = values.get(name)
            if isinstance(value, Period) and value.precision in {Precision.SEASON, Precision.WEEK}:
                pieces[-1] = Piece(f"{pieces[-1].text} ·", pieces[-1].tint)
                pieces += [
                    Piece(_("“{written}” is taken as", written=value.written)),
                    Piece(days_words(value), Tint.NEW),
                ]
        return pieces

    def _cells_told(self, candidate: Candidate) -> list[Piece]:
        values = candidate.row.values
        title = FORMS[candidate.kind].title
        told = [
            short(value_words(name, value, self.themes, candidate.kind), 60)
            for name, value in values.items()
            if name not in {title, "row_key", "municipality"}
        ]
        return [Piece(" · ".join((label(candidate.kind), *told[:_TOLD_CELLS])))]

    def _changes(self, candidate: Candidate) -> list[Piece]:
        pieces: list[Piece] = []
        for change in candidate.cells:
            # A question says itself what it is about; once answered, what comes of it stands with the others.
            if change.is_writing and (not change.is_question or change.answer is CellAnswer.WRITTEN):
                pieces += self._change(change, candidate.kind)
        if any(cell.state is CellState.BOTH and cell.is_asking for cell in candidate.conflicts):
            pieces.append(Piece(_("Changed on both sides since the list went out.")))
        for cell in candidate.conflicts:
            if cell.state is CellState.BOTH and cell.answer is not CellAnswer.WRITTEN and is_long(cell):
                pieces += [
                    Piece(title_of(cell.field, candidate.kind), Tint.FAINT, begins=True),
                    *difference(masked_people(str(cell.before)), masked_people(str(cell.after))),
                ]
        if candidate.own_changes:
            names = ", ".join(title_of(cell.field, candidate.kind) for cell in candidate.own_changes)
            pieces.append(Piece(_("{fields}: ours is newer and stays.", fields=names), Tint.FAINT))
        if candidate.found_by is FoundBy.LIKENESS:
            pieces.append(Piece(_("Found by its name, which is a little different."), Tint.FAINT))
        return pieces

    def _change(self, change: FieldChange, kind: SheetKind) -> list[Piece]:
        name = Piece(title_of(change.field, kind))
        now = value_words(change.field, change.outcome, self.themes, kind)
        if change.before is None:
            return [name, Piece(short(now), Tint.NEW)]
        before = value_words(change.field, change.before, self.themes, kind)
        if is_long(change):
            return [replace(name, begins=True), *difference(before, now)]
        return [name, Piece(short(before), Tint.OLD), Piece(short(now), Tint.NEW)]

    def _twin(self, candidate: Candidate) -> list[Piece]:
        if candidate.repeats is not None:
            return [Piece(_("Stands on row {number} already.", number=candidate.repeats))]
        twin = candidate.twin
        if twin is None:
            return []
        place = f"({twin.municipality})" if twin.municipality else ""
        share = f"{twin.likeness}{NO_BREAK}%."
        pieces = [
            Piece(_("Resembles")),
            Piece(twin.title, Tint.STRONG),
            Piece(f"{place} {_('by {share}', share=share)}".strip()),
        ]
        if twin.row is not None:
            pieces.append(Piece(_("It is in another of these lists.")))
        why = likeness_words(twin.reasons, self.themes)
        return [*pieces, Piece(f"{why[:1].upper()}{why[1:]}.", Tint.FAINT)] if why else pieces

    def _issue(self, issue: CellIssue, kind: SheetKind) -> Piece:
        cell = _("Cell {place}.", place=f"{issue.column}{issue.row}") if issue.column else ""
        return Piece(f"{title_of(issue.field, kind)} {_quoted(issue)}{label(issue.code)}. {cell}".strip())

    def _warning(self, issue: CellIssue) -> Piece:
        name = f"{title_of(issue.field)} " if issue.field else ""
        # A cell of a column that is none of ours is found by its place alone; a person's data are not pointed at twice.
        is_placed = issue.code is IssueCode.ERROR_CELL and issue.column
        cell = " " + _("Cell {place}.", place=f"{issue.column}{issue.row}") if is_placed else ""
        return Piece(f"{name}{_quoted(issue)}{label(issue.code)}.{cell}", Tint.WARNING)


def _sheet(candidate: Candidate) -> list[Piece]:
    """Return which sheet a row is from, where it is no project and nothing else says so."""
    is_told = candidate.kind is SheetKind.PROJECTS or candidate.verdict in {Verdict.NEW, Verdict.UNCHANGED}
    return [] if is_told else [Piece(f"{label(candidate.kind)} ·", Tint.FAINT)]


def _title(candidate: Candidate) -> str:
    """Return what a row is called."""
    name = candidate.row.values.get(FORMS[candidate.kind].title) or candidate.row.title
    return short(masked_people(str(name)), 160) if name else _("(no name)")


def skipped_words(read: ReadList) -> str:
    """Return which rows of a list are no records."""
    told = [
        f"{skipped.row} ({label(skipped.why)})"
        for sheet in read.sheets
        for skipped in sheet.skipped
        if skipped.why is not Why.SECTION
    ]
    if not told:
        return ""
    shown = ", ".join(told[:6]) + (" …" if len(told) > 6 else "")  # noqa: PLR2004  so many fit on one line
    return _("Left out, because they are no projects: row {rows}.", rows=shown)


def issues_told(candidates: Iterable[Candidate]) -> Mapping[IssueCode, int]:
    """Return how many cells look like data about a person, by what it looks like."""
    found: dict[IssueCode, int] = {}
    for candidate in candidates:
        for issue in candidate.row.issues:
            if issue.code in PERSONAL:
                found[issue.code] = found.get(issue.code, 0) + 1
    return found


#: Doubts that are about people, not about cells.
PERSONAL = frozenset({IssueCode.PERSONAL_NUMBER, IssueCode.PRIVATE_EMAIL, IssueCode.PHONE_NUMBER})


def _quoted(issue: CellIssue) -> str:
    value = masked(issue.value) if issue.code in PERSONAL else masked_people(issue.value)
    return _("“{text}”", text=short(value)) + " " if value else ""


def _is_told(issue: CellIssue) -> bool:
    return issue.code not in {IssueCode.MUNICIPALITY_UNKNOWN, IssueCode.CHOICE_UNKNOWN}
