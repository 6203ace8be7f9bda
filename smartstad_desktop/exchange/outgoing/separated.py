"""Separated values that spreadsheets open right: semicolons, a mark at the beginning, nothing that is calculated."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from smartstad_desktop.domain.files import NotReadBack
from smartstad_desktop.exchange import whole_file
from smartstad_desktop.exchange.incoming.text_reader import MARK, read_text

#: What a spreadsheet takes for the beginning of a formula; and a text that looks marked already.
_CALCULATED: Final = re.compile(r"'*[=+\-@\t\r]")


def write_rows(rows: Sequence[Sequence[str]], target: Path) -> int:
    """Write *rows* to *target*, whole or not at all and read back, and return the size in bytes.

    Raises:
        NotReadBack: what was written does not say what it should.
        TargetInUse: another program has the old file open.
        FileUnwritable: the folder cannot be written to.
    """
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";", lineterminator="\r\n").writerows(
        [[f"'{cell}" if _CALCULATED.match(cell) else cell for cell in row] for row in rows]
    )
    content = stream.getvalue().encode("utf-8-sig")
    with whole_file.beside(target) as part:
        part.write_bytes(content)
        text = part.read_bytes().decode("utf-8-sig")
        found = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
        if [[MARK.sub("", cell, count=1) for cell in row] for row in found] != [list(row) for row in rows]:
            raise NotReadBack(name=target.name)
    return len(content)


def read_rows(content: bytes, name: str) -> list[list[str]]:
    """Return the rows of a file with separated values, in whichever encoding and with whichever separator it has.

    Raises:
        ListTrouble: it cannot be read, or is far too large.
    """
    sheet = read_text(content, name)
    return [["" if cell is None else str(cell).strip() for cell in row] for row in sheet.rows]
