"""What an inspection found, in sentences: at which entry, in which case, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.case_number import CaseNumber, grouped
from clerk.domain.inspection import Fault
from clerk.usecases.language import _, ngettext

if TYPE_CHECKING:
    from clerk.domain.inspection import Finding, Inspection


def finding_words(finding: Finding) -> str:
    """Return one finding as a sentence with its place before it."""
    what = fault_words(finding.fault).format(detail=finding.detail)
    places = []
    if finding.sequence:
        places.append(_("Entry {n}").format(n=finding.sequence))
    if finding.case_number:
        places.append(_("case {number}").format(number=grouped(CaseNumber(finding.case_number))))
    return ": ".join(filter(None, (", ".join(places), what)))


def verdict_words(inspection: Inspection) -> str:
    """Return what came of the whole inspection in one sentence."""
    if inspection.holds:
        return _("The journal holds: {n} entries, {cases} cases, {decisions} decisions.").format(
            n=inspection.entries, cases=inspection.cases, decisions=inspection.decisions
        )
    count = len(inspection.findings)
    said = ngettext("{n} thing is wrong.", "{n} things are wrong.", count)
    return said.format(n=count)


def fault_words(fault: Fault) -> str:
    """Return what a kind of fault means, still with ``{detail}`` where it has one."""
    return {
        Fault.GAP: _("Before it entries are missing: {detail}."),
        Fault.HASH: _("Its bytes were changed after they were written."),
        Fault.UNREADABLE: _("It cannot be read: {detail}."),
        Fault.PLACE: _("It was written as entry {detail} and stands in another place."),
        Fault.CHAIN: _("It does not follow the entry before it."),
        Fault.FOREIGN: _("It was written at another window: {detail}."),
        Fault.COLUMNS: _("Its row names another event or case than its bytes: {detail}."),
        Fault.TWICE: _("The same event stands in the journal before: {detail}."),
        Fault.CLOCK: _("Its time lies before what was written earlier: {detail}."),
        Fault.UNKNOWN_KEY: _("It is signed with a key nobody here has; it names {detail}."),
        Fault.OTHERS_KEY: _("It is signed with another person's key; it names {detail}."),
        Fault.ENDED_KEY: _("It is signed with a key that {detail} had no more."),
        Fault.SIGNATURE: _("Its signature is not by {detail}."),
        Fault.NOT_IT: _("It is about people, and {detail} may not state such facts."),
        Fault.OWN_LETTER: _("{detail} entered a letter of authorisation for themselves."),
        Fault.CARD: _("The center's root key does not vouch for the window it names."),
        Fault.FOUNDED_TWICE: _("It founds the window a second time."),
        Fault.OTHER_ROOT: _("The root key is not the center's: this journal is somebody else's."),
        Fault.VERSION: _("Facts of this case before it are missing or too many: {detail}."),
        Fault.ITEM: _("The published list is not the one it was received under: {detail}."),
        Fault.STAGE: _("It decides a case that was not before the chief ({detail})."),
        Fault.SUBSTANCE: _("What was signed is not what the case is: {detail}."),
        Fault.AUTHORITY: _("{detail} had no authority for this decision on that day."),
        Fault.SAME_HAND: _("{detail} accepted this case and decided it too."),
        Fault.CUT: _("Behind it entries are missing: {detail}."),
        Fault.AHEAD: _("The window signed entry {detail} as the last one; more stand behind it."),
        Fault.HEAD: _("The window did not sign this as the journal's end."),
        Fault.ATTACHMENT: _("The file “{detail}” is gone or was changed."),
        Fault.ROW: _("A row does not say what the journal says: {detail}."),
    }[fault]
