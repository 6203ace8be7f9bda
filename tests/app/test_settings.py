"""The user's choices survive a restart, and a broken file never keeps the program from starting."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smartstad_desktop.app import folders
from smartstad_desktop.app.settings import PLACES_LIMIT, RECENT_LIMIT, Settings
from smartstad_desktop.domain.values import Language
from smartstad_desktop.ui.kit.theme import ThemeName


def test_choices_survive(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "settings.json"
    made = Settings(path)
    made.language, made.theme, made.text_size = Language.NB, ThemeName.DARK, 1.3
    made.opened(tmp_path / "a.smartstad")
    made.remember(tmp_path / "a.smartstad", "page", "board")
    assert Settings.load(path) == made
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"language": "xx", "theme": 3, "text_size": 9, "recent": 1, "places": [1], "geometry": null}',
    ],
)
def test_a_broken_file_gives_the_first_choices(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, "utf-8")
    assert Settings.load(path) == Settings(path)


def test_strange_values_are_left_out_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    kept = {"language": "en", "theme": "pink", "recent": ["/a", 4], "places": {"/a": {"page": "plan"}, "/b": 1}}
    path.write_text(json.dumps(kept), "utf-8")
    found = Settings.load(path)
    assert (found.language, found.theme) == (Language.EN, ThemeName.LIGHT)
    assert found.recent == (Path("/a"),)
    assert found.remembered(Path("/a"), "page") == "plan"


def test_the_newest_file_stands_first_and_the_list_stays_short(tmp_path: Path) -> None:
    made = Settings(tmp_path / "settings.json")
    for number in range(RECENT_LIMIT + 3):
        made.opened(tmp_path / f"{number}.smartstad")
    made.opened(tmp_path / "5.smartstad")
    assert len(made.recent) == RECENT_LIMIT
    assert made.recent[0].name == "5.smartstad"
    made.forget(made.recent[0])
    assert made.recent[0].name != "5.smartstad"


def test_what_is_remembered_about_old_files_is_let_go(tmp_path: Path) -> None:
    made = Settings(tmp_path / "settings.json")
    for number in range(PLACES_LIMIT + 5):
        made.remember(Path(f"/{number}"), "page", "plan")
    found = Settings.load(made.path)
    assert len(found.places) == PLACES_LIMIT
    assert found.remembered(Path("/0"), "page") == ""


def test_a_disk_that_refuses_loses_a_choice_and_nothing_else(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    made = Settings(blocked / "settings.json")
    made.opened(tmp_path / "a.smartstad")
    assert made.recent == (tmp_path / "a.smartstad",)


def test_everything_lies_where_it_is_told_to(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SMARTSTAD_HOME", str(tmp_path))
    assert folders.home() == tmp_path
    assert folders.backups().parent == folders.reports().parent == tmp_path
    monkeypatch.delenv("SMARTSTAD_HOME")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr("sys.platform", "linux")
    assert folders.home() == tmp_path / "config" / "smartstad"
    monkeypatch.setenv("APPDATA", str(tmp_path / "roaming"))
    monkeypatch.setattr("sys.platform", "win32")
    assert folders.home() == tmp_path / "roaming" / "SMARTstad"
    monkeypatch.setattr("sys.platform", "darwin")
    assert folders.home().parts[-2:] == ("Application Support", "SMARTstad")
