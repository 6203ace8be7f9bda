"""Certificates that cannot sign, places that cannot be signed, and an installation that lacks the library."""

from __future__ import annotations

import importlib.util
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.files import FileMissing
from smartstad_desktop.domain.plan.signing import (
    Appearance,
    CertificateExpired,
    CertificateMayNotSign,
    CertificatePasswordWrong,
    CertificateTooEarly,
    CertificateTrust,
    CertificateUnreadable,
    FieldMissing,
    FieldSigned,
    NoPlacesToSign,
    SignedFileUnreadable,
    SigningUnavailable,
)
from smartstad_desktop.domain.plan.verifying import PlanFinding
from smartstad_desktop.exchange.documents.pdf.parts import bind, differences, manifest_in, opened, parts_of
from smartstad_desktop.exchange.documents.pdf.seal import examine
from smartstad_desktop.exchange.signing.certificates import identity
from smartstad_desktop.exchange.signing.fields import fields_in, moment
from smartstad_desktop.exchange.signing.making import signed
from smartstad_desktop.exchange.signing.places import places_in, with_fields
from smartstad_desktop.exchange.signing.reading import signatures
from smartstad_desktop.exchange.signing.stamp import stamp
from tests.support.signed_plans import PASSWORD, Authority, archive_of, authority, certificate_file, prepared

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def by() -> Authority:
    return authority()


@pytest.fixture(scope="module")
def ready() -> bytes:
    return prepared(archive_of("Smart samhälle", b"{}", "ab" * 32))


@pytest.mark.parametrize(
    ("days", "purpose", "password", "expected"),
    [
        ((-9, -2), "", PASSWORD, CertificateExpired),
        ((2, 9), "", PASSWORD, CertificateTooEarly),
        ((-1, 9), "web", PASSWORD, CertificateMayNotSign),
        ((-1, 9), "", "fel", CertificatePasswordWrong),
        ((-1, 9), "", "", CertificatePasswordWrong),
    ],
)
def test_a_certificate_that_cannot_sign_is_refused(
    tmp_path: Path, by: Authority, days: tuple[int, int], purpose: str, password: str, expected: type[DomainError]
) -> None:
    file = certificate_file(tmp_path / "c.p12", by, days=days, purpose=purpose)

    with pytest.raises(expected) as refused:
        identity(file, password, NOW)
    assert PASSWORD not in str(refused.value)


def test_what_is_no_certificate_is_refused(tmp_path: Path) -> None:
    letter = tmp_path / "brev.p12"
    letter.write_text("Hej")

    with pytest.raises(CertificateUnreadable):
        identity(letter, PASSWORD, NOW)
    with pytest.raises(FileMissing):
        identity(tmp_path / "saknas.p12", PASSWORD, NOW)


def test_a_key_is_never_told(tmp_path: Path, by: Authority) -> None:
    who = identity(certificate_file(tmp_path / "c.p12", by), PASSWORD, NOW)

    assert "key" not in repr(who)
    assert (who.name, who.organisation) == ("Åsa Öberg", "Helsingborgs stad")
    assert who.valid_until > NOW + timedelta(days=600)


def test_a_place_can_be_signed_once_and_must_be_there(tmp_path: Path, by: Authority, ready: bytes) -> None:
    who = identity(certificate_file(tmp_path / "c.p12", by), PASSWORD, NOW)
    once = signed(ready, "sign-2", who)

    with pytest.raises(FieldSigned):
        signed(once, "sign-2", who)
    with pytest.raises(FieldMissing):
        signed(ready, "sign-9", who)
    with pytest.raises(SignedFileUnreadable):
        signed(b"%PDF-1.7 trasig", "sign-2", who)
    with pytest.raises(NoPlacesToSign):
        with_fields(ready, [])


