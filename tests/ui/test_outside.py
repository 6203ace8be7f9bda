"""Copies of kept files that another program looks at do not stay behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from smartstad_desktop.ui.kit import outside
from smartstad_desktop.ui.kit.outside import Copies


def test_copies_lie_in_one_folder_that_is_emptied_at_the_start_and_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    monkeypatch.setattr(outside, "show_outside", seen.append)
    monkeypatch.setattr(Copies, "folder", None)
    folder = tmp_path / "opened"
    left = folder / "earlier" / "Fullmakt.pdf"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"left")
    Copies.begin(folder)
    assert not left.exists()
    Copies.show("Anbud.pdf", b"first")
    Copies.show("../Anbud.pdf", b"second")

    assert [each.read_bytes() for each in seen] == [b"first", b"second"]
    assert {each.parent.parent for each in seen} == {folder}
    Copies.empty()
    assert not folder.exists()
