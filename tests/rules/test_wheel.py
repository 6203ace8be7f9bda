"""The wheel carries everything the program reads, and nothing that is only for us."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import PurePosixPath

import pytest

from tests.rules.sources import ROOT

BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
INGREDIENTS = ("smartstad_desktop", "resources", "db", "installers", "pyproject.toml", "README.md")
SHIPPED = "smartstad_desktop/_shipped"


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Build the wheel from a copy of the sources and return the names in it."""
    copy = tmp_path_factory.mktemp("sources")
    for name in INGREDIENTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        else:
            shutil.copy(source, copy)
    subprocess.run([sys.executable, "-c", BUILD, str(copy)], cwd=copy, check=True, capture_output=True)
    (wheel,) = copy.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def travelling(folder: str) -> set[str]:
    """Return what must be in the wheel of a folder of the sources."""
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(ROOT).as_posix() for path in files if "db/old/" not in path.as_posix()}


def missing(wanted: Iterable[str], packed: set[str]) -> set[str]:
    """Return the files of *wanted* that the wheel lacks."""
    return {name for name in wanted if f"{SHIPPED}/{name}" not in packed and name not in packed}


def test_the_wheel_carries_what_the_program_reads(packed: set[str]) -> None:
    assert missing(travelling("resources") | travelling("db"), packed) == set()
    assert missing(travelling("smartstad_desktop"), packed) == set()


def test_texts_are_compiled_on_the_way(packed: set[str]) -> None:
    for language in ("sv", "nb", "en"):
        assert f"{SHIPPED}/resources/i18n/{language}/LC_MESSAGES/smartstad.mo" in packed


def test_nothing_else_is_in_it(packed: set[str]) -> None:
    tops = {PurePosixPath(name).parts[0].split("-")[0] for name in packed}

    assert tops == {"smartstad_desktop", "smartstad"}
    assert not any("/old/" in name or name.endswith(".pyc") for name in packed)


def test_a_file_that_stayed_behind_is_noticed() -> None:
    assert missing({"db/seeds/empty.toml"}, {f"{SHIPPED}/db/seeds/full.toml"}) == {"db/seeds/empty.toml"}
