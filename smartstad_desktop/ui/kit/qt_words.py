"""Qt's own words, as in the menu of a text field, in the language of the window."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, QTranslator
from typing_extensions import override

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
}

#: Where Qt says them: other places may mean something else by the same word.
_PLACES: Final = frozenset(
    {"QLineEdit", "QWidgetTextControl", "QFileDialog", "QFileSystemModel", "QPlatformTheme", "QDialogButtonBox"}
)


class QtWords(QTranslator):
    """Answers Qt's questions for words from the phrasebook of the window."""

    _installed: ClassVar[QtWords | None] = None

    @override
    def isEmpty(self) -> bool:
        """Say that there are words here."""
        return False

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return our word, or nothing where Qt's own stays."""
        phrase = _WORDS.get(sourceText) if context in _PLACES else None
        return None if phrase is None else current().text(phrase)

    @classmethod
    def install(cls) -> None:
        """Let Qt ask here from now on; one answers for the whole process."""
        if cls._installed is None:
            cls._installed = cls()
            QCoreApplication.installTranslator(cls._installed)
