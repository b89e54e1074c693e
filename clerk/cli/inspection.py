"""``clerk store verify``: is the journal whole, signed and authorised, and do the rows follow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.domain.inspection import Fault
from clerk.usecases.inspection_words import finding_words, verdict_words
from clerk.usecases.language import _, ngettext

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from clerk.domain.inspection import Inspection


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the word ``verify``."""
    verify = verbs.add_parser("verify", help=_("check the whole journal; exit code 1 if not whole"))
    verify.add_argument("--json", action="store_true")
    verify.add_argument(
        "--root", default="", metavar=_("FINGERPRINT"), help=_("the center's root key, as known")
    )
    verify.add_argument(
        "--rebuild", action="store_true", help=_("make differing rows anew if the journal holds")
    )
    verify.set_defaults(run=_verify)


def inspect_desk(folder: Path, *, root: str = "") -> Inspection:
    """Check a desk's journal, rows and files, in whatever state they are; nothing is written.

    Raises:
        StoreTrouble: There is no store that could be read at all.
    """
    from clerk.cli.calendar import calendar_of  # noqa: PLC0415 - only when asked
    from clerk.store.inspecting import inspect_store  # noqa: PLC0415 - likewise

    return inspect_store(folder, calendar_of(folder), root=root)


def _verify(chosen: argparse.Namespace) -> int:
    inspection = inspect_desk(chosen.desk, root=chosen.root)
    if chosen.rebuild and _only_rows(inspection):
        _rebuild(chosen)
        inspection = inspect_desk(chosen.desk, root=chosen.root)
    print(_as_json(inspection) if chosen.json else _as_text(inspection))
    return 0 if inspection.holds else 1


def _only_rows(inspection: Inspection) -> bool:
    found = {each.fault for each in inspection.findings}
    return Fault.ROW in found and found <= {Fault.ROW, Fault.ATTACHMENT}


def _rebuild(chosen: argparse.Namespace) -> None:
    from clerk.store.rebuild import rebuild_rows  # noqa: PLC0415 - only on request

    opened = bootstrap.open_desk(chosen.desk)
    try:
        count = rebuild_rows(opened.store)
    finally:
        opened.store.close()
    if not chosen.json:
        said = ngettext("Made anew from {n} event.", "Made anew from {n} events.", count)
        print(said.format(n=count))


def _as_text(inspection: Inspection) -> str:
    lines = [finding_words(each) for each in inspection.findings]
    root = _("Root key {fingerprint}").format(fingerprint=inspection.root)
    head = _("Journal's end {hash}").format(hash=inspection.head)
    return "\n".join((*lines, verdict_words(inspection), root, head))


def _as_json(inspection: Inspection) -> str:
    said = {
        "holds": inspection.holds,
        "entries": inspection.entries,
        "cases": inspection.cases,
        "decisions": inspection.decisions,
        "head": inspection.head,
        "root": inspection.root,
        "findings": [
            {
                "entry": each.sequence,
                "fault": each.fault,
                "case": each.case_number,
                "detail": each.detail,
                "words": finding_words(each),
            }
            for each in inspection.findings
        ],
    }
    return json.dumps(said, ensure_ascii=False, indent=1)
