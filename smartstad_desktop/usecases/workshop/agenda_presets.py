"""Agendas to start a session from, read from their data file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from smartstad_desktop import places
from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.domain.workshop.meeting import AgendaKind
from smartstad_desktop.domain.workshop.sessions import PresetUnknown
from smartstad_desktop.domain.workshop.voting import Method
from smartstad_desktop.usecases.seed_goals import named


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetRound:
    """A round that comes with a part; ``whole_list`` is the only item of a round about the list as a whole."""

    method: Method
    question: Named
    instruction: Named
    minutes: int
    columns: tuple[Named, ...] = ()
    whole_list: Named | None = None

    def rules(self, language: Language) -> dict[str, Any]:
        """Return the rules that the round starts with, in *language*."""
        return {
            "question": self.question.in_language(language),
            "instruction": self.instruction.in_language(language),
            "minutes": self.minutes,
        } | ({"columns": [each.in_language(language) for each in self.columns]} if self.columns else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetPart:
    """A part of an agenda to start from."""

    kind: AgendaKind
    title: Named
    minutes: int
    instruction: Named
    round: PresetRound | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """An agenda to start from."""

    key: str
    name: Named
    description: Named
    purpose: Named
    decision_rule: Named
    starts_at: str
    parts: tuple[PresetPart, ...] = ()

    @property
    def minutes(self) -> int:
        """Return how long it takes."""
        return sum(part.minutes for part in self.parts)


_NOTHING: Final = Named("")
#: What a session without a preset starts from.
EMPTY: Final = Preset(
    key="", name=_NOTHING, description=_NOTHING, purpose=_NOTHING, decision_rule=_NOTHING, starts_at="09:00"
)


@cache
def presets() -> tuple[Preset, ...]:
    """Return every preset, in the order they are offered."""
    path = places.db() / "seeds" / "shared" / "agendas.toml"
    return tuple(_preset(raw) for raw in tomllib.loads(path.read_text(encoding="utf-8"))["agenda"])


def preset(key: str) -> Preset:
    """Return the preset called *key*; an empty key is an empty agenda.

    Raises:
        PresetUnknown: there is none.
    """
    known = {"": EMPTY} | {each.key: each for each in presets()}
    if key not in known:
        raise PresetUnknown(key=key, known=", ".join(filter(None, known)))
    return known[key]


def _preset(raw: Mapping[str, Any]) -> Preset:
    return Preset(
        key=raw["key"],
        name=named(raw["name"]),
        description=named(raw["description"]),
        purpose=named(raw["purpose"]),
        decision_rule=named(raw.get("decision_rule", {})),
        starts_at=raw["starts_at"],
        parts=tuple(_part(each) for each in raw["item"]),
    )


def _part(raw: Mapping[str, Any]) -> PresetPart:
    voting = raw.get("round")
    return PresetPart(
        kind=AgendaKind(raw.get("kind", AgendaKind.TALK)),
        title=named(raw["title"]),
        minutes=raw["minutes"],
        instruction=named(raw.get("instruction", {})),
        round=None if voting is None else _round(voting, raw["minutes"]),
    )


def _round(raw: Mapping[str, Any], minutes: int) -> PresetRound:
    whole = raw.get("whole_list")
    return PresetRound(
        method=Method(raw["method"]),
        question=named(raw["question"]),
        instruction=named(raw["instruction"]),
        minutes=raw.get("minutes", minutes),
        columns=tuple(named(each) for each in raw.get("columns", ())),
        whole_list=None if whole is None else named(whole),
    )
