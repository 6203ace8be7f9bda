"""What a user can do with municipalities: add one, change one, keep its official codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from smartstad_desktop.domain import cleaning
from smartstad_desktop.domain.cleaning import Cleaner
from smartstad_desktop.domain.errors import FieldInvalid
from smartstad_desktop.domain.programme import municipalities as rules
from smartstad_desktop.domain.programme.municipalities import OfficialCode
from smartstad_desktop.domain.programme.work import Onboarding, Settlement
from smartstad_desktop.domain.values import MunicipalityId
from smartstad_desktop.storage.tables.programme import Municipality, MunicipalityCode
from smartstad_desktop.usecases.command import Transaction

#: What may be set; ``codes`` is a sequence of ``OfficialCode``.
FIELDS: Final = frozenset(
    {
        *("name", "short_name", "mark", "colour", "country", "population", "population_year", "aliases"),
        *("chief_title", "is_participating", "valid_from", "valid_to", "list_due_on", "codes"),
        *("county", "settlement", "onboarding", "onboarding_note"),
    }
)
_TEXTS: Final = frozenset(
    ("name", "short_name", "mark", "colour", "country", "chief_title", "county", "onboarding_note")
)
_CHOICES: Final[Mapping[str, Cleaner]] = {
    "settlement": cleaning.choice(Settlement),
    "onboarding": cleaning.choice(Onboarding),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddMunicipality:
    """Add a municipality; its key is made from its name unless one is given."""

    fields: Mapping[str, Any]
    key: str = ""

    def execute(self, tx: Transaction) -> MunicipalityId:
        """Return the new municipality's id."""
        name = str(self.fields.get("name", "")).strip()
        key = self.key or key_of(name)
        if tx.session.scalar(select(Municipality.id).where(Municipality.key == key)) is not None:
            raise rules.KeyTaken(field="name", name=name)
        row = Municipality(key=key, name="", short_name=name, mark="", colour="")
        _write(tx, row, {"name": name, "mark": "", "colour": ""} | dict(self.fields))
        tx.describe(title=row.name)
        return MunicipalityId(row.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditMunicipality:
    """Change fields of a municipality; ``codes`` replaces its official codes."""

    municipality: MunicipalityId
    changes: Mapping[str, Any]

    def execute(self, tx: Transaction) -> None:
        """Write the changes."""
        row = tx.get(Municipality, self.municipality)
        _write(tx, row, self.changes)
        tx.describe(title=row.name)


def key_of(name: str) -> str:
    """Return a key for a municipality called *name*: "Ängelholms kommun" becomes ``angelholms-kommun``."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(str.maketrans({"ø": "o", "æ": "a"})))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _write(tx: Transaction, row: Municipality, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        if name not in FIELDS:
            raise FieldInvalid(field=name)
        if name in _CHOICES:
            setattr(row, name, cleaning.clean(_CHOICES, name, value))
        elif name != "codes":
            setattr(row, name, str(value or "").strip() if name in _TEXTS else value)
    faults = rules.problems_of_look(row.name, row.mark, row.colour)
    touched = [fault for fault in faults if fault.parameters["field"] in changes]
    if touched:
        raise touched[0]
    if row.population is not None and row.population < 0:
        raise FieldInvalid(field="population")
    _check_mark(tx, row)
    tx.session.add(row)
    tx.session.flush()
    if "codes" in changes:
        _write_codes(tx, row, changes["codes"])


def _check_mark(tx: Transaction, row: Municipality) -> None:
    with tx.session.no_autoflush:
        other = tx.session.scalar(select(Municipality).where(Municipality.mark == row.mark))
    if other is not None and other is not row:
        raise rules.MarkTaken(field="mark", mark=row.mark, name=other.name)


def _write_codes(tx: Transaction, row: Municipality, codes: Iterable[OfficialCode]) -> None:
    wanted = tuple(codes)
    fault = rules.problem_of_codes(wanted)
    if fault is not None:
        raise fault
    held = {
        OfficialCode(code.code, code.valid_from, code.valid_to): code
        for code in tx.session.scalars(select(MunicipalityCode).where(MunicipalityCode.municipality_id == row.id))
    }
    for code, old in held.items():
        if code not in wanted:
            tx.session.delete(old)
    for code in wanted:
        if code not in held:
            tx.session.add(
                MunicipalityCode(
                    municipality_id=row.id, code=code.code, valid_from=code.valid_from, valid_to=code.valid_to
                )
            )
    tx.session.flush()
