"""Which project a row of a list is about: by key, by reference, by name, by likeness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from smartstad_desktop.domain.importing import Twin
from smartstad_desktop.domain.lists import ReadRow
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.exchange.folding import fold
from smartstad_desktop.reads.importing import Known, KnownProject

#: So alike (0–100) two names in one municipality must be to be the same project, or to ask.
SAME_NAME: Final = 92
LIKE_NAME: Final = 80
#: A reference counts only when the names are at least this alike: running numbers are used again.
REFERENCE_NAME: Final = 45
#: More pairs of names than this are not compared letter by letter: it would take longer than anybody waits.
COMPARED: Final = 20_000_000


@dataclass(frozen=True, slots=True)
class Match:
    """The project of a row, or the one it only resembles."""

    project: KnownProject | None = None
    twin: Twin | None = None


def likeness(one: str, other: str) -> int:
    """Return how alike two names are, 0 to 100; the order of words counts little."""
    return _likeness(fold(one), fold(other))


@lru_cache(maxsize=50_000)
def _likeness(one: str, other: str) -> int:
    from rapidfuzz import fuzz  # noqa: PLC0415  loaded only when lists are compared

    return round(max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)))


class Matching:
    """Finds the projects of the rows of one list; every project is found at most once."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._names = {town.id: town.short_name for town in known.names.municipalities}
        self._by_key = {project.key: project for project in known.projects}
        self._titles = [(fold(project.title), project) for project in known.projects]
        self._of: dict[MunicipalityId | None, list[KnownProject]] = {}
        self._of_mark: dict[tuple[MunicipalityId | None, str, str], list[KnownProject]] = {}
        for project in known.projects:
            self._of.setdefault(project.municipality, []).append(project)
            for kind, mark in (("reference", project.values.get("external_ref", "")), ("name", project.title)):
                self._of_mark.setdefault((project.municipality, kind, fold(str(mark))), []).append(project)

    def match(self, rows: Sequence[tuple[ReadRow, MunicipalityId | None]]) -> list[Match]:
        """Return the match of each row: first those that are certain, then those that are alike."""
        found: list[Match | None] = [None] * len(rows)
        used: set[str] = set()
        for finder in (self._by_row_key, self._by_reference, self._by_name, self._by_likeness):
            for index, (row, town) in enumerate(rows):
                if found[index] is None and (project := finder(row, town, used)) is not None:
                    found[index] = Match(project)
                    used.add(project.key)
        others = _Others(self._titles, used, is_large=len(rows) * len(self._titles) > COMPARED)
        return [
            each or Match(twin=self._twin(row, town, others)) for each, (row, town) in zip(found, rows, strict=True)
        ]

    def _by_row_key(self, row: ReadRow, _town: MunicipalityId | None, used: set[str]) -> KnownProject | None:
        project = self._by_key.get(str(row.values.get("row_key", "")))
        return None if project is None or project.key in used else project

    def _by_reference(self, row: ReadRow, town: MunicipalityId | None, used: set[str]) -> KnownProject | None:
        reference = fold(str(row.values.get("external_ref", "")))
        if not reference:
            return None
        same = self._marked(town, "reference", reference, used)
        return next((p for p in same if likeness(p.title, row.title) >= REFERENCE_NAME), None)

    def _by_name(self, row: ReadRow, town: MunicipalityId | None, used: set[str]) -> KnownProject | None:
        name = fold(row.title)
        if not name:
            return None
        return next((p for p in self._marked(town, "name", name, used) if _may_be(row, p)), None)

    def _by_likeness(self, row: ReadRow, town: MunicipalityId | None, used: set[str]) -> KnownProject | None:
        from rapidfuzz import fuzz, process  # noqa: PLC0415  loaded only when lists are compared

        free = [p for p in self._free(town, used) if _may_be(row, p)]
        best = process.extractOne(
            fold(row.title), [fold(p.title) for p in free], scorer=fuzz.token_sort_ratio, score_cutoff=SAME_NAME
        )
        return free[best[2]] if best else None

    def _marked(self, town: MunicipalityId | None, kind: str, mark: str, used: set[str]) -> list[KnownProject]:
        return [project for project in self._of_mark.get((town, kind, mark), ()) if project.key not in used]

    def _free(self, town: MunicipalityId | None, used: set[str]) -> Iterable[KnownProject]:
        return (project for project in self._of.get(town, ()) if project.key not in used)

    def _twin(self, row: ReadRow, town: MunicipalityId | None, others: _Others) -> Twin | None:
        """Return the project that *row* resembles most, here among those no row has, and among all neighbours'."""
        best = others.nearest(fold(row.title), town)
        if best is None:
            return None
        project, share = best
        return Twin(
            project=project.id,
            title=project.title,
            municipality=self._names.get(project.municipality, "") if project.municipality else "",
            likeness=share,
            is_neighbour=project.municipality != town,
        )


class _Others:
    """The projects a row may resemble; in very large comparisons only those of the same name."""

    def __init__(self, titles: Sequence[tuple[str, KnownProject]], used: set[str], *, is_large: bool) -> None:
        self._titles = titles
        self._used = used
        self._is_large = is_large
        self._seen: dict[MunicipalityId | None, tuple[dict[int, str], dict[str, int]]] = {}

    def nearest(self, name: str, town: MunicipalityId | None) -> tuple[KnownProject, int] | None:
        """Return the project whose name is nearest to *name* with its likeness, for a row from *town*."""
        if not name:
            return None
        if town not in self._seen:
            left = {
                index: title
                for index, (title, project) in enumerate(self._titles)
                if project.municipality != town or project.key not in self._used
            }
            self._seen[town] = (left, {title: index for index, title in left.items()})
        left, exact = self._seen[town]
        if name in exact:
            return self._titles[exact[name]][1], 100
        if self._is_large:
            return None
        from rapidfuzz import fuzz, process  # noqa: PLC0415  loaded only when lists are compared

        best = process.extractOne(name, left, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE_NAME)
        return (self._titles[best[2]][1], round(best[1])) if best else None


def _may_be(row: ReadRow, project: KnownProject) -> bool:
    """Return whether the references of a row and a project do not speak against each other."""
    one, other = row.values.get("external_ref"), project.values.get("external_ref")
    return not one or not other or fold(str(one)) == fold(str(other))


@dataclass(frozen=True, slots=True)
class Repeat:
    """An earlier row of the same list (by place) that a row repeats; a copy says nothing else."""

    earlier: int
    is_copy: bool


def repeated(rows: Sequence[ReadRow]) -> Mapping[int, Repeat]:
    """Return the rows, by place, that carry an earlier row's key, or its reference and name."""
    first: dict[tuple[str, str], int] = {}
    found: dict[int, Repeat] = {}
    for index, row in enumerate(rows):
        marks = [("key", str(row.values.get("row_key", ""))), ("name", _identity(row))]
        earlier = [(first[mark], mark[0] == "key") for mark in marks if mark[1] and mark in first]
        if earlier:
            place, is_key = earlier[0]
            found[index] = Repeat(place, is_key or rows[place].values == row.values)
            continue
        first.update({mark: index for mark in marks if mark[1]})
    return found


def _identity(row: ReadRow) -> str:
    name, reference = fold(row.title), fold(str(row.values.get("external_ref", "")))
    town = fold(str(row.values.get("municipality", "")))
    return f"{town}|{reference}|{name}" if name else ""
