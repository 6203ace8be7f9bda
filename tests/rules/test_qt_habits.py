"""Habits with Qt that cost hours when they slip in, and colours that belong to the themes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from tests.rules.sources import Source, name_of, planted, program

#: Nested event loops, second drag systems, slow proxies, second SQLite libraries (they drop the file's lock).
FORBIDDEN_NAMES = {
    "processEvents": "runs events in the middle of a function",
    "QDrag": "cannot be tested and hangs; dragging is our own",
    "QSortFilterProxyModel": "twenty times slower than a list of ids",
    "QSqlDatabase": "opens the workspace behind SQLite's back",
    "QFile": "opens files behind SQLite's back",
    "apsw": "a second SQLite drops the lock of the first",
    "QSettings": "preferences are a typed file",
    "WA_DeleteOnClose": "kills objects Python still holds",
}
HEX_COLOUR = re.compile(r"^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")
COLOUR_MAKERS = {"QColor", "HexColor", "fromRgb", "fromRgbF", "fromHsv", "fromHsl"}
#: Themes are read in one place and the colours of paper are set in another.
MAY_MAKE_COLOURS = re.compile(r"smartstad_desktop/(ui/kit/(theme|tokens|palette)\w*|exchange/documents/pdf/\w+)\.py$")


def bad_habits(sources: Iterable[Source]) -> list[str]:
    """Name forbidden Qt names, star imports and nested loops."""
    found: list[str] = []
    for source in sources:
        for node in source.nodes:
            if isinstance(node, ast.Name | ast.Attribute) and name_of(node) in FORBIDDEN_NAMES:
                found.append(f"{source.at(node)} {name_of(node)}: {FORBIDDEN_NAMES[name_of(node)]}")
            if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
                found.append(f"{source.at(node)} star import")
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in {"exec", "exec_"}
            ):
                owner = name_of(node.func.value)
                if not (source.path.startswith("smartstad_desktop/app/") and owner in {"application", "loop"}):
                    found.append(f"{source.at(node)} {owner}.{node.func.attr}: a loop inside the loop")
    return found


def colours(sources: Iterable[Source]) -> list[str]:
    """Name colours written in Python instead of in a theme."""
    found: list[str] = []
    for source in sources:
        if MAY_MAKE_COLOURS.search(source.path):
            continue
        for node in source.nodes:
            match node:
                case ast.Constant(value=str(text)) if HEX_COLOUR.match(text):
                    found.append(f"{source.at(node)} {text}")
                case ast.Call(func=maker, args=[ast.Constant(), *_]) if name_of(maker) in COLOUR_MAKERS:
                    found.append(f"{source.at(node)} {name_of(maker)}")
                case ast.Attribute(value=owner) if name_of(owner) == "GlobalColor" and node.attr != "transparent":
                    found.append(f"{source.at(node)} {name_of(node)}")
                case _:
                    pass
    return found


def test_no_bad_habits() -> None:
    assert "\n".join(bad_habits(program())) == ""


def test_colours_live_in_themes() -> None:
    assert "\n".join(colours(program())) == ""


def test_bad_habits_are_found() -> None:
    assert len(bad_habits([planted("from PySide6.QtGui import *\n")])) == 1
    assert len(bad_habits([planted("dialog.exec()\n")])) == 1
    assert len(bad_habits([planted("application.exec()\n")])) == 1
    assert len(bad_habits([planted("QApplication.processEvents()\n")])) == 1
    assert bad_habits([planted("application.exec()\n", "smartstad_desktop/app/main.py")]) == []


def test_colours_are_found() -> None:
    sharp = "#"
    assert len(colours([planted(f"line = '{sharp}ff8800'\n")])) == 1
    assert len(colours([planted("pen = QColor(1, 2, 3)\n")])) == 1
    assert len(colours([planted("pen = Qt.GlobalColor.red\n")])) == 1
    assert colours([planted("pen = QColor(theme.accent)\n")]) == []
