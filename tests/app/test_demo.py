"""The whole chain on the demonstration region, as the command line runs it."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from smartstad_desktop.app.picture import pages
from tests.support.console import Run


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_chain_makes_everything_beside_what_is_there(run: Run, tmp_path: Path, qtbot: QtBot) -> None:
    taken, folder = tmp_path / "demo", tmp_path / "demo 2"
    taken.mkdir()
    (taken / "Demoregion.smartstad").write_text("En tidigare demonstration")

    told = run("demo", taken, "--json")

    assert told.err == ""
    assert told.code == 0
    assert told.json["folder"] == str(folder)
    made = [Path(each["path"]).relative_to(folder) for each in told.json["files"]]
    kinds = [path.suffix for path in made]
    assert (kinds.count(".smartstad"), kinds.count(".xlsx"), kinds.count(".pdf")) == (1, 13, 1)
    assert {path.name for path in made if path.suffix == ".png"} == {
        f"{page}-{theme}.png" for page in pages() for theme in ("light", "dark")
    }
    assert all((folder / path).stat().st_size > 0 for path in made)
    counts = told.json["imported"]
    assert (counts["new"], counts["changed"], counts["conflict"], counts["error"]) == (1, 2, 0, 0)
    _look_at(folder, made, run)


def _look_at(folder: Path, made: list[Path], run: Run) -> None:
    region = folder / made[0]
    assert run("verify", region).code == 0
    assert run("verify", folder / "Utvecklingsplan.pdf").code == 0
    assert len(pypdf.PdfReader(folder / "Utvecklingsplan.pdf").pages) > 20
    assert QImage(str(folder / "Bilder" / "overview-light.png")).width() == 1440
    waiting = run("import", region, folder / "Listor tillbaka" / "Helsingborg.xlsx", "--json").json["counts"]
    assert (waiting["new"], waiting["changed"], waiting["conflict"], waiting["error"]) == (0, 4, 1, 1)
    assert waiting["duplicate"] == 1, "“Sensorer i brunnar för dagvatten” is told to resemble the neighbour’s"
