"""Which project a row of a list is about: by key, by reference, by name, by likeness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple, TypeAlias, overload

from typing_extensions import override

from smartstad_desktop.domain.lists.alike import Alike, AlikeIndex, Described
from smartstad_desktop.domain.lists.importing import FoundBy, RowKey, Twin
from smartstad_desktop.domain.lists.lists import ReadRow, Value
from smartstad_desktop.domain.values import MunicipalityId, ProjectId
from smartstad_desktop.exchange.cells.folding import fold
from smartstad_desktop.reads.lists.importing import Known
from smartstad_desktop.reads.lists.listed_projects import KnownProject

#: So alike (0–100) two names in one municipality must be to be the same project, or to ask.
SAME_NAME: Final = 92
LIKE_NAME: Final = 80
#: A reference or a key counts for a row of another name only when the names are at least this alike, or nothing else
#: speaks for another project: running numbers are used again, and cells are sorted apart from their keys.
REFERENCE_NAME: Final = 45

#: With more new rows than this their texts are not compared, only names, technologies and themes.
MANY: Final = 1_000

#: A row with the place in the plan it has, and whose it is.
Placed: TypeAlias = "tuple[RowKey, ReadRow, MunicipalityId | None]"
_Town: TypeAlias = "MunicipalityId | None"


class Match(NamedTuple):
    """The project of a row, or what it only resembles."""

    project: KnownProject | None = None
    found_by: FoundBy | None = None
    twin: Twin | None = None


def likeness(one: str, other: str) -> int:
    """Return how alike two names are, 0 to 100; the order of words counts little."""
    return _likeness(fold(one), fold(other))


@lru_cache(maxsize=50_000)
def _likeness(one: str, other: str) -> int:
    from rapidfuzz import fuzz  # noqa: PLC0415  loaded only when lists are compared

    return round(max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)))


class Matching:
    """Finds the projects of the rows of all lists of an import; every project is found at most once."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._names = {town.id: town.short_name for town in known.names.municipalities}
        self._by_id = {project.id: project for project in known.projects}
        self._by_key = {project.key: project for project in known.projects}
        self._aliases = {each.key: each.municipality for each in known.merged}
        for gone in known.merged:
            if kept := self._by_id.get(gone.project):
                self._by_key.setdefault(gone.key, kept)

    @cached_property
    def _by_name(self) -> dict[tuple[_Town, str], list[KnownProject]]:
        found: dict[tuple[_Town, str], list[KnownProject]] = {}
        for project in self._known.projects:
            found.setdefault((project.municipality, fold(project.title)), []).append(project)
        for gone in self._known.merged:
            if kept := self._by_id.get(gone.project):
                found.setdefault((gone.municipality, fold(gone.title)), []).append(kept)
        return found

    @cached_property
    def _by_reference(self) -> dict[tuple[_Town, str], list[KnownProject]]:
        found: dict[tuple[_Town, str], list[KnownProject]] = {}
        for project in self._known.projects:
            if reference := project.values.get("external_ref"):
                found.setdefault((project.municipality, fold(str(reference))), []).append(project)
        return found

    def match(self, rows: Sequence[Placed]) -> list[Match]:
        """Return the match of each row: first those that are certain, then those that are alike."""
        found: list[Match | None] = [None] * len(rows)
        used: set[ProjectId] = set()
        keeps = self._key_keepers(rows)
        finders: tuple[tuple[FoundBy, Callable[[ReadRow, _Town], Iterable[KnownProject]]], ...] = (
            (FoundBy.KEY, self._with_key),
            (FoundBy.REFERENCE, self._with_reference),
            (FoundBy.NAME, self._with_name),
        )
        left: Sequence[int] = range(len(rows))
        for kind, finder in finders:
            for place in keeps if kind is FoundBy.KEY else left:
                _key, row, town = rows[place]
                for project in finder(row, town):
                    if project.id not in used:
                        found[place] = Match(project, kind)
                        used.add(project.id)
                        break
            left = [place for place in left if found[place] is None]
        if left:
            likes = _Likes(self._known, [rows[place] for place in left], self._names)
            for place, match in zip(left, likes.matches(used), strict=True):
                found[place] = match
        return [match or Match() for match in found]

    def _key_keepers(self, rows: Sequence[Placed]) -> list[int]:
        """Return the places whose row may use its key: of copies that is the one named like the project."""
        keys = [row.values.get("row_key") for _key, row, _town in rows]
        times = Counter(keys)
        keeps = [place for place, key in enumerate(keys) if key and times[key] == 1]
        sharing: dict[str, list[int]] = {}
        for place, key in enumerate(keys):
            if key and times[key] > 1:
                sharing.setdefault(str(key), []).append(place)
        for key, places in sharing.items():
            project = self._by_key.get(key)
            if project is None:
                keeps.append(places[0])
                continue
            alike = [likeness(rows[place][1].title, project.title) for place in places]
            keeps.append(places[alike.index(max(alike))])
        return sorted(keeps)

    def _with_key(self, row: ReadRow, town: _Town) -> Iterable[KnownProject]:
        key = row.values.get("row_key")
        project = self._by_key.get(key) if isinstance(key, str) else None
        if project is None or not isinstance(key, str) or not self._may_edit(project, key, town):
            return ()
        title = row.title
        if project.title == title or not title:
            return (project,)
        # A key beside another project's name: part of the sheet was sorted without the rest.
        named = [each for each in self._by_name.get((town, fold(title)), ()) if each is not project]
        is_strange = bool(named) and likeness(project.title, title) < REFERENCE_NAME
        return () if is_strange else (project,)

    def _may_edit(self, project: KnownProject, key: str, town: _Town) -> bool:
        if town is None or project.municipality == town or self._aliases.get(key) == town:
            return True
        taking_part = project.values.get("participants", ())
        return isinstance(taking_part, tuple) and self._names.get(town) in taking_part

    def _with_reference(self, row: ReadRow, town: _Town) -> Iterable[KnownProject]:
        reference = row.values.get("external_ref")
        if not reference:
            return ()
        same = self._by_reference.get((town, fold(str(reference))), ())
        return (project for project in same if likeness(project.title, row.title) >= REFERENCE_NAME)

    def _with_name(self, row: ReadRow, town: _Town) -> Iterable[KnownProject]:
        same = self._by_name.get((town, fold(row.title)), ()) if row.title else ()
        return (project for project in same if _may_be(row.values, project.values))


