"""How a document looks on paper: faces, colours by role, sizes and page frames."""

from __future__ import annotations

from functools import cache
from typing import Final

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from smartstad_desktop import places
from smartstad_desktop.exchange.documents.palette import colour_of

PAGE_WIDTH: Final = A4[0]
PAGE_HEIGHT: Final = A4[1]
MARGIN: Final = 54.0
TOP: Final = 56.0
BOTTOM: Final = 64.0
FOOT_LINE: Final = 44.0
TEXT_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN

REGULAR: Final = "Inter"
MEDIUM: Final = "Inter-Medium"
SEMIBOLD: Final = "Inter-SemiBold"
BOLD: Final = "Inter-Bold"
ITALIC: Final = "Inter-Italic"
SEMIBOLD_ITALIC: Final = "Inter-SemiBoldItalic"
_FILES: Final = {
    REGULAR: "Inter-Regular.ttf",
    MEDIUM: "Inter-Medium.ttf",
    SEMIBOLD: "Inter-SemiBold.ttf",
    BOLD: "Inter-Bold.ttf",
}


@cache
def fonts() -> dict[str, TTFont]:
    """Register the faces once and return them by name.

    Nothing but Inter may reach the page: a reference to a face that is not embedded fails every archive format.
    """
    # Packed pages as letters are a habit of the time when files went by mail: a fifth more to write and to read.
    rl_config.useA85 = 0
    faces = {name: TTFont(name, str(places.resources() / "fonts" / file)) for name, file in _FILES.items()}
    for face in faces.values():
        pdfmetrics.registerFont(face)
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return faces


#: Only few documents lean on these, so they are read when one does; the window has its own.
_SLANTED: Final = {ITALIC: "paper/Inter-Italic.ttf", SEMIBOLD_ITALIC: "paper/Inter-SemiBoldItalic.ttf"}


@cache
def registered(face: str) -> str:
    """Return the name of *face*, which is ready to be used from then on."""
    fonts()
    if face in _SLANTED:
        pdfmetrics.registerFont(TTFont(face, str(places.resources() / "fonts" / _SLANTED[face])))
    return face


@cache
def colour(role: str) -> Color:
    """Return the colour of a role of ``resources/documents/paper.toml``."""
    return HexColor(colour_of(role))


#: Name: face, size, line height, colour role, space before, space after.
_STYLES: Final[dict[str, tuple[str, float, float, str, float, float]]] = {
    "body": (REGULAR, 10, 14.5, "ink", 0, 7),
    "lead": (REGULAR, 10.5, 15.5, "ink_soft", 0, 10),
    "note": (REGULAR, 8.5, 12, "ink_soft", 2, 6),
    "note_close": (REGULAR, 8.5, 11.5, "ink_soft", 0, 0),
    "point": (REGULAR, 10, 14.5, "ink", 0, 3),
    "heading1": (BOLD, 20, 25, "ink", 0, 9),
    "heading2": (BOLD, 20, 25, "ink", 0, 9),
    "heading1_inside": (BOLD, 20, 25, "ink", 26, 9),
    "heading2_inside": (BOLD, 14, 18, "ink", 14, 5),
    "heading3": (BOLD, 12, 16, "ink", 12, 5),
    "cell": (REGULAR, 9.5, 13, "ink", 0, 0),
    "figures": (REGULAR, 9.5, 13, "ink", 0, 0),
    "column": (SEMIBOLD, 8.5, 11, "ink_soft", 0, 0),
    "column_figures": (SEMIBOLD, 8.5, 11, "ink_soft", 0, 0),
    "label": (MEDIUM, 9.5, 14, "ink_soft", 0, 0),
    "value": (REGULAR, 9.5, 14, "ink", 0, 0),
    "figure": (BOLD, 24, 28, "primary", 0, 0),
    "figure_small": (BOLD, 17, 22, "primary", 0, 0),
    "figure_label": (REGULAR, 9, 12, "ink_soft", 0, 0),
    "bar": (REGULAR, 9, 12, "ink", 0, 0),
    "contents1": (SEMIBOLD, 10.5, 15, "ink", 7, 1),
    "contents2": (REGULAR, 10, 14, "ink", 0, 1),
    "kicker": (SEMIBOLD, 13, 18, "cover_mark", 0, 6),
    "cover_title": (BOLD, 32, 37, "cover_text", 0, 16),
    "cover_title_long": (BOLD, 24, 29, "cover_text", 0, 14),
    "cover_lead": (REGULAR, 13, 19, "cover_soft", 0, 0),
    "cover_label": (SEMIBOLD, 10, 14, "cover_mark", 0, 0),
    "cover_fact": (REGULAR, 10, 14, "cover_soft", 0, 0),
    "cover_print": (SEMIBOLD, 9.5, 13, "cover_soft", 0, 0),
    "cover_seal": (REGULAR, 8.5, 12, "cover_faint", 0, 0),
}
_RIGHT: Final = frozenset({"figures", "column_figures"})


@cache
def style(name: str) -> ParagraphStyle:
    """Return a text style by name."""
    fonts()
    face, size, leading, role, before, after = _STYLES[name]
    return ParagraphStyle(
        name,
        fontName=face,
        bulletFontName=face,
        fontSize=size,
        bulletFontSize=size,
        leading=leading,
        textColor=colour(role),
        spaceBefore=before,
        spaceAfter=after,
        alignment=TA_RIGHT if name in _RIGHT else TA_LEFT,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        embeddedHyphenation=1,
    )
