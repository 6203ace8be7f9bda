"""Text in pieces: what each is meant to say decides later how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from smartstad_desktop.text.phrases import _


class Tint(StrEnum):
    """How a piece of text is meant."""

    PLAIN = "plain"
    FAINT = "faint"
    STRONG = "strong"
    OLD = "old"
    NEW = "new"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; some begin on a line of their own."""

    text: str
    tint: Tint = Tint.PLAIN
    begins: bool = False

    def spoken(self) -> str:
        """Return the piece for a screen reader, which sees neither strokes nor grounds."""
        if self.tint is Tint.OLD:
            return _("before {value},", value=self.text)
        return _("now {value}", value=self.text) if self.tint is Tint.NEW else self.text
