"""Bodies of the papers between departments in a joint case (联合办理)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.paper.material_lists import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clerk.paper.flow import Block
    from clerk.paper.letter import Letter

_OPINIONS = ("agree", "disagree", "report_up")
_TICKED, _OPEN = "■", "□"


def joint_copy(letter: Letter) -> Iterator[Block]:
    """Pass the case and copies of its materials to another department."""
    joint = letter.paper.joint
    yield letter.addressee("to_department")
    yield letter.sentence("opening")
    yield letter.grid(
        *letter.rows("applicant", "contact", "applicant_phone", "received_at", "due_on"),
        ("joint_item", letter.fact("joint_item")),
        ("asked", letter.fact("joint_asked")),
        ("answer_by", letter.fact("joint_answer_by")),
    )
    yield letter.caption("passed_on")
    yield names(letter, joint.materials if joint else (), captioned=True)
    yield letter.sentence("answer")


def joint_visit(letter: Letter) -> Iterator[Block]:
    """Ask another department to the visit of the site."""
    yield letter.addressee("to_department")
    yield letter.sentence("opening")
    yield letter.grid(
        *letter.rows("applicant", "contact", "applicant_phone"),
        ("visit_at", letter.fact("joint_visit_at")),
        ("visit_address", letter.fact("joint_visit_place")),
        ("asked", letter.fact("joint_asked")),
    )
    yield letter.sentence("attend")


def joint_opinion(letter: Letter) -> Iterator[Block]:
    """Leave a box for each opinion, ticked where it is known, and room for the reason."""
    joint = letter.paper.joint
    given = joint.opinion if joint else ""
    boxes = [
        f"{_TICKED if each == given else _OPEN} {letter.wording.say(f'joint_opinions.{each}')}"
        for each in _OPINIONS
    ]
    yield letter.addressee("to_agency")
    yield letter.sentence("opening")
    yield letter.grid(
        *letter.rows("applicant"),
        ("joint_item", letter.fact("joint_item")),
        ("asked", letter.fact("joint_asked")),
        ("answer_by", letter.fact("joint_answer_by")),
        ("joint_answer", "　".join(boxes)),
        ("joint_reason", letter.fact("joint_reason") or "\n\n"),
    )
    yield letter.note(letter.say("note"))
