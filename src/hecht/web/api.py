"""The application: every route, what they share, and how errors become problems in the user's language."""

from typing import Any

from litestar import Litestar, MediaType, Request, Response, Router
from litestar.config.app import AppConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin

from hecht import __version__
from hecht.app.desks import Desks
from hecht.core import errors
from hecht.text.problems import problem
from hecht.web import (
    collaborations,
    corrections,
    exchange,
    imports,
    network,
    people,
    position,
    rounds,
    seating,
    session,
    today,
    week,
    weighed,
    who,
)
from hecht.web.common import day_of, desk_of, desks_of, lang_of
from hecht.web.listening import Listeners
from hecht.web.pulse.server import AddressTakenError
from hecht.web.site import built, site
from hecht.web.work import NoRoomError, Work

_KNOWN: dict[type[errors.HechtError], tuple[int, str]] = {
    errors.NobodyFoundError: (404, "nobody"),
    errors.SeveralFoundError: (404, "nobody"),
    errors.NoSuchMoveError: (404, "no_move"),
    errors.NoSuchInteractionError: (404, "not_found"),
    errors.NoSuchAskError: (404, "not_found"),
    errors.NoSuchOpenError: (404, "not_found"),
    errors.NoSuchIntroductionError: (404, "not_found"),
    errors.NoSuchGroupError: (404, "not_found"),
    errors.EmptyAskError: (400, "bad_request"),
    errors.PastDayError: (400, "past_day"),
    errors.NoSuchJobError: (404, "no_such_job"),
    errors.FileComingError: (409, "file_coming"),
    errors.NotAnAddressError: (409, "unknown_address"),
    errors.NoSuchSectorError: (404, "not_found"),
    errors.NoSuchPathError: (404, "not_found"),
    errors.NoSuchCollaborationError: (404, "no_collaboration"),
    errors.NoSuchThingError: (404, "not_found"),
    errors.NoSuchPartyError: (404, "no_party"),
    errors.CollaborationExistsError: (409, "collaboration_exists"),
    errors.NobodyToWorkWithError: (409, "nobody_to_work_with"),
    errors.NothingToUndoError: (409, "nothing_to_undo"),
    errors.UnknownWordError: (400, "bad_request"),
    errors.EmptyLogError: (409, "empty_log"),
    errors.NoEgoError: (409, "no_ego"),
    errors.WholeNetworkError: (409, "whole_network"),
    errors.BadDateError: (400, "bad_date"),
    errors.BadIdentifierError: (400, "bad_request"),
    errors.StoreBusyError: (503, "busy"),
    errors.NewerStoreError: (409, "newer"),
    errors.StoreUnusableError: (503, "unusable"),
    errors.NoSuchRoundError: (404, "no_round"),
    errors.RoundClosedError: (409, "round_closed"),
    errors.RoundOpenError: (409, "round_open"),
    errors.TooFewPeopleError: (409, "too_few_people"),
    errors.TooSoonError: (409, "too_soon"),
    errors.TrustAskedError: (409, "trust_asked"),
    errors.NotByFileError: (409, "not_by_file"),
    errors.BadClosingError: (400, "bad_closing"),
    errors.BadLinkError: (400, "bad_address"),
    errors.BadAnswerError: (400, "no_answers"),
    errors.NotAgreedError: (409, "not_agreed"),
    errors.BadGuestsError: (400, "bad_guests"),
    errors.NobodyToSeatError: (400, "bad_guests"),
    errors.BadTablesError: (400, "bad_tables"),
    errors.ClashingWishesError: (409, "clashing_wishes"),
    errors.NoSeatingFoundError: (409, "no_seating"),
    AddressTakenError: (409, "address_taken"),
    NoRoomError: (507, "no_space"),
}
_STATUSES = {400: "bad_request", 401: "no_token", 404: "not_found", 405: "wrong_method", 413: "too_large"}
LARGEST = 64 * 1024
"""Bytes of a request, other than a file that is dropped."""


