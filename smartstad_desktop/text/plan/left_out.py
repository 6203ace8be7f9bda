"""What the data of a plan lacks, as words: confidential things, persons, and what pointed at persons in texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from smartstad_desktop.text.phrases import N_, Phrasebook

#: By the keys of ``PublicData.left_out``, in the order they are told.
_KINDS: Final = {
    "project": (N_("{count} confidential project"), N_("{count} confidential projects")),
    "plan_item": (
        N_("{count} measure about a confidential project"),
        N_("{count} measures about confidential projects"),
    ),
    "plan_aside": (
        N_("{count} confidential thing that was set aside"),
        N_("{count} confidential things that were set aside"),
    ),
    "routine_case": (N_("{count} confidential test or procurement"), N_("{count} confidential tests or procurements")),
    "procurement_case": (
        N_("what is about tenders in {count} procurement"),
        N_("what is about tenders in {count} procurements"),
    ),
    "person": (N_("{count} person of the register"), N_("{count} persons of the register")),
    "texts": (
        N_("numbers and addresses of persons in {count} text"),
        N_("numbers and addresses of persons in {count} texts"),
    ),
}


def left_out_words(left_out: Mapping[str, int], phrases: Phrasebook) -> tuple[str, ...]:
    """Return what was left out, one phrase for each kind, as ``2 confidential projects``."""
    return tuple(phrases.plural(*forms, left_out[kind]) for kind, forms in _KINDS.items() if left_out.get(kind))
