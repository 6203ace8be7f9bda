"""The window that checks a plan: one sentence, why, who signed, what is inside, and the way to its data."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.wiring import Desk
from smartstad_desktop.ui.kit.forms import FileQuestions
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.verify.window import VerifyWindow
from tests.support import tampering
from tests.support.signed_plans import archive_of, authority, identities, prepared, signed_by

D = TypeVar("D", bound=QWidget)
DATA = json.dumps(
    {
        "format": "smartstad-plan",
        "plan": {"title": "Smart samhälle", "version": "1.0", "programme": "Påhittade regionen"},
        "tables": {
            "plan_item": {"rows": [[1]] * 8},
            "project": {"rows": [[1]] * 12},
            "municipality": {"rows": [[1]] * 3},
        },
    }
).encode()


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("plans")
    archive = archive_of("Smart samhälle", DATA, hashlib.sha256(DATA).hexdigest())
    whole = signed_by(prepared(archive), identities(folder, authority()))
    contents = {"plain": archive, "signed": whole, "changed": tampering.added(tampering.overlay)(whole)}
    for name, content in contents.items():
        (folder / f"{name}.pdf").write_bytes(content)
    return {name: folder / f"{name}.pdf" for name in contents}


@pytest.fixture
def window(services: Services, qtbot: QtBot) -> VerifyWindow:
    made = VerifyWindow(services)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_changed_plan_says_so_and_what_was_done(window: VerifyWindow, plans: dict[str, Path]) -> None:
    window.check(plans["changed"])
    told = window.words()

    assert told.startswith("Den är inte som när den skapades eller skrevs under.")
    assert "Något har lagts över det som skrevs under: sida 3." in told
    assert "Åsa Öberg, Helsingborgs stad" in told
    assert "8 åtgärder · 12 projekt · 3 kommuner" in told
    assert window.pages.words.text() == "Sida 1 av 5"
    assert "Den är inte som när" in window.focusWidget().accessibleName()

    window.pages.after.click()
    assert window.pages.words.text() == "Sida 2 av 5"


def test_a_plan_of_another_workspace_is_told_and_hands_out_its_data(
    window: VerifyWindow, plans: dict[str, Path], qtbot: QtBot
) -> None:
    window.check(plans["plain"])

    assert window.words().startswith("Det är en plan, men inte den här.")
    assert "Ingen har skrivit under den med certifikat." in window.words()
    with qtbot.waitSignal(window.data_wanted) as wanted:
        window.confirm_button.click()
    assert wanted.args == [DATA]


def test_what_is_no_plan_is_told(window: VerifyWindow, tmp_path: Path) -> None:
    (tmp_path / "brev.pdf").write_text("Hej")

    window.check(tmp_path / "brev.pdf")

    assert window.words() == "brev.pdf är ingen PDF."
    assert not window.confirm_button.isEnabled()


def test_a_plan_that_is_dropped_is_checked_without_an_open_file(
    desk: Desk, plans: dict[str, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(_parent: QWidget | None, _title: str, _pattern: str, _several: bool) -> tuple[Path, ...]:  # noqa: FBT001  as the question is asked
        return (plans["plain"],)

    desk.window.deeds.take_files([plans["signed"]])
    (first,) = desk.window.findChildren(VerifyWindow)
    qtbot.waitUntil(lambda: "Den är oförändrad sedan den skrevs under" in first.words())
    first.reject()

    monkeypatch.setattr(FileQuestions, "open_paths", chosen)
    desk.window.actions_by_id.by_id["verify"].trigger()
    second = next(each for each in desk.window.findChildren(VerifyWindow) if each.isVisible())
    qtbot.waitUntil(lambda: "bara en sparad kopia eller kontrollsumman" in second.words())
    second.reject()
