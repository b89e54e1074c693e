"""The people at the desk: clerks, chiefs, supervisors, IT."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from clerk.domain.refusals import Refusal

StaffId = NewType("StaffId", str)
BY_LAW = StaffId("by-law")
"""Nobody's hand: what the law itself does when a limit passes in silence."""


class Role(StrEnum):
    """What a person may do at the desk."""

    CLERK = "clerk"  # 窗口人员
    CHIEF = "chief"  # 首席代表
    SUPERVISOR = "supervisor"  # 督查人员
    IT = "it"  # 信息化人员


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """One person of the center. ``number`` is the staff number (工号) shown on papers."""

    id: StaffId
    number: str
    name: str
    post: str
    department_id: str
    roles: frozenset[Role]
    phone: str = ""

    def must_be(self, role: Role) -> None:
        """Refuse whoever does not hold the role.

        Raises:
            NotYourRole: The person lacks it.
        """
        if role not in self.roles:
            raise NotYourRole(name=self.name, role=role)


@dataclass(eq=False, kw_only=True)
class NotYourRole(Refusal):
    """The action needs a role this person does not hold."""

    name: str
    role: Role
