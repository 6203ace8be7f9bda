"""Whoever tampers with a signed plan is found out, and what they did is named."""

from __future__ import annotations

import hashlib
import random
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic

from smartstad_desktop.domain.plan.parts import PlanFileKind
from smartstad_desktop.domain.plan.signing import CertificateTrust, SignatureState
from smartstad_desktop.domain.plan.verifying import PROVEN, PlanFinding, PlanVerdict
from smartstad_desktop.exchange.signing.certificates import identity
from smartstad_desktop.exchange.signing.making import signed
from smartstad_desktop.exchange.signing.places import with_fields
from smartstad_desktop.usecases.signing.kept import KeptFile
from smartstad_desktop.usecases.signing.plan_check import PlanVerified, check_plan, same_file
from tests.support import tampering
from tests.support.signed_plans import (
    PASSWORD,
    PEOPLE,
    Authority,
    archive_of,
    authority,
    certificate_file,
    identities,
    places_of,
    prepared,
    signed_by,
)
from tests.support.tampering import Tamper, added, cut_to, replaced, saved_again

DATA = b'{"format":"smartstad-plan","plan":{"title":"Plan","version":"1.0","programme":"P"},"tables":{}}'
PRINT = hashlib.sha256(DATA).hexdigest()
F = PlanFinding


@dataclass(frozen=True, kw_only=True)
class Signed:
    """A plan as it was made, prepared and signed, and the issuer one relies on."""

    archive: bytes
    prepared: bytes
    whole: bytes
    other: bytes
    by: Authority
    folder: Path

    def check(self, content: bytes, *, is_trusted: bool = True) -> PlanVerified:
        """Return what a check of *content* comes to."""
        return check_plan(content, None, [self.by.pem] if is_trusted else [], datetime.now(UTC))


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Signed:
    folder = tmp_path_factory.mktemp("certificates")
    by = authority()
    people = identities(folder, by)
    archive = archive_of("Smart samhälle", DATA, PRINT)
    other_data = DATA.replace(b"1.0", b"2.0")
    other = prepared(archive_of("En annan plan", other_data, hashlib.sha256(other_data).hexdigest()))
    ready = prepared(archive)
    return Signed(
        archive=archive,
        prepared=ready,
        whole=signed_by(ready, people),
        other=signed_by(other, people),
        by=by,
        folder=folder,
    )


def test_an_untouched_plan_is_whole_in_each_of_its_states(plan: Signed) -> None:
    for content in (plan.archive, plan.prepared):
        assert plan.check(content).verdict is PlanVerdict.UNSIGNED
        assert plan.check(content).is_whole
    found = plan.check(plan.whole)

    assert (found.verdict, found.findings) == (PlanVerdict.SIGNED, ())
    assert found.fingerprint == PRINT
    assert [each.name for each in found.attachments] == ["manifest.json", "plan.json"]
    assert [(each.signer, each.organisation) for each in found.signed_by or ()] == list(PEOPLE)
    assert [(each.docmdp, each.covers_file) for each in found.signed_by or ()] == [
        (2, False),
        (None, False),
        (None, True),
    ]
    assert {each.algorithm for each in found.signed_by or ()} == {"ECDSA, SHA-256"}


def test_signers_nobody_here_knows_are_no_proof(plan: Signed) -> None:
    found = plan.check(plan.whole, is_trusted=False)

    assert (found.verdict, found.is_whole) == (PlanVerdict.UNKNOWN_SIGNERS, True)
    assert {each.trust for each in found.signed_by or ()} == {CertificateTrust.UNTRUSTED}
    assert {each.state for each in found.signed_by or ()} == {SignatureState.INTACT}


@pytest.mark.skipif(shutil.which("pdfsig") is None, reason="poppler is not on this computer")
def test_another_reader_says_the_same(plan: Signed, tmp_path: Path) -> None:
    for name, content in (("whole", plan.whole), ("changed", tampering.flipped(plan.whole, 2000))):
        (tmp_path / f"{name}.pdf").write_bytes(content)
    told = [
        subprocess.run(["pdfsig", tmp_path / f"{name}.pdf"], capture_output=True, text=True, check=False).stdout
        for name in ("whole", "changed")
    ]

    assert told[0].count("Signature is Valid.") == 3
    assert "ETSI.CAdES.detached" in told[0]
    assert "Åsa Öberg" in told[0]
    assert "Signature is Valid." not in told[1]


