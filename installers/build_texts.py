"""Compile the texts of every language; as a build hook also put what the program reads into the wheel.

Run as a script it compiles the catalogues of a source checkout. Catalogues that are newer than their source are
left alone, so it costs nothing when nothing changed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SHIPPED = "smartstad_desktop/_shipped"
#: Old workspace files are for tests only.
NOT_SHIPPED = {"old", "__pycache__"}


def compile_texts(root: Path) -> list[Path]:
    """Compile every catalogue below *root* that changed since last time; return what was written."""
    written: list[Path] = []
    for source in sorted(root.glob("resources/i18n/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parent.parent.name)
        with target.open("wb") as binary:
            write_mo(binary, catalogue)
        written.append(target)
    return written


class TextsHook(BuildHookInterface):
    """What hatchling calls before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the texts; an editable wheel reads resources and db from the checkout, a real one carries them."""
        root = Path(self.root)
        compile_texts(root)
        if version == "editable":
            return
        shipped = [root / "resources", *(path for path in (root / "db").iterdir() if path.name not in NOT_SHIPPED)]
        for path in shipped:
            build_data["force_include"][str(path)] = f"{SHIPPED}/{path.relative_to(root).as_posix()}"


if __name__ == "__main__":
    for done in compile_texts(Path(__file__).resolve().parent.parent):
        sys.stdout.write(f"{done}\n")
