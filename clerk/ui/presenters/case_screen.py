"""What an open case shows, as one frozen value, and which steps it offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.stages import Action
from clerk.ui.presenters.case_steps import MOVES, STEPS, may_take
from clerk.usecases.language import _
from clerk.usecases.names import action_name

if TYPE_CHECKING:
    from clerk.domain.case import Case
    from clerk.ui.presenters.form import Form
    from clerk.ui.presenters.marking import LineForm
    from clerk.ui.presenters.open_case import CaseSheet
    from clerk.ui.rows import ChiefAsk, Notice, PageImage

EDITS = frozenset({Action.SUPPLEMENT, Action.CORRECT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A step that may be taken now; ``why_not`` is what still stands in its way on this screen.

    ``is_further`` steps are offered together, behind one button.
    """

    action: Action
    label: str
    why_not: str = ""
    is_further: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A paper or a file looked at in place; ``hint`` where there is nothing to see."""

    title: str = ""
    pages: tuple[PageImage, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseScreen:
    """An open case as shown; without a ``sheet`` none is open.

    ``is_form_asked`` says that a person asked for the form, so it may take the focus.
    ``line`` is the line of the list whose details are being changed, ``line_trouble`` which
    of its fields will not do and why. ``chief`` is what lies before the chief, ``chief_notice``
    why the line does not hold; each refusal is a notice of its own.
    """

    sheet: CaseSheet | None = None
    offers: tuple[Offer, ...] = ()
    form: Form | None = None
    is_form_asked: bool = False
    line: LineForm | None = None
    line_trouble: tuple[str, str] = ("", "")
    is_editable: bool = False
    is_correctable: bool = False
    has_changes: bool = False
    preview: Preview = Preview()
    chief: ChiefAsk | None = None
    chief_notice: Notice | None = None
    notice: Notice | None = None
    is_busy: bool = False


def offers_of(case: Case, *, has_changes: bool) -> tuple[Offer, ...]:
    """Return the steps the case allows, keeping what was changed first."""
    unkept = _("Keep the changes first.") if has_changes else ""
    unchanged = "" if has_changes else _("Nothing was changed.")
    steps = [
        Offer(action=each, label=_keeping(each), why_not=unchanged)
        for each in (Action.SUPPLEMENT, Action.CORRECT)
        if case.allows(each)
    ]
    steps += [
        Offer(action=each, label=action_name(each), why_not=unkept)
        for each in STEPS
        if may_take(each, case)
    ]
    if case.allows(Action.ATTACH):
        steps.append(Offer(action=Action.ATTACH, label=action_name(Action.ATTACH)))
    steps += [
        Offer(action=each, label=action_name(each), why_not=unkept, is_further=True)
        for each in MOVES
        if may_take(each, case)
    ]
    return tuple(steps)


def _keeping(action: Action) -> str:
    if action is Action.SUPPLEMENT:
        return _("Keep the supplement")
    return _("Keep the correction")
