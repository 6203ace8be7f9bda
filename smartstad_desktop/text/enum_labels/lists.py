"""What verdicts, answers and troubles of lists are called, and how records are found to be alike."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.lists.alike import Hint, Sign
from smartstad_desktop.domain.lists.checks import CheckKind
from smartstad_desktop.domain.lists.import_cells import CellAnswer, CellState
from smartstad_desktop.domain.lists.importing import Answer, FoundBy, Verdict
from smartstad_desktop.domain.lists.lists import IssueCode, SheetKind, Why
from smartstad_desktop.text.phrases import N_

LIST_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Verdict: {
        Verdict.NEW: N_("New"),
        Verdict.CHANGED: N_("Changed"),
        Verdict.UNCHANGED: N_("Unchanged"),
        Verdict.CONFLICT: N_("Conflict"),
        Verdict.DUPLICATE: N_("Duplicate?"),
        Verdict.ERROR: N_("Error"),
        Verdict.MISSING: N_("Missing"),
    },
    Answer: {
        Answer.SKIP: N_("Leave out"),
        Answer.OURS: N_("Keep ours"),
        Answer.THEIRS: N_("Take the list’s"),
        Answer.MERGE: N_("Same project, join them"),
        Answer.OWN: N_("A project of its own"),
        Answer.LINK: N_("Own project, related"),
        Answer.APART: N_("Not the same"),
        Answer.KEEP: N_("Keep as it is"),
        Answer.FINISH: N_("It is completed"),
        Answer.STOP: N_("It was stopped"),
        Answer.LATER: N_("Ask later"),
    },
    CellState: {
        CellState.THEIRS: N_("Changed in the list"),
        CellState.OURS: N_("Changed here"),
        CellState.BOTH: N_("Changed on both sides"),
        CellState.CLEARED: N_("Emptied in the list"),
    },
    CellAnswer: {
        CellAnswer.OURS: N_("Keep ours"),
        CellAnswer.THEIRS: N_("Take the list’s"),
        CellAnswer.WRITTEN: N_("Write another"),
    },
    FoundBy: {
        FoundBy.KEY: N_("found by its hidden key"),
        FoundBy.REFERENCE: N_("found by its own number"),
        FoundBy.NAME: N_("found by its name"),
        FoundBy.LIKENESS: N_("found by a name much like it"),
    },
    Sign: {
        Sign.NAME: N_("the same name"),
        Sign.TITLE: N_("nearly the same name"),
        Sign.WORDS: N_("the same words in the name"),
        Sign.TEXT: N_("the same words in the description"),
        Sign.TECHNOLOGY: N_("the same technology"),
        Sign.THEME: N_("the same theme"),
    },
    Hint: {
        Hint.PROCUREMENT: N_("Could be procured together"),
        Hint.TESTBED: N_("Could share a testbed"),
    },
    SheetKind: {
        SheetKind.PROJECTS: N_("Projects"),
        SheetKind.NEEDS: N_("Needs"),
        SheetKind.SERVICES: N_("Services"),
        SheetKind.EXAMPLES: N_("Examples"),
        SheetKind.COMMITMENTS: N_("Commitments"),
    },
    Why: {
        Why.TOTAL: N_("total"),
        Why.NOTE: N_("note"),
        Why.SECTION: N_("section heading"),
        Why.HEADER: N_("headings again"),
        Why.EMPTY: N_("empty row"),
        Why.TABLE: N_("another table"),
    },
    IssueCode: {
        IssueCode.MONEY_UNREADABLE: N_("cannot be read as one amount"),
        IssueCode.MONEY_CURRENCY: N_("is in another currency"),
        IssueCode.MONEY_NEGATIVE: N_("is below zero"),
        IssueCode.MONEY_UNIT: N_("is too much for the unit of its column"),
        IssueCode.NUMBER_UNREADABLE: N_("cannot be read as one number"),
        IssueCode.DATE_UNREADABLE: N_("cannot be read as a date"),
        IssueCode.DATE_YEAR_ASSUMED: N_("has no year; the year of the list was taken"),
        IssueCode.END_BEFORE_START: N_("is before the start"),
        IssueCode.STATUS_UNKNOWN: N_("is no status we know"),
        IssueCode.THEME_UNKNOWN: N_("is no theme of the programme"),
        IssueCode.MUNICIPALITY_UNKNOWN: N_("is no municipality of the programme"),
        IssueCode.MUNICIPALITY_SPELLING: N_("is spelt in another way"),
        IssueCode.CHOICE_UNKNOWN: N_("is none of the choices"),
        IssueCode.TITLE_MISSING: N_("is missing"),
        IssueCode.TITLE_TOO_LONG: N_("is too long"),
        IssueCode.LESSON_MISSING: N_("is missing: a project that was stopped early needs a lesson"),
        IssueCode.MEASURE_UNKNOWN: N_("is no measure of the plan that can be answered now"),
        IssueCode.NEED_UNKNOWN: N_("is no need of this list and is left out"),
        IssueCode.ERROR_CELL: N_("is an error in the workbook"),
        IssueCode.FORMULA_EMPTY: N_("is a formula without a result"),
        IssueCode.PERSONAL_NUMBER: N_("looks like a personal number"),
        IssueCode.PRIVATE_EMAIL: N_("looks like a private e-mail address"),
        IssueCode.PHONE_NUMBER: N_("looks like a phone number"),
        IssueCode.HIDDEN_NUMBER: N_("is a hidden personal number and is left out"),
        IssueCode.COLUMN_GUESSED: N_("is in a column that we guessed"),
    },
    CheckKind: {
        CheckKind.PAGES: N_("Pages of the file"),
        CheckKind.LINKS: N_("Links between records"),
        CheckKind.JOURNAL: N_("Change log"),
        CheckKind.SEAL: N_("Seal of the document"),
        CheckKind.ADDITIONS: N_("Later additions"),
        CheckKind.PARTS: N_("Pages, attachments and information about the document"),
        CheckKind.FINGERPRINT: N_("Fingerprint of the data"),
        CheckKind.SIGNATURES: N_("Signatures"),
        CheckKind.KEPT: N_("Compared with the workspace"),
        CheckKind.SNAPSHOTS: N_("Frozen versions of the plan"),
        CheckKind.FILES: N_("Kept files"),
    },
}
