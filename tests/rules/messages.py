"""Which messages the program says, read from the syntax tree, and what the catalogues have for them."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.rules.sources import ROOT, Source

LANGUAGES = ("sv", "nb", "en")
#: What takes a message as its first argument and must be given it in full.
MARKERS = {"_", "N_"}

Plural = tuple[str, str]


@dataclass(slots=True)
class Said:
    """The messages of some files and the places where a message is not written out."""

    singles: dict[str, str] = field(default_factory=dict)
    plurals: dict[Plural, str] = field(default_factory=dict)
    not_literal: list[str] = field(default_factory=list)

    @property
    def ids(self) -> set[str]:
        """Return the key of every message in the catalogue."""
        return set(self.singles) | {one for one, _many in self.plurals}


def _literals(arguments: Iterable[ast.expr]) -> list[str | None]:
    return [
        node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None for node in arguments
    ]


def _pairs(source: Source) -> dict[Plural, list[ast.Call]]:
    """Find ``(N_("one"), N_("many {count}"))``: the two forms of one message, defined where they are not shown."""
    found: dict[Plural, list[ast.Call]] = {}
    for node in source.nodes:
        match node:
            case ast.Tuple(elts=[ast.Call(func=ast.Name(id="N_")) as one, ast.Call(func=ast.Name(id="N_")) as many]):
                texts = _literals([*one.args[:1], *many.args[:1]])
                if texts[0] and texts[1] and "{count}" in texts[1]:
                    found[texts[0], texts[1]] = [one, many]
            case _:
                pass
    return found


def said_in(sources: Iterable[Source]) -> Said:
    """Collect every message of *sources*."""
    said = Said()
    for source in sources:
        pairs = _pairs(source)
        paired = {id(call) for calls in pairs.values() for call in calls}
        said.plurals |= {pair: source.at(calls[0]) for pair, calls in pairs.items()}
        for node in source.nodes:
            if isinstance(node, ast.Call) and id(node) not in paired:
                _collect(said, source, node)
    return said


def _collect(said: Said, source: Source, call: ast.Call) -> None:
    match call.func:
        case ast.Name(id=name) if name in MARKERS:
            _keep_single(said, source, call, must_be_literal=True)
        case ast.Name(id="ngettext"):
            _keep_plural(said, source, call, must_be_literal=True)
        case ast.Attribute(attr="text", value=owner) if not (
            isinstance(owner, ast.Name) and owner.id in {"sqlalchemy", "sa"}
        ):
            _keep_single(said, source, call, must_be_literal=False)
        case ast.Attribute(attr="plural"):
            _keep_plural(said, source, call, must_be_literal=False)
        case _:
            pass


def _keep_single(said: Said, source: Source, call: ast.Call, *, must_be_literal: bool) -> None:
    text = (_literals(call.args[:1]) or [None])[0]
    if text is not None:
        said.singles.setdefault(text, source.at(call))
    elif must_be_literal:
        said.not_literal.append(source.at(call))


def _keep_plural(said: Said, source: Source, call: ast.Call, *, must_be_literal: bool) -> None:
    match _literals(call.args[:2]):
        case [str(one), str(many)]:
            said.plurals.setdefault((one, many), source.at(call))
        case _ if must_be_literal:
            said.not_literal.append(source.at(call))
        case _:
            pass


def catalogue(language: str) -> Catalog:
    """Read the catalogue of *language*."""
    with (ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / "smartstad.po").open("rb") as text:
        return read_po(text, locale=language)


def messages(book: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue without its header."""
    yield from (message for message in book if message.id)


def forms(value: Any) -> tuple[str, ...]:
    """Return the forms of a message or of its translation: one, or as many as there are plurals."""
    return (value,) if isinstance(value, str) else tuple(value)


def places(text: str) -> set[str]:
    """Return the names in braces that a message has filled in."""
    return {name for _text, name, _format, _conversion in string.Formatter().parse(text) if name is not None}


def gaps(said: Said, book: Catalog) -> list[str]:
    """Name messages that are missing, without translation, half translated or marked as unsure."""
    found: list[str] = []
    for one, where in [*said.singles.items(), *((one, where) for (one, _many), where in said.plurals.items())]:
        message = book.get(one) if one else None
        if one and message is None:
            found.append(f"{where} missing: {one!r}")
        elif message is not None and (message.fuzzy or not all(forms(message.string))):
            found.append(f"{where} not translated: {one!r}")
    for (one, many), where in said.plurals.items():
        message = book.get(one)
        if message is not None and message.id != (one, many):
            found.append(f"{where} has other plural forms in the catalogue: {one!r}")
    return found


def misfits(book: Catalog) -> list[str]:
    """Name translations that fill in other names than the original, or lose its colon or dots."""
    found: list[str] = []
    for message in messages(book):
        originals = forms(message.id)
        for number, text in enumerate(forms(message.string)):
            original = originals[min(number, len(originals) - 1)]
            # A form may leave out its figure, as "one project" does.
            if places(text) - {"count"} != places(original) - {"count"}:
                found.append(f"{original!r} -> {text!r}: other names in braces")
            if any(original.endswith(end) != text.endswith(end) for end in (":", "…")):
                found.append(f"{original!r} -> {text!r}: other ending")
    return found
