"""Testbeds, and what is tried in them (domain 2.5)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid

#: The longest name that a table and a card can show.
LONGEST: Final = 160


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


class TestbedNameMissing(FieldInvalid):
    """A testbed needs a name."""

    code = "testbed_name_missing"


class TestbedNameTooLong(FieldInvalid):
    """A name is longer than a table can show. Parameters: ``length``, ``limit``."""

    code = "testbed_name_too_long"


#: What can be set on a testbed.
TESTBED_FIELDS: Final[Mapping[str, Cleaner]] = {
    **dict.fromkeys(("name", "what", "owner_unit", "contact_role", "place", "access", "constraints"), cleaning.text),
    "nature": lambda _name, value: Nature(value),
    "environment": cleaning.choice(Environment),
    "municipality_id": cleaning.row,
    "organisation_id": cleaning.row,
    "is_active": cleaning.flag,
}
#: What somebody who wants to test has to know before asking; a virtual testbed has no place.
_WANTED: Final = ("environment", "owner", "place", "access", "contact_role")


def cleaned_testbed(name: str, value: Any) -> Any:
    """Return *value* as a testbed keeps it.

    Raises:
        FieldInvalid: there is no such field, or the value does not fit it.
    """
    return cleaning.clean(TESTBED_FIELDS, name, value)


def check_testbed(name: str) -> None:
    """Refuse a testbed without a name, or with one that is too long.

    Raises:
        TestbedNameMissing, TestbedNameTooLong: the name is not one.
    """
    if not name:
        raise TestbedNameMissing(field="name")
    if len(name) > LONGEST:
        raise TestbedNameTooLong(field="name", length=len(name), limit=LONGEST)


def lacking(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which facts are missing for somebody who wants to test here; ``owner`` is a municipality or another."""
    owner = values["municipality_id"] or values["organisation_id"] or values["owner_unit"]
    known = {**values, "owner": owner}
    wanted = (name for name in _WANTED if name != "place" or values["nature"] != Nature.VIRTUAL)
    return tuple(name for name in wanted if not known[name])
