"""What the signatures of a PDF tell: who, by which certificate, over how much of the file, and whether they hold."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from smartstad_desktop.domain.plan.signing import CertificateTrust, SignatureState, SignatureTold
from smartstad_desktop.exchange.documents.pdf.revisions import revisions
from smartstad_desktop.exchange.signing.certificates import certificates_in, common_name, may_sign, organisation
from smartstad_desktop.exchange.signing.fields import FieldFound, fields_in
from smartstad_desktop.exchange.signing.library import can_sign, quiet_library, require_library

if TYPE_CHECKING:
    from cryptography import x509

_ALGORITHMS: Final = {"rsassa_pkcs1v15": "RSA", "rsassa_pss": "RSA-PSS", "ecdsa": "ECDSA", "ed25519": "Ed25519"}


def signatures(content: bytes, trusted: Sequence[bytes] = (), now: datetime | None = None) -> tuple[SignatureTold, ...]:
    """Return what the signatures of the PDF *content* tell, in the order they were made.

    *trusted* are the certificates (PEM or DER) of issuers one relies on; *now* is when one asks.

    Raises:
        SigningUnavailable: this installation cannot read signatures.
    """
    require_library()
    roots = tuple(root for each in trusted for root in certificates_in(each))
    ends = [each.end for each in revisions(content)]
    found = [field for field in fields_in(content) if field.container is not None]
    with quiet_library():
        told = [_told(content, field, roots, ends, now or datetime.now(UTC)) for field in found]
    return tuple(sorted(told, key=lambda each: (each.end, each.field)))


def signed_fields(content: bytes) -> int:
    """Return how many places of the PDF *content* are signed; this needs no library for signatures."""
    return sum(field.container is not None for field in fields_in(content))


def is_readable() -> bool:
    """Return whether this installation can read signatures."""
    return can_sign()


def _told(
    content: bytes, field: FieldFound, roots: Sequence[x509.Certificate], ends: Sequence[int], now: datetime
) -> SignatureTold:
    state = field.state_in(content)
    if state is SignatureState.INTACT and field.end not in ends:
        state = SignatureState.BAD_RANGE
    data = _signed_data(field) if state is SignatureState.INTACT else None
    if state is SignatureState.INTACT:
        is_held = data is not None and _holds(field.covered(content), data)
        state = SignatureState.INTACT if is_held else SignatureState.BROKEN
    certificate = _signer_of(data or _signed_data(field))
    trust = CertificateTrust.UNREAD
    if certificate is not None:
        trust = _trust(certificate, data or _signed_data(field), roots, field.claimed_at or now, now)
    return SignatureTold(
        field=field.name,
        label=field.label,
        signer=common_name(certificate) if certificate is not None else "",
        organisation=organisation(certificate) if certificate is not None else "",
        issuer=common_name(certificate, of_issuer=True) if certificate is not None else "",
        certificate=_print(certificate) if certificate is not None else "",
        claimed_at=field.claimed_at,
        valid_from=certificate.not_valid_before_utc if certificate is not None else None,
        valid_until=certificate.not_valid_after_utc if certificate is not None else None,
        algorithm=_algorithm(data),
        state=state,
        trust=trust,
        is_impostor=certificate is not None
        and trust is not CertificateTrust.TRUSTED
        and _uses_the_name_of(certificate, roots),
        covers_file=field.end == len(content),
        end=field.end,
        revision=sum(end <= field.end for end in ends),
        docmdp=field.docmdp,
    )


def _signed_data(field: FieldFound) -> Any | None:
    from asn1crypto import cms  # noqa: PLC0415  only when used

    try:
        data: Any = cms.ContentInfo.load(field.container or b"")["content"]
        # Reading is lazy: only asking for them tells whether they are there.
        _ = data["signer_infos"][0]["sid"].native, data["certificates"].native
    except (ValueError, TypeError, IndexError, KeyError):
        return None
    return data


def _holds(covered: bytes, data: Any) -> bool:
    from pyhanko.sign.validation import async_validate_detached_cms  # noqa: PLC0415  only when used
    from pyhanko.sign.validation.errors import SignatureValidationError  # noqa: PLC0415  only when used
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415  only when used

    # Whom one trusts is asked apart; without a list of its own the library would ask the operating system.
    nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    try:
        status = asyncio.run(async_validate_detached_cms(covered, data, nobody, key_usage_settings=_any_use()))
    except (SignatureValidationError, ValueError, TypeError, KeyError, NotImplementedError):
        return False
    return bool(status.intact and status.valid)


def _any_use() -> Any:
    from pyhanko.sign.validation.settings import KeyUsageConstraints  # noqa: PLC0415  only when used

    # What a certificate may be used for is told by ``may_sign``; the library would only say that it does not hold.
    return KeyUsageConstraints(key_usage=set())


def _signer_of(data: Any | None) -> x509.Certificate | None:
    from pyhanko.sign.general import CMSExtractionError, extract_certificate_info  # noqa: PLC0415  only when used

    if data is None:
        return None
    try:
        found = certificates_in(extract_certificate_info(data).signer_cert.dump())
    except (CMSExtractionError, ValueError, TypeError, KeyError):
        return None
    return found[0] if found else None


def _trust(
    certificate: x509.Certificate, data: Any, roots: Sequence[x509.Certificate], claimed: datetime, now: datetime
) -> CertificateTrust:
    is_in_time = certificate.not_valid_before_utc <= claimed <= certificate.not_valid_after_utc
    if not is_in_time or now > certificate.not_valid_after_utc:
        return CertificateTrust.EXPIRED
    if not may_sign(certificate):
        return CertificateTrust.UNFIT
    if roots and _leads_to(certificate, data, roots, claimed):
        return CertificateTrust.TRUSTED
    return CertificateTrust.SELF_MADE if certificate.issuer == certificate.subject else CertificateTrust.UNTRUSTED


def _uses_the_name_of(certificate: x509.Certificate, roots: Sequence[x509.Certificate]) -> bool:
    """Return whether *certificate* names one of *roots* as its issuer and none of them has issued it, at any time."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415  only when used

    named = [root for root in roots if certificate.issuer == root.subject]
    for root in named:
        try:
            certificate.verify_directly_issued_by(root)
        except (InvalidSignature, ValueError, TypeError):
            continue
        return False
    return bool(named)


