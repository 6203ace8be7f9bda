"""Commands about lists: inspect, import, export."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from smartstad_desktop.app.cli_answer import DONE, FAILED, Answer
from smartstad_desktop.domain.lists import ReadList
from smartstad_desktop.exchange.inspection import as_json
from smartstad_desktop.exchange.list_reader import read_list
from smartstad_desktop.text.phrases import ngettext
from smartstad_desktop.text.trouble import sentence


def inspect(arguments: Namespace) -> Answer:
    """Say what the importer sees in each list; one that cannot be read does not stop the others."""
    found = tuple(read_list(Path(name)) for name in arguments.lists)
    messages = {each.name: sentence(each.trouble) for each in found if each.trouble}
    lines = [line for each in found for line in _seen(each)]
    is_nothing = all(each.trouble for each in found)
    return Answer(document=as_json(found, messages), lines=lines, code=FAILED if is_nothing else DONE)


def _seen(read: ReadList) -> list[str]:
    if read.trouble:
        return [sentence(read.trouble)]
    return [
        f"{read.name}, {sheet.name}: "
        + ngettext("{count} project", "{count} projects", len(sheet.rows))
        + ", "
        + ngettext("{count} cell to look at", "{count} cells to look at", len(sheet.issues))
        for sheet in read.sheets
    ]
