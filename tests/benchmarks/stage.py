"""Pages with a real workspace behind them, without the program around them."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication

from smartstad_desktop.app.settings import Settings
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.ui.kit import theme, typefaces
from smartstad_desktop.ui.kit.changes import Changes
from smartstad_desktop.ui.kit.jobs import Inline, Jobs
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.usecases.workspace import Workspace
from tests.support.workspaces import SetUp


@dataclass
class Silent:
    """Notices that nobody sees; trouble would spoil a measurement, so it ends it."""

    said: list[str] = field(default_factory=list)

    def say(self, text: str, *, tone: Tone = Tone.PLAIN, offer: Offer | None = None) -> None:
        """Keep what is said."""
        self.said.append(text)

    def done(self, text: str) -> None:
        """Keep what is said."""
        self.said.append(text)

    def announce(self, text: str) -> None:
        """Keep what is said."""
        self.said.append(text)

    def trouble(self, error: DomainError) -> None:
        """End the measurement."""
        raise error


@contextmanager
def stage() -> Generator[Services]:
    """Make a workspace of three municipalities and what pages need around it."""
    application = QApplication.instance() or QApplication(["benchmark", "-style", "fusion"])
    typefaces.load_fonts()
    theme.use(ThemeName.LIGHT)
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        with Workspace.create(Path(folder) / "prov.smartstad") as workspace:
            workspace.run(SetUp())
            jobs, changes = Jobs(Inline()), Changes(workspace)
            yield Services(workspace, changes, jobs, Silent(), Settings(Path(folder) / "settings.json"))
            jobs.close()
            changes.stop()
        application.processEvents()
