"""Commands that draw: pages as pictures and the plan as a PDF."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.cli import main
from smartstad_desktop.app.picture import pages
from smartstad_desktop.ui.kit.page import PageId

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Run:
    monkeypatch.setenv("SMARTSTAD_HOME", str(tmp_path / "home"))

    def run(*words: object) -> tuple[int, Any]:
        code = main([*(str(word) for word in words), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def region(demo_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(demo_file, tmp_path / demo_file.name))


def colours(picture: Path) -> set[int]:
    image = QImage(str(picture))
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def test_a_page_becomes_a_picture_of_the_size_asked_for(run: Run, region: Path, tmp_path: Path) -> None:
    target = tmp_path / "bilder" / "start.png"

    code, told = run("picture", region, "overview", "-o", target, "--size", "1200x800")

    assert code == 0
    assert told == {"path": str(target), "page": "overview", "theme": "light", "width": 1200, "height": 800}
    image = QImage(str(target))
    assert (image.width(), image.height()) == (1200, 800)
    assert len(colours(target)) > 20


def test_themes_differ(run: Run, region: Path, tmp_path: Path) -> None:
    light, dark = tmp_path / "light.png", tmp_path / "dark.png"

    run("picture", region, "overview", "-o", light)
    run("picture", region, "overview", "-o", dark, "--theme", "dark")

    assert QImage(str(light)).pixelColor(1400, 850).lightness() > 200
    assert QImage(str(dark)).pixelColor(1400, 850).lightness() < 80


def test_drawing_leaves_the_workspace_and_the_user_alone(run: Run, region: Path, tmp_path: Path) -> None:
    before = region.read_bytes()

    run("picture", region, "start", "-o", tmp_path / "start.png")
    run("picture", region, "overview", "-o", tmp_path / "overview.png")

    assert region.read_bytes() == before
    assert not (tmp_path / "home").exists()


def test_every_page_of_the_window_can_be_drawn() -> None:
    found = pages()

    assert (found[0], found[-1]) == ("start", "projector")
    assert set(found[1:-1]) == {page.value for page in PageId}


def test_the_wall_shows_the_board_without_the_rest_of_the_window(run: Run, region: Path, tmp_path: Path) -> None:
    board, wall = tmp_path / "board.png", tmp_path / "wall.png"

    run("picture", region, "board", "-o", board, "--size", "1920x1080")
    code, told = run("picture", region, "projector", "-o", wall, "--size", "1920x1080")

    assert (code, told["page"]) == (0, "projector")
    assert (QImage(str(wall)).width(), QImage(str(wall)).height()) == (1920, 1080)
    # Where the desk has its dark rail, the wall has the light ground of the board.
    assert QImage(str(board)).pixelColor(4, 600).lightness() < 60
    assert QImage(str(wall)).pixelColor(4, 600).lightness() > 200


@pytest.mark.parametrize(
    "words", [["moon"], ["overview", "--size", "big"], ["overview", "--size", "1x1"], ["overview", "--theme", "pink"]]
)
def test_what_cannot_be_drawn_is_wrong_usage(run: Run, region: Path, tmp_path: Path, words: list[str]) -> None:
    code, told = run("picture", region, *words, "-o", tmp_path / "x.png")

    assert (code, told["error"]["code"]) == (2, "wrong_usage")


def test_a_picture_that_cannot_be_written_is_told(run: Run, region: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    code, told = run("picture", region, "overview", "-o", tmp_path / "file" / "x.png")

    assert (code, told["error"]["code"]) == (1, "file_unwritable")


def test_a_page_of_a_missing_file_is_told(run: Run, tmp_path: Path) -> None:
    code, told = run("picture", tmp_path / "saknas.smartstad", "overview", "-o", tmp_path / "x.png")

    assert (code, told["error"]["code"]) == (1, "file_missing")


def test_the_plan_becomes_a_pdf_in_the_programmes_language(run: Run, region: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    before = region.read_bytes()

    code, told = run("plan", region, "-o", target)

    assert code == 0
    assert (told["measures"], told["version"], told["status"], told["language"]) == (8, "0.9", "draft", "sv")
    reader = pypdf.PdfReader(target)
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "Gemensamt LoRaWAN-nät för sensorer" in text.replace("\xad", "")
    assert reader.metadata is not None
    assert reader.metadata.title == "Smart samhälle i Demoregionen"
    assert region.read_bytes() == before


def test_freezing_gives_the_plan_its_version_for_good(run: Run, region: Path, tmp_path: Path) -> None:
    _code, told = run("plan", region, "-o", tmp_path / "plan.pdf", "--freeze", "1.0")
    assert (told["version"], told["status"]) == ("1.0", "for_approval")

    _code, plans = run("list", region, "plans")
    assert plans["rows"][0]["content_hash"] == told["fingerprint"]
    code, again = run("plan", region, "-o", tmp_path / "plan2.pdf", "--freeze", "1.0")
    assert (code, "error" in again) == (1, True)
    code, undone = run("undo", region)
    assert (code, undone["error"]["code"]) == (1, "nothing_to_undo")


def test_a_plan_is_verified_by_its_seal(run: Run, region: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    run("plan", region, "-o", target)

    code, told = run("verify", target)
    assert (code, told["ok"], told["signatures"]) == (0, True, 0)

    changed = bytearray(target.read_bytes())
    changed[len(changed) // 2] ^= 1
    target.write_bytes(changed)
    code, told = run("verify", target)
    assert (code, told["ok"]) == (1, False)
    # Where the bit lies decides whether the file can still be read.
    seal = told["checks"][0]
    assert (seal["check"], seal["ok"]) == ("seal", False)
    assert set(seal["findings"]) - {"unreadable"} == {"changed"}


def test_an_empty_programme_has_no_plan_to_write(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tom.smartstad"
    run("new", path, "--template", "empty")

    code, told = run("plan", path, "-o", tmp_path / "plan.pdf")

    assert (code, told["error"]["code"]) == (1, "plan_empty")
    assert not (tmp_path / "plan.pdf").exists()


def test_minutes_are_written_as_pdf_and_as_text(run: Run, region: Path, tmp_path: Path) -> None:
    pdf, text = tmp_path / "protokoll.pdf", tmp_path / "protokoll.txt"

    code, told = run("minutes", region, "--session", 1, "-o", pdf)
    assert (code, told["state"], told["language"]) == (0, "ended", "sv")
    assert told["bytes"] == pdf.stat().st_size
    assert run("minutes", region, "--session", 1, "-o", text, "--language", "en")[0] == 0
    assert "Workshop minutes" in text.read_text("utf-8-sig")


def test_minutes_of_no_workshop_or_of_no_known_kind_are_refused(run: Run, region: Path, tmp_path: Path) -> None:
    assert run("minutes", region, "--session", 99, "-o", tmp_path / "p.pdf")[1]["error"]["code"] == "row_gone"
    assert run("minutes", region, "--session", 1, "-o", tmp_path / "p.docx")[0] == 2
    assert run("minutes", region, "--session", "ett", "-o", tmp_path / "p.pdf")[0] == 2


def test_workshops_are_listed_with_the_number_that_minutes_ask_for(
    run: Run, region: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run("list", region, "sessions")[1]
    main(["list", str(region), "sessions"])
    (first, *_others) = capsys.readouterr().out.splitlines()

    assert [(row["id"], row["state"]) for row in told["rows"]] == [(1, "ended"), (2, "open"), (3, "planned")]
    assert first.startswith("1  ")


def test_reports_and_reminders_are_listed_and_a_report_is_written(run: Run, demo_file: Path, tmp_path: Path) -> None:
    file = Path(shutil.copyfile(demo_file, tmp_path / "demo.smartstad"))
    code, told = run("list", file, "reports")
    assert code == 0
    given = next(row for row in told["rows"] if row["state"] == "given")
    assert given["figures"]["projects"] == 96
    assert given["texts"]["summary"].startswith("Elva kommuner")
    late = [row for row in run("list", file, "reminders")[1]["rows"] if row["done_on"] is None]
    assert [row["shown_on"] for row in late] == sorted(row["shown_on"] for row in late)
    text = tmp_path / "rapport.txt"
    code, told = run("report", file, "--report", given["id"], "-o", text)
    assert (code, told["title"], told["bytes"]) == (0, given["title"], text.stat().st_size)
    assert run("report", file, "--report", 99, "-o", text)[1]["error"]["code"] == "row_gone"
    assert run("report", file, "--report", "ett", "-o", text)[0] == 2
    assert run("report", file, "--report", 1, "-o", tmp_path / "r.docx")[0] == 2
