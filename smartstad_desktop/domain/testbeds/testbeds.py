"""Testbeds, and what is tried in them (domain 2.5)."""

from __future__ import annotations

from enum import StrEnum


class Nature(StrEnum):
    """Whether a testbed can be touched."""

    PHYSICAL = "physical"
    VIRTUAL = "virtual"
    BOTH = "both"


class Environment(StrEnum):
    """How close to real use a testbed is."""

    LAB = "lab"
    SIMULATED = "simulated"
    REAL = "real"


class Tested(StrEnum):
    """What is tried."""

    PRODUCT = "product"
    SERVICE = "service"
    PROCESS = "process"


class Intake(StrEnum):
    """How a case came in."""

    OPEN_CALL = "open_call"
    OWN_NEED = "own_need"
    PROPOSAL = "proposal"


class Recommendation(StrEnum):
    """What should happen after a test."""

    SCALE = "scale"
    ITERATE = "iterate"
    END = "end"
