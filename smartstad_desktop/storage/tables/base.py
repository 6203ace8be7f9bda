"""What all tables share: names of constraints, STRICT column types, and whether the journal follows a table."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from sqlalchemy import JSON, Boolean, CheckConstraint, Date, Double, LargeBinary, MetaData, String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.compiler import TypeCompiler

NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
#: Every table is STRICT and never reuses an id, so that a row restored by undo meets no stranger.
STRICT: Final = {"sqlite_strict": True, "sqlite_autoincrement": True}
#: For tables the journal does not follow; the value says why.
UNJOURNALED: Final = "unjournaled_because"


class Base(DeclarativeBase):
    """The metadata of the workspace."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map = {list[str]: JSON, dict[str, Any]: JSON}  # noqa: RUF012  read once by SQLAlchemy

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


class TrilingualName:
    """A name in Swedish, bokmål and English; Swedish is always there."""

    name_sv: Mapped[str]
    name_nb: Mapped[str] = mapped_column(default="")
    name_en: Mapped[str] = mapped_column(default="")


def one_of(column: str, choices: type[StrEnum], *, optional: bool = False) -> CheckConstraint:
    """Return a check that *column* holds a member of *choices* (or nothing, when *optional*)."""
    values = ", ".join(f"'{choice.value}'" for choice in choices)
    condition = f"{column} IN ({values})"
    return CheckConstraint(f"{column} IS NULL OR {condition}" if optional else condition, name=f"{column}_known")


# STRICT tables know five type names only; these are the ones our columns use.


@compiles(String, "sqlite")
@compiles(Date, "sqlite")
@compiles(JSON, "sqlite")
def _text(_element: String | Date | JSON, _compiler: TypeCompiler, **_options: object) -> str:
    return "TEXT"


@compiles(Boolean, "sqlite")
def _integer(_element: Boolean, _compiler: TypeCompiler, **_options: object) -> str:
    return "INTEGER"


@compiles(LargeBinary, "sqlite")
def _blob(_element: LargeBinary, _compiler: TypeCompiler, **_options: object) -> str:
    return "BLOB"


@compiles(Double, "sqlite")
def _real(_element: Double[float], _compiler: TypeCompiler, **_options: object) -> str:
    return "REAL"
