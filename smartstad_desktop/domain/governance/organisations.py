"""Organisations around the programme: departments, companies, associations, universities; and partners among them."""

from __future__ import annotations

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What an organisation is."""

    DEPARTMENT = "department"
    COMMITTEE = "committee"
    WHOLLY_OWNED_COMPANY = "wholly_owned_company"
    PARTLY_OWNED_COMPANY = "partly_owned_company"
    COUNTY = "county"
    STATE_AGENCY = "state_agency"
    ACADEMIA = "academia"
    COMPANY = "company"
    BUSINESS_ASSOCIATION = "business_association"
    EMPLOYERS = "employers"
    UNION = "union"
    CLUSTER = "cluster"
    CIVIL_SOCIETY = "civil_society"
    PARTNERSHIP = "partnership"
    NETWORK = "network"
    ADVISER = "adviser"
    OTHER = "other"


class Reach(StrEnum):
    """Where a partner works."""

    LOCAL = "local"
    NATIONAL = "national"
    GLOBAL = "global"


class PartnerState(StrEnum):
    """How far a partnership has come; ``registered`` is one that put itself forward."""

    REGISTERED = "registered"
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    LEFT = "left"


class Contribution(StrEnum):
    """What a partner brings."""

    IMPLEMENTS = "implements"
    USES_TESTBED = "uses_testbed"
    KNOWLEDGE = "knowledge"
    FUNDING = "funding"
    OTHER = "other"


class Answer(StrEnum):
    """An answer to a criterion for being admitted, for partners and for projects."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class AdmissionSubject(StrEnum):
    """Who a criterion for being admitted is about."""

    PROJECT = "project"
    PARTNER = "partner"