def make(desks: Desks, work: Work, listeners: Listeners) -> Litestar:
    """Make the application for the desks of a server."""
    api = Router(
        "/api",
        route_handlers=[
            session.session,
            session.open_log,
            week.week,
            week.verdict,
            week.talked_to,
            people.people,
            people.person,
            people.held,
            people.erase,
            people.note,
            people.unnote,
            corrections.times,
            corrections.say,
            today.today,
            network.warm,
            network.shared,
            network.layer,
            network.glance,
            network.rename,
            network.graph,
            position.position,
            collaborations.collaborations,
            collaborations.begin,
            collaborations.collaboration,
            collaborations.rename,
            collaborations.why,
            collaborations.party,
            collaborations.delegate,
            collaborations.milestone,
            collaborations.no_milestone,
            collaborations.belongs,
            weighed.weighed,
            weighed.report,
            weighed.ambition,
            weighed.early,
            weighed.levels,
            weighed.word,
            weighed.form,
            weighed.agreement,
            weighed.effect,
            weighed.programme,
            weighed.remove,
            rounds.rounds,
            rounds.begin,
            rounds.close,
            rounds.listen,
            rounds.forms,
            rounds.read,
            rounds.take,
            seating.guests,
            seating.seat,
            seating.printed,
            seating.keep,
            seating.gatherings,
            collaborations.history,
            collaborations.undo,
            exchange.everything,
            exchange.record,
            exchange.answer,
            exchange.withdraw,
            exchange.put_out,
            exchange.settle,
            exchange.introduce,
            exchange.introduced,
            exchange.begin,
            exchange.change,
            exchange.form,
            exchange.become,
            exchange.theirs,
            who.proposed,
            who.merge,
            who.split,
            who.undo,
            imports.begin,
            imports.file,
            imports.start,
            imports.demo,
            imports.every,
            imports.one,
            imports.events,
            imports.sources,
            imports.forget,
            imports.me,
        ],
        dependencies={
            "desks": Provide(desks_of, sync_to_thread=False),
            "desk": Provide(desk_of, sync_to_thread=False),
            "work": Provide(_work_of, sync_to_thread=False),
            "listeners": Provide(_listeners_of, sync_to_thread=False),
            "lang": Provide(lang_of, sync_to_thread=False),
            "day": Provide(day_of, sync_to_thread=True),
        },
    )
    return Litestar(
        [api, *site(built())],  # type: ignore[list-item]
        state=State({"desks": desks, "work": work, "listeners": listeners}),
        exception_handlers={Exception: answer},
        request_max_body_size=LARGEST,
        openapi_config=OpenAPIConfig(
            "hecht", __version__, path="/api/schema", render_plugins=[JsonRenderPlugin(path="/openapi.json")]
        ),
        on_app_init=[_quiet],
    )


def _work_of(state: State) -> Work:
    work: Work = state.work
    return work


def _listeners_of(state: State) -> Listeners:
    listeners: Listeners = state.listeners
    return listeners


def _quiet(config: AppConfig) -> AppConfig:
    """Write nothing down of requests and what went wrong in them: they hold names."""
    config.logging_config = None
    return config


def answer(request: Request[Any, Any, Any], error: Exception) -> Response[dict[str, str | int]]:
    """Turn what went wrong into a problem in the user's language that says nothing back of what was sent."""
    status, code = 500, "went_wrong"
    if isinstance(error, errors.HechtError):
        status, code = next((_KNOWN[kind] for kind in type(error).__mro__ if kind in _KNOWN), (409, "not_possible"))
    elif isinstance(error, HTTPException):
        status = error.status_code
        code = _STATUSES.get(status, "bad_request" if status < 500 else "went_wrong")  # noqa: PLR2004
    body = problem(code, status, lang_of(request))
    return Response(
        body, status_code=status, media_type=MediaType.JSON, headers={"content-type": "application/problem+json"}
    )
