"""A tagged PDF as an archive keeps it: PDF/A-3b with its files inside, small, proved each time, the same each time.

Nothing is repaired: the pages are written as the format asks, and a proof that fails is a fault of ours, so the
document is refused instead of mended behind the user's back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from smartstad_desktop.domain.files import NotArchivable
from smartstad_desktop.domain.progress import Progress, Silent
from smartstad_desktop.exchange.documents.carried import Attachment
from smartstad_desktop.exchange.documents.pdf.seal import sealed

if TYPE_CHECKING:
    import pikepdf

#: Archives for pages that carry files of any kind; b: looks the same wherever it is shown.
FLAVOUR: Final = "3b"


def as_archive(
    pdf: bytes,
    attachments: Sequence[Attachment] = (),
    *,
    created: datetime,
    is_bound: bool = False,
    progress: Progress | None = None,
) -> bytes:
    """Return *pdf* as PDF/A-3b with *attachments* in it, proved and sealed.

    A bound document also carries the fingerprints of its parts, by which it can be told what was changed in it.
    *progress* hears of each of three parts, and may stop the work.

    Raises:
        NotArchivable: it does not pass the proof; ``finding`` says of what.
        Cancelled: *progress* was asked to stop.
    """
    import pikepdf  # noqa: PLC0415  a fifth of a second, only when a document is written
    from pikepdf import pdfa  # noqa: PLC0415  beside the line before

    watch = progress or Silent()
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for attachment in attachments:
            _attach(opened, attachment, created)
        if is_bound:
            from smartstad_desktop.exchange.documents.pdf.parts import bind  # noqa: PLC0415  only for what is checked

            bind(opened)
        _associate(opened)
        _intend(opened)
        watch.report(2, 3)
        try:
            pdfa.save(opened, target, FLAVOUR, repair=False, deterministic_id=True)
        except pdfa.PdfaError as refused:
            found = refused.report.findings
            raise NotArchivable(finding=str(found[0]) if found else str(refused.report.verdict)) from refused
    watch.report(3, 3)
    return sealed(target.getvalue())


def _attach(pdf: pikepdf.Pdf, attachment: Attachment, created: datetime) -> None:
    import pikepdf  # noqa: PLC0415  as above

    # The library's types do not know what its constructor takes.
    make: Any = pikepdf.AttachedFileSpec
    moment = _stamp(attachment.modified or created)
    pdf.attachments[attachment.name] = make(
        pdf,
        attachment.content,
        filename=attachment.name,
        description=attachment.description,
        mime_type=attachment.mime,
        relationship=pikepdf.Name(f"/{attachment.relation.value}"),
        creation_date=moment,
        mod_date=moment,
    )


def _stamp(moment: datetime) -> str:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")


def _associate(pdf: pikepdf.Pdf) -> None:
    """Say that the files in *pdf* belong to the whole of it."""
    import pikepdf  # noqa: PLC0415  as above

    specs: list[Any] = [pdf.attachments[name].obj for name in sorted(pdf.attachments)]
    if specs:
        pdf.Root.AF = pikepdf.Array(specs)


def _intend(pdf: pikepdf.Pdf) -> None:
    """Say which colours the numbers in *pdf* mean."""
    import pikepdf  # noqa: PLC0415  as above

    profile = pdf.make_stream(_profile(), {"/N": 3})
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFA1,
        OutputConditionIdentifier=pikepdf.String("sRGB"),
        Info=pikepdf.String("sRGB"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([pdf.make_indirect(intent)])


@cache
def _profile() -> bytes:
    """Return the colour profile that the library would put into a file it repairs."""
    import pikepdf  # noqa: PLC0415  as above
    from pikepdf import pdfa  # noqa: PLC0415  as above

    with pikepdf.new() as blank:
        pdfa.prepare(blank, FLAVOUR)
        intents: Any = blank.Root.OutputIntents
        return bytes(intents[0].DestOutputProfile.read_bytes())
