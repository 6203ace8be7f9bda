"""Signing a version with a certificate here, and keeping a file that was signed elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from smartstad_desktop.domain.errors import DomainError
from smartstad_desktop.domain.plan.signing import CertificatePasswordWrong, NotThisVersion, SigningUnavailable
from smartstad_desktop.domain.progress import Progress
from smartstad_desktop.domain.values import Language, PlanId
from smartstad_desktop.exchange.signing.library import can_sign
from smartstad_desktop.reads.plan.decision import SignerRow
from smartstad_desktop.reads.programme.programme import programme
from smartstad_desktop.text.phrases import _, current, ngettext
from smartstad_desktop.text.plan.verifying import finding_words, signer_words
from smartstad_desktop.ui.kit.buttons import Button
from smartstad_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from smartstad_desktop.ui.kit.forms import Dialog, ask_open_paths, ask_save_path
from smartstad_desktop.ui.kit.notices import Tone
from smartstad_desktop.ui.kit.parts import Label, Type
from smartstad_desktop.ui.kit.services import Services
from smartstad_desktop.ui.kit.theme import Role
from smartstad_desktop.usecases.mapped import open_copy
from smartstad_desktop.usecases.signing.keeping import KeepSignedPlan, SignedFile, read_signed
from smartstad_desktop.usecases.signing.material import SigningMaterial, label_of, open_places, signing_material
from smartstad_desktop.usecases.signing.signing_here import (
    SignedHere,
    SigningOrder,
    archive_kept,
    check_certificate,
    kept_by,
    make_ready,
    make_signed,
)
from smartstad_desktop.usecases.verifying import plan_content


def ask_and_sign(parent: QWidget, services: Services, plan: PlanId) -> None:
    """Ask who signs with which certificate and where the signed file goes, then sign beside the window."""
    if not can_sign():
        services.notices.trouble(SigningUnavailable())
        return
    material = _material(services, plan)
    if material is not None:
        dialog = SigningDialog(open_places(material), parent)
        dialog.confirmed.connect(partial(_ask_where, parent, services, material))
        dialog.open()


def ask_and_prepare(parent: QWidget, services: Services, plan: PlanId) -> None:
    """Ask where the PDF to sign elsewhere goes, write it beside the window, and keep what it was made of."""
    material = _material(services, plan)
    if material is None:
        return
    known = material

    def write(path: Path) -> None:
        def work(progress: Progress) -> bytes:
            progress.report(0, 1)
            return make_ready(known, path)

        done = partial(_prepared, services, known, path)
        services.jobs.start(_("Writing the plan"), work, done, services.notices.trouble)

    suggestion = _("Development plan {version} to sign.pdf", version=material.version)
    ask_save_path(parent, _("Save the PDF to sign"), _("PDF (*.pdf)"), write, suggestion=suggestion)


def ask_and_attach(parent: QWidget, services: Services, plan: PlanId) -> None:
    """Ask for a PDF that was signed elsewhere, check beside the window that it is this version, and keep it."""

    def read(paths: tuple[Path, ...]) -> None:
        work = partial(_read_back, paths[0], services.workspace.private_copy(), plan)
        done = partial(_offer_to_keep, parent, services, plan, paths[0].name)
        services.jobs.start(_("Checking the signed plan"), work, done, services.notices.trouble)

    ask_open_paths(parent, _("Choose the signed plan"), _("PDF (*.pdf)"), read, several=False)


def _material(services: Services, plan: PlanId) -> SigningMaterial | None:
    workspace = services.workspace
    facts = workspace.read(programme)
    language = Language(facts.language) if facts else Language.SV
    try:
        return workspace.read(signing_material, plan, language, workspace.now)
    except DomainError as error:
        services.notices.trouble(error)
        return None


def _prepared(services: Services, material: SigningMaterial, path: Path, archive: bytes) -> None:
    try:
        if material.base is None:
            services.workspace.run(archive_kept(material, archive, path.name))
    except DomainError as error:
        services.notices.trouble(error)
        return
    said = _("The PDF to sign is written: {name}. When it comes back signed, keep it with the version.", name=path.name)
    services.notices.say(said, tone=Tone.GOOD)


class SigningDialog(Dialog):
    """Asks whose place it is, for the certificate file and its password, which is used once and kept nowhere."""

    def __init__(self, places: Sequence[SignerRow], parent: QWidget | None = None) -> None:
        super().__init__(_("Sign with a certificate"), _("Sign…"), parent)
        told = _(
            "The certificate is a file (.p12 or .pfx) that your organisation has issued to you. "
            "After the first signature nothing in the plan can be changed without it showing."
        )
        self.body.addWidget(Label(told, role=Role.INK_SOFT, wraps=True))
        self.signer = ChoiceField("signer", _("Who signs"), [(row.id, label_of(row)) for row in places])
        self.certificate = TextField("certificate", _("Certificate file"), placeholder=_("Choose the file"))
        self.password = TextField(
            "password", _("Password of the certificate"), hint=_("It is used for this signature and kept nowhere.")
        )
        self.password.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.add(self.signer, self.certificate, self.password)
        self.choose = Button(_("Choose file…"))
        self.choose.clicked.connect(self._ask_for_file)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        self.body.insertLayout(self.body.indexOf(self.certificate) + 1, row)
        clock = _("The time in the signature is the clock of this computer; nobody else vouches for it.")
        self.body.addWidget(Label(clock, Type.CAPTION, role=Role.INK_SOFT, wraps=True))
        if places:
            self.signer.set_value(places[0].id)
        else:
            self.confirm_button.setEnabled(False)
            self.trouble.setText(_("Everybody on the signature page has signed, or nobody is there."))
            self.trouble.show()
        self.check_with(_refuse_useless)

    def _ask_for_file(self) -> None:
        def take(paths: tuple[Path, ...]) -> None:
            self.certificate.set_value(str(paths[0]))
            self.password.editor.setFocus()

        pattern = _("Certificates (*.p12 *.pfx)")
        ask_open_paths(self, _("Choose the certificate"), pattern, take, several=False)


class KeepAnywayDialog(Dialog):
    """Tells what is wrong with a file that should be the signed plan, and asks why it is to be kept all the same."""

    def __init__(self, name: str, found: SignedFile, parent: QWidget | None = None) -> None:
        super().__init__(_("{name} is not this version", name=name), _("Keep it all the same"), parent)
        for each in found.findings:
            self.body.addWidget(Label(f"• {finding_words(each)}", wraps=True))
        self.comment = LongTextField("comment", _("Why it is to be kept"), lines=3)
        self.add(self.comment)
        self.check_with(partial(_refuse_silence, found))


def _refuse_useless(values: dict[str, Any]) -> None:
    """Refuse a certificate that cannot sign while it can still be corrected, at the field it belongs to."""
    try:
        check_certificate(Path(values["certificate"].strip() or "?"), values["password"])
    except DomainError as error:
        error.parameters["field"] = "password" if isinstance(error, CertificatePasswordWrong) else "certificate"
        raise


def _refuse_silence(found: SignedFile, values: dict[str, Any]) -> None:
    if not values["comment"].strip():
        raise NotThisVersion(field="comment", findings=tuple(each.code for each in found.findings))


def _ask_where(parent: QWidget, services: Services, material: SigningMaterial, values: dict[str, Any]) -> None:
    order = SigningOrder(
        signer=values["signer"],
        certificate=Path(values["certificate"].strip()),
        password=values["password"],
        target=Path(),
    )
    suggestion = _("Development plan {version} signed.pdf", version=material.version)
    ask_save_path(
        parent,
        _("Where the signed plan goes"),
        _("PDF (*.pdf)"),
        lambda path: _sign(services, material, replace(order, target=path)),
        suggestion=suggestion,
    )


def _sign(services: Services, material: SigningMaterial, order: SigningOrder) -> None:
    book = current()

    def work(progress: Progress) -> SignedHere:
        progress.report(0, 1)
        return make_signed(material, order, book)

    def done(made: SignedHere) -> None:
        try:
            services.workspace.run(kept_by(material, made))
        except DomainError as error:
            services.notices.trouble(error)
            return
        last = made.verified.signed_by[-1] if made.verified.signed_by else None
        who = signer_words(last) if last is not None else ""
        said = _("Signed by {who}. The file is kept with the version and lies in {name}.", who=who, name=made.path.name)
        services.notices.say(said, tone=Tone.GOOD)

    services.jobs.start(_("Signing the plan"), work, done, services.notices.trouble)


def _read_back(path: Path, image: bytes, plan: PlanId, progress: Progress) -> SignedFile:
    progress.report(0, 1)
    content = plan_content(path)
    with open_copy(image) as connection:
        return read_signed(connection, plan, content, ())


def _offer_to_keep(parent: QWidget, services: Services, plan: PlanId, name: str, found: SignedFile) -> None:
    keep = partial(_keep, services, plan, name, found)
    if not found.findings:
        keep({"comment": ""})
        return
    dialog = KeepAnywayDialog(name, found, parent)
    dialog.confirmed.connect(keep)
    dialog.open()


def _keep(services: Services, plan: PlanId, name: str, found: SignedFile, values: dict[str, Any]) -> None:
    command = KeepSignedPlan(plan=plan, name=name, content=found.content, told=found.told, comment=values["comment"])
    try:
        services.workspace.run(command)
    except DomainError as error:
        services.notices.trouble(error)
        return
    count = len(found.verified.signed_by or ())
    said = ngettext(
        "{name} is kept with the version. {count} signature was read from it.",
        "{name} is kept with the version. {count} signatures were read from it.",
        count,
        name=name,
    )
    services.notices.say(said, tone=Tone.GOOD)
