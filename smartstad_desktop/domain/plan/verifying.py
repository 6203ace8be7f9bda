"""What a check of a plan PDF can find, and what it may therefore say.

A file can only prove so much by itself: its seal and its manifest have no key, so whoever changes the file can renew
them. Only a signature by a known certificate, or a copy or a hash kept elsewhere, proves that it is the approved one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from smartstad_desktop.domain.errors import FileTrouble


class PlanFinding(StrEnum):
    """What can be wrong with a plan PDF."""

    NO_SEAL = "no_seal"
    CHANGED = "changed"
    ADDED_UNSIGNED = "added_unsigned"
    UNREADABLE = "unreadable"
    REWRITTEN = "rewritten"
    CROSS_REFERENCES = "cross_references"
    BYTES_AFTER_END = "bytes_after_end"
    CUT_SHORT = "cut_short"
    TEXT_CHANGED = "text_changed"
    PAGE_ADDED = "page_added"
    PAGE_REMOVED = "page_removed"
    PAGES_MOVED = "pages_moved"
    NOTE_ADDED = "note_added"
    ATTACHMENT_CHANGED = "attachment_changed"
    ATTACHMENT_ADDED = "attachment_added"
    ATTACHMENT_REMOVED = "attachment_removed"
    METADATA_CHANGED = "metadata_changed"
    CATALOG_CHANGED = "catalog_changed"
    SCRIPT_ADDED = "script_added"
    STORE_ADDED = "store_added"
    OVERLAY = "overlay"
    SHADOW_CONTENT = "shadow_content"
    REVISION_REMOVED = "revision_removed"
    REVISIONS_REORDERED = "revisions_reordered"
    CHANGED_AFTER_SIGNING = "changed_after_signing"
    SIGNATURE_BROKEN = "signature_broken"
    SIGNATURE_RANGE = "signature_range"
    SIGNATURE_BLANKED = "signature_blanked"
    SIGNATURE_REMOVED = "signature_removed"
    SIGNATURE_TRANSPLANTED = "signature_transplanted"
    SIGNATURE_UNEXPECTED = "signature_unexpected"
    CERTIFICATE_EXPIRED = "certificate_expired"
    RESIGNED = "resigned"
    FINGERPRINT_DIFFERS = "fingerprint_differs"
    OTHER_PLAN = "other_plan"
    NOT_KEPT = "not_kept"


class PlanVerdict(StrEnum):
    """What a check of a plan PDF comes to, in one word."""

    KEPT = "kept"
    SIGNED = "signed"
    CERTIFICATES_EXPIRED = "certificates_expired"
    UNKNOWN_SIGNERS = "unknown_signers"
    SIGNATURES_UNREAD = "signatures_unread"
    UNSIGNED = "unsigned"
    SAME_VERSION = "same_version"
    CHANGED = "changed"
    OTHER_PLAN = "other_plan"
    NOT_OURS = "not_ours"


#: What proves that a file is the one that was approved; everything else only agrees with itself, or does not.
PROVEN: frozenset[PlanVerdict] = frozenset({PlanVerdict.KEPT, PlanVerdict.SIGNED})


class NotAPlan(FileTrouble):
    """The file is no PDF. Parameters: ``path``."""

    code = "not_a_plan"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """One thing that is wrong, and where: on which pages, or with which attachments, fields or signers."""

    code: PlanFinding
    pages: tuple[int, ...] = ()
    names: tuple[str, ...] = ()
