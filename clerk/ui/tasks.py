"""How the screen asks for work that takes time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from clerk.domain.refusals import ClerkError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Tasks(Protocol):
    """Runs jobs one after the other and brings the answer back to the screen's thread."""

    def run(
        self,
        job: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Callable[[ClerkError], None],
    ) -> None:
        """Do the job; ``then`` gets its answer, ``otherwise`` the refusal or outage.

        Anything else the job raises is a bug and is raised again on the screen's thread.
        """


class DirectTasks:
    """`Tasks` without a thread: the job is done before ``run`` returns."""

    def run(
        self,
        job: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Callable[[ClerkError], None],
    ) -> None:
        try:
            answer = job()
        except ClerkError as trouble:
            otherwise(trouble)
            return
        then(answer)
