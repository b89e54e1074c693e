"""What the screen shows, as frozen values: made by presenters, drawn by widgets, free of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clerk.domain.catalogue import PrerequisiteId
    from clerk.domain.checklist import LineStatus
    from clerk.domain.staff import StaffId


class Tone(StrEnum):
    """How a chip or a message feels. Its words or its symbol always say the same as its colour."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    BLUE = "blue"
    GREY = "grey"
    VIOLET = "violet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A state in one or two words. ``symbol`` stands after the text, ``dot`` before it."""

    text: str
    tone: Tone = Tone.GREY
    symbol: str = ""
    dot: bool = False

    @property
    def words(self) -> str:
        """The whole text as drawn."""
        return f"{self.text} {self.symbol}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A message in two sentences: ``what`` happened, and what to do ``then``."""

    tone: Tone
    what: str
    then: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistRow:
    """One paper of the list. ``choices`` is what the space bar goes through, in this order."""

    id: PrerequisiteId
    number: int
    name: str
    basis: str
    form: str
    status: LineStatus
    chip: Chip
    choices: tuple[LineStatus, ...]
    required: bool | None = True

    def next_choice(self) -> LineStatus | None:
        """Return what the space bar would set next, if anything."""
        if not self.choices:
            return None
        if self.status not in self.choices:
            return self.choices[0]
        return self.choices[(self.choices.index(self.status) + 1) % len(self.choices)]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """One line of a work list: a title, a quieter line under it, and its state at the right."""

    id: str
    title: str
    detail: str = ""
    chip: Chip | None = None


class StepState(StrEnum):
    """Whether a step of the path is behind, now, or ahead."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStep:
    """One step of a case's path."""

    label: str
    detail: str
    state: StepState


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One rendered page or picture: ``rgb`` holds three bytes a pixel, row after row."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffRow:
    """A person who may sign in or sign."""

    id: StaffId
    number: str
    name: str
    post: str


class ChiefMode(StrEnum):
    """What the chief's line is asked for."""

    DECIDE = "decide"  # 签批
    WAIVE = "waive"  # 免除一份材料，或第二次告知


@dataclass(frozen=True, slots=True, kw_only=True)
class ChiefChoice:
    """One decision the chief can take. ``needs_opinion`` asks for reasons in writing."""

    id: str
    label: str
    needs_opinion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChiefAsk:
    """What is put before the chief. A waiver has no ``decisions`` and always needs its reason."""

    title: str
    subject: str
    mode: ChiefMode
    chiefs: tuple[StaffRow, ...]
    decisions: tuple[ChiefChoice, ...] = ()
    opinions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChiefAnswer:
    """What the chief decided. The PIN is checked by whoever asked and kept nowhere."""

    chief: StaffId
    decision: str
    opinion: str
    pin: str

    def __repr__(self) -> str:
        """Show everything but the PIN."""
        return f"ChiefAnswer(chief={self.chief!r}, decision={self.decision!r})"
