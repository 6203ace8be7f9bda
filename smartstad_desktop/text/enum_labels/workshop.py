"""What the words of a workshop and of voting are called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.workshop.meeting import AgendaKind, Format, NoteKind, Phase, SeatKind, SessionState
from smartstad_desktop.domain.workshop.replay import Happened
from smartstad_desktop.domain.workshop.voting import Channel, Method, Unit, Visibility
from smartstad_desktop.text.phrases import N_

WORKSHOP_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    Format: {
        Format.ON_SITE: N_("On site"),
        Format.HYBRID: N_("On site and at a distance"),
        Format.SATELLITE: N_("Several rooms at once"),
    },
    SeatKind: {SeatKind.VOTER: N_("Takes part"), SeatKind.OBSERVER: N_("Observer")},
    AgendaKind: {AgendaKind.TALK: N_("Talk"), AgendaKind.ROUND: N_("Voting round"), AgendaKind.BREAK: N_("Break")},
    Phase: {
        Phase.CLARIFY: N_("Clarify and merge"),
        Phase.SILENT: N_("Silent answers"),
        Phase.REVEAL: N_("Reveal"),
        Phase.DISCUSS: N_("Talk about differences"),
        Phase.DECIDE: N_("Decide"),
        Phase.CONSENSUS: N_("Consensus check"),
        Phase.CLOSED: N_("Round closed"),
    },
    NoteKind: {
        NoteKind.REMARK: N_("Remark"),
        NoteKind.ACTION: N_("Action point"),
        NoteKind.PARKED: N_("Parking lot"),
        NoteKind.REASON: N_("Reason of the decision"),
        NoteKind.RESERVATION: N_("Reservation"),
    },
    Happened: {
        Happened.OPENED: N_("The workshop begins"),
        Happened.MOVED: N_("Moved"),
        Happened.PHASE: N_("New phase"),
        Happened.SNAPSHOT: N_("Kept as it was"),
        Happened.NOTED: N_("Written down"),
        Happened.BOARD: N_("The group goes on with another board"),
    },
    SessionState: {
        SessionState.PLANNED: N_("Planned"),
        SessionState.OPEN: N_("Going on"),
        SessionState.ENDED: N_("Ended"),
    },
    Method: {
        Method.COLUMNS: N_("Columns"),
        Method.MOSCOW: N_("MoSCoW"),
        Method.IMPACT_EFFORT: N_("Benefit and effort"),
        Method.RANKING: N_("Free ranking"),
        Method.DOTS: N_("Dot voting"),
        Method.THREE_TWO_ONE: N_("3-2-1"),
        Method.HUNDRED: N_("100 kronor"),
        Method.CRITERIA: N_("Weighted criteria"),
        Method.PAIRS: N_("Pairwise comparison"),
        Method.FIST: N_("Consensus check (fist of five)"),
    },
    Unit: {
        Unit.PERSON: N_("Each person"),
        Unit.SEAT: N_("Each seat"),
        Unit.MUNICIPALITY: N_("Each municipality"),
        Unit.POPULATION: N_("Municipalities by population"),
        Unit.KEY: N_("Municipalities by an agreed key"),
    },
    Visibility: {
        Visibility.ANONYMOUS: N_("Anonymous"),
        Visibility.MUNICIPALITY: N_("By municipality"),
        Visibility.NAMED: N_("By seat"),
    },
    Channel: {
        Channel.CONSOLE: N_("At the console"),
        Channel.PAPER: N_("On paper"),
        Channel.CSV: N_("From a file"),
    },
}
