"""Reading templates and the demonstration region from their data files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from smartstad_desktop import places
from smartstad_desktop.domain.order.priority import Direction
from smartstad_desktop.domain.templates import (
    RECORD_LISTS,
    AsideSeed,
    BoardSeed,
    CodeSeed,
    ColumnSeed,
    CriterionSeed,
    Demonstration,
    EarlierStep,
    MeasureSeed,
    MunicipalitySeed,
    ProgrammeSeed,
    ProjectSeed,
    RecordSeed,
    RiskSeed,
    Template,
    TemplateUnknown,
    ThemeSeed,
)
from smartstad_desktop.domain.values import Language, Named
from smartstad_desktop.usecases.seed_goals import Raw, demo_goals, goal_structure, named
from smartstad_desktop.usecases.seed_routines import routine

_PERIODS: Final = ("start", "end")
_LINKS: Final = frozenset({"municipality", "participants", "themes", "goals", "sdg"})


@cache
def all_templates() -> tuple[Template, ...]:
    """Return every template, in the order they are offered."""
    found = [_template(_read(path)) for path in (places.db() / "seeds").glob("*.toml")]
    return tuple(sorted(found, key=lambda template: template.order))


def template(key: str) -> Template:
    """Return the template called *key*.

    Raises:
        TemplateUnknown: there is none.
    """
    known = {each.key: each for each in all_templates()}
    if key not in known:
        raise TemplateUnknown(key=key, known=", ".join(known))
    return known[key]


@cache
def demonstration() -> Demonstration:
    """Return the demonstration region."""
    folder = places.db() / "demo"
    region = _read(folder / "region.toml")
    files = [_read(path) for path in sorted((folder / "projects").glob("*.toml"))]
    programme, board, plan = region["programme"], region["board"], _read(folder / "plan.toml")
    together = _read(folder / "together.toml")
    return Demonstration(
        template=region["template"],
        programme={name: value for name, value in programme.items() if name != "list_due_on"},
        list_due_on=programme["list_due_on"],
        projects=tuple(_project(raw, each.get("municipality")) for each in files for raw in each["project"]),
        goals=demo_goals(_read(folder / "goals.toml")),
        needs=_read(folder / "needs.toml"),
        priority=_read(folder / "priority.toml"),
        matrix={**_read(folder / "matrix.toml"), "weighed": _on_the_board(board["columns"])},
        board={name: value for name, value in board.items() if name != "columns"},
        placements={column: tuple(keys) for column, keys in board["columns"].items()},
        plan=plan["plan"],
        measures=tuple(_measure(raw) for raw in plan["item"]),
        asides=tuple(_aside(raw) for raw in plan["aside"]),
        chapters=tuple(plan["chapter"]),
        earlier=tuple(
            EarlierStep(
                hours_ago=raw["hours_ago"],
                project=raw["project"],
                before=raw.get("before", {}),
                column=raw.get("column"),
            )
            for raw in region["earlier"]
        ),
        workshops=tuple(_read(folder / "workshops.toml")["workshop"]),
        records=tuple(
            RecordSeed(list_name=name, record=record)
            for name, records in together.items()
            if name != "change"
            for record in records
        ),
        changes=tuple(together["change"]),
    )


def starter_questions() -> tuple[Named, ...]:
    """Return what the application for a joint programme asks."""
    raw = _read(places.db() / "seeds" / "shared" / "questions.toml")
    return tuple(named(each["name"]) for each in raw["programme_question"])


def _on_the_board(columns: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the projects that lie in a column; what waits in the tray has not been talked about yet."""
    return tuple(key for column, keys in columns.items() if column != "tray" for key in keys)


def _read(path: Path) -> Raw:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _template(own: Raw) -> Template:
    raw = _with_shared(own)
    first = {key: place for place, key in enumerate(raw.get("themes_first", ()))}
    themes = sorted(raw.get("theme", ()), key=lambda theme: first.get(theme["key"], len(first)))
    return Template(
        key=raw["key"],
        order=raw["order"],
        name=named(raw["name"]),
        description=named(raw["description"]),
        programme=_programme(raw["programme"]),
        vision=named(raw.get("vision", {})),
        municipalities=tuple(_municipality(each) for each in raw.get("municipality", ())),
        themes=tuple(_theme(each) for each in themes),
        tracks=tuple(_theme(each) for each in raw.get("track", ())),
        structure=goal_structure(raw),
        criteria=tuple(_criterion(each) for each in raw.get("criterion", ())),
        risks=tuple(_risk(each) for each in raw.get("risk", ())),
        routines=tuple(routine(each) for each in raw.get("routine", ())),
        boards=tuple(_board(each) for each in raw.get("board", ())),
        records=tuple(
            RecordSeed(list_name=name, record=record)
            for name in RECORD_LISTS
            for record in raw.get(name, ())
            if name != "threshold" or _holds_here(record, raw)
        ),
    )


