"""What has changed from one version of the plan to another, as data that can be kept and told in any language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from smartstad_desktop.domain.plan.matching import matched, moved
from smartstad_desktop.domain.values import Named

#: What a field holds: words, a number, a day as it is written in data, or nothing.
Value: TypeAlias = str | int | None


class Change(StrEnum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class LinkPart(StrEnum):
    """What a measure is tied to."""

    GOAL = "goal"
    RISK = "risk"
    CASE = "case"


class SumPart(StrEnum):
    """Which money was added up: what measures cost once and per year, and what municipalities set aside."""

    ONE_OFF = "money_one_off"
    RUNNING = "money_running"
    COMMITTED = "committed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureState:
    """A measure as it stands in a version; ``said`` are the commitments by municipality, field by field."""

    project: int | None
    title: str
    fields: Mapping[str, Value]
    links: Mapping[tuple[LinkPart, Named], int] = field(default_factory=dict[tuple[LinkPart, Named], int])
    said: Mapping[str, Mapping[str, Value]] = field(default_factory=dict[str, Mapping[str, Value]])


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryState:
    """A chapter, or something set aside, as it stands in a version; ``part`` says which."""

    part: str
    project: int | None
    title: str
    fields: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionState:
    """A version as it is compared."""

    version: str
    facts: Mapping[str, Value]
    measures: tuple[MeasureState, ...]
    entries: tuple[EntryState, ...]
    sums: Mapping[tuple[SumPart, str], int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field that says something else."""

    name: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChange:
    """A goal, a risk or a case that came, went, or counts otherwise; None is not tied."""

    part: LinkPart
    name: Named
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentChange:
    """What a municipality says otherwise; a commitment that came or went has all its fields."""

    municipality: str
    change: Change
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChange:
    """A measure that came, went or changed; numbers are its places in the two plans."""

    change: Change
    title: str
    number: int | None
    before_title: str = ""
    before_number: int | None = None
    is_moved: bool = False
    fields: tuple[FieldChange, ...] = ()
    links: tuple[LinkChange, ...] = ()
    commitments: tuple[CommitmentChange, ...] = ()

    @property
    def is_renamed(self) -> bool:
        """Return whether it has another name."""
        return self.change is Change.CHANGED and self.before_title != self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """A chapter, or something set aside, that came, went or changed."""

    part: str
    change: Change
    title: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SumChange:
    """A sum that is another one; of a municipality, or of all when it names none."""

    part: SumPart
    municipality: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanges:
    """All that has changed from the version ``before`` to the version ``after``."""

    before: str
    after: str
    facts: tuple[FieldChange, ...]
    measures: tuple[MeasureChange, ...]
    entries: tuple[EntryChange, ...]
    sums: tuple[SumChange, ...]

    @property
    def is_empty(self) -> bool:
        """Return whether nothing has changed."""
        return not (self.facts or self.measures or self.entries or self.sums)

    def as_data(self) -> dict[str, Any]:
        """Return it as plain data, which ``kept_changes`` reads."""
        return asdict(self)


def changes_between(old: VersionState, new: VersionState) -> PlanChanges:
    """Return what has changed from *old* to *new*: measures in the order of the new plan, then what went."""
    return PlanChanges(
        before=old.version,
        after=new.version,
        facts=_fields(old.facts, new.facts),
        measures=_measures(old.measures, new.measures),
        entries=_entries(old.entries, new.entries),
        sums=tuple(
            SumChange(part=part, municipality=town, before=old.sums.get((part, town)), after=new.sums.get((part, town)))
            for part, town in dict.fromkeys((*new.sums, *old.sums))
            if old.sums.get((part, town)) != new.sums.get((part, town))
        ),
    )


def _fields(old: Mapping[str, Value], new: Mapping[str, Value]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name=name, before=old.get(name), after=new.get(name))
        for name in dict.fromkeys((*new, *old))
        if (old.get(name) or None) != (new.get(name) or None)
    )


def _measures(old: Sequence[MeasureState], new: Sequence[MeasureState]) -> tuple[MeasureChange, ...]:
    pairs = matched([(each.project, each.title) for each in old], [(each.project, each.title) for each in new])
    elsewhere = moved(pairs)
    changes = [
        MeasureChange(change=Change.ADDED, title=each.title, number=place + 1)
        if place not in pairs
        else _changed(old[pairs[place]], each, (pairs[place] + 1, place + 1), is_moved=place in elsewhere)
        for place, each in enumerate(new)
    ]
    kept = set(pairs.values())
    gone = [
        MeasureChange(change=Change.REMOVED, title=each.title, number=None, before_number=place + 1)
        for place, each in enumerate(old)
        if place not in kept
    ]
    return tuple(each for each in (*changes, *gone) if each is not None)


def _changed(old: MeasureState, new: MeasureState, numbers: tuple[int, int], *, is_moved: bool) -> MeasureChange | None:
    links = tuple(
        LinkChange(part=part, name=name, before=old.links.get((part, name)), after=new.links.get((part, name)))
        for part, name in dict.fromkeys((*new.links, *old.links))
        if old.links.get((part, name)) != new.links.get((part, name))
    )
    fields, commitments = _fields(old.fields, new.fields), _commitments(old.said, new.said)
    if not (is_moved or fields or links or commitments or old.title != new.title):
        return None
    return MeasureChange(
        change=Change.CHANGED,
        title=new.title,
        number=numbers[1],
        before_title=old.title,
        before_number=numbers[0],
        is_moved=is_moved,
        fields=fields,
        links=links,
        commitments=commitments,
    )


def _commitments(
    old: Mapping[str, Mapping[str, Value]], new: Mapping[str, Mapping[str, Value]]
) -> tuple[CommitmentChange, ...]:
    found: list[CommitmentChange] = []
    for town in dict.fromkeys((*new, *old)):
        fields = _fields(old.get(town, {}), new.get(town, {}))
        change = Change.ADDED if town not in old else Change.REMOVED if town not in new else Change.CHANGED
        if fields or change is not Change.CHANGED:
            found.append(CommitmentChange(municipality=town, change=change, fields=fields))
    return tuple(found)


def _entries(old: Sequence[EntryState], new: Sequence[EntryState]) -> tuple[EntryChange, ...]:
    found: list[EntryChange] = []
    for part in dict.fromkeys(each.part for each in (*new, *old)):
        before = [each for each in old if each.part == part]
        after = [each for each in new if each.part == part]
        pairs = matched([(e.project, e.title) for e in before], [(e.project, e.title) for e in after])
        for place, entry in enumerate(after):
            if place not in pairs:
                found.append(EntryChange(part=part, change=Change.ADDED, title=entry.title))
                continue
            was = before[pairs[place]]
            fields = _fields({"title": was.title, **was.fields}, {"title": entry.title, **entry.fields})
            if fields:
                found.append(EntryChange(part=part, change=Change.CHANGED, title=entry.title, fields=fields))
        kept = set(pairs.values())
        found += [
            EntryChange(part=part, change=Change.REMOVED, title=entry.title)
            for place, entry in enumerate(before)
            if place not in kept
        ]
    return tuple(found)
