"""What the window may ask of the program around it; ``app.wiring`` answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from smartstad_desktop.ui.kit.preferences import Preferences

if TYPE_CHECKING:
    from smartstad_desktop.usecases.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A programme template as the start page offers it."""

    key: str
    name: str
    about: str


class WindowPreferences(Preferences, Protocol):
    """The choices, with what only the window itself keeps."""

    geometry: str

    def forget(self, workspace: Path) -> None:
        """Take *workspace* out of the recent files."""
        ...

    def trusted_issuers(self) -> tuple[bytes, ...]:
        """Return the certificates of the issuers whose signatures the user relies on."""
        ...


class Desk(Protocol):
    """The running program: one window and at most one open file."""

    @property
    def settings(self) -> WindowPreferences:
        """Return the user's choices."""
        ...

    @property
    def workspace(self) -> Workspace | None:
        """Return the open file."""
        ...

    def open_file(self, path: Path, *, read_only: bool = False) -> None:
        """Open the workspace at *path* in the window; trouble is told there."""
        ...

    def create_file(self, path: Path, template: str) -> None:
        """Make a workspace at *path* from a template and open it."""
        ...

    def open_demo(self) -> None:
        """Open a fresh copy of the demonstration region."""
        ...

    def open_plan_data(self, data: bytes) -> None:
        """Open the data of a plan to look around in; trouble is told in the window."""
        ...

    def close_file(self) -> None:
        """Close the open file and show the start page."""
        ...

    def rebuild(self, *, with_settings: bool = False) -> None:
        """Make the window anew: the language, the look or the text size has changed; the settings may stay open."""
        ...

    def templates(self) -> Sequence[TemplateChoice]:
        """Return the templates a programme can be made from."""
        ...
