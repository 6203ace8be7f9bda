"""What has changed since an earlier version, told as sentences and as rows of a table: screen, PDF and workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from smartstad_desktop.domain.plan.changes import (
    Change,
    CommitmentChange,
    EntryChange,
    FieldChange,
    LinkPart,
    MeasureChange,
    PlanChanges,
)
from smartstad_desktop.text.phrases import N_, Phrasebook
from smartstad_desktop.text.plan.change_words import (
    NOTHING,
    both_words,
    field_words,
    link_words,
    part_words,
    sum_words,
    value_words,
)

MINUS: Final = "\N{MINUS SIGN}"
_ENTRIES: Final = {
    Change.ADDED: N_("{part}: “{title}” is new."),
    Change.REMOVED: N_("{part}: “{title}” is gone."),
    Change.CHANGED: N_("{part}: “{title}” has changed ({fields})."),
}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A row of the table of changes: what it is about, what of it, what it said and what it says."""

    part: str
    what: str
    before: str
    after: str


def change_headings(changes: PlanChanges, phrases: Phrasebook) -> tuple[str, str, str, str]:
    """Return the headings of the table."""
    return (
        phrases.text("Where"),
        phrases.text("What has changed"),
        phrases.text("Version {version}", version=changes.before),
        phrases.text("Version {version}", version=changes.after),
    )


def change_lines(changes: PlanChanges, phrases: Phrasebook) -> tuple[str, ...]:
    """Return the changes as sentences, measures in the order of the plan."""
    if changes.is_empty:
        return (phrases.text("Nothing has changed since version {version}.", version=changes.before),)
    lines: list[str] = []
    if changes.facts:
        lines.append(phrases.text("Changed in the plan as a whole: {fields}.", fields=_listed(changes.facts, phrases)))
    for measure in changes.measures:
        lines += _measure_lines(measure, phrases)
    lines += [_entry_line(entry, phrases) for entry in changes.entries]
    for each in changes.sums:
        if not each.municipality:
            before, after = (_amount(value, phrases) for value in (each.before, each.after))
            what = sum_words(each.part, phrases)
            lines.append(phrases.text("{what}: {before} before, {after} now.", what=what, before=before, after=after))
    return tuple(lines)


def _measure_lines(measure: MeasureChange, phrases: Phrasebook) -> Iterator[str]:
    title = measure.title
    if measure.change is Change.ADDED:
        yield phrases.text("New measure, number {number}: “{title}”.", number=measure.number, title=title)
        return
    if measure.change is Change.REMOVED:
        yield phrases.text("“{title}” is no longer a measure.", title=title)
        return
    if measure.is_renamed:
        yield phrases.text("“{before}” is now called “{title}”.", before=measure.before_title, title=title)
    if measure.is_moved:
        yield phrases.text(
            "“{title}” has moved from number {before} to number {after}.",
            title=title,
            before=measure.before_number,
            after=measure.number,
        )
    links = [link_words(link.part, link.name.in_language(phrases.language), phrases) for link in measure.links]
    fields = ", ".join([part for part in (_listed(measure.fields, phrases), *links) if part])
    if fields:
        yield phrases.text("Changed in “{title}”: {fields}.", title=title, fields=fields)
    for said in measure.commitments:
        yield from _commitment_lines(said, title, phrases)


def _commitment_lines(said: CommitmentChange, title: str, phrases: Phrasebook) -> Iterator[str]:
    words = {"municipality": said.municipality, "title": title}
    if said.change is Change.REMOVED:
        yield phrases.text("{municipality} no longer stands at “{title}”.", **words)
        return
    role = next((each for each in said.fields if each.name == "role"), None)
    if role is not None:
        before, after = (value_words("role", value, phrases).lower() for value in (role.before, role.after))
        if said.change is Change.ADDED:
            yield phrases.text("{municipality} is new at “{title}”: {role}.", **words, role=after)
            return
        yield phrases.text(
            "{municipality} at “{title}”: {before} before, {after} now.", **words, before=before, after=after
        )
    others = tuple(each for each in said.fields if each is not role)
    if others:
        fields = _listed(others, phrases)
        yield phrases.text(
            "Changed in the commitment of {municipality} to “{title}”: {fields}.", **words, fields=fields
        )


