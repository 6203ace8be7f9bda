"""The contracts between the layers hold, and would notice if one were broken."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.rules.sources import ROOT

#: What every page may use; all other packages of the window are pages.
SHARED_BY_PAGES = {"kit", "cards", "cases", "routines", "shell"}
CONTRACT = """
[tool.importlinter]
root_package = "planted"

[[tool.importlinter.contracts]]
name = "Downwards"
type = "layers"
layers = ["planted.ui", "planted.domain"]
"""


def check_contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the linter on the project in *folder*."""
    linter = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", linter, "--config", "pyproject.toml", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_contracts_hold() -> None:
    result = check_contracts(ROOT)

    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


def test_a_broken_contract_is_noticed(tmp_path: Path) -> None:
    package = tmp_path / "planted"
    for name, text in (("ui", ""), ("domain", "from planted import ui\n")):
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").write_text(text, "utf-8")
    (package / "__init__.py").write_text("", "utf-8")
    (tmp_path / "pyproject.toml").write_text(CONTRACT, "utf-8")

    result = check_contracts(tmp_path)

    assert result.returncode == 1
    assert "planted.domain is not allowed to import planted.ui" in result.stdout


def test_every_page_is_in_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    listed = {module for contract in contracts if contract["type"] == "independence" for module in contract["modules"]}
    ui = ROOT / "smartstad_desktop" / "ui"
    pages = {path.name for path in ui.iterdir() if path.is_dir() and path.name.isidentifier()} - SHARED_BY_PAGES

    assert {f"smartstad_desktop.ui.{page}" for page in pages if not page.startswith("__")} == listed
