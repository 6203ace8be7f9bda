"""A document as plain text in UTF-8: for mail, for a screen reader, for whatever a register takes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from functools import singledispatch
from pathlib import Path
from typing import Final

from smartstad_desktop.domain.files import NotReadBack
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.drawing import Drawing

_WIDTH: Final = 90
_UNDER: Final = {1: "=", 2: "-"}


def as_text(document: doc.Document) -> str:
    """Return *document* as text; headings are underlined, rows of tables told heading by heading."""
    lines = [document.title, "=" * min(len(document.title), _WIDTH), ""]
    if document.warning:
        lines += [document.warning, ""]
    if document.cover is not None:
        lines += [line for line in (document.cover.kicker, document.cover.lead) if line]
        lines += [f"{name}: {value}" for name, value in document.cover.facts]
        if document.fingerprint:
            lines += _wrapped(f"{document.fingerprint.label}: {document.fingerprint.digits}")
        lines.append("")
    for section in document.sections:
        if section.heading.text != document.title:
            lines += _lines(section.heading)
        for block in section.blocks:
            lines += _lines(block)
    return "\n".join(lines).rstrip() + "\n"


def write(document: doc.Document, target: Path) -> int:
    """Write *document* as text to *target*, whole or not at all, and return its size in bytes.

    Raises:
        NotReadBack: what was written is not what was meant.
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    # The mark at the beginning and the line ends let the oldest editors show it right.
    content = as_text(document).replace("\n", "\r\n").encode("utf-8-sig")
    with whole_file.beside(target) as part:
        part.write_bytes(content)
        if part.read_bytes() != content:
            raise NotReadBack(name=target.name)
    return len(content)


@singledispatch
def _lines(block: doc.Block) -> list[str]:
    raise TypeError(block)


@_lines.register
def _heading(block: doc.Heading) -> list[str]:
    sign = _UNDER.get(block.level, "")
    return ["", block.text, *([sign * min(len(block.text), _WIDTH)] if sign else []), ""]


@_lines.register
def _paragraph(block: doc.Paragraph) -> list[str]:
    return [*_wrapped(_told(block.runs)), ""]


def _told(runs: Iterable[doc.Run]) -> str:
    """Return the words of *runs*, each link with its address unless it is its own words."""
    return "".join(run.text if run.link in {"", run.text} else f"{run.text} ({run.link})" for run in runs)


@_lines.register
def _bullets(block: doc.BulletList) -> list[str]:
    return [*(line for point in block.points for line in _wrapped(point, "- ")), ""]


@_lines.register
def _points(block: doc.PointList) -> list[str]:
    lines: list[str] = []
    for point in block.points:
        sign = "-" if point.number is None else f"{point.number}."
        first, *others = list(_wrapped(_told(point.runs), f"{'  ' * point.depth}{sign} ")) or [""]
        lines += [first, *others]
    return [*lines, ""]


@_lines.register
def _table(block: doc.Table) -> list[str]:
    rows = [*block.rows, *([block.total] if block.total else [])]
    return [f"{block.caption}:", *(line for row in rows for line in _row(block.columns, row)), ""]


def _row(columns: tuple[doc.Column, ...], cells: tuple[doc.Cell, ...]) -> list[str]:
    told = [
        f"{column.heading}: {text}"
        for column, cell in zip(columns, cells, strict=True)
        if (text := _cell(cell)) and text != "–"
    ]
    return list(_wrapped("; ".join(told), "- "))


def _cell(cell: doc.Cell) -> str:
    names = ", ".join(mark.name for mark in cell.marks)
    text = " / ".join(part.strip() for part in cell.text.splitlines() if part.strip())
    # A mark beside its own name says it twice.
    return (
        text
        if text and (not names or names in text)
        else " ".join(part for part in (text, names and f"({names})" if text else names) if part)
    )


@_lines.register
def _key_values(block: doc.KeyValues) -> list[str]:
    return [*(line for name, value in block.pairs for line in _wrapped(f"{name}: {_cell(value)}")), ""]


@_lines.register
def _key_figures(block: doc.KeyFigures) -> list[str]:
    return [*(f"{figure} {what}" for figure, what in block.figures), ""]


@_lines.register
def _badges(block: doc.Badges) -> list[str]:
    names = ", ".join(mark.name for mark in block.marks)
    return [*_wrapped(" · ".join(part for part in (names, block.note) if part)), ""]


@_lines.register
def _bars(block: doc.BarFigure) -> list[str]:
    return [*_wrapped(block.alternative), ""]


@_lines.register
def _drawing(block: Drawing) -> list[str]:
    return [*_wrapped(block.alternative), ""]


@_lines.register
def _signatures(block: doc.SignatureTable) -> list[str]:
    rows = [(row.organisation, row.role, row.name, row.place_and_day) for row in block.rows]
    return [f"{block.caption}:", *(f"- {', '.join(part for part in row if part)}" for row in rows), ""]


@_lines.register
def _page_break(_block: doc.PageBreak) -> list[str]:
    return []


@_lines.register
def _kept(block: doc.KeepTogether) -> list[str]:
    return [line for part in block.blocks for line in _lines(part)]


def _wrapped(text: str, lead: str = "") -> Iterable[str]:
    for part in text.splitlines():
        if part.strip():
            yield from textwrap.wrap(
                part, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
            )
