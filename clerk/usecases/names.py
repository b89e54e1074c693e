"""Terms as they stand alone on the screen, with a capital in English; and the names of queues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.usecases import terms
from clerk.usecases.language import _
from clerk.usecases.lines import Queue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clerk.domain.catalogue import PrerequisiteId, ServiceItem
    from clerk.domain.checklist import Defect, LineStatus
    from clerk.domain.clock_events import ClockKind
    from clerk.domain.events import DeclineGround, DeliveryWay
    from clerk.domain.limits import ProcedureKind
    from clerk.domain.papers import PaperKind
    from clerk.domain.stages import Action, Stage


def stage_name(stage: Stage) -> str:
    """Return where a case stands."""
    return _alone(terms.stage_name(stage))


def action_name(action: Action) -> str:
    """Return what can be done."""
    return _alone(terms.action_name(action))


def paper_name(kind: PaperKind) -> str:
    """Return the title of a kind of paper."""
    return _alone(terms.paper_name(kind))


def status_name(status: LineStatus) -> str:
    """Return the state of one line of the list."""
    return _alone(terms.status_name(status))


def defect_name(defect: Defect) -> str:
    """Return why a paper does not do."""
    return _alone(terms.defect_name(defect))


def ground_name(ground: DeclineGround) -> str:
    """Return why an application is not accepted (行政许可法 32)."""
    return _alone(terms.ground_name(ground))


def clock_name(kind: ClockKind) -> str:
    """Return what a limit is the limit of."""
    return _alone(terms.clock_name(kind))


def procedure_name(kind: ProcedureKind) -> str:
    """Return a kind of special procedure."""
    return _alone(terms.procedure_name(kind))


def way_name(way: DeliveryWay) -> str:
    """Return a way of delivery (送达方式)."""
    return _alone(terms.way_name(way))


def queue_name(queue: Queue) -> str:
    """Return the name of a work list."""
    return {
        Queue.TO_DO: _("To do"),
        Queue.TO_SIGN: _("To sign"),
        Queue.TO_HAND_OVER: _("To deliver"),
        Queue.TO_MAKE: _("To make"),
        Queue.RETURNED: _("Returned"),
        Queue.WITH_APPLICANT: _("With applicant"),
        Queue.FINISHED_TODAY: _("Done today"),
        Queue.ALL: _("All"),
    }[queue]


def listed(names: Iterable[str]) -> str:
    """Return several names as one phrase."""
    return _(", ").join(names)


def in_yuan(fen: int) -> str:
    """Return an amount of fen (1/100 yuan) in yuan, as figures."""
    return f"{fen // 100:,}.{fen % 100:02d}"


def prerequisite_names(
    item: ServiceItem, wanted: Iterable[PrerequisiteId], language: str
) -> tuple[str, ...]:
    """Return the names of some entries of an item's list, in the order of the list."""
    chosen = frozenset(wanted)
    return tuple(
        each.name.in_language(language) for each in item.prerequisites if each.id in chosen
    )


def _alone(term: str) -> str:
    return term[:1].upper() + term[1:]
