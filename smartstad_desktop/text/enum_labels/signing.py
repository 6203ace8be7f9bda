"""What is found in a plan PDF, what a check of one comes to, and what is known about a certificate."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.plan.signing import CertificateTrust, SignatureState
from smartstad_desktop.domain.plan.verifying import PlanFinding, PlanVerdict
from smartstad_desktop.text.phrases import N_

SIGNING_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    PlanFinding: {
        PlanFinding.NO_SEAL: N_("The document has no seal from SMARTstad, so it cannot be checked against itself."),
        PlanFinding.CHANGED: N_("The document has been changed since it was made."),
        PlanFinding.ADDED_UNSIGNED: N_("Something has been added after the document was made, and it is no signature."),
        PlanFinding.UNREADABLE: N_("The document is damaged, so that only parts of it can be read."),
        PlanFinding.REWRITTEN: N_("The document has been saved again by another program."),
        PlanFinding.CROSS_REFERENCES: N_("The table of what lies where in the file has been led astray."),
        PlanFinding.BYTES_AFTER_END: N_("Something has been put after the end of the document."),
        PlanFinding.CUT_SHORT: N_("The end of the document is missing."),
        PlanFinding.TEXT_CHANGED: N_("What is printed on a page has been changed."),
        PlanFinding.PAGE_ADDED: N_("A page has been added."),
        PlanFinding.PAGE_REMOVED: N_("A page has been removed."),
        PlanFinding.PAGES_MOVED: N_("The pages stand in another order."),
        PlanFinding.NOTE_ADDED: N_("A note or a link on a page has been added or changed."),
        PlanFinding.ATTACHMENT_CHANGED: N_("An attached file has been changed."),
        PlanFinding.ATTACHMENT_ADDED: N_("A file has been attached."),
        PlanFinding.ATTACHMENT_REMOVED: N_("An attached file has been removed."),
        PlanFinding.METADATA_CHANGED: N_("The title or other information about the document has been changed."),
        PlanFinding.CATALOG_CHANGED: N_("How the document is to be shown has been changed."),
        PlanFinding.SCRIPT_ADDED: N_("The document does something by itself when it is opened."),
        PlanFinding.STORE_ADDED: N_("A store of evidence about certificates has been added."),
        PlanFinding.OVERLAY: N_("Something has been laid over what was signed."),
        PlanFinding.SHADOW_CONTENT: N_("Something that was hidden when it was signed is now shown."),
        PlanFinding.REVISION_REMOVED: N_("A later state of the document has been cut away."),
        PlanFinding.REVISIONS_REORDERED: N_("The states of the document stand in another order."),
        PlanFinding.CHANGED_AFTER_SIGNING: N_("The document has been changed after it was signed."),
        PlanFinding.SIGNATURE_BROKEN: N_("A signature does not hold: what it covers has been changed."),
        PlanFinding.SIGNATURE_RANGE: N_("A signature does not cover what it should."),
        PlanFinding.SIGNATURE_BLANKED: N_("A signature has been emptied."),
        PlanFinding.SIGNATURE_REMOVED: N_("A signature has been removed."),
        PlanFinding.SIGNATURE_TRANSPLANTED: N_("A signature was made for another document."),
        PlanFinding.SIGNATURE_UNEXPECTED: N_("Somebody has signed where there was no place to sign."),
        PlanFinding.CERTIFICATE_EXPIRED: N_("A certificate was not valid when it was signed with."),
        PlanFinding.RESIGNED: N_("It has been signed again by somebody else, with another certificate."),
        PlanFinding.FINGERPRINT_DIFFERS: N_("The data in the file does not have the fingerprint that is printed."),
        PlanFinding.OTHER_PLAN: N_("It is another plan, or a version that this workspace does not know."),
        PlanFinding.NOT_KEPT: N_("It is not the file that was kept for this version."),
    },
    PlanVerdict: {
        PlanVerdict.KEPT: N_("It is the file that was kept here, byte for byte."),
        PlanVerdict.SIGNED: N_("It is unchanged since it was signed, and all signatures hold."),
        PlanVerdict.CERTIFICATES_EXPIRED: N_(
            "It is unchanged since it was signed, but a certificate has expired since then, "
            "so the signatures alone no longer prove who signed."
        ),
        PlanVerdict.UNKNOWN_SIGNERS: N_(
            "It is unchanged since it was signed, but this computer does not know the certificates, "
            "so it cannot tell who signed."
        ),
        PlanVerdict.SIGNATURES_UNREAD: N_(
            "It agrees with itself. It is signed, but this installation cannot read signatures."
        ),
        PlanVerdict.UNSIGNED: N_(
            "It agrees with itself. It is not signed, so only a kept copy or its fingerprint in the minutes "
            "can prove that it is the approved plan."
        ),
        PlanVerdict.SAME_VERSION: N_(
            "It has the data of the version and agrees with itself, but it is not the file that was kept: it was made "
            "at another time, in another language or by somebody else. Only the kept file proves what was approved."
        ),
        PlanVerdict.CHANGED: N_("It is not as it was made or signed."),
        PlanVerdict.OTHER_PLAN: N_("It is a plan, but not this one."),
        PlanVerdict.NOT_OURS: N_("It was not made by SMARTstad, or what tells so has been taken away."),
    },
    CertificateTrust: {
        CertificateTrust.TRUSTED: N_("The issuer is trusted"),
        CertificateTrust.UNTRUSTED: N_("The issuer is not known here"),
        CertificateTrust.SELF_MADE: N_("Made by the signer, nobody vouches for it"),
        CertificateTrust.EXPIRED: N_("The certificate is not valid any longer"),
        CertificateTrust.UNFIT: N_("The certificate was issued for something else than signing"),
        CertificateTrust.UNREAD: N_("The certificate cannot be read"),
    },
    SignatureState: {
        SignatureState.INTACT: N_("Holds"),
        SignatureState.BROKEN: N_("Does not hold"),
        SignatureState.BLANK: N_("Is empty"),
        SignatureState.BAD_RANGE: N_("Covers the wrong parts"),
    },
}
