"""Journeys use the running program as the tests of the window have it."""

from __future__ import annotations

from tests.ui.conftest import _hands_free, _looks, desk, settings

__all__ = ["_hands_free", "_looks", "desk", "settings"]
