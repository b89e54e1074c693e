"""The words for each cause of trouble with the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.usecases.language import _

if TYPE_CHECKING:
    from clerk.usecases.trouble import StoreTrouble


def store_words(error: StoreTrouble) -> tuple[str, str]:
    """Return what is wrong with the store, and what to do."""
    what, then = words_by_cause()[error.cause]
    facts = {"path": error.path, "detail": error.detail}
    return what.format(**facts), then.format(**facts)


def words_by_cause() -> dict[str, tuple[str, str]]:
    """Return what and what next for each cause, still with its placeholders."""
    copied = _("Nothing was changed. Ask IT to look at {path}.")
    return {
        "missing": (_("There is no desk in {path}."), _("Make one, or choose another folder.")),
        "exists": (
            _("There is a desk in {path} already."),
            _("Open it, or choose another folder."),
        ),
        "open_twice": (
            _("This desk is open in another program."),
            _("Close it there first."),
        ),
        "not_a_store": (_("{path} is not a desk's store."), copied),
        "foreign_store": (_("{path} belongs to another program."), copied),
        "truncated": (_("{path} is shorter than it says; a part is missing."), copied),
        "damaged": (_("{path} is damaged."), copied),
        "being_examined": (
            _("This desk was not closed; its store is being examined, page by page."),
            _("You can look things up. Try again in a minute; what is typed stays here."),
        ),
        "newer_store": (
            _("This desk was written by a newer program (store {detail})."),
            _("Install the newer program; this one changed nothing."),
        ),
        "disk_full": (
            _("The disk of {path} is full."),
            _("Nothing was lost. Make room, then try again."),
        ),
        "disk_error": (_("The disk failed at {path}."), copied),
        "read_only": (
            _("{path} cannot be written."),
            _("Ask IT for the right to write there."),
        ),
        "settings": (_("The store's safety settings are not in force ({detail})."), copied),
        "key_missing": (_("The window's key is not at {path}."), copied),
        "key_damaged": (_("The window's key at {path} is damaged."), copied),
        "key_foreign": (
            _("The key in {path} is not the one this window was founded with."),
            copied,
        ),
        "journal_cut": (
            _("The journal in {path} does not end where it ended last."),
            _("Nothing was changed. Let IT check it with “clerk store verify”."),
        ),
        "root_exists": (
            _("There is a root key at {path} already."),
            _("Use it, or choose another file."),
        ),
        "root_missing": (_("The root key is not at {path}."), _("Put its medium in, or name it.")),
        "root_damaged": (
            _("{path} is not a root key, or is damaged."),
            _("Take the copy that was put away."),
        ),
    }
