"""Qt's own words, as in the menu of a text field, in the language of the window."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator
from typing_extensions import override

from smartstad_desktop.domain.values import Language
from smartstad_desktop.text.phrases import N_, current

#: What Qt says by itself -> our phrase for it. Qt has no Norwegian catalogue for Bokmål, so these words are ours.
_WORDS: Final = {
    "&Undo": N_("Undo"),
    "&Redo": N_("Redo"),
    "Cu&t": N_("Cut"),
    "&Copy": N_("Copy"),
    "&Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "OK": N_("OK"),
    "Cancel": N_("Cancel"),
    "&Open": N_("Open"),
    "&Save": N_("Save"),
    "&Look in:": N_("Look in:"),
    "File &name:": N_("File name:"),
    "Files of &type:": N_("Files of type:"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Type"),
    "Date Modified": N_("Changed"),
    "My Computer": N_("This computer"),
    "Computer": N_("This computer"),
    "&Choose": N_("Choose"),
    "Directory:": N_("Folder:"),
    "Files": N_("Files"),
    "Sidebar": N_("Places"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "Parent Directory": N_("One folder up"),
    "Create New Folder": N_("New folder"),
    "&New Folder": N_("New folder"),
    "New Folder": N_("New folder"),
    "List View": N_("Show as a list"),
    "Detail View": N_("Show with details"),
    "&Rename": N_("Rename"),
    "&Delete": N_("Delete"),
    "Show &hidden files": N_("Show hidden files"),
    "Folder": N_("Folder"),
    # Before the name of a column that is not shown.
    "Show ": N_("Show "),
    "%1 already exists.\nDo you want to replace it?": N_("%1 is there already. Replace it?"),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_("%1 is not there."),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": N_("%1 is not there."),
    "All Files (*)": N_("All files (*)"),
    "&Yes": N_("Yes"),
    "&No": N_("No"),
}

#: Where Qt says them: other places may mean something else by the same word.
_PLACES: Final = frozenset(
    {
        *("QLineEdit", "QWidgetTextControl", "QFileDialog", "QFileSystemModel", "QPlatformTheme", "QDialogButtonBox"),
        *("QAbstractFileIconProvider", "QSidebar"),
    }
)


class QtWords(QTranslator):
    """Answers Qt's questions for words from the phrasebook of the window, and else from Qt's own catalogue."""

    _installed: ClassVar[QtWords | None] = None

    def __init__(self) -> None:
        super().__init__()
        #: What Qt itself brings for Swedish; an installation without it has our words only.
        self._swedish = QTranslator(self)
        self._swedish.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    @override
    def isEmpty(self) -> bool:
        """Say that there are words here."""
        return False

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return our word, or nothing where Qt's own stays."""
        phrase = _WORDS.get(sourceText) if context in _PLACES else None
        if phrase is not None:
            return current().text(phrase)
        if current().language is not Language.SV:
            return None
        return self._swedish.translate(context, sourceText, disambiguation, n) or None

    @classmethod
    def install(cls) -> None:
        """Let Qt ask here from now on; one answers for the whole process."""
        if cls._installed is None:
            cls._installed = cls()
            QCoreApplication.installTranslator(cls._installed)
