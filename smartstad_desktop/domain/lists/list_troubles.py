"""Why a list cannot be read. Each has a stable code; nothing has been taken from the list."""

from __future__ import annotations

from typing import ClassVar

from smartstad_desktop.domain.errors import FileTrouble


class ListTrouble(FileTrouble):
    """A list cannot be read; nothing has been taken from it. Parameters: ``name``.

    ``public`` is the identifier that ``inspect --json`` gives where it is broader than ``code``.
    """

    code = "list_unreadable"
    public: ClassVar[str] = ""

    @property
    def public_code(self) -> str:
        """Return the identifier that ``inspect --json`` gives."""
        return self.public or self.code


class ListGone(ListTrouble):
    """The file is not there, or cannot be opened."""

    code = "list_gone"


class ListLocked(ListGone):
    """The file may not be read: another program holds it, or the right to read it is missing."""

    code = "list_locked"


class ListChanged(ListGone):
    """The file was written to while it was read."""

    code = "list_changed"


class PasswordProtected(ListTrouble):
    """The workbook is locked with a password."""

    code = "password_protected"


class PasswordWrong(PasswordProtected):
    """The password that was given does not open the workbook."""

    code = "password_wrong"


class LockUnknown(PasswordProtected):
    """The workbook is locked in a way that no password given here can open."""

    code = "lock_unknown"
    public = PasswordProtected.code


class NotAWorkbook(ListTrouble):
    """The file is something else than a list."""

    code = "not_a_workbook"


class ListEmpty(NotAWorkbook):
    """The file has no content."""

    code = "list_empty"
    public = NotAWorkbook.code


class LockFile(NotAWorkbook):
    """The file is the mark an office program leaves beside a list that it has open. Parameters: ``list``."""

    code = "lock_file"
    public = NotAWorkbook.code


class ListDamaged(ListTrouble):
    """The workbook is cut off, or parts of it are broken or forbidden."""

    code = "list_damaged"
    # Inside, a damaged workspace has that name.
    public = "damaged"


class TooLarge(ListTrouble):
    """The workbook is past a limit. Parameters: ``limit``, a figure with its unit."""

    code = "too_large"


class TooManyRows(TooLarge):
    """A sheet has content below the last row that is read."""

    code = "too_many_rows"
    public = TooLarge.code


class TooManyColumns(TooLarge):
    """A sheet has content beside the last column that is read."""

    code = "too_many_columns"
    public = TooLarge.code


class TooManyCells(TooLarge):
    """The sheets together have more cells with content than are read."""

    code = "too_many_cells"
    public = TooLarge.code


class TooMuchMemory(TooLarge):
    """Reading took more memory than the reader may have."""

    code = "too_much_memory"
    public = TooLarge.code


class TooSlow(TooLarge):
    """Reading took longer than the reader may take."""

    code = "too_slow"
    public = TooLarge.code


class UnsupportedFormat(ListTrouble):
    """A known kind of file that holds no rows we can read, such as a PDF."""

    code = "unsupported_format"


class WebPage(UnsupportedFormat):
    """A web page that was named as if it were a workbook."""

    code = "web_page"
    public = UnsupportedFormat.code


class NoTableFound(ListTrouble):
    """The workbook can be read, but no sheet has a table of projects."""

    code = "no_table_found"


def by_code(code: str) -> type[ListTrouble]:
    """Return the kind of trouble with *code*; one that nobody knows is a list that cannot be read."""
    kinds = [ListTrouble]
    for kind in kinds:
        if kind.code == code:
            return kind
        kinds.extend(kind.__subclasses__())
    return ListTrouble
