"""The catalogue answers as the library's gettext does, for every message there is and for those that are not there."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from smartstad_desktop import places
from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.catalogue import Catalogue


def compiled(language: Language) -> Path:
    return places.resources() / "i18n" / language.value / "LC_MESSAGES" / "smartstad.mo"


@pytest.mark.parametrize("language", Language)
def test_every_message_is_found_as_gettext_finds_it(language: Language) -> None:
    with compiled(language).open("rb") as file:
        judge = gettext.GNUTranslations(file)
    catalogue = Catalogue.read(compiled(language))
    known: dict[object, str] = vars(judge)["_catalog"]
    differing: list[object] = []
    for message in known:
        match message:
            case (str(one), _form):
                if any(catalogue.ngettext(one, "?", n) != judge.ngettext(one, "?", n) for n in (0, 1, 2, 21)):
                    differing.append(message)
            case str() if message and catalogue.gettext(message) != judge.gettext(message):
                differing.append(message)
            case _:
                pass
    assert len(known) > 3000
    assert differing == []


@pytest.mark.parametrize("content", [b"", b"\x00" * 64])
def test_without_a_catalogue_messages_stay_as_they_are(content: bytes, tmp_path: Path) -> None:
    for catalogue in (Catalogue(content), Catalogue.read(tmp_path / "there is none.mo")):
        assert catalogue.gettext("Save") == "Save"
        assert [catalogue.ngettext("{count} row", "{count} rows", n) for n in (1, 2)] == ["{count} row", "{count} rows"]


def test_what_is_not_in_it_is_said_as_it_was_asked_for() -> None:
    catalogue = Catalogue.read(compiled(Language.SV))
    assert catalogue.gettext("~ the last of all messages ~") == "~ the last of all messages ~"
    assert catalogue.gettext("") != "?"
