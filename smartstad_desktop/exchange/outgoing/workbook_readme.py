"""The sheet that is read first: what the workbook is for, how it is filled in, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from smartstad_desktop.domain.lists.lists import SheetKind
from smartstad_desktop.exchange.sheets.filled_sheet import FilledSheet
from smartstad_desktop.text.phrases import N_, Phrasebook

_STEPS: Final = (
    N_("Fill in one row per record. Columns with * come first; leave out what you do not know."),
    N_("Write amounts in thousands of kronor, and dates as you know them: 2026-03-01, Q3 2026, autumn 2026 or 2026."),
    N_("You may sort, filter, add rows and add columns. Leave the hidden first column: it knows which row is which."),
    N_("Save the file and send it back. Nothing is taken over before the project group has gone through it."),
)
_PURPOSES: Final = {
    SheetKind.PROJECTS: N_("what is under way, planned or finished with you"),
    SheetKind.NEEDS: N_("what residents need, in their own words"),
    SheetKind.EXAMPLES: N_("what others have done that could work with you"),
    SheetKind.SERVICES: N_("digital services that you use, and when the contract ends"),
    SheetKind.COMMITMENTS: N_("what the plan proposes; answer in the columns at the right"),
}
_LEGAL: Final = (
    N_("The list becomes a public record when it is sent in, and anybody may ask to see it."),
    N_("Write roles and units, not names of people. No personal numbers, private addresses or facts about health."),
    N_("Leave out what is confidential, and tell the project group about it in another way."),
)


def title(municipality: str, phrases: Phrasebook) -> str:
    """Return what the workbook is called."""
    return phrases.text(N_("List of projects, {municipality}"), municipality=municipality)


def sections(sheets: Sequence[FilledSheet], withheld: int, phrases: Phrasebook) -> list[tuple[str, list[str]]]:
    """Return the sections, heading and lines; *withheld* projects are confidential and were left out."""
    legal = [phrases.text(line) for line in _LEGAL]
    if withheld:
        legal.append(
            phrases.plural(
                "{count} confidential project is not in the file.",
                "{count} confidential projects are not in the file.",
                withheld,
            )
        )
    return [
        (phrases.text(N_("How to fill it in")), [f"{n}. {phrases.text(step)}" for n, step in enumerate(_STEPS, 1)]),
        (phrases.text(N_("The sheets")), [_about(sheet, phrases) for sheet in sheets]),
        (phrases.text(N_("What you write is public")), legal),
    ]


def _about(sheet: FilledSheet, phrases: Phrasebook) -> str:
    count = phrases.plural("{count} row is filled in", "{count} rows are filled in", len(sheet.rows))
    return f"{sheet.name}: {phrases.text(_PURPOSES[sheet.form.kind])}. {count}."
