"""``clerk center``: build the database, let windows in, decide, and say how things stand."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.cli.digits import Digits
from clerk.usecases.center_port import CenterAway
from clerk.usecases.language import _, ngettext
from clerk.usecases.wording import say

if TYPE_CHECKING:
    import argparse

    from clerk.center.state import CenterState


_BETWEEN_TRIES_S = 2.0


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the words of ``clerk center``."""
    center = words.add_parser("center", help=_("build, run and look at the center"))
    verbs = center.add_subparsers(required=True, metavar=_("COMMAND"))
    init = verbs.add_parser("init", help=_("build the center's database, or bring it up to date"))
    init.set_defaults(run=_init)
    enrol = verbs.add_parser("enrol", help=_("give a one-time code that makes a PC a window"))
    enrol.add_argument("--window", required=True, metavar="WWW", type=Digits(3))
    enrol.add_argument("--department", required=True, action="append", metavar=_("ID"))
    enrol.add_argument("--days", type=int, default=7, help=_("how long the code is good"))
    enrol.set_defaults(run=_enrol)
    registrar = verbs.add_parser("registrar", help=_("decide; a second one stands by"))
    registrar.add_argument("--silence", type=float, default=10.0, metavar=_("SECONDS"))
    registrar.set_defaults(run=_registrar)
    status = verbs.add_parser("status", help=_("say how the center stands"))
    status.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    status.set_defaults(run=_status)
    for each in (init, enrol, registrar, status):
        each.add_argument("url", metavar="URL", help=_("of the database: postgresql://…"))
        each.add_argument("--center", required=True, metavar="CCCC", type=Digits(4))


def _init(chosen: argparse.Namespace) -> int:
    from clerk.center.building import build_center  # noqa: PLC0415 - a window needs none of this

    build_center(chosen.url, bootstrap.shipped("db") / "center", chosen.center)
    print(_("The center {center} is built.").format(center=chosen.center))
    print(
        _(
            "Let the roles clerk_gate (windows) and clerk_registrar (registrar) log in, start"
            " “clerk center registrar”, then give each PC a code with “clerk center enrol”."
        )
    )
    return 0


def _enrol(chosen: argparse.Namespace) -> int:
    from clerk.center.building import center_database  # noqa: PLC0415 - likewise
    from clerk.center.registry import invite  # noqa: PLC0415 - likewise

    until = datetime.now(UTC) + timedelta(days=chosen.days)
    with center_database(chosen.url) as engine, engine.begin() as connection:
        code = invite(connection, chosen.center, chosen.window, chosen.department, until)
    print(code)
    return 0


def _registrar(chosen: argparse.Namespace) -> int:
    """Decide, or stand by, for ever; an outage of the database is waited out."""
    try:
        while True:
            try:
                _decide(chosen)
            except CenterAway as away:
                print(say(away).what, file=sys.stderr, flush=True)
                time.sleep(_BETWEEN_TRIES_S)
    except KeyboardInterrupt:
        print(_("Stopped."))
    return 0


def _decide(chosen: argparse.Namespace) -> None:
    from clerk.center.building import center_database  # noqa: PLC0415 - likewise
    from clerk.center.registrar import Fenced  # noqa: PLC0415 - likewise
    from clerk.center.serving import Rhythm, serve, stand_by  # noqa: PLC0415 - likewise

    rhythm = Rhythm(silence_s=chosen.silence)
    with center_database(chosen.url) as engine:
        while token := stand_by(engine, chosen.center, rhythm, now_s=time.monotonic, wait=_slept):
            print(_("Deciding."), flush=True)
            try:
                serve(engine, chosen.center, token, rhythm, _slept)
            except Fenced:
                print(_("Another registrar took over; standing by."), flush=True)


def _slept(seconds: float) -> bool:
    time.sleep(seconds)
    return True


def _status(chosen: argparse.Namespace) -> int:
    from clerk.center.building import center_database  # noqa: PLC0415 - likewise
    from clerk.center.state import state_of  # noqa: PLC0415 - likewise

    with center_database(chosen.url) as engine, engine.begin() as connection:
        state = state_of(connection, chosen.center)
    if chosen.json:
        json.dump(asdict(state), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        _tell(state)
    return 0


def _tell(state: CenterState) -> None:
    print(
        _("Center {center}, life {generation} of its database.").format(
            center=state.center, generation=state.generation
        )
    )
    n = state.undecided
    waiting = ngettext("{n} entry waits for a decision.", "{n} entries wait for a decision.", n)
    print(waiting.format(n=n))
    for name, amounts in ((_("held"), state.held), (_("not taken"), state.turned_down)):
        if amounts:
            told = ", ".join(f"{verdict} {number}" for verdict, number in amounts.items())
            print(f"{name}: {told}")
    for each in state.windows:
        line = _("window {window}: {standing}, incarnation {n}, seen {seen}, {waiting} waiting")
        print(
            line.format(
                window=each.window,
                standing=each.standing,
                n=each.incarnation,
                seen=each.seen_at[:19] or _("never"),
                waiting=each.undecided,
            )
        )
