"""Opening a workbook that is locked with a password; it runs in the child process only."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from smartstad_desktop.domain.lists.list_troubles import ListTrouble
from smartstad_desktop.exchange.incoming import precheck
from smartstad_desktop.exchange.incoming.cell_marks import marks_of


@dataclass(frozen=True, slots=True)
class Opened:
    """The workbook without its lock, or None; and what to tell of it: its format and marks, or the trouble."""

    content: bytes | None = None
    told: dict[str, Any] = field(default_factory=dict[str, Any])


def opened(content: bytes, password: str) -> Opened:
    """Return *content* opened with *password* and pre-checked, or what is wrong."""
    from msoffcrypto import OfficeFile  # noqa: PLC0415  a third of a second that only locked lists cost
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError  # noqa: PLC0415  the same

    plain = io.BytesIO()
    try:
        book = OfficeFile(io.BytesIO(content))
        if not book.is_encrypted():
            return _checked(content)
        book.load_key(password=password)
        book.decrypt(plain)
    except (InvalidKeyError, DecryptionError):
        return Opened(told={"trouble": "password_wrong"})
    except FileFormatError:
        return Opened(told={"trouble": "lock_unknown"})
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  a wrong key makes the library stumble over what it takes for content
        return Opened(told={"trouble": "password_wrong"})
    return _checked(plain.getvalue())


def _checked(content: bytes) -> Opened:
    try:
        parts: dict[str, bytes] = {}
        kind = precheck.examine(content, parts)
    except ListTrouble as trouble:
        return Opened(told={"trouble": trouble.code, "limit": str(trouble.parameters.get("limit", ""))})
    return Opened(content, {"format": kind.value, "marks": marks_of(kind, parts).as_json()})
