"""The glossary among the appendices: the words this plan uses, what they mean, and what the neighbours call them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

from smartstad_desktop.domain.values import Language
from smartstad_desktop.exchange.documents.document import Column, Heading, Manner, Section, Table, Tone, cell, paragraph
from smartstad_desktop.text.phrases import phrasebook
from smartstad_desktop.text.plan.glossary import WORDS
from smartstad_desktop.usecases.plan_document.material import Material

#: What may follow the stem of a word in our languages without its becoming another one.
_ENDING = r"\w{0,5}"


def glossary_section(material: Material, sections: Sequence[Section]) -> Section | None:
    """Return the words of the glossary that stand in *sections*, in alphabetical order; None without any."""
    phrases = material.phrases
    told = " ".join(_texts(sections)).casefold()
    found = [
        (phrases.text(word), phrases.text(meaning), word)
        for word, meaning in WORDS
        if _is_used(phrases.text(word), told)
    ]
    if not found:
        return None
    others = [language for language in Language if language is not phrases.language]
    columns = (
        Column(phrases.text("Word"), 29),
        Column(phrases.text("What it means"), 60),
        *(Column(language.value, 28) for language in others),
    )
    rows = tuple(
        (
            cell(name, Tone.STRONG),
            cell(meaning),
            *(cell(phrasebook(language).text(word), Tone.SOFT) for language in others),
        )
        for name, meaning, word in sorted(found, key=lambda each: phrases.sort_key(each[0]))
    )
    lead = phrases.text(
        "Words that are used in this plan. The last columns say what they are called in the neighbours’ languages."
    )
    table = Table(columns, rows, phrases.text("Words with their meaning"))
    return Section(
        Heading(phrases.text("Appendix: glossary")), (paragraph(lead, Manner.LEAD), table), starts_page=False
    )


def _is_used(word: str, told: str) -> bool:
    stem = re.escape(word.casefold())
    return re.search(rf"\b{stem}{_ENDING}\b", told) is not None


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in blocks of a document, however deep it lies."""
    if isinstance(value, str):
        if not isinstance(value, Enum):
            yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    else:
        for name in _names(type(value)):
            yield from _texts(getattr(value, name))


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the names of what a block consists of."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
