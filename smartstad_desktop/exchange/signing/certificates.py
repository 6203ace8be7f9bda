"""The certificate somebody signs with, and what a certificate may be used for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from smartstad_desktop.domain.files import FileMissing
from smartstad_desktop.domain.plan.signing import (
    CertificateExpired,
    CertificateMayNotSign,
    CertificatePasswordWrong,
    CertificateTooEarly,
    CertificateUnreadable,
)
from smartstad_desktop.exchange.signing.library import require_library

if TYPE_CHECKING:
    from cryptography import x509

#: Purposes that are not signing documents: web sites, program code, time stamps, answers about certificates.
_OTHER_PURPOSES: Final = frozenset({"1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.3", "1.3.6.1.5.5.7.3.8", "1.3.6.1.5.5.7.3.9"})
#: A certificate with its key is some kilobytes; a megabyte is something else.
_LARGEST: Final = 1_000_000
_CERTIFICATE_FILES: Final = frozenset({".pem", ".crt", ".cer", ".der"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """A key with its certificate and those that lead to its issuer, as DER; the key is never shown or logged."""

    name: str
    organisation: str
    valid_until: datetime
    certificate: bytes
    chain: tuple[bytes, ...]
    key: bytes = field(repr=False)


def identity(path: Path, password: str, now: datetime) -> Identity:
    """Return what the certificate file at *path* (PKCS#12) holds.

    Raises:
        SigningUnavailable: this installation cannot sign.
        FileMissing: there is no such file.
        CertificateUnreadable: it is no certificate with a key.
        CertificatePasswordWrong: the password does not open it.
        RuleError: it is not valid at *now*, or may not sign.
    """
    require_library()
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415  a large library, only when used
        Encoding,
        NoEncryption,
        PrivateFormat,
        pkcs12,
    )

    if not path.is_file():
        raise FileMissing(path=path)
    content = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    if not _is_pkcs12(content):
        raise CertificateUnreadable(path=path)
    try:
        key, certificate, chain = pkcs12.load_key_and_certificates(content, password.encode() or None)
    except (ValueError, TypeError) as reason:
        raise CertificatePasswordWrong(path=path) from reason
    if key is None or certificate is None:
        raise CertificateUnreadable(path=path)
    name = common_name(certificate)
    if now > certificate.not_valid_after_utc:
        raise CertificateExpired(name=name, until=certificate.not_valid_after_utc.date())
    if now < certificate.not_valid_before_utc:
        raise CertificateTooEarly(name=name, since=certificate.not_valid_before_utc.date())
    if not may_sign(certificate):
        raise CertificateMayNotSign(name=name)
    return Identity(
        name=name,
        organisation=organisation(certificate),
        valid_until=certificate.not_valid_after_utc,
        certificate=certificate.public_bytes(Encoding.DER),
        chain=tuple(each.public_bytes(Encoding.DER) for each in chain),
        key=key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()),
    )


def may_sign(certificate: x509.Certificate) -> bool:
    """Return whether *certificate* was issued for signing, as far as it says."""
    from cryptography import x509  # noqa: PLC0415  a large library, only when used

    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        if not (usage.digital_signature or usage.content_commitment):
            return False
    except x509.ExtensionNotFound:
        pass
    try:
        purposes = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return any(purpose.dotted_string not in _OTHER_PURPOSES for purpose in purposes)


def common_name(certificate: x509.Certificate, *, of_issuer: bool = False) -> str:
    """Return the name in *certificate*, or all that it says of its owner when it has no name."""
    from cryptography.x509.oid import NameOID  # noqa: PLC0415  a large library, only when used

    owner = certificate.issuer if of_issuer else certificate.subject
    names = owner.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(names[0].value) if names else owner.rfc4514_string()


def organisation(certificate: x509.Certificate) -> str:
    """Return the organisation in *certificate*, or nothing."""
    from cryptography.x509.oid import NameOID  # noqa: PLC0415  a large library, only when used

    names = certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return str(names[0].value) if names else ""


def certificates_in(content: bytes) -> tuple[x509.Certificate, ...]:
    """Return the certificates of a PEM or DER file; none when it holds none."""
    from cryptography import x509  # noqa: PLC0415  a large library, only when used

    try:
        if b"-----BEGIN CERTIFICATE-----" in content:
            return tuple(x509.load_pem_x509_certificates(content))
        return (x509.load_der_x509_certificate(content),)
    except ValueError:
        return ()


def trusted_in(folder: Path) -> tuple[bytes, ...]:
    """Return the certificates of the issuers one relies on, which lie in *folder* as PEM or DER files."""
    if not folder.is_dir():
        return ()
    files = (file for file in sorted(folder.iterdir()) if file.suffix.casefold() in _CERTIFICATE_FILES)
    return tuple(file.read_bytes() for file in files if file.is_file() and file.stat().st_size <= _LARGEST)


def _is_pkcs12(content: bytes) -> bool:
    from asn1crypto.pkcs12 import Pfx  # noqa: PLC0415  only when used

    try:
        return str(Pfx.load(content)["version"].native) == "v3"
    except (ValueError, TypeError):
        return False
