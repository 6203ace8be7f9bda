"""What tests of the window share: pages without the program around them, judges, and answers to questions for files."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.settings import Settings
from smartstad_desktop.app.wiring import DEMO_NAME, Desk
from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.text import trouble
from smartstad_desktop.ui.kit import theme, typefaces
from smartstad_desktop.ui.kit.changes import Changes
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.jobs import Inline, Jobs
from smartstad_desktop.ui.kit.notices import Offer, Tone
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import ThemeName
from smartstad_desktop.usecases.workspace import Workspace
from tests.support import pointer

D = TypeVar("D", bound=QWidget)


@dataclass
class HeardNotices:
    """Notices that only remember what was said."""

    said: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    tones: list[Tone] = field(default_factory=list)

    def say(self, text: str, *, tone: Tone = Tone.PLAIN, offer: Offer | None = None) -> None:
        self.said.append(text)
        self.tones.append(tone)
        if offer:
            self.offers.append(offer)

    def done(self, text: str) -> None:
        self.say(text, tone=Tone.GOOD)

    def trouble(self, error: DomainError) -> None:
        self.say(trouble.sentence(error), tone=Tone.BAD)

    def announce(self, text: str) -> None:
        self.said.append(text)


@pytest.fixture(autouse=True)
def _looks(qapp: QApplication) -> None:
    typefaces.load_fonts()
    theme.use(ThemeName.LIGHT)


@pytest.fixture(autouse=True)
def _hands_free(qapp: QApplication) -> Iterator[None]:
    yield
    pointer.let_go()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The first choices, kept in a file of the test's own."""
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def notices() -> HeardNotices:
    """Notices that remember what was said."""
    return HeardNotices()


@pytest.fixture
def services(workspace: Workspace, settings: Settings, notices: HeardNotices) -> Iterator[Services]:
    """What pages are given, around a real workspace; jobs run at once."""
    changes, jobs = Changes(workspace), Jobs(Inline())
    yield Services(workspace, changes, jobs, notices, settings)
    jobs.close()
    changes.stop()


@pytest.fixture
def demo_services(demo: Workspace, settings: Settings, notices: HeardNotices) -> Iterator[Services]:
    """What pages are given, around a copy of the demonstration region; jobs run at once."""
    changes, jobs = Changes(demo), Jobs(Inline())
    yield Services(demo, changes, jobs, notices, settings)
    jobs.close()
    changes.stop()


@pytest.fixture
def desk(
    settings: Settings, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo_file: Path
) -> Iterator[Desk]:
    """The running program with its window shown and nothing open; the demonstration region lies ready."""
    home = tmp_path / "home"
    monkeypatch.setenv("SMARTSTAD_HOME", str(home))
    (home / "demo").mkdir(parents=True)
    shutil.copyfile(demo_file, home / "demo" / DEMO_NAME)
    made = Desk(settings, Inline())
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.start(None)
    yield made
    made.window.hide()
    made.close()
    made.window.deleteLater()


@pytest.fixture
def checked() -> Callable[[QAbstractItemModel], None]:
    """Attach Qt's own judge to a model; any broken promise ends the test."""
    judges: list[QAbstractItemModelTester] = []

    def attach(model: QAbstractItemModel) -> None:
        judges.append(QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal))

    return attach


@pytest.fixture
def dialog(qtbot: QtBot) -> Callable[[type[D]], D]:
    """Wait for the dialog of a kind and return it."""

    def wait(kind: type[D]) -> D:
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        return cast("D", QApplication.activeModalWidget())

    return wait


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Answer the questions for files: the files to open, and where to save."""

    def answer(opened: tuple[Path, ...] = (), saved: Path | None = None) -> None:
        monkeypatch.setattr(FileQuestions, "open_paths", staticmethod(lambda *_args: opened))
        monkeypatch.setattr(FileQuestions, "save_path", staticmethod(lambda *_args: saved))

    return answer
