"""``clerk register``: the certificate register (领证登记), newest first, or what is looked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.domain.case_number import grouped
from clerk.domain.codec import to_plain
from clerk.domain.events import DeliveryWay
from clerk.usecases.language import _
from clerk.usecases.terms import way_name

if TYPE_CHECKING:
    import argparse

    from clerk.usecases.lines import CertificateLine

_MOST = 200


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the word ``clerk register``."""
    register = words.add_parser("register", help=_("list the certificates made at this window"))
    register.add_argument(
        "text",
        nargs="?",
        default="",
        metavar=_("TEXT"),
        help=_("beginning of a certificate's number, or of its holder's name or document"),
    )
    register.add_argument("--json", action="store_true", help=_("as JSON, with all that is known"))
    register.set_defaults(run=_list)


def _list(chosen: argparse.Namespace) -> int:
    opened = bootstrap.open_desk(chosen.desk)
    try:
        found = opened.store.reading.certificates(chosen.text, limit=_MOST)
    finally:
        opened.store.close()
    if chosen.json:
        print(json.dumps(to_plain(found), ensure_ascii=False, indent=1))
        return 0
    for each in found:
        print(_told(each))
    return 0


def _told(line: CertificateLine) -> str:
    made = f"{line.made_at:%Y-%m-%d}  {line.number}  {line.name}  {line.holder}"
    if line.received_at is None:
        return f"{made}  {grouped(line.case_number)}  " + _("not collected yet")
    way = way_name(DeliveryWay(line.way))
    taken = _("{day} to {name}, {way}").format(
        day=line.received_at.date().isoformat(), name=line.received_by, way=way
    )
    return f"{made}  {grouped(line.case_number)}  {taken}"
