"""``clerk verify``: is this paper ours? Takes the digits of its QR, or the file of the paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.usecases.check_paper import Standing
from clerk.usecases.language import _
from clerk.usecases.paper_check_words import check_words, code_lines, standing_name

if TYPE_CHECKING:
    import argparse

    from clerk.bootstrap import OpenDesk
    from clerk.usecases.check_paper import PaperCheck

_EXIT = {Standing.GENUINE: 0, Standing.NOT_OURS: 1, Standing.SUPERSEDED: 3}


def add_to(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the word ``verify``."""
    verify = words.add_parser(
        "verify", help=_("say whether a paper is ours; exit code 0 yes, 3 superseded, 1 no")
    )
    verify.add_argument("paper", metavar=_("CODE|FILE"), help=_("digits of its QR, or its PDF"))
    verify.add_argument("--json", action="store_true")
    verify.set_defaults(run=_verify)


def check_paper_file(opened: OpenDesk, pdf: bytes) -> PaperCheck:
    """Say of a paper's PDF whether it is ours: its code, and every byte around it.

    Raises:
        NotAPaperCode: It carries no such code.
        AttachmentUnfit: It is no PDF.
    """
    from clerk.paper.viewing import code_in  # noqa: PLC0415 - pdfium only when asked
    from clerk.usecases.check_paper import must_be_as_drawn  # noqa: PLC0415 - likewise

    check = opened.store.check(code_in(pdf))
    return must_be_as_drawn(check, pdf, opened.store.reading, bootstrap.Drawer())


def _verify(chosen: argparse.Namespace) -> int:
    opened = bootstrap.open_desk(chosen.desk)
    try:
        path = Path(chosen.paper)
        if path.suffix.lower() == ".pdf":
            check = check_paper_file(opened, path.read_bytes())
        else:
            check = opened.store.check("".join(chosen.paper.split()))
    finally:
        opened.store.close()
    print(_as_json(check) if chosen.json else _as_text(check))
    return _EXIT[check.standing]


def _as_text(check: PaperCheck) -> str:
    lines = [f"{name}\t{value}" for name, value in code_lines(check)]
    return "\n".join((f"{standing_name(check.standing)}. {check_words(check)}", *lines))


def _as_json(check: PaperCheck) -> str:
    code = check.code
    said = {
        "standing": check.standing,
        "why": check.why,
        "kind": code.kind,
        "document_number": code.document_number,
        "case_number": code.case_number,
        "issued_on": code.issued_on.isoformat(),
        "fingerprint": code.fingerprint,
        "window": check.window,
        "instead": check.instead,
    }
    return json.dumps(said, ensure_ascii=False, indent=1)
