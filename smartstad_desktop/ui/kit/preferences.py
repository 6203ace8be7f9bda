"""The user's choices as the window reads and changes them; ``app.settings`` keeps them in a file."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Protocol

from smartstad_desktop.domain.values import Language
from smartstad_desktop.ui.kit.theme import ThemeName

#: What the page is remembered as on which a workspace was left.
PAGE: Final = "page"


class Preferences(Protocol):
    """Choices that belong to the user, not to the programme."""

    language: Language
    theme: ThemeName
    text_size: float
    recent: tuple[Path, ...]

    def remembered(self, workspace: Path, key: str, default: str = "") -> str:
        """Return what was remembered as *key* for this workspace, such as the page it was left on."""
        ...

    def remember(self, workspace: Path, key: str, value: str) -> None:
        """Remember *value* as *key* for this workspace, and write it to disk."""
        ...

    def save(self) -> None:
        """Write the choices to disk."""
        ...
