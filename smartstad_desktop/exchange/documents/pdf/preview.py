"""Pages of a PDF as pictures, for a look at it before it is written or while it is checked; safe in a worker."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Self

from smartstad_desktop.domain.files import PagesUnreadable

#: Wider pictures than this are of no use on any screen, and eat the memory.
_WIDEST: Final = 8000
# The library keeps its state for the whole process: two threads in it at once end the program.
_ONE_AT_A_TIME: Final = threading.RLock()


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture: red, green, blue and a fourth byte for each pixel, line by line from above."""

    pixels: bytes
    width: int
    height: int


class PagePictures:
    """The pages of a PDF, opened once; close it when it is no longer looked at."""

    def __init__(self, pdf: bytes) -> None:
        """Open *pdf*.

        Raises:
            PagesUnreadable: it cannot be shown.
        """
        import pypdfium2  # noqa: PLC0415  brings a large library, only when pages are shown

        with _ONE_AT_A_TIME:
            try:
                self._pdf: Any = pypdfium2.PdfDocument(pdf)
                self.sizes: tuple[tuple[float, float], ...] = tuple(
                    self._pdf.get_page_size(number) for number in range(len(self._pdf))
                )
            except pypdfium2.PdfiumError as reason:
                raise PagesUnreadable from reason

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.sizes)

    def page(self, number: int, width: int) -> Picture:
        """Return page *number*, counted from nought, as a picture *width* pixels wide.

        Raises:
            PagesUnreadable: the page cannot be shown.
        """
        import pypdfium2  # noqa: PLC0415  as above

        scale = min(max(width, 1), _WIDEST) / self.sizes[number][0]
        with _ONE_AT_A_TIME:
            try:
                page = self._pdf[number]
                drawn = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            except pypdfium2.PdfiumError as reason:
                raise PagesUnreadable from reason
            lines = bytes(drawn.buffer)
            picture = Picture(_packed(lines, drawn.width, drawn.height, drawn.stride), drawn.width, drawn.height)
            drawn.close()
            page.close()
        return picture

    def outline(self) -> tuple[tuple[str, int], ...]:
        """Return the bookmarks in their order, each with its page, counted from nought."""
        with _ONE_AT_A_TIME:
            found: list[tuple[str, int]] = []
            for mark in self._pdf.get_toc():
                target = mark.get_dest()
                page = None if target is None else target.get_index()
                if page is not None:
                    found.append((mark.get_title(), page))
        return tuple(found)

    def text(self, number: int) -> str:
        """Return the words of page *number*, counted from nought, as they are painted.

        Raises:
            PagesUnreadable: the page cannot be read.
        """
        import pypdfium2  # noqa: PLC0415  as above

        with _ONE_AT_A_TIME:
            try:
                page = self._pdf[number]
                words = page.get_textpage()
                found: str = words.get_text_range()
            except pypdfium2.PdfiumError as reason:
                raise PagesUnreadable from reason
            words.close()
            page.close()
        return found

    def close(self) -> None:
        """Let go of the file and its memory; closing twice does nothing."""
        with _ONE_AT_A_TIME:
            self._pdf.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _packed(lines: bytes, width: int, height: int, stride: int) -> bytes:
    """Return the pixels without what stands after each line."""
    wide = width * 4
    if stride == wide:
        return lines
    return b"".join(lines[top * stride : top * stride + wide] for top in range(height))
