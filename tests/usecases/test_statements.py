"""Every statement of the five seed texts is held by a template or the demonstration region, and has a screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from smartstad_desktop.domain.templates import RECORD_LISTS
from smartstad_desktop.ui.kit.targets import PageId
from smartstad_desktop.ui.programme.tabs import TABS
from smartstad_desktop.ui.shell.pages import PAGES
from smartstad_desktop.usecases import seeds
from smartstad_desktop.usecases.templates.template_records import SHAPES
from smartstad_desktop.usecases.templates.templates import create_workspace
from tests.support.statements import STATEMENTS

#: Domain 1.1–1.6: how many statements each text makes, and how many traps there are.
HOW_MANY = {"S1": 49, "S2": 22, "S3": 23, "S4": 23, "S5": 19, "T": 10}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], sqlite3.Connection]]:
    opened: dict[str, sqlite3.Connection] = {}

    def make(key: str) -> sqlite3.Connection:
        if key not in opened:
            path: Path = tmp_path_factory.mktemp("statements") / f"{key}.smartstad"
            create_workspace(path, key).close()
            opened[key] = sqlite3.connect(path)
        return opened[key]

    yield make
    for connection in opened.values():
        connection.close()


def test_every_statement_has_a_line() -> None:
    for text, count in HOW_MANY.items():
        assert [name for name in STATEMENTS if name.startswith(text)] == [
            f"{text}-{number:02d}" for number in range(1, count + 1)
        ]


@pytest.mark.parametrize("name", STATEMENTS)
def test_the_statement_is_held(name: str, made: Callable[[str], sqlite3.Connection]) -> None:
    held = STATEMENTS[name]
    with closing(made(held.template).execute(held.query)) as found:
        assert [tuple(row) for row in found] == [(1,)], held.about


def test_every_screen_that_shows_a_statement_is_there() -> None:
    pages = {spec.id.value for spec in PAGES}
    tabs = {f"{PageId.PROGRAMME.value}/{tab.key}" for tab in TABS}
    assert {held.screen for held in STATEMENTS.values()} <= pages | tabs


def test_every_list_of_a_template_has_a_shape_and_arrives(made: Callable[[str], sqlite3.Connection]) -> None:
    assert set(RECORD_LISTS) <= set(SHAPES)
    for template in seeds.all_templates():
        for name in RECORD_LISTS:
            count = sum(seed.list_name == name for seed in template.records)
            (found,) = made(template.key).execute(f"SELECT count(*) FROM {SHAPES[name].table.__tablename__}").fetchone()
            assert found >= count, (template.key, name)
