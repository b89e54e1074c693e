import hashlib
import json
import os
import subprocess
import sys

from clerk.domain.papers import PaperKind
from clerk.paper.room import PaperRoom
from tests.paper.specimens import LANGUAGES, RESOURCES, specimen

ROOT = RESOURCES.parent
DRAW_ALL = """
import hashlib, json, sys
from clerk.domain.papers import PaperKind
from clerk.paper.room import PaperRoom
from tests.paper.specimens import LANGUAGES, RESOURCES, specimen
room = PaperRoom(RESOURCES)
kinds = list(PaperKind)[:: int(sys.argv[1])]
print(json.dumps({
    f"{kind}.{language}": hashlib.sha256(room.draw(specimen(kind, language))).hexdigest()
    for kind in kinds for language in LANGUAGES
}))
"""


def drawn_elsewhere(step: str, **environment: str) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", DRAW_ALL, step],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(done.stdout))


def test_two_processes_draw_the_same_bytes_in_any_order_at_any_time():
    forwards = drawn_elsewhere("1", PYTHONHASHSEED="1", TZ="Asia/Shanghai")
    backwards = drawn_elsewhere("-1", PYTHONHASHSEED="2", TZ="UTC", SOURCE_DATE_EPOCH="1")

    assert len(forwards) == len(PaperKind) * len(LANGUAGES)
    assert forwards == backwards


def test_a_paper_drawn_twice_is_the_same_paper():
    room = PaperRoom(RESOURCES)
    paper = specimen(PaperKind.GRANT)

    first = room.draw(paper)
    room.draw(specimen(PaperKind.DECLINE, LANGUAGES[1]))

    assert room.draw(paper) == first
    assert hashlib.sha256(PaperRoom(RESOURCES).draw(paper)).digest() == (
        hashlib.sha256(first).digest()
    )


def test_warming_changes_nothing_but_the_waiting():
    warmed = PaperRoom(RESOURCES)
    warmed.warm()

    assert warmed.draw(specimen(PaperKind.GRANT)) == PaperRoom(RESOURCES).draw(
        specimen(PaperKind.GRANT)
    )
