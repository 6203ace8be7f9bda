"""What the program says when a plan cannot be signed, or a file cannot be taken as the signed one."""

from __future__ import annotations

from typing import Final

from smartstad_desktop.text.phrases import N_

SIGNING_SENTENCES: Final[dict[str, str]] = {
    "not_a_plan": N_("{path} is not a PDF."),
    "signing_unavailable": N_(
        "This installation cannot sign or read signatures. Ask for the one with signing, "
        "or sign in your municipality’s own service."
    ),
    "certificate_unreadable": N_(
        "{path} is no certificate with a key. Choose the file (.p12 or .pfx) that you were given."
    ),
    "certificate_password_wrong": N_("The password does not open {path}. Nothing has been signed."),
    "certificate_expired": N_("The certificate of {name} was valid until {until}. Ask for a new one."),
    "certificate_too_early": N_("The certificate of {name} is valid from {since}. Check the clock of the computer."),
    "certificate_may_not_sign": N_(
        "The certificate of {name} was issued for something else than signing. Choose another one."
    ),
    "signed_file_unreadable": N_("The PDF cannot be read, so it cannot be signed. Export it again."),
    "field_signed": N_("{place} has been signed already. Choose another place."),
    "field_missing": N_("The document has no such place to sign. Export it again."),
    "no_places_to_sign": N_("The document has no places to sign. Add who signs, and export it again."),
    "signing_closed": N_("An earlier signature allows no further ones."),
    "not_this_version": N_(
        "The file is not this version as it was exported. "
        "Write why it is to be kept all the same, or choose another file."
    ),
    "plan_not_frozen_to_sign": N_("The plan is still a draft. Freeze the version first; then it can be signed."),
}
