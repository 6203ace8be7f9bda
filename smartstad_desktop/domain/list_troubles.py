"""Why a list cannot be read. Each has a stable code; nothing has been taken from the list."""

from __future__ import annotations

from typing_extensions import override

from smartstad_desktop.domain.errors import FileTrouble


class ListTrouble(FileTrouble):
    """A list cannot be read; nothing has been taken from it. Parameters: ``name``."""

    code = "list_unreadable"

    @property
    def public_code(self) -> str:
        """Return the identifier that ``inspect --json`` gives."""
        return self.code


class ListGone(ListTrouble):
    """The file is not there, or cannot be opened."""

    code = "list_gone"


class ListChanged(ListGone):
    """The file was written to while it was read."""

    code = "list_changed"


class PasswordProtected(ListTrouble):
    """The workbook is locked with a password."""

    code = "password_protected"


class PasswordWrong(PasswordProtected):
    """The password that was given does not open the workbook."""

    code = "password_wrong"


class NotAWorkbook(ListTrouble):
    """The file is something else than a list."""

    code = "not_a_workbook"


class ListEmpty(NotAWorkbook):
    """The file has no content."""

    code = "list_empty"

    @property
    @override
    def public_code(self) -> str:
        """Return the identifier that ``inspect --json`` gives."""
        return NotAWorkbook.code


class LockFile(NotAWorkbook):
    """The file is the mark an office program leaves beside a list that it has open. Parameters: ``name``, ``list``."""

    code = "lock_file"

    @property
    @override
    def public_code(self) -> str:
        """Return the identifier that ``inspect --json`` gives."""
        return NotAWorkbook.code


class ListDamaged(ListTrouble):
    """The workbook is cut off, or parts of it are broken or forbidden."""

    code = "list_damaged"

    @property
    @override
    def public_code(self) -> str:
        """Return the identifier that ``inspect --json`` gives; inside, a damaged workspace has that name."""
        return "damaged"


class TooLarge(ListTrouble):
    """The workbook is past a limit. Parameters: ``limit``, a figure with its unit."""

    code = "too_large"


class UnsupportedFormat(ListTrouble):
    """A known kind of file that holds no rows we can read, such as a PDF."""

    code = "unsupported_format"


class WebPage(UnsupportedFormat):
    """A web page that was named as if it were a workbook."""

    code = "web_page"

    @property
    @override
    def public_code(self) -> str:
        """Return the identifier that ``inspect --json`` gives."""
        return UnsupportedFormat.code


class NoTableFound(ListTrouble):
    """The workbook can be read, but no sheet has a table of projects."""

    code = "no_table_found"
