"""The source files the rules read, and a way to plant an example that breaks a rule."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NOT_OURS = {".venv", ".git", "out", "dist", "build"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file, read and parsed."""

    path: str
    text: str
    tree: ast.Module

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Return every node of the tree, walked once for all rules."""
        return tuple(ast.walk(self.tree))

    def at(self, node: ast.expr | ast.stmt) -> str:
        """Return where *node* stands, as an editor understands it."""
        return f"{self.path}:{node.lineno}"


def planted(text: str, path: str = "smartstad_desktop/ui/planted.py") -> Source:
    """Return a made-up file, to show that a rule finds what it looks for."""
    return Source(path, text, ast.parse(text))


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Return every Python file below *folders* of the project."""
    if len(folders) > 1:
        return tuple(source for folder in folders for source in sources(folder))
    # The trees are millions of objects that stay: looking through them for garbage takes longer than parsing.
    gc.disable()
    try:
        files = sorted((ROOT / folders[0]).rglob("*.py"))
        found = [planted(path.read_text("utf-8"), path.relative_to(ROOT).as_posix()) for path in files]
        gc.freeze()
    finally:
        gc.enable()
    return tuple(found)


def program() -> tuple[Source, ...]:
    """Return the files of the program itself."""
    return sources("smartstad_desktop")


def everything() -> tuple[Source, ...]:
    """Return every Python file we wrote."""
    return sources("smartstad_desktop", "tests", "installers")


def project_files() -> Iterator[Path]:
    """Yield every file that belongs to the project, whatever its kind."""
    ours = {path for path in ROOT.iterdir() if path.name not in NOT_OURS and not path.name.endswith("_cache")}
    for top in sorted(ours - {ROOT / ".hypothesis"}):
        if top.is_file():
            yield top
        else:
            yield from (
                path for path in sorted(top.rglob("*")) if path.is_file() and path.suffix not in {".pyc", ".mo"}
            )


def name_of(node: ast.expr) -> str:
    """Return the last name of what is called or read: ``exec`` for ``dialog.exec``."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
