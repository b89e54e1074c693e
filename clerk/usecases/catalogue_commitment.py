"""What an applicant may commit to instead of proving it (告知承诺), read from a published list.

Only where a law or the State Council lets the commitment stand (优化营商环境条例 40): the
list names the rule, the conditions as they are told, what follows where it was not true,
and how soon somebody looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.domain.catalogue import CommitmentTerms

if TYPE_CHECKING:
    from clerk.usecases.json_fields import Fields

MOST_CONDITIONS = 50
MOST_CHECK_DAYS = 250
_LONGEST = 2_000


def read_commitment(item: Fields) -> CommitmentTerms | None:
    """Return the terms of an item's commitment on notice; None where it has none."""
    fields = item.optional_record("commitment_on_notice")
    if not fields.is_readable:
        return None
    conditions = fields.texts("conditions_zh", most=MOST_CONDITIONS, longest=_LONGEST)
    if not conditions:
        fields.problem("conditions_zh", "list_length", length=0, least=1, most=MOST_CONDITIONS)
    return CommitmentTerms(
        basis=fields.text("basis", longest=_LONGEST),
        conditions=tuple(conditions),
        liability=fields.text("liability_zh", longest=_LONGEST),
        check_within=fields.number("check_days", least=1, most=MOST_CHECK_DAYS),
    )
