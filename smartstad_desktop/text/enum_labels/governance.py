"""What organisations, partners, bodies, seats, decisions and assignments are called."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from smartstad_desktop.domain.governance.bodies import BodyKind, MembershipState, SeatRole, SeatSector
from smartstad_desktop.domain.governance.decisions import AssignmentState, DecisionState, Outcome
from smartstad_desktop.domain.governance.organisations import (
    AdmissionSubject,
    Answer,
    Contribution,
    OrganisationKind,
    PartnerState,
    Reach,
)
from smartstad_desktop.text.phrases import N_

GOVERNANCE_LABELS: Final[dict[type[StrEnum], dict[StrEnum, str]]] = {
    OrganisationKind: {
        OrganisationKind.DEPARTMENT: N_("Municipal department"),
        OrganisationKind.COMMITTEE: N_("Municipal committee"),
        OrganisationKind.WHOLLY_OWNED_COMPANY: N_("Wholly owned municipal company"),
        OrganisationKind.PARTLY_OWNED_COMPANY: N_("Partly owned municipal company"),
        OrganisationKind.COUNTY: N_("Region or county"),
        OrganisationKind.STATE_AGENCY: N_("State agency"),
        OrganisationKind.ACADEMIA: N_("University or institute"),
        OrganisationKind.COMPANY: N_("Company"),
        OrganisationKind.BUSINESS_ASSOCIATION: N_("Business association"),
        OrganisationKind.EMPLOYERS: N_("Employers’ organisation"),
        OrganisationKind.UNION: N_("Trade union"),
        OrganisationKind.CLUSTER: N_("Business cluster"),
        OrganisationKind.CIVIL_SOCIETY: N_("Association in civil society"),
        OrganisationKind.PARTNERSHIP: N_("Partnership"),
        OrganisationKind.NETWORK: N_("Network"),
        OrganisationKind.ADVISER: N_("Advisory organisation"),
        OrganisationKind.OTHER: N_("Another kind"),
    },
    Reach: {Reach.LOCAL: N_("Local"), Reach.NATIONAL: N_("National"), Reach.GLOBAL: N_("Global")},
    PartnerState: {
        PartnerState.REGISTERED: N_("Has put itself forward"),
        PartnerState.ASKED: N_("Has been asked"),
        PartnerState.ACCEPTED: N_("Is a partner"),
        PartnerState.DECLINED: N_("Has said no"),
        PartnerState.LEFT: N_("Has left"),
    },
    Contribution: {
        Contribution.IMPLEMENTS: N_("Carries out solutions"),
        Contribution.USES_TESTBED: N_("Tests in the testbeds"),
        Contribution.KNOWLEDGE: N_("Brings knowledge"),
        Contribution.FUNDING: N_("Brings money"),
        Contribution.OTHER: N_("Contributes in another way"),
    },
    Answer: {Answer.YES: N_("Yes"), Answer.PARTLY: N_("Partly"), Answer.NO: N_("No")},
    AdmissionSubject: {AdmissionSubject.PROJECT: N_("Projects"), AdmissionSubject.PARTNER: N_("Partners")},
    BodyKind: {
        BodyKind.COUNCIL: N_("Municipal council"),
        BodyKind.EXECUTIVE_BOARD: N_("Municipal executive board"),
        BodyKind.BOARD: N_("Board of directors"),
        BodyKind.CHIEF_EXECUTIVES: N_("Chief executives’ group"),
        BodyKind.STEERING_GROUP: N_("Steering committee"),
        BodyKind.PROGRAMME_OFFICE: N_("Programme office"),
        BodyKind.PROJECT_GROUP: N_("Project group"),
        BodyKind.WORKING_GROUP: N_("Working group"),
        BodyKind.REFERENCE_GROUP: N_("Reference group"),
        BodyKind.CONSORTIUM: N_("Consortium"),
        BodyKind.KNOWLEDGE_NETWORK: N_("Knowledge network"),
        BodyKind.OTHER: N_("Another body"),
    },
    SeatRole: {
        SeatRole.MEMBER: N_("Member"),
        SeatRole.PROJECT_MANAGER: N_("Project manager"),
        SeatRole.SUPERVISOR: N_("Project supervisor"),
        SeatRole.BUDGET_OWNER: N_("Answers for the budget"),
        SeatRole.CONTACT: N_("Contact person"),
        SeatRole.COORDINATOR: N_("Coordinator"),
        SeatRole.SECRETARY: N_("Secretary"),
        SeatRole.ADVISER: N_("Adviser"),
    },
    SeatSector: {
        SeatSector.ADMINISTRATIVE: N_("Municipal officials"),
        SeatSector.POLITICAL: N_("Elected politicians"),
        SeatSector.ACADEMIA: N_("Academia"),
        SeatSector.BUSINESS: N_("Business"),
        SeatSector.CLUSTER: N_("Business cluster"),
        SeatSector.COUNTY: N_("Region or county"),
        SeatSector.OTHER_MUNICIPALITY: N_("Another municipality"),
        SeatSector.CIVIL_SOCIETY: N_("Civil society"),
        SeatSector.RESIDENTS: N_("Residents"),
        SeatSector.OTHER: N_("Another sector"),
    },
    MembershipState: {
        MembershipState.ASKED: N_("Asked"),
        MembershipState.ACCEPTED: N_("Has accepted"),
        MembershipState.APPOINTED: N_("Appointed"),
        MembershipState.DECLINED: N_("Has declined"),
    },
    DecisionState: {
        DecisionState.PROPOSED: N_("Proposed"),
        DecisionState.DECIDED: N_("Decided"),
        DecisionState.AMENDED: N_("Amended later"),
        DecisionState.REVOKED: N_("Revoked"),
    },
    Outcome: {
        Outcome.APPROVED: N_("Adopted as proposed"),
        Outcome.APPROVED_WITH_CHANGES: N_("Adopted with changes"),
        Outcome.REFERRED_BACK: N_("Referred back"),
        Outcome.REJECTED: N_("Rejected"),
        Outcome.NOTED: N_("Noted without a decision"),
        Outcome.STOPPED: N_("Brought to a stop"),
    },
    AssignmentState: {
        AssignmentState.GIVEN: N_("Handed out"),
        AssignmentState.STARTED: N_("Begun"),
        AssignmentState.DONE: N_("Done"),
        AssignmentState.STOPPED: N_("Stopped"),
    },
}
