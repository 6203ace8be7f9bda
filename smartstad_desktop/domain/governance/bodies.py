"""Bodies that decide, prepare or do the work; their seats, and who holds them (domain 1.1, 1.5)."""

from __future__ import annotations

from enum import StrEnum


class BodyKind(StrEnum):
    """What a body is."""

    COUNCIL = "council"
    EXECUTIVE_BOARD = "executive_board"
    BOARD = "board"
    CHIEF_EXECUTIVES = "chief_executives"
    STEERING_GROUP = "steering_group"
    PROGRAMME_OFFICE = "programme_office"
    PROJECT_GROUP = "project_group"
    WORKING_GROUP = "working_group"
    REFERENCE_GROUP = "reference_group"
    CONSORTIUM = "consortium"
    KNOWLEDGE_NETWORK = "knowledge_network"
    OTHER = "other"


class SeatRole(StrEnum):
    """What somebody on a seat does; ``supervisor`` is the handledare of a Swedish project plan."""

    MEMBER = "member"
    PROJECT_MANAGER = "project_manager"
    SUPERVISOR = "supervisor"
    BUDGET_OWNER = "budget_owner"
    CONTACT = "contact"
    COORDINATOR = "coordinator"
    SECRETARY = "secretary"
    ADVISER = "adviser"


class SeatSector(StrEnum):
    """Where a seat is recruited from."""

    ADMINISTRATIVE = "administrative"
    POLITICAL = "political"
    ACADEMIA = "academia"
    BUSINESS = "business"
    CLUSTER = "cluster"
    COUNTY = "county"
    OTHER_MUNICIPALITY = "other_municipality"
    CIVIL_SOCIETY = "civil_society"
    RESIDENTS = "residents"
    OTHER = "other"


class MembershipState(StrEnum):
    """How far the filling of a seat has come; a seat without a membership in force is vacant."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    APPOINTED = "appointed"
    DECLINED = "declined"