class _Likes:
    """What the rows without a certain project resemble: projects, and rows of earlier lists of the same import."""

    def __init__(self, known: Known, rows: Sequence[Placed], names: Mapping[MunicipalityId, str]) -> None:
        self._projects = known.projects
        self._rows = rows
        self._names = names
        titles = [*(each.title for each in known.projects), *(row.title for _key, row, _town in rows)]
        self._described = _Described(known.projects, rows)
        self._index = AlikeIndex(self._described, titles, is_brief=len(rows) > MANY)

    def matches(self, used: set[ProjectId]) -> list[Match]:
        """Return the match of each row; projects that are found become *used*."""
        found: list[Match] = []
        for place, (key, row, town) in enumerate(self._rows):
            alikes = self._index.like(
                self._described[len(self._projects) + place], accepts=self._accepts(key, town, used)
            )
            found.append(self._same(alikes, row, town, used) or Match(twin=self._twin(alikes, place)))
        return found

    def _accepts(self, key: RowKey, town: _Town, used: set[ProjectId]) -> Callable[[int], bool]:
        """Return what tells whether a project, or a row, may be compared with the row of *key*."""
        projects, rows = self._projects, self._rows

        def is_accepted(number: int) -> bool:
            if number >= len(projects):
                return rows[number - len(projects)][0].list_index < key.list_index
            project = projects[number]
            return project.municipality != town or project.id not in used

        return is_accepted

    def _same(self, alikes: Iterable[Alike], row: ReadRow, town: _Town, used: set[ProjectId]) -> Match | None:
        for alike in alikes:
            project = self._projects[alike.id] if alike.id < len(self._projects) else None
            if (
                project is not None
                and project.municipality == town
                and _may_be(row.values, project.values)
                and likeness(project.title, row.title) >= SAME_NAME
            ):
                used.add(project.id)
                return Match(project, FoundBy.LIKENESS)
        return None

    def _twin(self, alikes: Iterable[Alike], place: int) -> Twin | None:
        _key, _row, town = self._rows[place]
        for alike in alikes:
            is_row = alike.id >= len(self._projects)
            other, row, whose = self._rows[alike.id - len(self._projects)] if is_row else (None, None, None)
            project = None if is_row else self._projects[alike.id]
            whose = project.municipality if project else whose
            if whose == town and alike.likeness < LIKE_NAME:
                continue
            title = project.title if project else row.title if row else ""
            return Twin(
                title=title,
                municipality=self._names.get(whose, "") if whose else "",
                likeness=alike.likeness,
                is_neighbour=whose != town,
                project=project.id if project else None,
                row=other,
                reasons=self._index.reasons(self._described[len(self._projects) + place], alike),
            )
        return None


class _Described(Sequence[Described]):
    """Projects and then rows as they are compared, each made when it is first asked for: most never are."""

    def __init__(self, projects: Sequence[KnownProject], rows: Sequence[Placed]) -> None:
        self._projects = projects
        self._rows = rows
        self._made: dict[int, Described] = {}

    @override
    def __len__(self) -> int:
        return len(self._projects) + len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Described: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Described]: ...
    @override
    def __getitem__(self, place: int | slice) -> Described | Sequence[Described]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if place not in self._made:
            if place < len(self._projects):
                project = self._projects[place]
                values, town = project.values, project.municipality
            else:
                _key, row, town = self._rows[place - len(self._projects)]
                values = row.values
            self._made[place] = described_values(place, values, town)
        return self._made[place]


def described_values(number: int, values: Mapping[str, Value], town: _Town) -> Described:
    """Return what of a row or a project is compared, from its values in the words of a list."""
    technologies, themes = values.get("technologies", ()), values.get("theme", ())
    return Described(
        id=number,
        title=str(values.get("title", "")),
        text=f"{values.get('what', '')} {values.get('why', '')}".strip(),
        technologies=technologies if isinstance(technologies, tuple) else (),
        themes=themes if isinstance(themes, tuple) else (),
        place=town,
    )


def _may_be(one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    """Return whether the references of a row and a project do not speak against each other."""
    mine, theirs = one.get("external_ref"), other.get("external_ref")
    return not mine or not theirs or fold(str(mine)) == fold(str(theirs))
