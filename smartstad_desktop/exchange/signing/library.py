"""Whether this installation can sign and read signatures."""

from __future__ import annotations

import importlib.util
import logging
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from smartstad_desktop.domain.plan.signing import SigningUnavailable

_LIBRARY: Final = "pyhanko"


def can_sign() -> bool:
    """Return whether this installation can sign and read signatures."""
    return importlib.util.find_spec(_LIBRARY) is not None


def require_library() -> None:
    """Refuse when this installation lacks what signing needs.

    Raises:
        SigningUnavailable: it does.
    """
    if not can_sign():
        raise SigningUnavailable


@contextmanager
def quiet_library() -> Generator[None]:
    """Keep the library from logging who signed and what it makes of damaged files: the caller tells it in words."""
    loggers = [logging.getLogger(name) for name in (_LIBRARY, "pyhanko_certvalidator")]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
