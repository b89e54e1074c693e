"""The scripted morning: the real window, offscreen, worked by keyboard; what came of it is kept."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from clerk import bootstrap
from clerk.cli import sample
from clerk.cli.morning import PLAN, Reached
from clerk.usecases.language import _
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from pathlib import Path

_RETURNING = next(n for n, (_days, _item, how) in enumerate(PLAN) if how is Reached.AT_ONCE)
"""The plan's first person with an immediate item."""
_NEWCOMER = 40


def work_through(desk: Path, out: Path) -> int:
    """Work the morning on a desk; leave papers, pictures and ``summary.json`` in ``out``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from clerk.ui.app import make_application  # noqa: PLC0415 - Qt only here
    from clerk.ui.scripted import Cast, Morning  # noqa: PLC0415
    from clerk.ui.tasks import DirectTasks  # noqa: PLC0415
    from clerk.ui.theme import RARE_FONTS, load_fonts  # noqa: PLC0415

    began = time.perf_counter()
    out.mkdir(parents=True, exist_ok=True)
    app = make_application(["clerk"], resources=bootstrap.resources())
    load_fonts(bootstrap.resources() / "fonts", RARE_FONTS)
    opened = bootstrap.open_desk(desk)
    program = bootstrap.make_program(
        opened, bootstrap.Drawer(), bootstrap.folder_alone(out), tasks=DirectTasks()
    )
    cast = Cast(
        chief_number=sample.CHIEF.number,
        chief_pin=sample.PINS[sample.CHIEF.id],
        returning=sample.person(_RETURNING),
        newcomer=sample.shop(_NEWCOMER),
    )
    opened.counter.pins.sign_in(sample.CLERK.id, sample.PINS[sample.CLERK.id])
    program.let_in(sample.CLERK)
    summary = Morning(program, cast, out, tell=print).work()
    reading = opened.store.reading
    summary |= {
        "cases": {each.value: len(reading.queue(each)) for each in Queue},
        "papers": sorted(each.name for each in (out / "papers").glob("*.pdf")),
        "seconds": round(time.perf_counter() - began, 2),
    }
    program.close()
    program.window.close()
    app.quit()
    text = json.dumps(summary, ensure_ascii=False, indent=1)
    (out / "summary.json").write_text(text + "\n", "utf-8")
    print(_("Papers, pictures and summary.json are in {folder}.").format(folder=out))
    return 0
