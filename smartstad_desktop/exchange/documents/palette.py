"""The colours of documents and drawings on paper, by role; values only, no library of any format."""

from __future__ import annotations

import tomllib
from functools import cache

from smartstad_desktop import places


@cache
def _palette() -> dict[str, str]:
    return tomllib.loads((places.resources() / "documents" / "paper.toml").read_text(encoding="utf-8"))


def colour_of(role: str) -> str:
    """Return the colour of a role of ``resources/documents/paper.toml``, as ``#RRGGBB``."""
    return _palette()[role]
