"""What the review says about a row and a file: words in pieces, old and new apart, nothing drawn yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from smartstad_desktop.domain.importing import Answer, Candidate, FieldChange, ListPlan, RowKey, Verdict
from smartstad_desktop.domain.inventory import Status
from smartstad_desktop.domain.lists import CellIssue, IssueCode, ReadList, Value, Why
from smartstad_desktop.domain.values import MunicipalityId, Period, Precision
from smartstad_desktop.exchange.columns import BY_KEY, MONEY
from smartstad_desktop.exchange.showing import Wording
from smartstad_desktop.reads.importing import KnownMunicipality
from smartstad_desktop.text.fields import FIELDS, field_name
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import NO_BREAK, _, current, ngettext
from smartstad_desktop.text.trouble import sentence


class Tint(StrEnum):
    """How a piece of text is meant."""

    PLAIN = "plain"
    FAINT = "faint"
    STRONG = "strong"
    OLD = "old"
    NEW = "new"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text."""

    text: str
    tint: Tint = Tint.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """One row of the review."""

    candidate: Candidate
    title: str
    pieces: tuple[Piece, ...]

    @property
    def key(self) -> RowKey:
        """Return which row it is."""
        return self.candidate.key

    @property
    def has_answers(self) -> bool:
        """Return whether there is something to say to the row in its place."""
        if self.candidate.answer is Answer.SKIP:
            return False
        return self.candidate.verdict in {Verdict.CONFLICT, Verdict.DUPLICATE, Verdict.ERROR}

    def spoken(self) -> str:
        """Return the row in one sentence, for a screen reader."""
        words = " ".join(piece.text for piece in self.pieces)
        row = _("row {number}", number=self.candidate.row.row) if self.candidate.row.row else ""
        return ", ".join(part for part in (row, verdict_name(self.candidate), self.title, words) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFace:
    """One file of the import."""

    name: str
    lines: str
    is_bad: bool
    town: KnownMunicipality | None


def verdict_name(candidate: Candidate) -> str:
    """Return the word for what becomes of a row."""
    return _("Left out") if candidate.answer is Answer.SKIP else label(candidate.verdict)


def title_of(field: str) -> str:
    """Return what a column is called in the window."""
    own = {"theme": "themes", "sdg": "sdgs", "municipality": "municipality_id", "confidential": "is_confidential"}
    name = own.get(field, field)
    if name in FIELDS:
        return field_name(name)
    return BY_KEY[field].heading.in_language(current().language) if field in BY_KEY else field


class Faces:
    """Makes faces in the words of the programme."""

    def __init__(self, themes: dict[str, str], towns: tuple[KnownMunicipality, ...]) -> None:
        self._wording = Wording(phrases=current(), themes=themes)
        self._towns: dict[MunicipalityId, KnownMunicipality] = {town.id: town for town in towns}

    def file(self, plan: ListPlan) -> FileFace:
        """Return the face of one list."""
        read = plan.read
        town = self._towns.get(plan.municipality) if plan.municipality else None
        if read.trouble is not None:
            return FileFace(name=read.name, lines=file_trouble(read), is_bad=True, town=town)
        rows = sum(bool(each.row.row) for each in plan.candidates)
        parts = [ngettext("{count} row", "{count} rows", rows)]
        header = read.sheets[0].header_row if read.sheets else 1
        if header > 1:
            parts.append(_("headings on row {number}", number=header))
        if plan.needs_municipality:
            parts.append(_("whose list?"))
        elif plan.asking:
            parts.append(ngettext("{count} to decide", "{count} to decide", len(plan.asking)))
        else:
            parts.append(_("ready"))
        return FileFace(name=read.name, lines=" · ".join(parts), is_bad=False, town=town)

    def row(self, candidate: Candidate) -> RowFace:
        """Return the face of one row."""
        title = candidate.row.title or _("(no name)")
        return RowFace(candidate=candidate, title=title, pieces=tuple(self._pieces(candidate)))

    def value(self, field: str, value: Value | None) -> str:
        """Return a value as the window writes it."""
        if value is None:
            return _("nothing")
        if field in MONEY and isinstance(value, int):
            return current().money(value)
        if isinstance(value, Period):
            return period_words(value)
        return str(BY_KEY[field].show(value, self._wording)) if field in BY_KEY else str(value)

    def _pieces(self, candidate: Candidate) -> list[Piece]:
        match candidate.verdict:
            case Verdict.NEW:
                pieces = self._facts(candidate)
            case Verdict.CHANGED:
                pieces = self._changes(candidate.changes)
            case Verdict.CONFLICT:
                pieces = [*self._changes(candidate.changes), *self._conflicts(candidate)]
            case Verdict.DUPLICATE:
                pieces = self._twin(candidate)
            case Verdict.ERROR:
                pieces = [self._issue(issue) for issue in candidate.open_issues]
            case Verdict.MISSING:
                pieces = [Piece(_("Was in the earlier list and is not in this one. It stays as it is."), Tint.FAINT)]
            case Verdict.UNCHANGED:
                pieces = [Piece(_("Nothing to do"), Tint.FAINT)]
        warnings = [issue for issue in candidate.row.issues if not issue.is_blocking and _is_told(issue)]
        return [*pieces, *(self._warning(issue) for issue in warnings)]

    def _facts(self, candidate: Candidate) -> list[Piece]:
        values = candidate.row.values
        facts = [self.value(name, values[name]) for name in ("theme", "status") if name in values]
        budget = values.get("budget_total")
        facts.append(self.value("budget_total", budget) if budget is not None else _("no budget"))
        span = _years(values.get("start"), values.get("end"))
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

    def _changes(self, changes: tuple[FieldChange, ...]) -> list[Piece]:
        pieces: list[Piece] = []
        for change in changes:
            pieces.append(Piece(title_of(change.field)))
            if change.before is not None:
                pieces.append(Piece(_short(self.value(change.field, change.before)), Tint.OLD))
            pieces.append(Piece(_short(self.value(change.field, change.after)), Tint.NEW))
        return pieces

    def _conflicts(self, candidate: Candidate) -> list[Piece]:
        names = ", ".join(title_of(change.field) for change in candidate.conflicts)
        return [Piece(_("{fields}: changed on both sides since the list went out.", fields=names))]

    def _twin(self, candidate: Candidate) -> list[Piece]:
        if candidate.repeats is not None:
            return [Piece(_("Stands on row {number} already.", number=candidate.repeats))]
        twin = candidate.twin
        if twin is None:
            return []
        place = f"({twin.municipality})" if twin.municipality else ""
        return [
            Piece(_("Resembles")),
            Piece(twin.title, Tint.STRONG),
            Piece(f"{place} {_('by {share}', share=f'{twin.likeness}{NO_BREAK}%.')}".strip()),
        ]

    def _issue(self, issue: CellIssue) -> Piece:
        cell = _("Cell {place}.", place=f"{issue.column}{issue.row}") if issue.column else ""
        quoted = _quoted(issue)
        return Piece(f"{title_of(issue.field)} {quoted}{label(issue.code)}. {cell}".strip())

    def _warning(self, issue: CellIssue) -> Piece:
        quoted = _quoted(issue)
        name = f"{title_of(issue.field)} " if issue.field else ""
        return Piece(f"{name}{quoted}{label(issue.code)}.", Tint.WARNING)


def answer_words(faces: Faces, candidate: Candidate, answer: Answer) -> str:
    """Return what a button says that gives *answer*."""
    if len(candidate.conflicts) == 1 and answer in {Answer.OURS, Answer.THEIRS}:
        (change,) = candidate.conflicts
        value = change.before if answer is Answer.OURS else change.after
        return f"{label(answer)}: {_short(faces.value(change.field, value), 40)}"
    return label(answer)


def answers_to(candidate: Candidate) -> tuple[Answer, ...]:
    """Return what can be said to a row."""
    if candidate.verdict is Verdict.CONFLICT:
        return (Answer.OURS, Answer.THEIRS)
    if candidate.verdict is Verdict.DUPLICATE:
        return (Answer.SKIP, Answer.OWN) if candidate.repeats is not None else (Answer.MERGE, Answer.OWN)
    return ()


def place_words(read: ReadList) -> str:
    """Return where in a file the rows stand."""
    sheets = ", ".join(sheet.name for sheet in read.sheets)
    count = len(read.sheets[0].columns) if read.sheets else 0
    known = ngettext("{count} column understood", "{count} columns understood", count)
    is_workbook = read.format != "csv"
    return " · ".join(part for part in (_("sheet {name}", name=sheets) if is_workbook else "", known) if part)


def skipped_words(read: ReadList) -> str:
    """Return which rows of a list are no records."""
    told = [f"{skipped.row} ({label(skipped.why)})" for sheet in read.sheets for skipped in sheet.skipped
            if skipped.why is not Why.SECTION]  # fmt: skip
    if not told:
        return ""
    shown = ", ".join(told[:6]) + (" …" if len(told) > 6 else "")  # noqa: PLR2004  so many fit on one line
    return _("Left out, because they are no projects: row {rows}.", rows=shown)


def file_trouble(read: ReadList) -> str:
    """Return why a list cannot be read."""
    if read.trouble is None:
        return ""
    # The name stands above the sentence already.
    return sentence(type(read.trouble)(**{**read.trouble.parameters, "name": _("The file")}))


def period_words(value: Period) -> str:
    """Return a period in words: as written, but a plain day as the window writes days."""
    if value.precision is Precision.DAY and value.first == value.last:
        return current().day(value.first)
    return value.written or f"{current().day(value.first)} – {current().day(value.last)}"


def days_words(value: Period) -> str:
    """Return the first and the last day of a period; a year that both share is said once."""
    first, last = current().day(value.first), current().day(value.last)
    if value.first.year == value.last.year:
        first = first.removesuffix(str(value.first.year)).rstrip()
    return f"{first} – {last}"


def _years(start: Value | None, end: Value | None) -> str:
    years = [value.first.year if index == 0 else value.last.year
             for index, value in enumerate((start, end)) if isinstance(value, Period)]  # fmt: skip
    return "–".join(dict.fromkeys(map(str, years)))


def _quoted(issue: CellIssue) -> str:
    return _("“{text}”", text=_short(issue.value)) + " " if issue.value else ""


def _is_told(issue: CellIssue) -> bool:
    return issue.code not in {IssueCode.MUNICIPALITY_UNKNOWN, IssueCode.CHOICE_UNKNOWN}


def _short(text: str, limit: int = 90) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + NO_BREAK + "…"


def status_choices() -> list[tuple[str, str]]:
    """Return the statuses a person can choose from, as key and name."""
    return [(status.value, label(status)) for status in Status]
