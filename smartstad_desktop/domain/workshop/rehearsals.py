"""Rehearsing a workshop on a copy of the file: how the copy is told from the real one."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.domain.errors import RuleError

#: A copy for rehearsing has an id of its own that begins with this, so it cannot be taken for the real file anywhere.
_PREFIX: Final = "rehearsal-"


class NotARehearsal(RuleError):
    """Made-up answers and throwing away are only for a copy that was made for rehearsing."""

    code = "not_a_rehearsal"


class AlreadyARehearsal(RuleError):
    """A rehearsal is not rehearsed on another copy."""

    code = "already_a_rehearsal"


def is_rehearsal(uid: str) -> bool:
    """Return whether a file with this id is a copy for rehearsing."""
    return uid.startswith(_PREFIX)


def rehearsal_uid(uid: str) -> str:
    """Return the id of a copy for rehearsing the file with id *uid*."""
    return f"{_PREFIX}{uid}"
