"""Packages on the disk: whole, read back, and the same from the same files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from smartstad_desktop.domain.packages.files import FolderTaken, PackageFile, numbered, safe_name
from smartstad_desktop.domain.progress import Cancelled
from smartstad_desktop.exchange.outgoing.package_writer import write_package
from smartstad_desktop.exchange.outgoing.plain_workbook import PlainSheet, separated

FILES = (PackageFile("Läs mig.txt", b"hej"), PackageFile("1 Plan/plan.pdf", b"%PDF"))


def test_an_archive_holds_the_files_in_order_and_tells_no_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    write_package(FILES, first)
    write_package(FILES, second)

    with zipfile.ZipFile(first) as archive:
        assert archive.namelist() == ["Läs mig.txt", "1 Plan/plan.pdf"]
        assert archive.read("Läs mig.txt") == b"hej"
        assert archive.testzip() is None
    assert first.read_bytes() == second.read_bytes()


def test_a_folder_is_new_or_empty(tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    folder.mkdir()
    write_package(FILES, folder)

    assert (folder / "1 Plan" / "plan.pdf").read_bytes() == b"%PDF"
    with pytest.raises(FolderTaken):
        write_package(FILES, folder)


def test_a_stopped_package_leaves_nothing(tmp_path: Path) -> None:
    class Stops:
        def report(self, done: int, total: int, what: str = "") -> None:
            if done:
                raise Cancelled

    with pytest.raises(Cancelled):
        write_package(FILES, tmp_path / "paket", Stops())

    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("Smart: a/b?", "Smart a b"), ("con", "con_"), ("…", "_"), ("KS 2026/1 § 4", "KS 2026 1 § 4"), ("a.", "a")],
)
def test_names_are_taken_everywhere(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_two_of_a_name_are_numbered() -> None:
    taken: set[str] = set()

    assert [numbered(name, taken) for name in ("a.pdf", "A.pdf", "a.pdf")] == ["a.pdf", "A 2.pdf", "a 3.pdf"]


def test_separated_values_are_never_calculated() -> None:
    told = separated(PlainSheet("x", ("Namn",), (("=1+1",), ("å;b",)))).decode("utf-8-sig")

    assert told == 'Namn\r\n\'=1+1\r\n"å;b"\r\n'
