"""Every text of the program is written out where it is used and known in all languages, and none is left over."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog

from tests.rules.messages import LANGUAGES, catalogue, forms, gaps, messages, misfits, said_in
from tests.rules.sources import planted, program


def test_messages_are_written_out() -> None:
    assert "\n".join(said_in(program()).not_literal) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_in_every_language(language: str) -> None:
    assert "\n".join(gaps(said_in(program()), catalogue(language))) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_fill_in_the_same_names(language: str) -> None:
    assert "\n".join(misfits(catalogue(language))) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_left_over(language: str) -> None:
    used = said_in(program()).ids
    left = [forms(message.id)[0] for message in messages(catalogue(language)) if forms(message.id)[0] not in used]

    assert "\n".join(left) == ""


def test_texts_put_together_are_found() -> None:
    said = said_in([planted('a = _(f"{n} rows")\nb = N_(title)\nc = ngettext(one, many, 2)\nd = _("Rows")\n')])

    assert len(said.not_literal) == 3
    assert said.ids == {"Rows"}


def test_every_way_of_saying_something_is_found() -> None:
    code = """
a = _("Alone")
b = ngettext("{count} row", "{count} rows", n)
c = phrases.text("On paper")
d = phrases.plural("one page", "{count} pages", n)
e = (N_("Move a project"), N_("Move {count} projects"))
f = (N_("First"), N_("Second"))
g = sqlalchemy.text("SELECT 1")
"""
    said = said_in([planted(code)])

    assert set(said.singles) == {"Alone", "On paper", "First", "Second"}
    assert {one for one, _many in said.plurals} == {"{count} row", "one page", "Move a project"}


def test_gaps_and_misfits_are_found() -> None:
    said = said_in([planted('a = _("Save")\nb = _("Open {name}")\nc = ngettext("{count} row", "{count} rows", n)\n')])
    book = Catalog(locale="sv")
    book.add("Open {name}", "Öppna {namn}")
    book.add(("{count} row", "{count} rows"), ("{count} rad", ""))

    assert len(gaps(said, book)) == 2
    assert len(misfits(book)) == 1
