"""Lists with a password: opened with the right one in the child process, and named plainly without it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from smartstad_desktop.domain.lists.lists import ReadList
from smartstad_desktop.exchange.incoming import workbook_reader
from smartstad_desktop.exchange.incoming.list_reader import read_list
from smartstad_desktop.text.trouble import sentence

GOOD = Path(__file__).parent.parent / "data" / "lists" / "Ängelholm.xlsx"
PASSWORD, WRONG = "hemligt åäö", "fel"


def code_of(read: ReadList) -> str:
    assert read.trouble is not None
    assert read.name in sentence(read.trouble)
    assert read.sheets == ()
    return read.trouble.code


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("locked") / "låst.xlsx"
    with GOOD.open("rb") as plain, path.open("wb") as target:
        OOXMLFile(plain).encrypt(PASSWORD, target)
    return path


def test_a_password_opens_a_locked_list(locked: Path) -> None:
    assert code_of(read_list(locked)) == "password_protected"
    assert code_of(read_list(locked, password=WRONG)) == "password_wrong"

    read = read_list(locked, password=PASSWORD)
    plain = read_list(GOOD)
    assert (read.trouble, read.format) == (None, "xlsx")
    assert [row.values for row in read.rows] == [row.values for row in plain.rows]
    # What is kept of the file is what was received: still locked.
    assert read.received == locked.read_bytes()


def test_a_password_nobody_needs_does_no_harm() -> None:
    assert len(read_list(GOOD, password=WRONG).rows) == 16


def test_a_locked_file_of_another_program_asks_for_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "låst.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest><encryption-data/></manifest>")

    assert code_of(read_list(path)) == "lock_unknown"
    assert code_of(read_list(path, password=WRONG)) == "lock_unknown"


def test_the_password_is_in_no_argument_of_a_process(locked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[list[str]] = []
    command = workbook_reader._command

    def watched() -> list[str]:
        started.append(command())
        return started[-1]

    monkeypatch.setattr(workbook_reader, "_command", watched)

    assert len(read_list(locked, password=PASSWORD).rows) == 16
    assert not any(PASSWORD in word for words in started for word in words)