TAMPERINGS: dict[str, tuple[Tamper, set[PlanFinding]]] = {
    "a byte of a page": (lambda content: tampering.flipped(content, 2000), {F.CHANGED, F.SIGNATURE_BROKEN}),
    "bytes after the end": (lambda content: content + b"% mer\n", {F.BYTES_AFTER_END}),
    "a state after the end": (
        lambda content: content + b"9 0 obj <</Type/Sig/ByteRange[0 1 2 3]>>\nendobj\n%%EOF\n",
        {F.BYTES_AFTER_END, F.SIGNATURE_REMOVED},
    ),
    "the catalog": (
        added(tampering.in_root("/PageMode", generic.pdf_name("/FullScreen"))),
        {F.CHANGED_AFTER_SIGNING, F.CATALOG_CHANGED},
    ),
    "text laid over": (added(tampering.overlay), {F.CHANGED_AFTER_SIGNING, F.OVERLAY}),
    "a note": (added(tampering.note), {F.CHANGED_AFTER_SIGNING, F.NOTE_ADDED}),
    "what is read out": (added(tampering.other_words), {F.CHANGED_AFTER_SIGNING, F.CATALOG_CHANGED}),
    "pages swapped": (saved_again(tampering.pages_swapped), {F.REWRITTEN, F.PAGES_MOVED}),
    "a page removed": (saved_again(tampering.page_removed), {F.REWRITTEN, F.PAGE_REMOVED}),
    "a page added": (saved_again(tampering.page_added), {F.REWRITTEN, F.PAGE_ADDED}),
    "text changed": (saved_again(tampering.text_changed), {F.REWRITTEN, F.TEXT_CHANGED}),
    "an attachment changed": (
        saved_again(tampering.attachment("plan.json", DATA + b" ")),
        {F.ATTACHMENT_CHANGED, F.FINGERPRINT_DIFFERS},
    ),
    "an attachment added": (saved_again(tampering.attachment("extra.txt", b"x")), {F.ATTACHMENT_ADDED}),
    "an attachment removed": (saved_again(tampering.attachment("plan.json", None)), {F.ATTACHMENT_REMOVED}),
    "a field removed": (added(tampering.without_field), {F.SIGNATURE_REMOVED}),
    "a signature nulled": (added(tampering.without_value), {F.SIGNATURE_REMOVED}),
    "a signature blanked": (tampering.blanked, {F.SIGNATURE_BLANKED}),
    "a range shortened": (replaced(rb"/ByteRange \[0 \d+ \d+ (\d+)", b"9"), {F.SIGNATURE_RANGE}),
    "a range wrapped around": (replaced(rb"/ByteRange \[0 \d+ (\d+)", b"999999"), {F.SIGNATURE_RANGE}),
    "a range of nothing": (replaced(rb"/ByteRange \[(0 \d+ \d+ \d+)", b"0 0 0 0"), {F.SIGNATURE_RANGE}),
    "another title": (added(tampering.title), {F.METADATA_CHANGED, F.CHANGED_AFTER_SIGNING}),
    "another title, saved again": (
        saved_again(lambda pdf: pdf.docinfo.__setitem__("/Title", "En annan")),
        {F.METADATA_CHANGED, F.REWRITTEN},
    ),
    "truncated": (lambda content: content[:-300], {F.BYTES_AFTER_END, F.SIGNATURE_RANGE}),
    "cut to a stump": (lambda content: content[:9000], {F.CUT_SHORT}),
    "saved by another program": (saved_again(tampering.resaved), {F.REWRITTEN, F.SIGNATURE_RANGE}),
    "references led astray": (
        lambda content: content[: content.rindex(b"startxref")] + b"startxref\n15\n%%EOF\n",
        {F.REVISIONS_REORDERED},
    ),
    "a script": (added(tampering.in_root("/OpenAction", tampering.SCRIPT)), {F.SCRIPT_ADDED}),
    "a store of evidence": (added(tampering.in_root("/DSS", generic.DictionaryObject())), {F.STORE_ADDED}),
    "states swapped": (tampering.states_swapped, {F.REVISIONS_REORDERED}),
    "a state removed": (tampering.state_removed, {F.REVISION_REMOVED}),
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_tampering_is_found_and_named(plan: Signed, what: str) -> None:
    tamper, expected = TAMPERINGS[what]

    found = plan.check(tamper(plan.whole))

    assert {each.code for each in found.findings} >= expected, found.findings
    assert found.verdict not in PROVEN
    assert not found.is_whole


def test_what_was_hidden_when_it_was_signed_is_named_when_it_shows(plan: Signed) -> None:
    hidden = signed_by(tampering.hide(plan.prepared), identities(plan.folder, plan.by))

    found = plan.check(added(tampering.reveal)(hidden))

    assert {F.SHADOW_CONTENT, F.CHANGED_AFTER_SIGNING} <= {each.code for each in found.findings}
    assert next(each.pages for each in found.findings if each.code is F.SHADOW_CONTENT) == (3,)


def test_a_signature_of_another_plan_is_told_from_a_broken_one(plan: Signed) -> None:
    found = plan.check(tampering.transplanted(plan.other)(plan.whole))

    assert F.SIGNATURE_TRANSPLANTED in {each.code for each in found.findings}
    assert found.verdict is PlanVerdict.CHANGED


def test_who_signs_again_in_the_name_of_others_is_found(plan: Signed) -> None:
    (plan.folder / "again").mkdir()
    impostors = identities(plan.folder / "again", authority())

    found = plan.check(signed_by(plan.prepared, impostors))

    assert [each.code for each in found.findings] == [F.RESIGNED]
    assert found.findings[0].names == tuple(name for name, _ in PEOPLE)


def test_a_certificate_that_has_expired_since_is_no_tampering(plan: Signed) -> None:
    (plan.folder / "late").mkdir()
    impostors = identities(plan.folder / "late", authority())
    later = datetime.now(UTC) + timedelta(days=900)

    found = check_plan(plan.whole, None, [plan.by.pem], later)
    forged = check_plan(signed_by(plan.prepared, impostors), None, [plan.by.pem], later)

    assert (found.verdict, found.findings) == (PlanVerdict.CERTIFICATES_EXPIRED, ())
    assert found.verdict not in PROVEN
    assert {each.trust for each in found.signed_by or ()} == {CertificateTrust.EXPIRED}
    assert [each.code for each in forged.findings] == [F.RESIGNED]


def test_a_signature_older_than_its_certificate_is_found(plan: Signed, tmp_path: Path) -> None:
    file = certificate_file(tmp_path / "young.p12", plan.by, days=(2, 9))
    who = identity(file, PASSWORD, datetime.now(UTC) + timedelta(days=3))

    found = plan.check(signed(plan.prepared, "sign-1", who))

    assert [each.code for each in found.findings] == [F.CERTIFICATE_EXPIRED]


def test_a_place_that_was_made_later_is_found(plan: Signed, tmp_path: Path) -> None:
    place = places_of(plan.archive)[0]
    rogue = type(place)(field="rogue", label="Mer", page=place.page, box=(10, 10, 90, 40))
    who = identity(certificate_file(tmp_path / "r.p12", plan.by), PASSWORD, datetime.now(UTC))

    found = plan.check(signed(with_fields(plan.whole, [rogue]), "rogue", who))

    assert {F.SIGNATURE_UNEXPECTED, F.CHANGED_AFTER_SIGNING} <= {each.code for each in found.findings}


def test_cutting_back_leaves_what_was_true_then_and_no_more(plan: Signed) -> None:
    unsigned, one = (plan.check(cut_to(states)(plan.whole)) for states in (2, 3))

    assert (unsigned.verdict, one.verdict) == (PlanVerdict.UNSIGNED, PlanVerdict.SIGNED)
    assert one.signatures == 1


def test_no_turned_bit_goes_unseen_where_a_copy_was_kept(plan: Signed) -> None:
    kept = [KeptFile(name="signed.pdf", kind=PlanFileKind.SIGNED, content=plan.whole)]
    dice = random.Random(7)  # noqa: S311  the same places each time
    changed = [tampering.flipped(plan.whole, dice.randrange(len(plan.whole)), dice.randrange(8)) for _ in range(200)]

    assert same_file(plan.whole, kept) is not None
    assert [each for each in changed if same_file(each, kept) is not None] == []


def test_of_turned_bits_only_those_in_the_padding_pass_without_it(plan: Signed) -> None:
    dice = random.Random(11)  # noqa: S311  the same places each time
    for _ in range(5):
        at = dice.randrange(len(plan.whole))
        found = plan.check(tampering.flipped(plan.whole, at))
        is_padding = plan.whole[max(0, at - 40) : at + 40].strip(b"0") == b""

        assert is_padding or found.verdict not in PROVEN, at
