"""Municipalities that merge, split and change their names: what came after what, and on which day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from smartstad_desktop.domain.errors import FieldInvalid, RuleError
from smartstad_desktop.domain.programme.work import Succession


class SuccessionDayMissing(FieldInvalid):
    """A merger, split or new name happens on a day."""

    code = "succession_day_missing"


class NothingToMerge(FieldInvalid):
    """A merger needs at least one municipality that goes into another one."""

    code = "nothing_to_merge"


class MergedIntoItself(RuleError):
    """A municipality cannot go into itself. Parameters: ``name``."""

    code = "merged_into_itself"


class MunicipalityEnded(RuleError):
    """A municipality that ended earlier cannot merge or split again. Parameters: ``name``, ``day``."""

    code = "municipality_ended"


class SameName(FieldInvalid):
    """The new name is the one it has. Parameters: ``name``."""

    code = "same_name"


class RenamedEarlier(FieldInvalid):
    """A name is borne for a day at least before the next one. Parameters: ``name``, ``day``, its first."""

    code = "renamed_earlier"


@dataclass(frozen=True, slots=True)
class Step:
    """That one municipality came after another."""

    before: int
    after: int
    kind: Succession
    happened_on: date | None


def has_ended(valid_to: date | None, *, is_participating: bool) -> bool:
    """Return whether a municipality is one of the past: it has a last day and takes part no longer."""
    return valid_to is not None and not is_participating


def successors(steps: Iterable[Step], municipality: int, day: date) -> frozenset[int]:
    """Return what a municipality has become by *day*, through any number of steps: itself when nothing has happened.

    After a split both parts are its successors when it goes on under its own name. A step without a day has happened.
    """
    found = {municipality}
    waiting = [municipality]
    known = [step for step in steps if step.happened_on is None or step.happened_on <= day]
    while waiting:
        current = waiting.pop()
        for step in known:
            if step.before != current:
                continue
            if step.kind is not Succession.SPLIT:
                found.discard(current)
            if step.after not in found:
                found.add(step.after)
                waiting.append(step.after)
    return frozenset(found)
