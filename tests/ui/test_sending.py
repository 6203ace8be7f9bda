"""All workbooks in one go: beside the window, with names told, and stopped without a trace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from smartstad_desktop.app.settings import Settings
from smartstad_desktop.reads.programme.programme import municipalities
from smartstad_desktop.storage.tables.importing import SentList
from smartstad_desktop.ui.kit.changes import Changes
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.jobs import Jobs, Threaded
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.programme.sending import Sending
from smartstad_desktop.usecases.workspace import Workspace
from tests.ui.conftest import HeardNotices

NAMES = ["SMARTstad Båstad.xlsx", "SMARTstad Helsingborg.xlsx", "SMARTstad Ängelholm.xlsx"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the answer to the question for one."""
    made = tmp_path / "utskick"
    made.mkdir()
    monkeypatch.setattr(FileQuestions, "folder", staticmethod(lambda *_question: made))
    return made


def sent_count(workspace: Workspace) -> int:
    return workspace.read(lambda connection: connection.scalar(select(func.count(SentList.id))) or 0)


@pytest.fixture
def sending(services: Services, qtbot: QtBot) -> Sending:
    """Sending whose work is done at once."""
    window = QWidget()
    qtbot.addWidget(window)
    return Sending(services, window)


def test_a_workbook_that_is_open_elsewhere_does_not_stop_the_others(
    sending: Sending, workspace: Workspace, folder: Path, notices: HeardNotices
) -> None:
    (folder / NAMES[1]).write_text("öppen")
    (folder / f"~${NAMES[1]}").write_text("")
    sending.all(workspace.read(municipalities))

    assert notices.said[0] == "2 arbetsböcker är skrivna: Ängelholm, Båstad."
    assert NAMES[1] in notices.said[1]
    assert (folder / NAMES[1]).read_text() == "öppen"
    assert sent_count(workspace) == 2
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize("stop_at", [1, 3])
def test_stopping_leaves_no_file_and_no_note(
    workspace: Workspace, folder: Path, settings: Settings, notices: HeardNotices, qtbot: QtBot, stop_at: int
) -> None:
    jobs, changes = Jobs(Threaded()), Changes(workspace)
    window = QWidget()
    qtbot.addWidget(window)
    sending = Sending(Services(workspace, changes, jobs, notices, settings), window)
    (folder / NAMES[0]).write_text("gammal")

    started = jobs.start

    def start(title: str, work: Callable[..., object], *rest: Callable[..., None]) -> object:
        def watched(progress: object) -> object:
            class Stopping:
                def report(self, done: int, total: int, what: str = "") -> None:
                    if done == stop_at:
                        job.cancel()
                    progress.report(done, total, what)  # type: ignore[attr-defined]  the job's own

            return work(Stopping())

        job = started(title, watched, *rest)
        return job

    jobs.start = start  # type: ignore[method-assign, assignment]  the moment of stopping must be known
    with qtbot.waitSignal(jobs.ended):
        sending.all(workspace.read(municipalities))
    jobs.close()
    changes.stop()

    assert [path.name for path in folder.iterdir()] == [NAMES[0]]
    assert (folder / NAMES[0]).read_text() == "gammal"
    assert (sent_count(workspace), notices.said) == (0, [])


def test_a_folder_that_is_gone_is_told(
    sending: Sending, workspace: Workspace, folder: Path, notices: HeardNotices
) -> None:
    folder.rmdir()
    sending.all(workspace.read(municipalities))

    assert notices.said[0].startswith(f"Det går inte att skriva i {folder}")
    assert sent_count(workspace) == 0
