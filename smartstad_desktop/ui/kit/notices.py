"""What the rest of the program may ask of the messages at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from smartstad_desktop.domain.errors import DomainError


class Tone(StrEnum):
    """How a message is meant."""

    PLAIN = "plain"
    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Offer:
    """A button in a message: what it says and what it does. One that *stays* waits until something else is said."""

    text: str
    act: Callable[[], None]
    stays: bool = False


class Notices(Protocol):
    """Short messages that come and go; none of them stops the work."""

    def say(self, text: str, *, tone: Tone = Tone.PLAIN, offer: Offer | None = None) -> None:
        """Show *text* for some seconds, with a button if there is something to offer, and read it aloud."""
        ...

    def done(self, text: str) -> None:
        """Show *text* with the offer to undo the step that was just made."""
        ...

    def trouble(self, error: DomainError) -> None:
        """Say why something could not be done."""
        ...

    def announce(self, text: str) -> None:
        """Let a screen reader say *text*; nothing is shown."""
        ...