def test_places_are_named_tagged_and_read_out_and_the_version_stays(ready: bytes) -> None:
    with pikepdf.open(BytesIO(ready)) as pdf:
        places = list(pdf.Root.AcroForm.Fields)
        kids = list(pdf.Root.StructTreeRoot.K.K)
        forms = [each for each in kids if str(each.S) == "/Form"]
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        keys = {int(number): owner for number, owner in zip(numbers[::2], numbers[1::2], strict=True)}

        assert [str(each.T) for each in places] == ["sign-1", "sign-2", "sign-3"]
        assert str(places[1].TU) == "Underskrift: Ängelholms kommun"
        assert [str(each.Alt) for each in forms] == [str(each.TU) for each in places]
        assert [keys[int(each.StructParent)].objgen for each in places] == [each.objgen for each in forms]
        assert pdf.pdf_version == "1.7"
        assert "/Version" not in pdf.Root
    assert len(places_in(ready, {})) == 3
    assert examine(ready).is_unchanged


def test_a_signature_keeps_the_version_and_shows_embedded_letters(tmp_path: Path, by: Authority, ready: bytes) -> None:
    who = identity(certificate_file(tmp_path / "c.p12", by), PASSWORD, NOW)
    look = Appearance(title=who.name, lines=("Kommundirektör",), strokes=(((0.1, 0.2), (0.5, 0.9)),))
    content = signed(ready, "sign-1", who, look)

    with pikepdf.open(BytesIO(content)) as pdf:
        drawn = pdf.Root.AcroForm.Fields[0].AP.N
        text = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each]
        assert pdf.pdf_version == "1.7"
        assert "/Version" not in pdf.Root
        assert "/DocMDP" in pdf.Root.Perms
        assert drawn.get("/Resources") is not None
        assert text
    assert [each.container is not None for each in fields_in(content)] == [True, False, False]


def test_a_certificate_one_made_oneself_is_told_from_one_of_an_issuer(
    tmp_path: Path, by: Authority, ready: bytes
) -> None:
    own = identity(certificate_file(tmp_path / "own.p12", None), PASSWORD, NOW)
    (told,) = signatures(signed(ready, "sign-1", own), [by.pem])
    (late,) = signatures(signed(ready, "sign-1", own), [by.pem], NOW + timedelta(days=900))

    assert (told.trust, told.is_impostor) == (CertificateTrust.SELF_MADE, False)
    assert late.trust is CertificateTrust.EXPIRED


def test_an_installation_without_the_library_says_so(
    tmp_path: Path, by: Authority, ready: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = certificate_file(tmp_path / "c.p12", by)
    who = identity(file, PASSWORD, NOW)
    monkeypatch.setattr(importlib.util, "find_spec", dict[str, None]().get)

    for attempt in (
        lambda: identity(file, PASSWORD, NOW),
        lambda: signed(ready, "sign-1", who),
        lambda: signatures(ready),
        lambda: with_fields(ready, places_in(ready, {})),
    ):
        with pytest.raises(SigningUnavailable):
            attempt()


def test_a_stamp_fits_its_place_whatever_it_says() -> None:
    page = stamp(Appearance(title="Å" * 90, lines=("x" * 200, "y", "z")), 180, 40)

    with pikepdf.open(BytesIO(page)) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox] == [0, 0, 180, 40]


def test_times_are_read_as_pdf_tells_them() -> None:
    assert moment("D:20261122180000+01'00'") == datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
    assert moment("D:20261122180000Z") == datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
    assert moment("i går") is None
    assert moment("D:20269922") is None


def test_the_fingerprints_that_travel_agree_with_the_parts(ready: bytes) -> None:
    with opened(ready) as pdf:
        told = manifest_in(pdf)
        assert told is not None
        assert differences(told, parts_of(pdf)) == ()
        pdf.pages[1].obj.Rotate = 180
        assert [(each.code, each.pages) for each in differences(told, parts_of(pdf))] == [
            (PlanFinding.TEXT_CHANGED, (2,))
        ]
        bind(pdf)
        renewed = manifest_in(pdf)
        assert renewed is not None
        assert differences(renewed, parts_of(pdf)) == ()