def _leads_to(certificate: x509.Certificate, data: Any, roots: Sequence[x509.Certificate], moment: datetime) -> bool:
    from asn1crypto import x509 as asn1_x509  # noqa: PLC0415  only when used
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415  only when used
    from pyhanko_certvalidator import CertificateValidator, ValidationContext  # noqa: PLC0415  only when used
    from pyhanko_certvalidator.errors import PathError, ValidationError  # noqa: PLC0415  only when used

    known = [asn1_x509.Certificate.load(root.public_bytes(Encoding.DER)) for root in roots]
    own: Any = asn1_x509.Certificate.load(certificate.public_bytes(Encoding.DER))
    if any(own.sha256 == root.sha256 for root in known):
        return True
    context = ValidationContext(
        trust_roots=known,
        other_certs=[each.chosen for each in data["certificates"]],
        allow_fetching=False,
        moment=moment,
        best_signature_time=moment,
    )
    check = CertificateValidator(own, validation_context=context).async_validate_usage(set())
    try:
        asyncio.run(check)
    except (PathError, ValidationError, ValueError):
        return False
    return True


def _algorithm(data: Any | None) -> str:
    if data is None:
        return ""
    info: Any = data["signer_infos"][0]
    method = info["signature_algorithm"]
    try:
        name = str(method.signature_algo)
    except ValueError:
        name = str(method["algorithm"].native)
    digest = str(info["digest_algorithm"]["algorithm"].native).upper().replace("SHA", "SHA-")
    return f"{_ALGORITHMS.get(name, name)}, {digest}"


def _print(certificate: x509.Certificate) -> str:
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415  only when used

    return hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest()
