"""No file says where it was made, and the lock files hold what the program asks for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from tests.rules.sources import ROOT, project_files

HOSTS = (r"pypi\.org", r"files\.pythonhosted", r"deb\.debian\.org", r"registry\.npmjs", "artifactregistry")
PATHS = ("/work/", "/root/", "/home/", "/opt/wheels", "/tmp/", r"\b[A-Z]:\\Users")  # noqa: S108  sought, not used
TELLTALE = re.compile("|".join(HOSTS + PATHS))
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)(?: ; ([^\\]*?))? \\$", re.MULTILINE)


def telltales(files: Iterable[Path]) -> list[str]:
    """Name each line that gives away a registry or a folder of the machine it was written on."""
    found: list[str] = []
    for path in files:
        if path == Path(__file__):
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if match := TELLTALE.search(line):
                found.append(f"{path}:{number} {match[0]}")
    return found


def pins(text: str) -> set[tuple[str, str, str]]:
    """Return every pinned package of a lock file: name, version, for which Python or system."""
    return {(name.lower().replace("_", "-"), version, marker.strip()) for name, version, marker in PIN.findall(text)}


def unhashed(text: str) -> list[str]:
    """Name what a lock file pins without a hash."""
    blocks = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)
    return [block.split("==")[0] for block in blocks if "==" in block and "--hash=sha256:" not in block]


def test_no_file_gives_away_a_machine() -> None:
    assert "\n".join(telltales(project_files())) == ""


def test_telltales_are_found(tmp_path: Path) -> None:
    path = tmp_path / "planted.txt"
    path.write_text("index = https://pypi.org\nopen('/home/kim/list.xlsx')\nfine\n", "utf-8")

    assert len(telltales([path])) == 2


def test_the_tests_run_with_what_the_program_runs_with() -> None:
    runtime = pins((ROOT / "requirements.lock").read_text("utf-8"))
    tests = pins((ROOT / "requirements-dev.lock").read_text("utf-8"))

    assert len(runtime) > 10
    assert runtime - tests == set()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    names = {re.split(r"[=<>;[ ]", line)[0].lower().replace("_", "-") for line in wanted}
    locked = {name for name, _version, _marker in pins((ROOT / "requirements-dev.lock").read_text("utf-8"))}

    assert names - locked == set()


def test_every_locked_file_has_a_hash() -> None:
    assert unhashed((ROOT / "requirements.lock").read_text("utf-8")) == []
    assert unhashed((ROOT / "requirements-dev.lock").read_text("utf-8")) == []
    assert unhashed("openpyxl==3.1.5 \\\n    # via smartstad\n") == ["openpyxl"]


def test_the_broken_pair_is_never_installed() -> None:
    locked = pins((ROOT / "requirements.lock").read_text("utf-8"))
    qt = {(version, marker) for name, version, marker in locked if name == "pyside6-essentials"}

    assert {version for version, marker in qt if "< '3.12'" in marker} == {"6.11.3"}
    assert all(marker for _version, marker in qt)
