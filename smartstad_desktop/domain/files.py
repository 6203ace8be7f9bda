"""What can be wrong with a workspace file, as errors with data."""

from __future__ import annotations

from smartstad_desktop.domain.errors import FileTrouble


class FileMissing(FileTrouble):
    """There is no such file. Parameters: ``path``."""

    code = "file_missing"


class FileExists(FileTrouble):
    """A new file would overwrite another one. Parameters: ``path``."""

    code = "file_exists"


class FileUnwritable(FileTrouble):
    """The place cannot be written to. Parameters: ``path``."""

    code = "file_unwritable"


class NotOurs(FileTrouble):
    """The file is something else than a workspace. Parameters: ``path``."""

    code = "not_ours"


class FromNewerVersion(FileTrouble):
    """The file was written by a newer version of the program. Parameters: ``path``, ``version``, ``known``."""

    code = "from_newer_version"


class Damaged(FileTrouble):
    """The file is damaged; it has not been touched. Parameters: ``path``, ``finding``."""

    code = "damaged"


class OpenElsewhere(FileTrouble):
    """Another program has the file. Parameters: ``path``, ``program``, ``host``, ``since``."""

    code = "open_elsewhere"


class JournalStrange(FileTrouble):
    """A side file that does not belong to the workspace lies beside it. Parameters: ``path``, ``aside``."""

    code = "journal_strange"


class FileGone(FileTrouble):
    """The file was moved, replaced or deleted while it was open; the action was not made. Parameters: ``path``."""

    code = "file_gone"


class SaveFailed(FileTrouble):
    """The disk refused the action, which was taken back; earlier work is safe. Parameters: ``path``, ``reason``."""

    code = "save_failed"


class BackupFailed(FileTrouble):
    """A backup could not be made or did not pass its check; earlier backups stand. Parameters: ``reason``."""

    code = "backup_failed"


class TargetInUse(FileTrouble):
    """Another program has the file that is to be replaced. Parameters: ``path``."""

    code = "target_in_use"


class PagesUnreadable(FileTrouble):
    """The pages of a PDF cannot be shown."""

    code = "pages_unreadable"


class NotArchivable(FileTrouble):
    """A document does not pass the proof of the archive format; it was not written. Parameters: ``finding``."""

    code = "not_archivable"


class NotReadBack(FileTrouble):
    """A file that was just written does not say what it should; it was not put in place. Parameters: ``name``."""

    code = "not_read_back"
