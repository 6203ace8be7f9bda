"""What a signature in a PDF tells, and what can go wrong when one is made or read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from smartstad_desktop.domain.errors import FileTrouble, RuleError


class CertificateTrust(StrEnum):
    """What is known about the certificate of a signature, at the time the signature says it was made."""

    TRUSTED = "trusted"
    UNTRUSTED = "untrusted"
    SELF_MADE = "self_made"
    EXPIRED = "expired"
    UNFIT = "unfit"
    UNREAD = "unread"


class SignatureState(StrEnum):
    """Whether a signature still belongs to what it was made for."""

    INTACT = "intact"
    BROKEN = "broken"
    BLANK = "blank"
    BAD_RANGE = "bad_range"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureTold:
    """What one signature of a PDF tells.

    ``claimed_at`` is what the signer's computer said; nobody vouches for it. ``end`` is how many bytes of the file it
    covers, and ``revision`` which state of the file that is, counted from one. ``is_impostor`` says that the
    certificate claims to come from a trusted issuer that has not issued it.
    """

    field: str
    label: str
    signer: str
    organisation: str
    issuer: str
    certificate: str
    claimed_at: datetime | None
    valid_from: datetime | None
    valid_until: datetime | None
    algorithm: str
    state: SignatureState
    trust: CertificateTrust
    is_impostor: bool
    covers_file: bool
    end: int
    revision: int
    docmdp: int | None

    @property
    def is_good(self) -> bool:
        """Return whether it holds and is by a certificate that is trusted here."""
        return self.state is SignatureState.INTACT and self.trust is CertificateTrust.TRUSTED


@dataclass(frozen=True, slots=True, kw_only=True)
class SignaturePlace:
    """Where a signature can be put: a field's name, what it is called aloud, its page from nought, and its corners."""

    field: str
    label: str
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """What is drawn where somebody has signed; ``strokes`` is a name drawn by hand: a picture, which proves nothing."""

    title: str
    lines: tuple[str, ...]
    strokes: tuple[tuple[tuple[float, float], ...], ...] = ()


class SigningUnavailable(RuleError):
    """This installation lacks what signing needs."""

    code = "signing_unavailable"


class CertificateUnreadable(FileTrouble):
    """The file is no certificate with a key. Parameters: ``path``."""

    code = "certificate_unreadable"


class CertificatePasswordWrong(FileTrouble):
    """The password does not open the certificate. Parameters: ``path``."""

    code = "certificate_password_wrong"


class CertificateExpired(RuleError):
    """The certificate is no longer valid. Parameters: ``name``, ``until``."""

    code = "certificate_expired"


class CertificateTooEarly(RuleError):
    """The certificate is not valid yet. Parameters: ``name``, ``since``."""

    code = "certificate_too_early"


class CertificateMayNotSign(RuleError):
    """The certificate was issued for something else than signing. Parameters: ``name``."""

    code = "certificate_may_not_sign"


class SignedFileUnreadable(FileTrouble):
    """The PDF cannot be read, so it cannot be signed. Parameters: none."""

    code = "signed_file_unreadable"


class FieldSigned(RuleError):
    """The place has been signed already. Parameters: ``place``."""

    code = "field_signed"


class FieldMissing(RuleError):
    """There is no such place to sign. Parameters: ``place``."""

    code = "field_missing"


class NoPlacesToSign(RuleError):
    """The document has no places to sign."""

    code = "no_places_to_sign"


class SigningClosed(RuleError):
    """An earlier signature allows no further ones."""

    code = "signing_closed"


class NotThisVersion(RuleError):
    """A file that should be attached is not this version. Parameters: ``findings``: its codes."""

    code = "not_this_version"


class PlanNotFrozenToSign(RuleError):
    """Only a frozen version can be signed."""

    code = "plan_not_frozen_to_sign"