def _holds_here(limit: Raw, raw: Raw) -> bool:
    """Return whether a limit of law holds in a country of the template; one that knows no municipality keeps all."""
    countries = {each.get("country", "SE") for each in raw.get("municipality", ())}
    return not countries or limit["country"] in countries


def _with_shared(own: Raw) -> Raw:
    raw: Raw = {}
    for part in own.get("include", ()):
        for name, value in _read(places.db() / "seeds" / "shared" / f"{part}.toml").items():
            # Two shared files may add to one list, as the two routines do; so may the template itself.
            raw[name] = [*raw.get(name, []), *value] if isinstance(value, list) else value
    # Who decides, money and time of one programme stand in a file of their own.
    beside = places.db() / "seeds" / "programmes" / f"{own['key']}.toml"
    if beside.exists():
        own = own | _read(beside)
    return raw | {
        name: [*raw[name], *value] if isinstance(value, list) and name in raw else value for name, value in own.items()
    }


def _programme(raw: Raw) -> ProgrammeSeed:
    return ProgrammeSeed(
        name=raw["name"],
        language=Language(raw["language"]),
        currency=raw["currency"],
        host=raw.get("host"),
        resident_term=raw.get("resident_term", ""),
        purpose=raw.get("purpose", ""),
        phase=raw.get("phase", ""),
        years=raw["years"],
        facts=raw.get("facts", {}),
    )


def _municipality(raw: Raw) -> MunicipalitySeed:
    return MunicipalitySeed(
        key=raw["key"],
        name=raw["name"],
        short_name=raw["short_name"],
        mark=raw["mark"],
        colour=raw["colour"],
        country=raw.get("country", "SE"),
        population=raw.get("population"),
        population_year=raw.get("population_year"),
        aliases=tuple(raw.get("aliases", ())),
        chief_title=raw.get("chief_title", ""),
        is_participating=raw.get("is_participating", True),
        valid_from=raw.get("valid_from"),
        valid_to=raw.get("valid_to"),
        codes=tuple(
            CodeSeed(code=code["code"], valid_from=code.get("valid_from"), valid_to=code.get("valid_to"))
            for code in raw.get("codes", ())
        ),
    )


def _theme(raw: Raw) -> ThemeSeed:
    return ThemeSeed(key=raw["key"], name=named(raw["name"]), aliases=tuple(raw.get("aliases", ())))


def _criterion(raw: Raw) -> CriterionSeed:
    described = {"1": "low", "3": "middle", "5": "high", "help": "help"}
    steps = {step: named(raw[name]) for step, name in described.items() if name in raw}
    return CriterionSeed(
        key=raw["key"],
        name=named(raw["name"]),
        meaning=named(raw.get("meaning", {})),
        weight=raw["weight"],
        direction=Direction(raw.get("direction", Direction.BENEFIT)),
        steps=steps,
    )


def _risk(raw: Raw) -> RiskSeed:
    return RiskSeed(
        name=named(raw["name"]),
        likelihood=raw["likelihood"],
        consequence=raw["consequence"],
        response=named(raw["response"]),
    )


def _board(raw: Raw) -> BoardSeed:
    columns = tuple(
        ColumnSeed(
            key=column["key"],
            name=named(column),
            meaning=column.get("meaning", "do"),
            from_year=column.get("from_year"),
            to_year=column.get("to_year"),
        )
        for column in raw["columns"]
    )
    return BoardSeed(name=named(raw["name"]), question=named(raw["question"]), columns=columns)


def _project(raw: Raw, municipality: str | None) -> ProjectSeed:
    fields = {name: value for name, value in raw.items() if name not in _LINKS and name not in _PERIODS}
    for name in _PERIODS:
        for part, value in raw.get(name, {}).items():
            fields[f"{name}_{part}"] = value
    return ProjectSeed(
        key=raw["key"],
        municipality=municipality,
        participants=tuple(raw.get("participants", ())),
        themes=tuple(raw["themes"]),
        goals=raw.get("goals", {}),
        sdg=tuple(raw.get("sdg", ())),
        fields=fields,
    )


def _measure(raw: Raw) -> MeasureSeed:
    apart = {"project", "band", "owner_municipality", "goals", "risks", "cases", "commitments"}
    return MeasureSeed(
        project=raw["project"],
        column=raw["band"],
        owner=raw.get("owner_municipality"),
        fields={name: value for name, value in raw.items() if name not in apart},
        goals=raw["goals"],
        risks=tuple(raw["risks"]),
        cases=tuple(raw.get("cases", ())),
        commitments=tuple(raw["commitments"]),
    )


def _aside(raw: Raw) -> AsideSeed:
    apart = {"project", "municipality"}
    return AsideSeed(
        project=raw.get("project"),
        municipality=raw.get("municipality"),
        fields={name: value for name, value in raw.items() if name not in apart},
    )
