"""One example per command; every module here but ``finding`` has a dictionary ``EXAMPLES`` by the command's name."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from tests.support.commands.finding import Example


def examples() -> dict[str, Example]:
    """Return the examples of all modules."""
    found: dict[str, Example] = {}
    for module in pkgutil.iter_modules(__path__):
        if module.name != "finding":
            found.update(import_module(f"{__name__}.{module.name}").EXAMPLES)
    return found
