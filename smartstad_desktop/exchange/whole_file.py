"""Writing a file that is there whole or not at all, and never into the hands of a program that has it open."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from smartstad_desktop.domain.files import FileUnwritable, TargetInUse

#: What Excel and LibreOffice lay beside a file while they have it open.
_LOCKS: Final = ("~${name}", ".~lock.{name}#")


@contextmanager
def beside(target: Path) -> Generator[Path]:
    """Give a file beside *target* to write; at the end it takes the place of *target*, after any error it is gone.

    Raises:
        TargetInUse: another program has *target* open.
        FileUnwritable: the folder cannot be written to.
    """
    _check_free(target)
    part = target.with_name(f".{target.stem[:40]}.{os.getpid()}.part{target.suffix}")
    try:
        yield part
        _flush(part)
        take_place(part, target)
    except OSError as error:
        raise FileUnwritable(path=str(target)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def take_place(written: Path, target: Path) -> None:
    """Let a whole file that lies on the same disk become *target*.

    Raises:
        TargetInUse: another program has *target* open.
        FileUnwritable: the folder cannot be written to.
    """
    # Where the system would allow it all the same, the other program would write over what we put there.
    _check_free(target)
    try:
        written.replace(target)
    except PermissionError as error:
        raise (TargetInUse if target.exists() else FileUnwritable)(path=str(target)) from error
    except OSError as error:
        raise FileUnwritable(path=str(target)) from error


def _check_free(target: Path) -> None:
    if target.exists() and any(target.with_name(lock.format(name=target.name)).exists() for lock in _LOCKS):
        raise TargetInUse(path=str(target))


def _flush(part: Path) -> None:
    """Have the content on the disk before the name points to it."""
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
