"""Laying files into the dossier of an open case: several at once, each kept or told of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.ui.presenters.file_source import content_of
from clerk.ui.presenters.shown import said
from clerk.usecases.attach_file import AttachFile, attach_file
from clerk.usecases.language import _, ngettext
from clerk.usecases.trouble import AttachmentUnfit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from clerk.domain.case import Case
    from clerk.ui.presenters.file_source import TakenFile
    from clerk.ui.room import Room
    from clerk.usecases.application import Done


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFiles:
    """What became of the files: the case with those that were kept, and the first one that was not.

    A file that will not do never keeps the others out.
    """

    done: Done | None
    words: str
    trouble: AttachmentUnfit | None


def attach_job(
    files: Sequence[TakenFile], case: Case, line_id: str, room: Room
) -> Callable[[], AttachedFiles]:
    """Return the job that lays the files into the dossier, for a line of the list or for none."""
    line = next((each for each in case.item.prerequisites if each.id == line_id), None)
    by = room.person()

    def job() -> AttachedFiles:
        done, kept, trouble = None, 0, None
        for name, source in files:
            try:
                wish = AttachFile(
                    case_id=case.id,
                    by=by,
                    name=name,
                    content=content_of(source),
                    prerequisite=line.id if line else None,
                )
                done = attach_file(wish, room.counter, room.attachments)
                kept += 1
            except AttachmentUnfit as unfit:
                trouble = trouble or unfit
        words = ngettext("{n} file is in the dossier.", "{n} files are in the dossier.", kept)
        said_of = words.format(n=kept)
        if line:
            of_line = _("For: {name}.").format(name=said(line.name))
            said_of = f"{said_of} {of_line}"
        return AttachedFiles(done=done, words=said_of, trouble=trouble)

    return job
