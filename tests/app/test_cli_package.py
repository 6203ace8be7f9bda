"""Packages through the command line."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.support.console import Run


@pytest.fixture
def file(demo_file: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration region."""
    return Path(shutil.copyfile(demo_file, tmp_path / "region.smartstad"))


def test_a_package_of_one_municipality(run: Run, file: Path, tmp_path: Path) -> None:
    told = run("package", file, "--municipality", "Bjuv", "-o", tmp_path / "bjuv", "--json")

    assert told.code == 0
    assert told.json["municipality"] == "bjuv"
    assert {each["path"] for each in told.json["files"]} == {
        path.relative_to(tmp_path / "bjuv").as_posix() for path in (tmp_path / "bjuv").rglob("*") if path.is_file()
    }


def test_everything_about_a_project(run: Run, file: Path, tmp_path: Path) -> None:
    told = run("package", file, "--about", "demo-buy-permits", "-o", tmp_path / "om.zip", "--json")

    assert (told.code, told.json["subject"], told.json["closed"]) == (0, "procurement", {"tenders": 1})
    assert len(zipfile.ZipFile(tmp_path / "om.zip").namelist()) == len(told.json["files"])


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--about", "finns inte alls"), "nothing_about"),
        (("--about", "E-tjänst för bygglov"), "several_about"),
        (("--municipality", "Oslo"), "municipality_unknown"),
    ],
)
def test_what_cannot_be_made_is_named(run: Run, file: Path, tmp_path: Path, words: tuple[str, ...], code: str) -> None:
    told = run("package", file, *words, "-o", tmp_path / "ut", "--json")

    assert told.json["error"]["code"] == code
    assert not (tmp_path / "ut").exists()


def test_one_of_the_four_is_chosen(run: Run, file: Path, tmp_path: Path) -> None:
    told = run("package", file, "--all", "--archive", "-o", tmp_path / "ut", "--json")

    assert told.json["error"]["code"] == "wrong_usage"
