"""Joint procurement: forms, interest, mandates and dated limits (domain 2.6, 6.8)."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How municipalities buy together."""

    BY_MANDATE = "by_mandate"
    PURCHASING_BODY = "purchasing_body"
    OWN_WITH_OPTION = "own_with_option"


class Interest(StrEnum):
    """What a municipality has said; one that has said nothing has no row."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class MandateState(StrEnum):
    """How far a mandate letter has come."""

    NONE = "none"
    ASKED = "asked"
    RECEIVED = "received"


class Category(StrEnum):
    """What is bought, as far as the limits ask."""

    GOODS_SERVICES = "goods_services"
    SOCIAL_SERVICES = "social_services"
    WORKS = "works"


class Law(StrEnum):
    """Which act applies: the general one, or that of utilities."""

    GENERAL = "general"
    UTILITIES = "utilities"


class ThresholdRule(StrEnum):
    """What a limit decides."""

    DOCUMENTATION = "documentation"
    DIRECT_AWARD = "direct_award"
    NATIONAL = "national"
    EU = "eu"


class Certainty(StrEnum):
    """How sure a limit is; ``check`` asks somebody to look it up before it is relied on."""

    VERIFIED = "verified"
    CHECK = "check"
