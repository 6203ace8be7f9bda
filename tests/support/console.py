"""What a command told, for tests of the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass
class Told:
    """What a command wrote and ended with."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return the one document that was written."""
        return json.loads(self.out)


#: Runs a command with these words.
Run: TypeAlias = Callable[..., Told]
