"""What kind of file this is, by its bytes, and whether it is safe to parse: before any parser sees it."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum
from pathlib import Path
from stat import S_ISREG
from typing import Final

from smartstad_desktop.domain.lists import list_troubles

#: The largest file, the most parts of a workbook, the largest part and the whole unpacked, in bytes.
FILE_LIMIT: Final = 20_000_000
PART_COUNT_LIMIT: Final = 400
PART_LIMIT: Final = 60_000_000
TOTAL_LIMIT: Final = 150_000_000
#: A part that unpacks to more than this many times its size is a bomb, once it is past the floor.
RATIO_LIMIT: Final = 200
RATIO_FLOOR: Final = 200_000

_ZIP, _ZIP_EMPTY = b"PK\x03\x04", b"PK\x05\x06"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN_OTHERS: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
# A cell with content far below what a list can have; a parser would make room for all rows before it.
_FAR_CELL: Final = re.compile(rb' r="[A-Z]{1,3}\d{6,}"[^>/]*>')
#: Parts of a binary workbook that hold records.
_RECORDS: Final = re.compile(r"(?:^|/)(?:workbook|worksheets/[^/]+)\.bin$")
#: What office programs put before the name of a list while it is open: Excel, LibreOffice.
_LOCK_MARKS: Final = ("~$", ".~lock.")
_WEB_PAGE: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|!--|html|head|table|body|style|meta|div|center|font|p)\b",
    re.IGNORECASE,
)
_MARKUP: Final = ("<!doctype", "<!entity")


class Format(StrEnum):
    """The kinds of file that hold lists."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


def received(path: Path) -> bytes:
    """Return the bytes of *path*, read once, so that all later steps see the same file."""
    mark = next((mark for mark in _LOCK_MARKS if path.name.startswith(mark)), None)
    if mark:
        raise list_troubles.LockFile(name=path.name, list=path.name.removeprefix(mark).rstrip("#"))
    try:
        before = path.stat()
        if not S_ISREG(before.st_mode):
            raise list_troubles.NotAWorkbook(name=path.name)
        if before.st_size > FILE_LIMIT:
            raise list_troubles.TooLarge(name=path.name, limit="20 MB")
        content = path.read_bytes()
        after = path.stat()
    except PermissionError as error:
        raise list_troubles.ListLocked(name=path.name) from error
    except OSError as error:
        raise list_troubles.ListGone(name=path.name) from error
    if (len(content), after.st_size, after.st_mtime_ns) != (before.st_size, before.st_size, before.st_mtime_ns):
        raise list_troubles.ListChanged(name=path.name)
    return content


def is_workbook(content: bytes) -> bool:
    """Return whether *content* is a package or compound file, which only the child process parses."""
    return content.startswith((_ZIP, _ZIP_EMPTY, _OLE))


def copied(text: str) -> bytes:
    """Return pasted *text* as the bytes that are kept; they open as text anywhere, and no encoding is guessed."""
    content = text.encode("utf-8-sig", "replace")
    if len(content) > FILE_LIMIT:
        raise list_troubles.TooLarge(limit="20 MB")
    return content


def examine(content: bytes, seen: dict[str, bytes] | None = None) -> Format:
    """Return the kind of list *content* is, or raise what is wrong with it.

    The parts of a package that were unpacked for it are put into *seen*, so that nobody has to do it again.
    """
    if content.startswith((_ZIP, _ZIP_EMPTY)):
        return _archive(content, {} if seen is None else seen)
    if content.startswith(_OLE):
        return _compound(content)
    if content.startswith(_KNOWN_OTHERS):
        raise list_troubles.UnsupportedFormat
    return _text(content)


def _text(content: bytes) -> Format:
    if not content.strip(b"\x00\xff\xfe\xef\xbb\xbf \t\r\n"):
        raise list_troubles.ListEmpty
    start = content[:4096]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_utf16(start):
        return Format.CSV
    if b"\x00" in start:
        raise list_troubles.NotAWorkbook
    if _WEB_PAGE.match(start):
        raise list_troubles.WebPage
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        raise list_troubles.UnsupportedFormat
    odd = sum(byte < 9 or 13 < byte < 32 for byte in start)  # noqa: PLR2004  control characters that are not white space
    if odd > len(start) * 0.02:
        raise list_troubles.NotAWorkbook
    return Format.CSV


def _looks_utf16(start: bytes) -> bool:
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = max(1, len(start) // 2)
    return min(even, odd) == 0 and max(even, odd) > half * 0.7


def _compound(content: bytes) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise list_troubles.PasswordProtected
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return Format.XLS
    raise list_troubles.UnsupportedFormat


def _archive(content: bytes, seen: dict[str, bytes]) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_parts(archive)
            found = _kind(archive)
            _check_markup(archive, found, seen)
            return found
    except list_troubles.ListTrouble:
        raise
    except NotImplementedError as error:  # a RuntimeError too: a way of packing that zipfile does not know
        raise list_troubles.ListDamaged from error
    except RuntimeError as error:  # zipfile says so when a part is encrypted
        raise list_troubles.PasswordProtected from error
    except Exception as error:
        raise list_troubles.ListDamaged from error


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > PART_COUNT_LIMIT:
        raise list_troubles.TooLarge(limit="400")
    if len(set(names)) != len(names) or any(".." in Path(name).parts for name in names):
        raise list_troubles.ListDamaged
    if sum(part.file_size for part in parts) > TOTAL_LIMIT:
        raise list_troubles.TooLarge(limit="150 MB")
    for part in parts:
        swollen = part.file_size > RATIO_FLOOR and part.file_size > RATIO_LIMIT * max(1, part.compress_size)
        if part.file_size > PART_LIMIT or swollen:
            raise list_troubles.TooLarge(limit="150 MB")


def _kind(archive: zipfile.ZipFile) -> Format:
    names = {name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()}
    if "mimetype" in names:
        if b"opendocument.spreadsheet" not in archive.read("mimetype"):
            raise list_troubles.UnsupportedFormat
        if b"encryption-data" in _part(archive, "META-INF/manifest.xml"):
            raise list_troubles.LockUnknown
        return Format.ODS
    types = _part(archive, "[Content_Types].xml")
    if b"wordprocessingml" in types or b"presentationml" in types:
        raise list_troubles.UnsupportedFormat
    if "xl/workbook.bin" in names or b"sheet.binary" in types:
        return Format.XLSB
    if b"macroEnabled" in types or "xl/vbaproject.bin" in names:
        return Format.XLSM
    if b"spreadsheetml" in types or any(name.endswith("workbook.xml") for name in names):
        return Format.XLSX
    raise list_troubles.NotAWorkbook


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        return archive.read(name)
    except KeyError:
        return b""


def _check_markup(archive: zipfile.ZipFile, found: Format, seen: dict[str, bytes]) -> None:
    """Refuse what no honest workbook holds: document types, entities, and content in the far corner of a sheet."""
    for part in archive.infolist():
        if found is Format.XLSB and _RECORDS.search(part.filename.lower()):
            seen[part.filename] = archive.read(part)
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        content = seen[part.filename] = archive.read(part)
        if len(content) > part.file_size:
            raise list_troubles.ListDamaged
        head = content[:100_000].replace(b"\x00", b"").lower()
        if any(mark.encode() in head for mark in _MARKUP):
            raise list_troubles.ListDamaged
        if found in {Format.XLSX, Format.XLSM} and "sheet" in part.filename and _FAR_CELL.search(content):
            raise list_troubles.TooManyRows(limit="20 000")
