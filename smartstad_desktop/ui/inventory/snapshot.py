"""What the inventory page knows at the moment: rows, names, and the text to search in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property
from typing import Final

from smartstad_desktop.domain.inventory import ProjectKind, Status, progress_of
from smartstad_desktop.reads import inventory
from smartstad_desktop.reads.inventory import Counts, Faces, MunicipalityFace, ProjectRow
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.ui.inventory.finding import Haystack
from smartstad_desktop.ui.kit.marks import Mark
from smartstad_desktop.usecases.workspace import Workspace

#: So many texts are made ready in one pause between two events: about 15 ms.
_AT_ONCE: Final = 500


class Snapshot:
    """All projects as they were read, and everything derived from them that is worth keeping."""

    def __init__(self, workspace: Workspace, phrases: Phrasebook) -> None:
        self._workspace = workspace
        self.phrases = phrases
        self.faces: Faces = workspace.read(inventory.faces)
        self.rows: dict[int, ProjectRow] = {row.id: row for row in workspace.read(inventory.rows)}
        self.counts: Counts = inventory.counts(self.rows.values())
        language = phrases.language
        self.theme_names = {face.id: face.name.in_language(language) for face in self.faces.themes.values()}
        self.goal_names = {face.id: face.name.in_language(language) for face in self.faces.goals.values()}
        self.marks = {face.id: _mark(face) for face in self.faces.municipalities.values()}
        self.status_names: dict[str, str] = {status: label(status, phrases) for status in Status}
        self.kind_names: dict[str, str] = {kind: label(kind, phrases) for kind in ProjectKind}
        self._haystack = Haystack({})
        self._unread: list[int] = list(self.rows)

    def update(self, projects: Collection[int]) -> bool:
        """Read some projects again; return whether projects came or went."""
        fresh = {row.id: row for row in self._workspace.read(inventory.rows, projects)}
        known = self.rows.keys() & set(projects)
        came_or_went = known != fresh.keys()
        self.rows.update(fresh)
        for gone in known - fresh.keys():
            del self.rows[gone]
        if came_or_went:
            self.rows = dict(sorted(self.rows.items()))
        self.counts = inventory.counts(self.rows.values())
        self._haystack.put(self._texts(fresh.keys()))
        return came_or_went

    @property
    def haystack(self) -> Haystack:
        """Return the text to search in; what is not ready yet is made ready now."""
        if self._unread:
            self._haystack.put(self._texts(None))
            self._unread = []
        return self._haystack

    def prepare(self) -> bool:
        """Make some more of the text to search in ready, then of its index; return whether all of it is."""
        some, self._unread = self._unread[:_AT_ONCE], self._unread[_AT_ONCE:]
        if some:
            self._haystack.put(self._texts(some))
            return False
        return self._haystack.prepare()

    def _texts(self, only: Collection[int] | None) -> dict[int, str]:
        written = self._workspace.read(inventory.search_texts, only)
        rows, names, statuses = self.rows, self._municipality_names, self.status_names
        themes = self.theme_names
        return {
            number: f"{text} {names.get(row.municipality, '')} {statuses[row.status]} "
            f"{' '.join(themes[theme] for theme in row.themes)}"
            for number, text in written.items()
            for row in (rows[number],)
        }

    @cached_property
    def _municipality_names(self) -> dict[int | None, str]:
        return {face.id: f"{face.name} {face.mark}" for face in self.faces.municipalities.values()}

    # Words of a row

    def marks_of(self, row: ProjectRow) -> tuple[Mark, ...]:
        """Return the mark of the municipality that leads, then those that take part."""
        leads = () if row.municipality is None else (row.municipality,)
        return tuple(self.marks[number] for number in (*leads, *row.participants))

    def municipality_name(self, row: ProjectRow) -> str:
        """Return the short name of the municipality that leads."""
        return "" if row.municipality is None else self.faces.municipalities[row.municipality].short_name

    def themes_of(self, row: ProjectRow) -> str:
        """Return the names of the row's themes."""
        return ", ".join(self.theme_names[theme] for theme in row.themes)

    def money_of(self, row: ProjectRow) -> str:
        """Return the budget as people say it; nothing where it is not known."""
        return "" if row.budget is None else self.phrases.short_money(row.budget)


def years_of(row: ProjectRow) -> str:
    """Return the years of a project in few figures: ``2026–27``; the written words where no year is known."""
    first, last = (row.start or "")[:4], (row.end or "")[:4]
    if first and last and first != last:
        return f"{first}–{last[2:]}" if first[:2] == last[:2] else f"{first}–{last}"
    if first or last:
        return first or f"–{last}"
    return row.start_written or row.end_written


def progress(row: ProjectRow) -> int:
    """Return how far the project has come, in per cent."""
    return progress_of(Status(row.status), Status(row.remembered) if row.remembered else None)


def day_of(text: str | None) -> date | None:
    """Return the day that ISO *text* means."""
    return date.fromisoformat(text) if text else None


def budget_sum(rows: Sequence[ProjectRow]) -> int:
    """Return the sum of the budgets that are known."""
    return sum(row.budget or 0 for row in rows)


def _mark(face: MunicipalityFace) -> Mark:
    return Mark(face.mark, face.colour, face.name)
