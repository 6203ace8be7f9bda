"""Ballots of a session as data without persons: as separated values or JSON, by municipality or by number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from smartstad_desktop.domain.files import NotReadBack
from smartstad_desktop.domain.values import Language, SessionId
from smartstad_desktop.domain.workshop.telling_ballots import ToldBallot, told_ballots
from smartstad_desktop.domain.workshop.voting import IN_COLUMNS, Mark
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.outgoing.separated import write_rows
from smartstad_desktop.reads.workshop.results import Outcome
from smartstad_desktop.text.phrases import Phrasebook
from smartstad_desktop.text.round_words import column_names
from smartstad_desktop.text.workshop.laps import lap_words
from smartstad_desktop.usecases.workshop.ballot_sheet import axes_of
from smartstad_desktop.usecases.workshop.minutes_material import Material, is_told, material_of

#: The endings of what can be written.
ENDINGS: Final = (".csv", ".json")
#: Languages that write decimals after a comma, as their spreadsheets expect.
_COMMA: Final = frozenset({Language.SV, Language.NB})


def ballot_data(connection: Connection, session: SessionId, language: Language) -> dict[str, Any]:
    """Return the revealed rounds of a session with their ballots as plain values.

    Raises:
        RowGone: the session has been deleted meanwhile.
    """
    material = material_of(connection, session, language)
    sheet = material.session
    return {
        "session": sheet.name,
        "held_on": None if material.day is None else material.day.isoformat(),
        "state": sheet.state.value,
        "is_rehearsal": material.is_rehearsal,
        "rounds": [_round(material, each) for each in material.rounds if is_told(each)],
    }


def write_ballot_data(connection: Connection, session: SessionId, target: Path, language: Language) -> int:
    """Write the ballots of a session as the ending of *target* says, and return how many ballots there are.

    Raises:
        RowGone: the session has been deleted meanwhile.
        FileTrouble: the target cannot be written.
    """
    data = ballot_data(connection, session, language)
    if target.suffix.casefold() == ".json":
        _write_json(data, target)
    else:
        material = material_of(connection, session, language)
        write_rows(list(_marked(material)), target)
    return sum(len(each["ballots"]) for each in data["rounds"])


def _write_json(data: dict[str, Any], target: Path) -> None:
    content = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    with whole_file.beside(target) as part:
        part.write_text(content, encoding="utf-8")
        if json.loads(part.read_text(encoding="utf-8")) != data:
            raise NotReadBack(name=target.name)


def _round(material: Material, counted: Outcome) -> dict[str, Any]:
    sheet = counted.sheet
    return {
        "number": sheet.lap.number,
        "turn": sheet.lap.nth,
        "method": sheet.method.value,
        "question": sheet.question,
        "unit": sheet.unit.value,
        "visibility": sheet.visibility.value,
        "answered": sheet.turnout.answered,
        "asked": sheet.turnout.asked,
        "scale": list(sheet.rules.scale),
        "columns": list(column_names(sheet.method, sheet.columns, material.phrases)) if _has_columns(counted) else [],
        "items": [
            {"number": item.number, "title": material.title(item)} for item in sheet.items if not item.is_unclear
        ],
        "ballots": [_ballot(material, each) for each in _told(counted)],
    }


def _has_columns(counted: Outcome) -> bool:
    return counted.sheet.method in IN_COLUMNS


def _told(counted: Outcome) -> tuple[ToldBallot, ...]:
    return told_ballots(counted.ballots, counted.sheet.visibility)


def _ballot(material: Material, told: ToldBallot) -> dict[str, Any]:
    return {
        "number": told.number,
        "municipality": material.name(told.municipality) or None,
        "is_blank": told.is_blank,
        "concern": told.concern,
        "marks": [_mark(mark) for mark in told.marks],
    }


def _mark(mark: Mark) -> dict[str, Any]:
    found: dict[str, Any] = {"item": mark.item, "value": mark.value}
    if mark.axis:
        found["axis"] = mark.axis
    if mark.other is not None:
        found["against"] = mark.other
    return found


def _marked(material: Material) -> Iterator[list[str]]:
    """Yield the rows; in a rehearsal each says so, for a row is easily copied out of its file."""
    rows = _table(material)
    if not material.is_rehearsal:
        yield from rows
        return
    yield [*next(rows), material.phrases.text("Rehearsal")]
    for row in rows:
        yield [*row, material.phrases.text("REHEARSAL – this workshop was not held")]


def _table(material: Material) -> Iterator[list[str]]:
    """Yield one row for each answer, and one for each ballot without any."""
    phrases = material.phrases
    yield [
        phrases.text("Round"),
        phrases.text("Ballot"),
        phrases.text("Municipality"),
        phrases.text("No."),
        phrases.text("Item"),
        phrases.text("What"),
        phrases.text("Against"),
        phrases.text("Value"),
        phrases.text("Concern"),
    ]
    for counted in material.rounds:
        if not is_told(counted):
            continue
        titles = {item.number: material.title(item) for item in counted.sheet.items}
        axes = axes_of(counted.sheet, phrases)
        for told in _told(counted):
            head = [lap_words(counted.sheet.lap, phrases), str(told.number), material.name(told.municipality)]
            if not told.marks:
                yield [*head, "", "", "", "", phrases.text("blank") if told.is_blank else "", told.concern]
            for mark in told.marks:
                against = "" if mark.other is None else str(mark.other)
                about = [str(mark.item), titles[mark.item], axes[mark.axis] if mark.axis else "", against]
                yield [*head, *about, _value(counted, mark, phrases), told.concern]


def _value(counted: Outcome, mark: Mark, phrases: Phrasebook) -> str:
    if _has_columns(counted):
        return column_names(counted.sheet.method, counted.sheet.columns, phrases)[int(mark.value)]
    text = f"{mark.value:g}"
    return text.replace(".", ",") if phrases.language in _COMMA else text