def _entry_line(entry: EntryChange, phrases: Phrasebook) -> str:
    return phrases.text(
        _ENTRIES[entry.change],
        part=part_words(entry.part, phrases),
        title=entry.title,
        fields=_listed(entry.fields, phrases),
    )


def _listed(fields: tuple[FieldChange, ...], phrases: Phrasebook) -> str:
    names = [field_words(each.name, phrases) for each in fields]
    return ", ".join(name[:1].lower() + name[1:] for name in names)


def change_rows(changes: PlanChanges, phrases: Phrasebook) -> tuple[ChangeLine, ...]:
    """Return the changes as rows of a table with what was and what is."""
    whole = phrases.text("The plan as a whole")
    rows = [_field_row(whole, "", each, phrases) for each in changes.facts]
    for measure in changes.measures:
        rows += _measure_rows(measure, phrases)
    for entry in changes.entries:
        rows += _entry_rows(entry, phrases)
    for each in changes.sums:
        before, after = (_amount(value, phrases) for value in (each.before, each.after))
        what = sum_words(each.part, phrases, is_own=bool(each.municipality))
        rows.append(ChangeLine(each.municipality or whole, what, before, after))
    return tuple(rows)


def _measure_rows(measure: MeasureChange, phrases: Phrasebook) -> Iterator[ChangeLine]:
    # What is gone has no number in the plan that is read.
    part = measure.title if measure.number is None else f"{measure.number}. {measure.title}"
    place = phrases.text("Measure")
    if measure.change is not Change.CHANGED:
        is_new = measure.change is Change.ADDED
        yield ChangeLine(part, place, *((NOTHING, measure.title) if is_new else (measure.title, NOTHING)))
        return
    if measure.is_renamed:
        yield ChangeLine(part, phrases.text("Name"), measure.before_title, measure.title)
    if measure.is_moved:
        yield ChangeLine(part, phrases.text("Number in the plan"), str(measure.before_number), str(measure.number))
    yield from (_field_row(part, "", each, phrases) for each in measure.fields)
    for link in measure.links:
        words = link_words(link.part, link.name.in_language(phrases.language), phrases)
        before, after = (_tied(link.part, value, phrases) for value in (link.before, link.after))
        yield ChangeLine(part, words, before, after)
    for said in measure.commitments:
        yield from (_field_row(part, said.municipality, each, phrases) for each in said.fields)


def _tied(part: LinkPart, value: int | None, phrases: Phrasebook) -> str:
    """Return how a measure is tied to something: how it serves a goal, or that it has to do with it."""
    if value is None:
        return NOTHING
    return f"{value:+d}".replace("-", MINUS) if part is LinkPart.GOAL else phrases.text("Linked")


def _entry_rows(entry: EntryChange, phrases: Phrasebook) -> Iterator[ChangeLine]:
    words = part_words(entry.part, phrases)
    if entry.change is Change.ADDED:
        yield ChangeLine(entry.title, words, NOTHING, entry.title)
    elif entry.change is Change.REMOVED:
        yield ChangeLine(entry.title, words, entry.title, NOTHING)
    else:
        yield from (_field_row(entry.title, words, each, phrases) for each in entry.fields)


def _field_row(part: str, owner: str, change: FieldChange, phrases: Phrasebook) -> ChangeLine:
    name = field_words(change.name, phrases)
    before, after = both_words(change, phrases)
    return ChangeLine(part, f"{owner}: {name[:1].lower()}{name[1:]}" if owner else name, before, after)


def _amount(value: int | None, phrases: Phrasebook) -> str:
    return NOTHING if value is None else phrases.money(value)
