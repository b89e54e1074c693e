"""The words for what stands between a window and its center."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.usecases.center_port import CenterAway, NotLetIn, OtherGeneration


def away_words(error: CenterAway) -> tuple[str, str]:
    """Say why the center does not answer, and what that means at the window."""
    what = {
        "unreachable": _("The center cannot be reached."),
        "overloaded": _("The center has too much to do just now."),
        "stopping": _("The center is being restarted."),
        "login": _("The center's database does not accept this window's login."),
        "busy": _("The center was busy with the same thing."),
    }[error.cause]
    return what, _("Go on working; everything is kept here and sent when it answers.")


def not_let_in_words(error: NotLetIn) -> tuple[str, str]:
    """Say that the center does not know this window."""
    return (
        _("The center does not know window {window}, or its key is not right.").format(
            window=error.window
        ),
        _("Go on working, and ask IT to enrol this window again."),
    )


def generation_words(_error: OtherGeneration) -> tuple[str, str]:
    """Say that the center was restored."""
    return (
        _("The center was restored from a backup."),
        _("Nothing is lost; this window sends again what the center lacks."),
    )
