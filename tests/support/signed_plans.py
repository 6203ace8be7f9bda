"""Invented certificates, and a small plan that three people sign with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from smartstad_desktop.domain.plan.signing import Appearance, SignaturePlace
from smartstad_desktop.exchange.documents import document as doc
from smartstad_desktop.exchange.documents.carried import Attachment, Fingerprint, Relation
from smartstad_desktop.exchange.documents.pdf.renderer import render
from smartstad_desktop.exchange.signing.certificates import Identity, identity
from smartstad_desktop.exchange.signing.making import signed
from smartstad_desktop.exchange.signing.places import places_in, with_fields

PASSWORD = "hemligt åäö"  # noqa: S105  of certificates that are made for the tests
PEOPLE = (("Åsa Öberg", "Helsingborgs stad"), ("Örjan Ängström", "Ängelholms kommun"), ("Bjørn Ærlig", "Malmö stad"))
AUTHORITY = "Påhittad utfärdare för test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """An issuer of certificates that exists in the tests alone."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        """Return what one has to trust."""
        return self.certificate.public_bytes(Encoding.PEM)


def authority(name: str = AUTHORITY) -> Authority:
    """Return a new issuer called *name*."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(_names(name, "Test"), _names(name, "Test"), key, key, is_issuer=True)
    return Authority(certificate=certificate, key=key)


def certificate_file(
    path: Path,
    by: Authority | None,
    who: tuple[str, str] = PEOPLE[0],
    *,
    days: tuple[int, int] = (-1, 700),
    purpose: str = "",
) -> Path:
    """Write a certificate with its key for *who*, issued *by* an authority or by themselves, valid from day to day."""
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = _names(*who) if by is None else by.certificate.subject
    certificate = _certificate(_names(*who), issuer, key, key if by is None else by.key, days=days, purpose=purpose)
    chain = [] if by is None else [by.certificate]
    content = pkcs12.serialize_key_and_certificates(
        who[0].encode(), key, certificate, chain, BestAvailableEncryption(PASSWORD.encode())
    )
    path.write_bytes(content)
    return path


def _names(name: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    by: ec.EllipticCurvePrivateKey,
    *,
    is_issuer: bool = False,
    days: tuple[int, int] = (-1, 700),
    purpose: str = "",
) -> x509.Certificate:
    now = datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.BasicConstraints(ca=is_issuer, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not is_issuer,
                content_commitment=not is_issuer,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=is_issuer,
                crl_sign=is_issuer,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if purpose == "web":
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    return builder.sign(by, hashes.SHA256())


def archive_of(title: str, data: bytes, fingerprint: str, places: Sequence[int] = (1, 2, 3)) -> bytes:
    """Return a small plan as an archive PDF, with room for three signatures and its data inside."""
    digits = Fingerprint(digits=fingerprint, label="Fingeravtryck", foot="Fingeravtryck", alternative="Rutkod")
    parts = tuple(
        doc.Section(doc.Heading(f"{title}, del {number}"), (doc.paragraph(f"Åtgärd {number} kostar 400 tkr."),))
        for number in range(1, 3)
    )
    rows = tuple(
        doc.SignatureRow(organisation=who[1], role="Kommundirektör", name=who[0], key=str(place))
        for place, who in zip(places, PEOPLE, strict=True)
    )
    signing = doc.SignatureTable(("Kommun", "Roll", "Namn", "Ort och dag"), rows, "Underskrifter")
    return render(
        doc.Document(
            title=title,
            language="sv",
            subject="Utvecklingsplan",
            author="Påhittade regionen",
            created=datetime(2026, 11, 19, 8, 0, tzinfo=UTC),
            cover=doc.Cover(kicker="Utvecklingsplan", title=title, facts=(("Version", "1.0"),)),
            contents_title="Innehåll",
            footer="Version 1.0",
            page_label="Sida {page} av {pages}",
            sections=(*parts, doc.Section(doc.Heading("Underskrifter"), (signing,))),
            fingerprint=digits,
            attachments=(
                Attachment(
                    name="plan.json",
                    content=data,
                    mime="application/json",
                    relation=Relation.SOURCE,
                    description="Data",
                ),
            ),
        )
    )


def places_of(content: bytes) -> tuple[SignaturePlace, ...]:
    """Return the places of a plan, called after those who sign there."""
    return places_in(content, {f"sign-{number}": f"Underskrift: {who[1]}" for number, who in enumerate(PEOPLE, 1)})


def prepared(content: bytes) -> bytes:
    """Return a plan with a field at each of its places."""
    return with_fields(content, places_of(content))


def identities(folder: Path, by: Authority) -> tuple[Identity, ...]:
    """Return those who sign, with certificates issued *by* an authority."""
    files = [certificate_file(folder / f"{number}.p12", by, who) for number, who in enumerate(PEOPLE)]
    return tuple(identity(file, PASSWORD, datetime.now(UTC)) for file in files)


def signed_by(content: bytes, who: tuple[Identity, ...]) -> bytes:
    """Return a prepared plan signed by all of *who*, in order."""
    for number, each in enumerate(who, 1):
        look = Appearance(title=each.name, lines=(each.organisation, "2026-11-22"))
        content = signed(content, f"sign-{number}", each, look)
    return content
