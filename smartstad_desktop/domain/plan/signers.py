"""Rows of the signature page, and names drawn by hand: pictures that prove nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, cast

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.plan import wording

#: More than any name takes.
_MOST_STROKES: Final = 200
_MOST_POINTS: Final = 10_000
#: Points are kept to the ten-thousandth of the pad.
_DIGITS: Final = 4


class SignerRoleMissing(FieldInvalid):
    """A row of the signature page says in which role somebody signs."""

    code = "signer_role_missing"


class SignerSettled(RuleError):
    """Who has signed, or stands in a file that is kept to be signed, stays. Parameters: ``role``."""

    code = "signer_settled"


class NothingDrawn(FieldInvalid):
    """Somebody wants to use a drawn name, and nothing has been drawn."""

    code = "nothing_drawn"


class StrokesUnreadable(FieldInvalid):
    """A drawn name is not one: not lines of points within the pad, or far too many."""

    code = "strokes_unreadable"


def _role(name: str, value: Any) -> str:
    text = wording.limited(name, value, wording.TITLE_LIMIT)
    if not text:
        raise SignerRoleMissing(field=name)
    return text


def _short(name: str, value: Any) -> str:
    return wording.limited(name, value, wording.TITLE_LIMIT)


def strokes(name: str, value: Any) -> str:
    """Return a drawn name as it is kept: JSON, a list of strokes, each a list of points ``[x, y]`` from 0 to 1.

    Raises:
        StrokesUnreadable: it is something else.
    """
    if not value:
        return ""
    try:
        drawn: Any = json.loads(value) if isinstance(value, str) else value
        lines = [[_point(point) for point in stroke] for stroke in drawn]
    except (TypeError, ValueError, RecursionError) as error:
        raise StrokesUnreadable(field=name) from error
    lines = [line for line in lines if line]
    if len(lines) > _MOST_STROKES or sum(map(len, lines)) > _MOST_POINTS:
        raise StrokesUnreadable(field=name)
    return json.dumps(lines, separators=(",", ":")) if lines else ""


def _point(point: Any) -> tuple[float, float]:
    if isinstance(point, str) or any(isinstance(each, bool | str) for each in point):
        raise TypeError(point)
    x, y = (round(float(each), _DIGITS) for each in cast("list[float]", point))
    if not (0 <= x <= 1 and 0 <= y <= 1):
        raise ValueError(point)
    return x, y


SIGNER_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("organisation", "name", "place"), _short),
    "role": _role,
    "municipality_id": cleaning.row,
    "signed_on": cleaning.day,
    "strokes": strokes,
}
#: What is filled in when somebody signs, also after the version has been approved.
SIGNED_FIELDS: Final = frozenset({"name", "place", "signed_on", "strokes"})
#: What says who signs: it stays when somebody has.
WHO_SIGNS: Final = frozenset({"role", "organisation", "municipality_id", "name"})
