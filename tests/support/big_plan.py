"""A large invented plan at once, for measuring and for looking at: by default what domain 6.15 asks us to bear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import insert

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.plan.plan import CommitmentRole
from smartstad_desktop.domain.values import PlanId
from smartstad_desktop.storage.tables.goals import Goal, Risk, VisionStatement
from smartstad_desktop.storage.tables.inventory import Project, ProjectGoal
from smartstad_desktop.storage.tables.needs import CitizenNeed, ValueWord
from smartstad_desktop.storage.tables.plan import (
    Commitment,
    CommitmentYear,
    Plan,
    PlanAside,
    PlanChapter,
    PlanItem,
    PlanItemGoal,
    PlanItemRisk,
)
from smartstad_desktop.storage.tables.plan_decision import PlanReservation, PlanSigner
from smartstad_desktop.storage.tables.programme import Municipality, Programme
from smartstad_desktop.usecases.command import Transaction

_STEMS: Final = ("Alm", "Berg", "Dal", "Ek", "Fors", "Gran", "Hav", "Kulla", "Lind", "Mark", "Sten", "Ås", "Ö")
_ENDS: Final = ("by", "torp")
_COLOURS: Final = ("#0B5C69", "#8C2F5D", "#3C55A5", "#7A5B00", "#3B6D2B", "#6B4226")
_THINGS: Final = (
    *("Gemensamt nät för sensorer", "En väg in till bygglov", "Öppna data om badvatten", "Skyfallskartering"),
    *("Energidata för fastigheter", "Samordnad upphandling av lägesdata för gator, vatten och belysning i hela länet"),
    *("Trygga stråk till stationen", "Digital tvilling för översvämning", "Mobilitetstjänst på landsbygden"),
)
_WHY: Final = (
    "Fem kommuner planerar var sitt nät. Ett gemensamt täcker hela området för en tredjedel av kostnaden, "
    "och den som bor vid en kommungräns får samma tjänst på båda sidor."
)
_WHAT: Final = "Vi gör tre saker:\n\n- upphandlar nätet tillsammans\n- delar **driftavtal**\n- öppnar alla mätdata"
_EFFECT: Final = "Tio timmar tidigare varning vid skyfall, mätt mot 2026."
_STATUSES: Final = ("idea", "planned", "prestudy", "pilot", "implementation", "operation", "completed", "paused")
_QUOTE: Final = "Jag vill inte behöva berätta samma sak tre gånger för tre olika personer."
_ROLES: Final = tuple(CommitmentRole)
_CHAPTER: Final = (
    "Planen bygger på tre samtal.\n\n### Samtal med boende\n\n1. På torget\n2. I skolan\n\nSedan *sammanfattat*."
)
_START: Final = date(2027, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBigPlan:
    """Fill an empty workspace with an invented region and a plan; returns the plan.

    Every part of the document has something to tell. Run it on a file made by ``Workspace.create``.
    """

    measures: int = 60
    municipalities: int = 25
    rows: int = 600
    goals: int = 20
    needs: int = 60
    committed: int = 14

    def execute(self, tx: Transaction) -> PlanId:
        """Write everything with a few statements."""
        run = tx.session.execute
        run(insert(Municipality), [self._municipality(number) for number in range(1, self.municipalities + 1)])
        run(insert(Programme), [self._programme()])
        run(insert(Goal), [self._goal(number, key) for number, key in enumerate(evenly(self.goals), 1)])
        run(insert(VisionStatement), [{"text_sv": f"Löfte {key}.", "order_key": key} for key in evenly(4)])
        run(insert(Risk), [self._risk(number) for number in range(1, 13)])
        self._add_needs(tx)
        run(insert(Project), [self._project(number) for number in range(1, self.rows + 1)])
        run(insert(ProjectGoal), list(self._project_goals()))
        run(insert(Plan), [self._plan()])
        run(insert(PlanItem), [self._measure(number, key) for number, key in enumerate(evenly(self.measures), 1)])
        self._add_commitments(tx)
        self._add_parts(tx)
        tx.describe(title="påhittad stor plan")
        return PlanId(1)

    @staticmethod
    def _municipality(number: int) -> dict[str, Any]:
        stem, end = _STEMS[number % len(_STEMS)], _ENDS[number // len(_STEMS) % len(_ENDS)]
        name = f"{stem}{end}"
        return {
            "id": number,
            "key": name.lower(),
            "name": f"{name}s kommun",
            "short_name": name,
            "mark": f"{stem[0]}{end[0]}{number % 10}".upper(),
            "colour": _COLOURS[number % len(_COLOURS)],
            "population": 8_000 + number * number * 310,
            "is_participating": True,
        }

    @staticmethod
    def _programme() -> dict[str, Any]:
        return {
            "id": 1,
            "uid": "big-plan",
            "name": "Storprogrammet (påhittat)",
            "purpose": "Kommunerna löser tillsammans det som ingen av dem klarar lika bra ensam.",
            "vision_sv": "År 2035 märks det inte i vilken kommun man bor: vägen till hjälp är lika kort överallt.",
            "host_municipality_id": 1,
            "case_number": "KS 2026/777",
            "is_demo": True,
        }

    def _goal(self, number: int, key: str) -> dict[str, Any]:
        # Every fifth goal is a heading for those beneath it.
        parent = None if number % 5 == 1 else number - (number - 1) % 5
        name = f"Mål {number}: {_THINGS[number % len(_THINGS)].lower()}"
        improvement = "Färre behöver vänta, och fler klarar sig själva."
        return {
            "id": number,
            "key": f"G{number}",
            "name_sv": name,
            "improvement_sv": improvement,
            "parent_id": parent,
            "order_key": key,
        }

    @staticmethod
    def _risk(number: int) -> dict[str, Any]:
        return {
            "id": number,
            "name_sv": f"Risk {number}: kommuner saknar folk för att förverkliga planens åtgärder",
            "response_sv": "Varje kommun väljer sin takt, och det billigaste görs först.",
            "likelihood": number % 4 + 1,
            "consequence": number // 4 % 4 + 1,
            "owner": "Programkontoret",
            "order_key": f"{number:02}",
        }

    def _add_needs(self, tx: Transaction) -> None:
        words = ("Trygghet", "Enkelhet", "Närhet", "Tid")
        tx.session.execute(
            insert(ValueWord), [{"id": n, "name_sv": word, "order_key": str(n)} for n, word in enumerate(words, 1)]
        )
        tx.session.execute(
            insert(CitizenNeed),
            [
                {
                    "key": f"need-{number}",
                    "need": f"Behov {number}: få veta vad som händer utan att behöva fråga",
                    "quote": _QUOTE if number % 3 == 0 else "",
                    "target_group": "Äldre" if number % 2 else "Barnfamiljer",
                    "mentions": number % 9 + 1,
                    "municipality_id": number % self.municipalities + 1,
                    "value_word_id": number % (len(words) + 1) or None,
                    "order_key": f"{number:03}",
                }
                for number in range(1, self.needs + 1)
            ],
        )

    def _project(self, number: int) -> dict[str, Any]:
        is_external = number % 40 == 0
        return {
            "id": number,
            "key": f"big-{number}",
            "title": f"{_THINGS[number % len(_THINGS)]} {number}",
            "municipality_id": None if is_external else number % self.municipalities + 1,
            "is_external": is_external,
            "status": _STATUSES[number % len(_STATUSES)],
            "remembered_status": "pilot" if _STATUSES[number % len(_STATUSES)] == "paused" else None,
            "what": _WHY,
            "budget_total": None if number % 7 == 0 else number % 90 * 50_000,
            "start_first": date(2024 + number % 4, 1, 1),
            "start_last": date(2024 + number % 4, 12, 31),
            "start_precision": "year",
            "start_written": str(2024 + number % 4),
            "is_confidential": number % 97 == 0,
            "confidentiality_reason": "Påhittat skäl" if number % 97 == 0 else "",
        }

    def _project_goals(self) -> Iterator[dict[str, Any]]:
        for number in range(1, self.rows + 1):
            # The last goal is served by nobody, and every eighth project serves none.
            if number % 8:
                for goal in {number % (self.goals - 1) + 1, number * 3 % (self.goals - 1) + 1}:
                    yield {"project_id": number, "goal_id": goal, "contribution": number % 3 + 1}

    @staticmethod
    def _plan() -> dict[str, Any]:
        return {
            "id": 1,
            "title": "Smart samhälle i tjugofem kommuner (påhittad)",
            "first_year": 2027,
            "last_year": 2030,
            "case_number": "KS 2026/777",
            "responsible": "Programledare, programkontoret",
            "summary": "Planen samlar det som kommunerna gör **tillsammans** under fyra år.",
            "not_prioritised": "Det som saknar mottagare i linjen fick vänta.",
            "change_note": "Första versionen.",
            "revise_on": date(2027, 11, 1),
        }

    def _measure(self, number: int, key: str) -> dict[str, Any]:
        return {
            "id": number,
            "plan_id": 1,
            "project_id": number + self.municipalities,
            "title": f"{_THINGS[number % len(_THINGS)]} {number}",
            "band": ("Nu", "Nästa", "Sedan")[number * 3 // (self.measures + 1)],
            "why": _WHY,
            "what": _WHAT,
            "effect": _EFFECT,
            "owner": "Teknik och service",
            "owner_municipality_id": number % self.municipalities + 1,
            "time": f"{2027 + number % 3}–{2028 + number % 3}",
            "starts_on": _START.replace(year=2027 + number % 3),
            "ends_on": date(2028 + number % 3, 12, 31),
            "money_one_off": None if number % 11 == 0 else number * 40_000,
            "money_running": number % 5 * 60_000,
            "money_source": "Egna medel och regionens utvecklingsmedel",
            "risk": "Färre kommuner än fem ger högre pris per invånare. Möts med option till övriga.",
            "next_decision": "Annonsering, mars 2027",
            "beneficiary": "Boende vid vatten, och driften",
            "horizon": ("short", "medium", "long")[number % 3],
            "origin": "order",
            "workshop_place": number if number % 9 else number + 3,
            "deviation_reason": "" if number % 9 else "Går samtidigt med ledningsarbetet.",
            "order_key": key,
        }

    def _add_commitments(self, tx: Transaction) -> None:
        rows: list[dict[str, Any]] = []
        years: list[dict[str, Any]] = []
        for measure in range(1, self.measures + 1):
            for place in range(min(self.committed, self.municipalities)):
                role = _ROLES[0] if place == 0 else _ROLES[1 + (measure + place) % 4]
                pays = role in _ROLES[:3]
                number = len(rows) + 1
                budget = (place + 1) * 40_000 if pays else None
                rows.append(
                    {
                        "id": number,
                        "plan_item_id": measure,
                        "municipality_id": (measure + place) % self.municipalities + 1,
                        "role": role.value,
                        "year": str(2027 + measure % 3) if pays else "",
                        "budget": budget,
                    }
                )
                if budget:
                    years += [
                        {"commitment_id": number, "year": 2027 + (measure + later) % 4, "amount": budget // 2}
                        for later in range(2)
                    ]
        tx.session.execute(insert(Commitment), rows)
        tx.session.execute(insert(CommitmentYear), years)

    def _add_parts(self, tx: Transaction) -> None:
        """Add what stands around the measures: goals, risks, what was put aside, chapters, signers, reservations."""
        run, measures = tx.session.execute, range(1, self.measures + 1)
        run(
            insert(PlanItemGoal),
            [
                {"plan_item_id": m, "goal_id": (m + step) % (self.goals - 1) + 1, "contribution": 3 - step}
                for m in measures
                for step in range(3)
            ],
        )
        run(insert(PlanItemRisk), [{"plan_item_id": m, "risk_id": m % 12 + 1} for m in measures])
        asides = [
            {
                "plan_id": 1,
                "kind": "stop" if number % 4 == 0 else "not_prioritised",
                "title": f"{_THINGS[number % len(_THINGS)]} {number + 300}",
                "municipality_id": number % self.municipalities + 1,
                "reason": "Ingen mottagare i linjen ännu.",
                "order_key": key,
            }
            for number, key in enumerate(evenly(16), 1)
        ]
        run(insert(PlanAside), asides)
        run(insert(PlanChapter), [{"plan_id": 1, "title": "Så arbetade vi", "text": _CHAPTER, "order_key": "V"}])
        run(insert(PlanSigner), list(self._signers()))
        run(
            insert(PlanReservation),
            [
                {
                    "plan_id": 1,
                    "plan_item_id": min(6, self.measures),
                    "municipality_id": 2,
                    "kind": "statement",
                    "who": "",
                    "text": "Åtgärden bör vänta på finansiering.",
                    "order_key": "V",
                }
            ],
        )

    def _signers(self) -> Iterator[dict[str, Any]]:
        keys = evenly(self.municipalities + 1)
        yield {"plan_id": 1, "role": "Ordförande", "organisation": "Styrgruppen", "order_key": keys[0]}
        for number in range(1, self.municipalities + 1):
            town = self._municipality(number)
            yield {
                "plan_id": 1,
                "role": "Kommundirektör",
                "organisation": town["name"],
                "municipality_id": number,
                "order_key": keys[number],
            }
