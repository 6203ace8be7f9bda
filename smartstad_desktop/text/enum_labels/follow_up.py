"""What the words of reports, reuse and reminders are called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.follow_up.figures import Figure
from smartstad_desktop.domain.follow_up.reminders import ReminderKind, When
from smartstad_desktop.domain.follow_up.reports import Heading, ReportKind, ReportState
from smartstad_desktop.domain.follow_up.reuse import ReuseState
from smartstad_desktop.domain.programme.sizes import SizeClass
from smartstad_desktop.text.phrases import N_

FOLLOW_UP_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    ReportKind: {ReportKind.STEERING: N_("Steering report"), ReportKind.FINAL: N_("Final report")},
    ReportState: {
        ReportState.PLANNED: N_("Planned report"),
        ReportState.DRAFT: N_("Being written"),
        ReportState.GIVEN: N_("Given"),
    },
    Heading: {
        Heading.DIRECTION: N_("Direction"),
        Heading.RESOURCES: N_("Resources"),
        Heading.MANDATE: N_("Mandate"),
        Heading.SPREAD: N_("Spread"),
        Heading.SUMMARY: N_("In short"),
        Heading.DONE: N_("What has been done"),
        Heading.NEXT: N_("What comes next"),
        Heading.DEVIATIONS: N_("Deviations"),
        Heading.DECISIONS: N_("Decisions asked for"),
        Heading.LESSONS: N_("What we have learned"),
    },
    ReuseState: {
        ReuseState.INTERESTED: N_("Interested"),
        ReuseState.PLANNED: N_("Plans to take it over"),
        ReuseState.TAKEN_OVER: N_("Has taken it over"),
        ReuseState.DECLINED: N_("Has declined"),
    },
    SizeClass: {
        SizeClass.LARGE: N_("Large, from 100 000 inhabitants"),
        SizeClass.MEDIUM: N_("Medium, from 25 000 inhabitants"),
        SizeClass.SMALL: N_("Small, below 25 000 inhabitants"),
    },
    Figure: {
        Figure.MUNICIPALITIES: N_("Municipalities that take part"),
        Figure.SIZES: N_("Different sizes of municipalities"),
        Figure.PROJECTS: N_("Projects in the inventory"),
        Figure.ONGOING: N_("Projects under way"),
        Figure.PLANNED: N_("Projects being planned"),
        Figure.FINISHED: N_("Projects finished or in operation"),
        Figure.STOPPED: N_("Projects stopped early"),
        Figure.NEEDS: N_("Needs of residents"),
        Figure.SHARED: N_("Results that can be shared"),
        Figure.REUSED: N_("Results taken over by another municipality"),
        Figure.TESTS: N_("Tests under way"),
        Figure.TESTS_DONE: N_("Tests that have ended"),
        Figure.PROCUREMENTS: N_("Joint procurements under way"),
        Figure.CONTRACTS: N_("Joint contracts"),
        Figure.MEASURES: N_("Measures in the plan"),
        Figure.COMMITTED: N_("Commitments to lead or join"),
        Figure.GRANTED: N_("Granted money"),
        Figure.USED: N_("Money used"),
    },
    When: {
        When.LATE: N_("Late"),
        When.SOON: N_("Within a month"),
        When.LATER: N_("Later on"),
        When.DONE: N_("Done with"),
    },
    ReminderKind: {
        ReminderKind.LIST: N_("List from a municipality"),
        ReminderKind.PROJECT: N_("Paused project to look at again"),
        ReminderKind.RISK: N_("Risk to look at again"),
        ReminderKind.ENTRY: N_("On the timeline"),
        ReminderKind.ASSIGNMENT: N_("Assignment from a decision"),
        ReminderKind.REPORT: N_("Report to give"),
        ReminderKind.MEMBERSHIP: N_("Seat to fill again"),
        ReminderKind.ACTION: N_("Agreed at a workshop"),
        ReminderKind.TEST_END: N_("A test ends – what happens now?"),
        ReminderKind.TENDERS: N_("Last day for tenders"),
        ReminderKind.STANDSTILL: N_("Standstill ends"),
        ReminderKind.CONTRACT: N_("Contract to renew or leave"),
        ReminderKind.SERVICE: N_("A municipality's contract ends within a year"),
        ReminderKind.WEEDING: N_("A person’s data to weed out"),
        ReminderKind.PLAN_DECISION: N_("A version of the plan waits for its decision"),
        ReminderKind.PLAN_REVISION: N_("The plan is to be revised"),
        ReminderKind.OWN: N_("Own reminder"),
    },
}
