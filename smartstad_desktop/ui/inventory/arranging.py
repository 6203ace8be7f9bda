"""Which projects are shown, in which order and in which groups; pure lists of ids, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain.inventory import ProjectKind, Status
from smartstad_desktop.domain.values import Language
from smartstad_desktop.reads.inventory import ProjectRow
from smartstad_desktop.text.phrases import _
from smartstad_desktop.ui.inventory.finding import words_of
from smartstad_desktop.ui.inventory.snapshot import Snapshot, progress, years_of

#: A row nobody has confirmed for half a year is asked about, as on the overview.
STALE_DAYS: Final = 180
_BETWEEN: Final = "\x1f"
#: The last letters of each alphabet, as signs that sort behind "z".
_LAST: Final = {
    Language.SV: (("å", "{"), ("ä", "|"), ("æ", "|"), ("ö", "}"), ("ø", "}")),
    Language.NB: (("æ", "{"), ("ä", "{"), ("ø", "|"), ("ö", "|"), ("å", "}")),
    Language.EN: (("å", "a"), ("ä", "a"), ("æ", "a"), ("ö", "o"), ("ø", "o")),
}
_ACCENTS: Final = (("é", "e"), ("è", "e"), ("ü", "u"))


class Grouping(StrEnum):
    """What the table can be grouped by."""

    NONE = "none"
    MUNICIPALITY = "municipality"
    THEME = "theme"
    KIND = "kind"
    STATUS = "status"


class Missing(StrEnum):
    """Gaps that can be asked for."""

    THEME = "theme"
    CONFIRMED = "confirmed"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user wants to see. Empty sets mean everything."""

    typed: str = ""
    kinds: frozenset[ProjectKind] = frozenset()
    themes: frozenset[int] = frozenset()
    municipalities: frozenset[int] = frozenset()
    missing: Missing | None = None

    @property
    def is_everything(self) -> bool:
        """Return whether nothing is left out."""
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class Sorting:
    """The column the table is sorted by."""

    column: str = "title"
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading."""

    key: Hashable
    name: str
    ids: Sequence[int] = field(default=())


class Arranger:
    """Keeps the order and the last filter, so that a key typed costs one pass over what is left."""

    def __init__(self, snapshot: Snapshot, today: date) -> None:
        self._snapshot = snapshot
        self._today = today
        self._by_title: list[int] | None = None
        self._order: tuple[Sorting, list[int]] | None = None
        self._chosen: tuple[tuple[object, ...], Sequence[int]] | None = None
        #: The list that was searched last, what was typed, and what was found.
        self._found: tuple[Sequence[int], str, Sequence[int]] | None = None

    def forget(self, *, order: bool) -> None:
        """Look at the rows afresh; the *order* too, or let rows stay where they are although they changed."""
        self._chosen = self._found = None
        if order:
            self._by_title = self._order = None

    def ids(self, wanted: Wanted, sorting: Sorting) -> Sequence[int]:
        """Return the ids of what is wanted, in order."""
        rest = self._filtered(wanted, sorting)
        words = words_of(wanted.typed)
        if not words:
            return rest
        where = rest
        if self._found is not None and self._found[0] is rest and wanted.typed.startswith(self._found[1]):
            # Text that grew can only leave out more.
            where = self._found[2]
        found = self._snapshot.haystack.find(where, words)
        self._found = (rest, wanted.typed, found)
        return found

    def _filtered(self, wanted: Wanted, sorting: Sorting) -> Sequence[int]:
        key = (wanted.kinds, wanted.themes, wanted.municipalities, wanted.missing, sorting)
        if self._chosen is None or self._chosen[0] != key:
            self._chosen = (key, self._choose(wanted, self._in_order(sorting)))
        return self._chosen[1]

    def _choose(self, wanted: Wanted, ids: Sequence[int]) -> Sequence[int]:
        rows = self._snapshot.rows
        if wanted.kinds:
            ids = [number for number in ids if rows[number].kind in wanted.kinds]
        if wanted.themes:
            ids = [number for number in ids if not wanted.themes.isdisjoint(rows[number].themes)]
        if wanted.municipalities:
            # A project belongs to those that take part in it too.
            ids = [
                number
                for number in ids
                if rows[number].municipality in wanted.municipalities
                or not wanted.municipalities.isdisjoint(rows[number].participants)
            ]
        if wanted.missing is not None:
            lacks = _LACKS[wanted.missing]
            limit = (self._today - timedelta(days=STALE_DAYS)).isoformat()
            ids = [number for number in ids if lacks(rows[number], limit)]
        return ids

    def _in_order(self, sorting: Sorting) -> Sequence[int]:
        if self._order is None or self._order[0] != sorting:
            self._order = (sorting, self._sorted(sorting))
        return self._order[1]

    def _sorted(self, sorting: Sorting) -> list[int]:
        rows = self._snapshot.rows
        if self._by_title is None:
            keys = sort_keys([row.title for row in rows.values()], self._snapshot.phrases.language)
            self._by_title = [number for _key, number in sorted(zip(keys, rows, strict=True))]
        if sorting.column == "title":
            return self._by_title[::-1] if sorting.is_descending else self._by_title
        value = SORTS[sorting.column]
        values = {number: value(self._snapshot, rows[number]) for number in self._by_title}
        known = [number for number in self._by_title if values[number] not in {None, ""}]
        if known and isinstance(values[known[0]], str):
            texts = sort_keys([values[number] for number in known], self._snapshot.phrases.language)
            values.update(zip(known, texts, strict=True))
        known.sort(key=values.__getitem__, reverse=sorting.is_descending)
        # What is not known stands last in both directions: it is neither the smallest nor the largest.
        return known + [number for number in self._by_title if values[number] in {None, ""}]


def sort_keys(texts: Sequence[str], language: Language) -> list[str]:
    """Return a key per text that sorts in the order of *language*, made for all of them in a few passes."""
    if not texts:
        return []
    joined = _BETWEEN.join(texts).casefold()
    for old, new in (*_LAST[language], *_ACCENTS):
        joined = joined.replace(old, new)
    return joined.split(_BETWEEN)


def _lacks_theme(row: ProjectRow, _limit: str) -> bool:
    return not row.themes and not row.is_external


def _lacks_confirmation(row: ProjectRow, limit: str) -> bool:
    is_over = row.status in {Status.COMPLETED, Status.STOPPED}
    return not row.is_external and not is_over and (row.confirmed_on or "") < limit


def _lacks_answer(row: ProjectRow, _limit: str) -> bool:
    """Return whether somebody wants to ask about a project, or to look at it again."""
    return row.review_on is not None and not row.is_external and row.status not in {Status.COMPLETED, Status.STOPPED}


_LACKS: Final[dict[Missing, Callable[[ProjectRow, str], bool]]] = {
    Missing.THEME: _lacks_theme,
    Missing.CONFIRMED: _lacks_confirmation,
    Missing.ANSWER: _lacks_answer,
}
_STATUS_ORDER: Final = {status.value: number for number, status in enumerate(Status)}
_KIND_ORDER: Final = {kind: number for number, kind in enumerate(ProjectKind)}

SORTS: Final[dict[str, Callable[[Snapshot, ProjectRow], Any]]] = {
    "municipality": lambda snapshot, row: snapshot.municipality_name(row),
    "themes": lambda snapshot, row: snapshot.themes_of(row),
    "status": lambda _snapshot, row: _STATUS_ORDER[row.status],
    "kind": lambda _snapshot, row: _KIND_ORDER[row.kind],
    "budget": lambda _snapshot, row: row.budget,
    "time": lambda _snapshot, row: row.start or row.end or years_of(row),
    "goals": lambda _snapshot, row: sum(row.goals) or None,
    "owner_unit": lambda _snapshot, row: row.owner_unit,
    "confirmed": lambda _snapshot, row: row.confirmed_on,
    "progress": lambda _snapshot, row: progress(row),
}


def grouped(ids: Sequence[int], grouping: Grouping, snapshot: Snapshot) -> list[Group]:
    """Return *ids* in groups, the groups in the order people expect; one without a name stands last."""
    found: dict[Hashable, list[int]] = {}
    rows, key_of = snapshot.rows, _GROUP_KEYS[grouping]
    for number in ids:
        found.setdefault(key_of(rows[number]), []).append(number)
    names = _group_names(grouping, snapshot)
    order = {key: place for place, key in enumerate(names)}
    keys = sorted(found, key=lambda key: order.get(key, len(order)))
    return [Group(key, names.get(key, _("Without")), found[key]) for key in keys]


_GROUP_KEYS: Final[dict[Grouping, Callable[[ProjectRow], Hashable]]] = {
    Grouping.MUNICIPALITY: lambda row: row.municipality,
    Grouping.THEME: lambda row: row.themes[0] if row.themes else None,
    Grouping.KIND: lambda row: row.kind,
    Grouping.STATUS: lambda row: row.status,
}


def _group_names(grouping: Grouping, snapshot: Snapshot) -> dict[Hashable, str]:
    match grouping:
        case Grouping.MUNICIPALITY:
            faces = list(snapshot.faces.municipalities.values())
            keys = sort_keys([face.short_name for face in faces], snapshot.phrases.language)
            ordered = [face for _key, face in sorted(zip(keys, faces, strict=True), key=lambda pair: pair[0])]
            return {**{face.id: face.name for face in ordered}, None: _("Seen elsewhere")}
        case Grouping.THEME:
            return {**snapshot.theme_names, None: _("Without theme")}
        case Grouping.KIND:
            return {kind: snapshot.kind_names[kind] for kind in ProjectKind}
        case _:
            return {status.value: snapshot.status_names[status] for status in Status}
