"""What stands in a plan beside its measures: what was set aside and why, and chapters that people write themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.plan import wording
from smartstad_desktop.domain.plan.parts import AsideKind


def _kind(_name: str, value: Any) -> AsideKind:
    return AsideKind(value)


def _chapter_text(name: str, value: Any) -> str:
    return wording.limited(name, value, wording.CHAPTER_LIMIT)


#: What can be set on something set aside; ``receiver`` takes over what is ended, ``time`` is when it ends as written.
ASIDE_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("reason", "receiver", "time"), wording.limited),
    "kind": _kind,
    "title": wording.title,
    "ends_on": cleaning.day,
    "municipality_id": cleaning.row,
}
#: What can be set on a chapter; the text is CommonMark.
CHAPTER_FIELDS: Final[Mapping[str, Cleaner]] = {"title": wording.title, "text": _chapter_text}
