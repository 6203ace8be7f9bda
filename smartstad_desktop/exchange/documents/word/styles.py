"""How a Word file looks: styles by name, so that whoever gets it can change them in one place."""

from __future__ import annotations

from typing import Any, Final, cast

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from smartstad_desktop.exchange.documents.palette import colour_of
from smartstad_desktop.exchange.documents.word.xml import element

#: A face that every computer has, so that lines break alike.
FACE: Final = "Arial"
MARGIN: Final = Cm(2.2)
PAGE_WIDTH: Final = Cm(21)
PAGE_HEIGHT: Final = Cm(29.7)
TEXT_WIDTH: Final = Emu(PAGE_WIDTH - 2 * MARGIN)
#: How far the values of labels stand in.
LABELS: Final = Cm(4.2)

LEAD, NOTE, LABEL, KICKER = "SMARTstad Lead", "SMARTstad Note", "SMARTstad Label", "SMARTstad Kicker"
BOXED, CONTENTS, CELL = "SMARTstad Box", "SMARTstad Contents", "SMARTstad Cell"

#: Style: size, colour role, strong, space before, space after.
_BUILT_IN: Final = {
    "Normal": (10.5, "ink", False, 0, 7),
    "Title": (28, "ink", True, 6, 12),
    "Heading 1": (20, "ink", True, 0, 10),
    "Heading 2": (14, "primary", True, 16, 6),
    "Heading 3": (11.5, "ink", True, 12, 4),
    "Heading 4": (10.5, "ink_soft", True, 10, 3),
    "List Bullet": (10.5, "ink", False, 0, 3),
    "List Number": (10.5, "ink", False, 0, 3),
    "Header": (9, "bad", True, 0, 0),
    "Footer": (8.5, "ink_soft", False, 0, 0),
}
_OWN: Final = {
    LEAD: (11, "ink_soft", False, 0, 10),
    NOTE: (9, "ink_soft", False, 4, 8),
    LABEL: (10.5, "ink", False, 0, 4),
    BOXED: (10.5, "ink", False, 0, 0),
    KICKER: (12, "primary", True, 120, 6),
    CONTENTS: (10.5, "ink", False, 0, 4),
    CELL: (9.5, "ink", False, 2, 2),
}
_LINE: Final = 1.15


def dress(word: WordFile, language: str) -> None:
    """Give *word* our styles, A4 pages, and the *language* (such as ``sv-SE``) of its text."""
    styles = word.styles
    for name, look in _BUILT_IN.items():
        _dress(cast("ParagraphStyle", styles[name]), *look)
    for name, look in _OWN.items():
        made = cast("ParagraphStyle", styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        made.base_style = styles["Normal"]
        _dress(made, *look)
    for name in (LABEL, BOXED):
        form = cast("ParagraphStyle", styles[name]).paragraph_format
        form.left_indent, form.first_line_indent = LABELS, -LABELS
        form.tab_stops.add_tab_stop(LABELS)
    _box(cast("ParagraphStyle", styles[BOXED]))
    _say_language(word, language)
    section = word.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = MARGIN
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)


def id_of(name: str) -> str:
    """Return what the style of that *name* is called in the file."""
    return name.replace(" ", "")


def colour(role: str) -> RGBColor:
    """Return the colour of a role as the library wants it."""
    return RGBColor.from_string(colour_of(role).lstrip("#"))


def _dress(style: ParagraphStyle, size: float, role: str, is_strong: bool, before: float, after: float) -> None:  # noqa: FBT001, PLR0917  a row of the tables above
    font = style.font
    font.name, font.size, font.bold, font.italic = FACE, Pt(size), is_strong, False
    font.color.rgb = colour(role)
    faces: Any = cast("Any", style).element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{name}"), None)
    for name in ("eastAsia", "cs"):
        faces.set(qn(f"w:{name}"), FACE)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), _LINE
    if style.name == "Title":
        _without_lines(style)


def _without_lines(style: ParagraphStyle) -> None:
    """Take away the line that the library's own template has below the title."""
    about: Any = cast("Any", style).element.get_or_add_pPr()
    for border in about.findall(qn("w:pBdr")):
        about.remove(border)


def _box(style: ParagraphStyle) -> None:
    about: Any = cast("Any", style).element.get_or_add_pPr()
    edge = {"val": "single", "sz": "4", "space": "6", "color": colour_of("line").lstrip("#")}
    sides = element("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        sides.append(element(f"w:{side}", **edge))
    about.insert_element_before(sides, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    ground = element("w:shd", val="clear", color="auto", fill=colour_of("panel").lstrip("#"))
    about.insert_element_before(ground, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def _say_language(word: WordFile, language: str) -> None:
    root: Any = cast("Any", word.styles).element
    for told in root.iter(qn("w:lang")):
        told.set(qn("w:val"), language)
        told.set(qn("w:eastAsia"), language)
