"""Signing a PDF with a certificate: added to its end, PAdES baseline, the first signature certifies."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from smartstad_desktop.domain.plan.signing import (
    Appearance,
    FieldMissing,
    FieldSigned,
    SignedFileUnreadable,
    SigningClosed,
)
from smartstad_desktop.exchange.signing.certificates import Identity
from smartstad_desktop.exchange.signing.fields import fields_in
from smartstad_desktop.exchange.signing.library import quiet_library, require_library
from smartstad_desktop.exchange.signing.places import writer_on

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.stamp import StaticStampStyle


def signed(content: bytes, place: str, who: Identity, appearance: Appearance | None = None) -> bytes:
    """Return the PDF *content* signed by *who* at the field *place*.

    The first signature certifies the document: after it only the places that are there can be signed. The time is the
    clock of this computer, and nobody vouches for it.

    Raises:
        SigningUnavailable: this installation cannot sign.
        SignedFileUnreadable: the document cannot be read.
        FieldMissing: it has no such place.
        FieldSigned: the place has been signed already.
        SigningClosed: an earlier signature allows no further ones.
    """
    require_library()
    from pikepdf import PdfError as Damage  # noqa: PLC0415  a large library, only when used
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415  only when used
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter  # noqa: PLC0415  only when used
    from pyhanko.sign.general import SigningError  # noqa: PLC0415  only when used
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner  # noqa: PLC0415  only when used

    try:
        box, is_first = _examined(content, place)
        writer = writer_on(content)
        meta = PdfSignatureMetadata(
            field_name=place,
            md_algorithm="sha256",
            certify=is_first,
            subfilter=SigSeedSubFilter.PADES,
            docmdp_permissions=MDPPerm.FILL_FORMS,
        )
        style = _style(appearance, box) if appearance is not None else None
        target = BytesIO()
        with quiet_library():
            PdfSigner(meta, _signer(who), stamp_style=style).sign_pdf(writer, existing_fields_only=True, output=target)
    except SigningError as reason:
        raise SigningClosed from reason
    except (PdfError, Damage) as reason:
        raise SignedFileUnreadable from reason
    return target.getvalue()


def _examined(content: bytes, place: str) -> tuple[tuple[float, float], bool]:
    """Return how large the field is, and whether nobody has signed yet."""
    places = {field.name: field for field in fields_in(content)}
    if place not in places:
        raise FieldMissing(place=place)
    if places[place].container is not None:
        raise FieldSigned(place=places[place].label)
    return places[place].size, all(field.container is None for field in places.values())


def _signer(who: Identity) -> SimpleSigner:
    from asn1crypto import keys, x509  # noqa: PLC0415  only when used
    from pyhanko.sign.signers import SimpleSigner  # noqa: PLC0415  only when used
    from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415  only when used

    store = SimpleCertificateStore()
    for each in who.chain:
        store.register(x509.Certificate.load(each))
    return SimpleSigner(
        signing_cert=x509.Certificate.load(who.certificate),
        signing_key=keys.PrivateKeyInfo.load(who.key),
        cert_registry=store,
    )


def _style(appearance: Appearance, box: tuple[float, float]) -> StaticStampStyle:
    from pyhanko.pdf_utils import content, layout  # noqa: PLC0415  only when used
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415  only when used
    from pyhanko.stamp import StaticStampStyle  # noqa: PLC0415  only when used

    from smartstad_desktop.exchange.signing.stamp import stamp  # noqa: PLC0415  half a second of reportlab

    page = stamp(appearance, *box)

    class StampPage(content.PdfContent):
        """The page that was drawn for this signature."""

        @override
        def render(self) -> bytes:
            """Return what draws it, after it has been taken into the document."""
            writer: Any = self._ensure_writer
            drawn = writer.import_page_as_xobject(PdfFileReader(BytesIO(page)))
            self.resources.xobject["/Stamp"] = drawn
            return b"/Stamp Do"

    whole = layout.SimpleBoxLayoutRule(
        x_align=layout.AxisAlignment.ALIGN_MID,
        y_align=layout.AxisAlignment.ALIGN_MID,
        inner_content_scaling=layout.InnerScaling.NO_SCALING,
    )
    drawn = StampPage(box=layout.BoxConstraints(width=box[0], height=box[1]))
    return StaticStampStyle(border_width=0, background=drawn, background_layout=whole, background_opacity=1.0)
