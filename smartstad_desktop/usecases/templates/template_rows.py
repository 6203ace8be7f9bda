"""The rows that a template becomes in a fresh workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import uuid4

from sqlalchemy.orm import Session

from smartstad_desktop.domain.ordering import evenly
from smartstad_desktop.domain.templates import BoardSeed, MunicipalitySeed, Template
from smartstad_desktop.domain.values import Language
from smartstad_desktop.storage.tables.board import Board, BoardColumn
from smartstad_desktop.storage.tables.goals import Goal, Risk
from smartstad_desktop.storage.tables.priority import Criterion
from smartstad_desktop.storage.tables.programme import Municipality, MunicipalityCode, Programme, Theme, Track
from smartstad_desktop.usecases.templates.template_goals import add_goal_structure
from smartstad_desktop.usecases.templates.template_records import Filler
from smartstad_desktop.usecases.templates.template_routines import add_routine

Seed = TypeVar("Seed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The rows that were made, by the template's keys, for whoever links to them."""

    programme: Programme
    municipalities: Mapping[str, Municipality]
    themes: Mapping[str, Theme]
    goals: Mapping[str, Goal]
    board: Board
    columns: Mapping[str, BoardColumn]
    filler: Filler


def fill(session: Session, template: Template, *, language: Language, this_year: int) -> Filled:
    """Make every row of *template* in *session*; names that exist once are in *language*, years follow *this_year*."""
    municipalities = _municipalities(session, template.municipalities)
    programme = _programme(template, language, this_year)
    host = template.programme.host
    if host is not None:
        programme.host_municipality_id = municipalities[host].id
    session.add(programme)
    themes = _themes(session, template)
    session.flush()
    goals = add_goal_structure(session, template.structure)
    _criteria_and_risks(session, template)
    for routine in template.routines:
        add_routine(session, routine)
    filler = Filler(session, municipalities)
    filler.add(template.records)
    made = [_board(session, board, key, language, this_year) for board, key in _in_order(template.boards)]
    board, columns = made[0]
    session.flush()
    return Filled(
        programme=programme,
        municipalities=municipalities,
        themes=themes,
        goals=goals,
        board=board,
        columns=columns,
        filler=filler,
    )


def _in_order(seeds: tuple[Seed, ...]) -> list[tuple[Seed, str]]:
    return list(zip(seeds, evenly(len(seeds)), strict=True))


def _programme(template: Template, language: Language, this_year: int) -> Programme:
    facts = template.programme
    return Programme(
        id=1,
        uid=uuid4().hex,
        name=facts.name,
        purpose=facts.purpose,
        phase=facts.phase,
        vision_sv=template.vision.sv,
        vision_nb=template.vision.nb,
        vision_en=template.vision.en,
        language=language.value,
        currency=facts.currency,
        first_year=this_year + 1,
        last_year=this_year + facts.years,
        template_key=template.key,
        resident_term=facts.resident_term,
        **facts.facts,
    )


def _municipalities(session: Session, seeds: tuple[MunicipalitySeed, ...]) -> dict[str, Municipality]:
    rows = {seed.key: _municipality(seed) for seed in seeds}
    session.add_all(rows.values())
    session.flush()
    for seed in seeds:
        session.add_all(
            MunicipalityCode(
                municipality_id=rows[seed.key].id, code=code.code, valid_from=code.valid_from, valid_to=code.valid_to
            )
            for code in seed.codes
        )
    return rows


def _municipality(seed: MunicipalitySeed) -> Municipality:
    return Municipality(
        key=seed.key,
        name=seed.name,
        short_name=seed.short_name,
        mark=seed.mark,
        colour=seed.colour,
        country=seed.country,
        population=seed.population,
        population_year=seed.population_year,
        aliases=list(seed.aliases),
        chief_title=seed.chief_title,
        is_participating=seed.is_participating,
        valid_from=seed.valid_from,
        valid_to=seed.valid_to,
    )


def _themes(session: Session, template: Template) -> dict[str, Theme]:
    themes = {
        seed.key: Theme(
            key=seed.key,
            name_sv=seed.name.sv,
            name_nb=seed.name.nb,
            name_en=seed.name.en,
            aliases=list(seed.aliases),
            order_key=order_key,
        )
        for seed, order_key in _in_order(template.themes)
    }
    session.add_all(themes.values())
    session.add_all(
        Track(key=seed.key, name_sv=seed.name.sv, name_nb=seed.name.nb, name_en=seed.name.en, order_key=order_key)
        for seed, order_key in _in_order(template.tracks)
    )
    return themes


def _criteria_and_risks(session: Session, template: Template) -> None:
    session.add_all(
        Criterion(
            key=seed.key,
            weight=seed.weight,
            direction=seed.direction.value,
            name_sv=seed.name.sv,
            name_nb=seed.name.nb,
            name_en=seed.name.en,
            meaning_sv=seed.meaning.sv,
            meaning_nb=seed.meaning.nb,
            meaning_en=seed.meaning.en,
            steps={step: {"sv": text.sv, "nb": text.nb, "en": text.en} for step, text in seed.steps.items()},
            order_key=order_key,
        )
        for seed, order_key in _in_order(template.criteria)
    )
    session.add_all(
        Risk(
            name_sv=seed.name.sv,
            name_nb=seed.name.nb,
            name_en=seed.name.en,
            likelihood=seed.likelihood,
            consequence=seed.consequence,
            response_sv=seed.response.sv,
            response_nb=seed.response.nb,
            response_en=seed.response.en,
            order_key=order_key,
        )
        for seed, order_key in _in_order(template.risks)
    )


def _board(
    session: Session, seed: BoardSeed, order_key: str, language: Language, this_year: int
) -> tuple[Board, dict[str, BoardColumn]]:
    board = Board(
        name=seed.name.in_language(language), question=seed.question.in_language(language), order_key=order_key
    )
    session.add(board)
    session.flush()
    columns = {
        column.key: BoardColumn(
            board_id=board.id,
            name=column.name.in_language(language),
            years=column.years(this_year),
            meaning=column.meaning,
            order_key=column_key,
        )
        for column, column_key in _in_order(seed.columns)
    }
    session.add_all(columns.values())
    return board, columns
