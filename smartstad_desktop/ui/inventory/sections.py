"""The parts of a project beside the table, as data, and the field that edits each value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from smartstad_desktop.domain import project_fields as fields
from smartstad_desktop.domain.inventory import ActorType, Status
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.fields import field_name
from smartstad_desktop.text.goals.sdgs import SDGS
from smartstad_desktop.text.labels import label
from smartstad_desktop.text.phrases import N_, _
from smartstad_desktop.ui.inventory.extra_field import ExtraField
from smartstad_desktop.ui.inventory.snapshot import Snapshot
from smartstad_desktop.ui.kit import theme
from smartstad_desktop.ui.kit.calm_fields import INSET, GrowingField, WordsField
from smartstad_desktop.ui.kit.calm_pickers import CalmChoice, GoalsField, PicksField
from smartstad_desktop.ui.kit.calm_values import DayField, MoneyField, PeriodField
from smartstad_desktop.ui.kit.fields import CheckField, Field


@dataclass(frozen=True, slots=True)
class Section:
    """One part: its name and its fields from the top down."""

    key: str
    title: str
    names: tuple[str, ...]


#: What is always seen, beneath name and description, in two columns.
FACTS: Final = ("status", "budget_total", "start", "end", "owner_unit", "contact_role")
SECTIONS: Final = (
    Section("why", N_("Why and how"), ("why", "how", "needs", "alias")),
    Section("status", N_("Status and maturity"), ("status_reason", "review_on", "maturity", "confirmed_on")),
    Section("money", N_("Time and money"), ("budget_on", "cost_to_date", "cost_on", "funding", "funding_nature")),
    Section(
        "municipalities",
        N_("Municipalities"),
        ("municipality_id", "participants", "municipality_role", "is_city_wide"),
    ),
    Section("goals", N_("Themes and global goals"), ("themes", "sdgs", "is_lighthouse", "challenges_core")),
    Section("people", N_("People and units"), ("contact_email", "partners", "actor_types", "beneficiary")),
    Section(
        "testbed",
        N_("Testbed and procurement"),
        ("testbed_use", "testbed_note", "procurement_potential", "procurement_note", "technologies"),
    ),
    Section(
        "effects",
        N_("Effects and lessons"),
        (
            *("expected_effect", "observed_effect", "lesson", "is_shareable", "shareable", "risks"),
            "resident_involvement",
        ),
    ),
    Section("elsewhere", N_("Seen elsewhere"), ("is_external", "transferability", "adopters")),
    Section("confidential", N_("Confidentiality"), ("is_confidential", "confidentiality_reason")),
    Section("other", N_("Other"), ("link", "place", "external_ref", "comment", "content_language", "extra")),
)
#: Short texts; all other texts may be long.
_LINES: Final = frozenset(
    ("external_ref", "alias", "owner_unit", "contact_role", "contact_email", "link", "place", "procurement_note")
)
#: An error may name a column of the table where the form has one field for all of them.
FIELD_OF: Final = {"end_last": "end", "start_first": "start"}


def section_of(name: str) -> str | None:
    """Return the key of the section that holds the field *name*."""
    return next((section.key for section in SECTIONS if name in section.names), None)


def make_field(name: str, snapshot: Snapshot) -> Field:
    """Return the field that edits *name*."""
    maker = _MAKERS.get(name)
    if maker is not None:
        return maker(name, snapshot)
    title = field_name(name)
    if name in fields.CHOICES:
        return CalmChoice(name, title, [(None, "–"), *_labels(fields.CHOICES[name])])
    if name in fields.FLAGS:
        check = CheckField(name, title)
        check.setContentsMargins(theme.current().space(INSET), 0, 0, 0)
        return check
    for names, kind in ((fields.MONEY, MoneyField), (fields.PERIODS, PeriodField), (fields.DAYS, DayField)):
        if name in names:
            return kind(name, title)
    if name in fields.LISTS:
        return WordsField(name, title)
    return GrowingField(name, title, is_one_paragraph=name in _LINES)


def _labels(choices: type[StrEnum]) -> list[tuple[Any, str]]:
    return [(choice, label(choice)) for choice in choices]


def _municipalities(snapshot: Snapshot) -> list[tuple[int, str]]:
    faces = snapshot.faces.municipalities.values()
    # Those that have ended stand last and say so: a project of the past may still be theirs.
    ordered = sorted(faces, key=lambda face: (face.is_ended, snapshot.phrases.sort_key(face.name)))
    return [
        (face.id, _("{name} (ended)", name=face.short_name) if face.is_ended else face.short_name) for face in ordered
    ]


_MAKERS: Final[dict[str, Callable[[str, Snapshot], Field]]] = {
    "status": lambda name, _snapshot: CalmChoice(name, field_name(name), _labels(Status)),
    "content_language": lambda name, _snapshot: CalmChoice(name, field_name(name), _labels(Language)),
    "municipality_id": lambda name, snapshot: CalmChoice(
        name, field_name(name), [(None, "–"), *_municipalities(snapshot)]
    ),
    "participants": lambda name, snapshot: PicksField(name, field_name(name), _municipalities(snapshot)),
    "adopters": lambda name, snapshot: PicksField(name, field_name(name), _municipalities(snapshot)),
    "themes": lambda name, snapshot: PicksField(name, field_name(name), list(snapshot.theme_names.items())),
    "actor_types": lambda name, _snapshot: PicksField(
        name, field_name(name), [(choice.value, text) for choice, text in _labels(ActorType)]
    ),
    "goals": lambda name, snapshot: GoalsField(name, field_name(name), list(snapshot.goal_names.items())),
    "sdgs": lambda name, snapshot: PicksField(
        name, field_name(name), [(number, snapshot.phrases.text(text)) for number, text in enumerate(SDGS, start=1)]
    ),
    "extra": lambda name, _snapshot: ExtraField(name, field_name(name)),
}
