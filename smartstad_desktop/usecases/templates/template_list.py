"""What a new programme can start from; light, so that it can be offered at once."""

from __future__ import annotations

from dataclasses import dataclass

from smartstad_desktop.domain.values import Language
from smartstad_desktop.usecases import seeds


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateInfo:
    """A template as it is offered: in the language asked for."""

    key: str
    name: str
    description: str
    countries: tuple[str, ...]
    municipality_count: int


def templates(language: Language = Language.SV) -> list[TemplateInfo]:
    """Return what a new programme can start from, in the order to offer it."""
    found: list[TemplateInfo] = []
    for template in seeds.all_templates():
        taking_part = [each for each in template.municipalities if each.is_participating]
        found.append(
            TemplateInfo(
                key=template.key,
                name=template.name.in_language(language),
                description=template.description.in_language(language),
                countries=tuple(dict.fromkeys(each.country for each in taking_part)),
                municipality_count=len(taking_part),
            )
        )
    return found
