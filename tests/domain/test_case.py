from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from clerk.domain.case import Case
from clerk.domain.catalogue import ApplicantKind, PrerequisiteId, SituationId
from clerk.domain.checklist import Defect, LineStatus, Mark, NotOnTheList, in_hand
from clerk.domain.events import DeclineGround
from clerk.domain.objections import (
    AlreadyTold,
    ChecklistIncomplete,
    DayInThePast,
    LinesNotLookedAt,
    NothingMissing,
    PromiseTooLate,
    QuestionNotAsked,
    SameHand,
    SituationOpen,
    SubstanceChanged,
)
from clerk.domain.papers import Delivery
from clerk.domain.refusals import InvalidInput, Refusal
from clerk.domain.staff import NotYourRole, StaffId
from clerk.domain.stages import AFTERWARDS, FINISHED, Action, Stage, WrongStage, is_allowed
from tests.domain.clock_steps import CLOCK_STEPS
from tests.domain.further_steps import FURTHER_STEPS
from tests.domain.small_item import (
    AGENT,
    ALL_IN_HAND,
    CALENDAR,
    CHIEF,
    CLERK,
    DEPUTY,
    FORM,
    ITEM,
    LETTER,
    NEXT_WEEK,
    NO,
    NOW,
    PERSON,
    PHOTO,
    YES,
    attachment,
    before_the_chief,
    receipt,
    received,
)

MISSING = Mark(status=LineStatus.MISSING)
DELIVERY = Delivery(
    way="direct",
    place="云江市政务服务中心（虚构）",
    received_by="王䶮",
    received_id="341103198511120048",
    received_at=NOW,
    proxy_reason="",
    documents=(),
)


def decline(case, **other):
    reasons = {
        "ground": DeclineGround.NOT_NEEDED,
        "facts": "所申请的事项依法不需要许可。",
        "basis": "行政许可法 32(1)",
        "authority": "",
    }
    return case.decline(CLERK, NOW, **{**reasons, **other})


def refuse(case, by, seen, **other):
    reasons = {
        "opinion": "不同意。",
        "facts": "现场与图纸不符。",
        "reasons": "不符合条件。",
        "basis": "《虚构办法》第二条",
    }
    return case.refuse(by, NOW, seen=seen, **{**reasons, **other})


ENDS = {
    Action.WITHDRAW,
    Action.DECLINE,
    Action.GIVE_BACK,
    Action.TERMINATE,
    Action.BREAK_COMMITMENT,
}

answers = st.sampled_from([{AGENT: NO}, {AGENT: YES}, {}])
some_marks = st.sampled_from(
    [
        MISSING,
        Mark(status=LineStatus.TO_CHECK),
        Mark(status=LineStatus.IN_HAND, originals=3, copies=2),
        Mark(status=LineStatus.NOT_GOOD, defect=Defect.EXPIRED),
        Mark(status=LineStatus.PROMISED, promised_on=date(2026, 11, 27)),
    ]
)
marks = st.one_of(
    st.just(ALL_IN_HAND),
    st.fixed_dictionaries({FORM: some_marks, PHOTO: some_marks, LETTER: some_marks}),
    st.dictionaries(st.sampled_from([FORM, PHOTO, LETTER]), some_marks),
)
anybody = st.sampled_from([CHIEF, DEPUTY, CLERK])
texts = st.sampled_from(["同意。", "", "坏\ud800字"])
now_and_then = st.sampled_from([False, False, False, True])

STEPS = {
    Action.CORRECT: lambda case: case.correct(CLERK, NOW, answers={AGENT: NO}, marks=ALL_IN_HAND),
    Action.ISSUE_NOTICE: lambda case: case.issue_notice(CLERK, NOW, NEXT_WEEK),
    Action.SUPPLEMENT: lambda case: case.supplement(CLERK, NOW, ALL_IN_HAND),
    Action.ACCEPT: lambda case: case.accept(CLERK, NOW, CALENDAR),
    Action.DECLINE: decline,
    Action.REVIEW: lambda case: case.review(CLERK, NOW, "齐全。"),
    Action.GRANT: lambda case: case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance),
    Action.REFUSE: lambda case: refuse(case, CHIEF, case.substance),
    Action.RETURN_TO_WINDOW: lambda case: case.return_to_window(
        CHIEF, NOW, opinion="请补照片。", seen=case.substance
    ),
    Action.MAKE_CERTIFICATE: lambda case: case.make_certificate(
        CLERK, NOW, number="虚构许可001", valid_until=""
    ),
    Action.HAND_OVER: lambda case: case.hand_over(CLERK, NOW, DELIVERY),
    Action.CLOSE: lambda case: case.close(CLERK, NOW),
    Action.WITHDRAW: lambda case: case.withdraw(CLERK, NOW, "不办了。"),
    Action.ATTACH: lambda case: case.attach(CLERK, NOW, attachment("c")),
}
STEPS |= FURTHER_STEPS | CLOCK_STEPS
ONWARD = [each for each in STEPS if each not in ENDS | {Action.ATTACH}]


def may(action):
    """Try a step where the path has it; an invariant tries it everywhere else."""
    return precondition(lambda machine: machine.case.allows(action))


class CaseOnItsPath(RuleBasedStateMachine):
    """Steps in any order, with right and wrong hands, papers and words."""

    @initialize(answers=answers, marks=marks)
    def receive(self, answers, marks):
        try:
            case = Case.receive("case", receipt(answers, marks), ITEM)
        except Refusal:
            case = received()
        self.events = list(case.news)
        self.case = case.without_news()

    @precondition(lambda machine: machine.case.is_finished)
    @rule(answers=answers, marks=marks)
    def next_please(self, answers, marks):
        self.receive(answers, marks)

    def attempt(self, step):
        """Take a step: it is done and told, or refused by something else than the stage."""
        try:
            after = step(self.case)
        except Refusal as refusal:
            assert not isinstance(refusal, WrongStage)  # noqa: PT017 - it may also be done
            return False
        self.events += after.news
        self.case = after.without_news()
        return bool(after.news)

    @precondition(lambda machine: not machine.case.is_finished)
    @rule(ways=st.lists(st.integers(0, 9), max_size=4))
    def go_on(self, ways):
        for way in ways:
            onward = [each for each in ONWARD if self.case.allows(each)]
            if onward:
                self.attempt(STEPS[onward[way % len(onward)]])

    @may(Action.CORRECT)
    @rule(answers=answers, marks=marks, name=st.sampled_from([None, "欧阳𬍛", "坏\x00字"]))
    def correct(self, answers, marks, name):
        applicant = replace(PERSON, name=name) if name else None
        change = {"applicant": applicant, "answers": answers, "marks": marks}
        self.attempt(lambda case: case.correct(CLERK, NOW, **change))

    @may(Action.ISSUE_NOTICE)
    @rule(chief=st.sampled_from([None, CHIEF]), reason=st.sampled_from(["", "材料又有变化"]))
    def issue_notice(self, chief, reason):
        is_first = not self.case.notices
        wanting = tuple(each.prerequisite.id for each in self.case.checklist.wanting())
        step = {"chief": chief, "reason": reason}
        if self.attempt(lambda case: case.issue_notice(CLERK, NOW, NEXT_WEEK, **step)):
            assert self.case.notices[-1].wanting == wanting != ()
            assert not self.case.checklist.open()
            assert is_first or (chief and reason)

    @may(Action.SUPPLEMENT)
    @rule(marks=marks)
    def supplement(self, marks):
        self.attempt(lambda case: case.supplement(CLERK, NOW, marks))

    @may(Action.ACCEPT)
    @rule(by=st.sampled_from([CLERK, CHIEF]))
    def accept(self, by):
        is_ready = self.case.checklist.is_complete and not ITEM.unanswered(self.case.answers)
        assert self.attempt(lambda case: case.accept(by, NOW, CALENDAR)) == is_ready

    @may(Action.REVIEW)
    @rule(opinion=texts)
    def review(self, opinion):
        self.attempt(lambda case: case.review(CLERK, NOW, opinion))

    def sign(self, by, step):
        """Let somebody sign: only a chief can, and not the one who accepted."""
        if self.attempt(step):
            assert by.id != self.case.accepted.by
            assert by is not CLERK
            assert self.case.decision.substance == self.case.substance

    @may(Action.GRANT)
    @rule(by=anybody, opinion=texts, is_stale=now_and_then)
    def grant(self, by, opinion, is_stale):
        seen = "0" * 64 if is_stale else self.case.substance
        self.sign(by, lambda case: case.grant(by, NOW, opinion=opinion, seen=seen))

    @may(Action.REFUSE)
    @rule(by=anybody, facts=texts)
    def refuse(self, by, facts):
        self.sign(by, lambda case: refuse(case, by, case.substance, facts=facts))

    @may(Action.RETURN_TO_WINDOW)
    @rule(by=anybody, opinion=texts)
    def return_to_window(self, by, opinion):
        seen = self.case.substance
        self.sign(by, lambda case: case.return_to_window(by, NOW, opinion=opinion, seen=seen))

    @may(Action.MAKE_CERTIFICATE)
    @rule(number=texts)
    def make_certificate(self, number):
        self.attempt(lambda x: x.make_certificate(CLERK, NOW, number=number, valid_until=""))

    @may(Action.HAND_OVER)
    @rule(by=texts)
    def hand_over(self, by):
        delivery = replace(DELIVERY, received_by=by)
        self.attempt(lambda case: case.hand_over(CLERK, NOW, delivery))

    @may(Action.CLOSE)
    @rule()
    def close(self):
        assert self.attempt(STEPS[Action.CLOSE])

    @may(Action.DECLINE)
    @rule(is_meant=now_and_then, facts=texts)
    def decline(self, is_meant, facts):
        if is_meant:
            self.attempt(lambda case: decline(case, facts=facts))

    @may(Action.WITHDRAW)
    @rule(is_meant=now_and_then, reason=texts)
    def withdraw(self, is_meant, reason):
        if is_meant:
            self.attempt(lambda case: case.withdraw(CLERK, NOW, reason))

    @may(Action.ATTACH)
    @rule(content=st.sampled_from("ab"), line=st.sampled_from([FORM, None, "99"]))
    def attach(self, content, line):
        file = attachment(content, line)
        assert not (self.attempt(lambda case: case.attach(CLERK, NOW, file)) and line == "99")

    @invariant()
    def every_step_the_path_does_not_have_here_is_refused_and_says_so(self):
        for action in {each for each in STEPS if not self.case.allows(each)}:
            with pytest.raises(WrongStage) as refusal:
                STEPS[action](self.case)
            assert (refusal.value.action, refusal.value.stage) == (action, self.case.stage)

    @invariant()
    def the_version_counts_the_events(self):
        assert self.case.version == len(self.events)

    @invariant()
    def the_events_make_the_same_case(self):
        assert Case.replay(self.case.id, self.events, ITEM) == self.case

    @invariant()
    def the_substance_changes_exactly_with_what_is_decided_about(self):
        before = Case.replay(self.case.id, self.events[:-1] or self.events, ITEM)
        same = decided_about(before) == decided_about(self.case)
        assert (before.substance == self.case.substance) == same

    @invariant()
    def a_finished_case_allows_nothing(self):
        allowed = {each for each in Action if self.case.allows(each)}
        assert (allowed <= AFTERWARDS) == (self.case.stage in FINISHED) == self.case.is_finished
        assert (self.case.finished_at is not None) == self.case.is_finished


def decided_about(case):
    files = sorted(each.sha256 for each in case.attachments)
    return case.item, case.answers, case.marks, files, case.applicant


def test_any_actions_in_any_order_keep_the_promises_of_a_case():
    run_state_machine_as_test(
        CaseOnItsPath, settings=settings(max_examples=200, stateful_step_count=50, deadline=None)
    )


def test_every_event_of_the_whole_path_counts_one_version():
    case = before_the_chief()
    case = case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance)
    case = case.make_certificate(CLERK, NOW, number="虚构许可001", valid_until="")
    case = case.hand_over(CLERK, NOW, DELIVERY).close(CLERK, NOW)

    assert case.version == len(case.news) == 7
    assert case.stage is Stage.CLOSED
    assert Case.replay(case.id, case.news, ITEM) == case


def test_every_forbidden_action_says_which_action_and_where_the_case_stands():
    case = received().withdraw(CLERK, NOW, "不办了。")

    with pytest.raises(WrongStage) as refusal:
        case.accept(CLERK, NOW, CALENDAR)
    assert (refusal.value.action, refusal.value.stage) == (Action.ACCEPT, Stage.WITHDRAWN)


def test_the_notice_holds_exactly_what_is_wanting_and_nothing_that_is_there():
    case = received({AGENT: YES}, {**ALL_IN_HAND, FORM: in_hand_short(), LETTER: MISSING})

    assert case.issue_notice(CLERK, NOW, NEXT_WEEK).notices[0].wanting == (FORM, LETTER)


def test_the_notice_is_not_issued_while_a_question_is_open():
    with pytest.raises(SituationOpen) as refusal:
        received({}, {FORM: MISSING}).issue_notice(CLERK, NOW, NEXT_WEEK)
    assert refusal.value.questions == ("是否委托他人代办？",)


def test_the_notice_is_not_issued_before_every_line_was_looked_at():
    with pytest.raises(LinesNotLookedAt) as refusal:
        received(marks={FORM: MISSING}).issue_notice(CLERK, NOW, NEXT_WEEK)
    assert refusal.value.prerequisites == ("照片",)


def test_a_complete_application_is_not_answered_with_a_notice():
    with pytest.raises(NothingMissing):
        received().issue_notice(CLERK, NOW, NEXT_WEEK)


def test_the_applicant_is_told_once_and_again_only_with_the_chiefs_line():
    told = received(marks={**ALL_IN_HAND, FORM: MISSING}).issue_notice(CLERK, NOW, NEXT_WEEK)

    with pytest.raises(AlreadyTold):
        told.issue_notice(CLERK, NOW, NEXT_WEEK)
    with pytest.raises(AlreadyTold):
        told.issue_notice(CLERK, NOW, NEXT_WEEK, chief=CHIEF)
    again = told.issue_notice(CLERK, NOW, NEXT_WEEK, chief=CHIEF, reason="法规当日修订。")
    assert again.notices[1].allowed_by == CHIEF.id


def test_the_last_day_for_a_supplement_is_not_over_already():
    case = received(marks={**ALL_IN_HAND, FORM: MISSING})

    with pytest.raises(DayInThePast):
        case.issue_notice(CLERK, NOW, NOW.date() - timedelta(days=1))
    assert case.issue_notice(CLERK, NOW, NOW.date()).stage is Stage.NOTIFIED


def test_a_case_is_not_accepted_while_something_is_missing():
    with pytest.raises(ChecklistIncomplete) as refusal:
        received(marks={**ALL_IN_HAND, PHOTO: MISSING}).accept(CLERK, NOW, CALENDAR)
    assert refusal.value.prerequisites == ("照片",)


def test_a_paper_may_not_be_promised_for_after_the_case_is_due():
    promise = Mark(status=LineStatus.PROMISED, promised_on=date(2026, 12, 1))
    case = received(marks={**ALL_IN_HAND, PHOTO: promise})

    with pytest.raises(PromiseTooLate) as refusal:
        case.accept(CLERK, NOW, CALENDAR)
    assert refusal.value.due_on == date(2026, 11, 30)


def test_the_clock_starts_with_the_acceptance():
    accepted = received().accept(CLERK, NOW, CALENDAR)

    assert received().due is None
    assert accepted.due.on == date(2026, 11, 30)
    assert accepted.accepted.statutory_due.on == date(2026, 12, 21)


def test_the_hand_that_accepted_may_not_sign_off():
    case = received().accept(CHIEF, NOW, CALENDAR).review(CLERK, NOW, "齐全。")

    with pytest.raises(SameHand):
        case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance)
    with pytest.raises(SameHand):
        refuse(case, CHIEF, case.substance)
    with pytest.raises(SameHand):
        case.return_to_window(CHIEF, NOW, opinion="请改。", seen=case.substance)
    assert case.grant(DEPUTY, NOW, opinion="同意。", seen=case.substance).stage is Stage.GRANTED


def test_only_a_chief_signs_off():
    case = before_the_chief()

    with pytest.raises(NotYourRole):
        case.grant(CLERK, NOW, opinion="同意。", seen=case.substance)


def test_a_chief_signs_only_what_was_on_the_screen():
    seen = received().accept(CLERK, NOW, CALENDAR).substance
    case = received().attach(CLERK, NOW, attachment("a")).accept(CLERK, NOW, CALENDAR)
    case = case.review(CLERK, NOW, "齐全。")

    with pytest.raises(SubstanceChanged):
        case.grant(CHIEF, NOW, opinion="同意。", seen=seen)


@pytest.mark.parametrize("lacking", ["opinion", "facts", "reasons", "basis"])
def test_a_refusal_names_facts_reasons_and_basis(lacking):
    case = before_the_chief()

    with pytest.raises(InvalidInput) as refusal:
        refuse(case, CHIEF, case.substance, **{lacking: ""})
    assert [x.place for x in refusal.value.problems] == [f"sign_off.{lacking}"]


def test_what_was_returned_is_mended_and_goes_to_the_chief_again():
    case = before_the_chief()
    case = case.return_to_window(CHIEF, NOW, opinion="照片重拍。", seen=case.substance)
    case = case.correct(
        CLERK, NOW, marks={PHOTO: Mark(status=LineStatus.NOT_GOOD, defect=Defect.WRONG)}
    )

    with pytest.raises(ChecklistIncomplete):
        case.review(CLERK, NOW, "已改。")
    case = case.correct(CLERK, NOW, marks={PHOTO: in_hand(ITEM.prerequisite(PHOTO))})
    again = case.review(CLERK, NOW, "已改。")
    assert (again.stage, again.decision, again.due) == (Stage.REVIEWED, None, case.due)


def test_a_decline_for_want_of_competence_names_where_to_go():
    with pytest.raises(InvalidInput) as refusal:
        decline(received(), ground=DeclineGround.NOT_OUR_COMPETENCE)
    assert [x.place for x in refusal.value.problems] == ["decline.authority"]


def test_a_proxy_collector_leaves_name_number_and_reason():
    case = before_the_chief()
    case = case.grant(CHIEF, NOW, opinion="同意。", seen=case.substance)
    case = case.make_certificate(CLERK, NOW, number="虚构许可001", valid_until="")

    with pytest.raises(InvalidInput) as refusal:
        case.hand_over(CLERK, NOW, replace(DELIVERY, way="proxy", received_by="", received_id=""))
    assert [x.place for x in refusal.value.problems] == [
        "delivery.received_by",
        "delivery.received_id",
        "delivery.proxy_reason",
    ]


def test_the_same_file_for_the_same_line_is_kept_once():
    once = received().attach(CLERK, NOW, attachment("a", FORM))

    assert once.attach(CLERK, NOW, attachment("a", FORM)) is once
    assert len(once.attach(CLERK, NOW, attachment("a", PHOTO)).attachments) == 2


def test_a_file_for_something_the_list_does_not_hold_is_refused():
    foreign = attachment("a", PrerequisiteId("99"))

    with pytest.raises(NotOnTheList):
        received().attach(CLERK, NOW, foreign)
    with pytest.raises(NotOnTheList):
        Case.receive("case", replace(receipt({}, {}), attachments=(foreign,)), ITEM)


def test_an_item_for_people_is_not_given_to_a_body_also_not_by_a_correction():
    body = replace(PERSON, kind=ApplicantKind.ORGANISATION, contact_name="王䶮")

    for attempt in (
        lambda: received(applicant=body),
        lambda: received().correct(CLERK, NOW, applicant=body),
    ):
        with pytest.raises(InvalidInput) as refusal:
            attempt()
        assert [x.kind for x in refusal.value.problems] == ["wrong_applicant_kind"]


def test_every_wrong_field_of_the_applicant_is_told_at_once():
    with pytest.raises(InvalidInput) as refusal:
        received(applicant=replace(PERSON, name="", phone="12", document_number="1"))
    assert {x.place for x in refusal.value.problems} == {
        "applicant.name",
        "applicant.phone",
        "applicant.document_number",
    }


def test_a_waiver_in_the_marks_names_its_chief():
    waiver = Mark(status=LineStatus.WAIVED, note="内部可查", waived_by=StaffId("staff-2001"))

    assert received(marks={**ALL_IN_HAND, FORM: waiver}).accept(CLERK, NOW, CALENDAR).accepted


def in_hand_short():
    return Mark(status=LineStatus.IN_HAND, originals=1, copies=1)


def test_the_table_and_the_case_agree_where_an_action_is_allowed():
    case = before_the_chief()

    assert {each for each in Action if case.allows(each)} == {
        each for each in Action if is_allowed(each, Stage.REVIEWED)
    }


def test_only_a_chief_allows_a_second_notice():
    told = received(marks={**ALL_IN_HAND, FORM: MISSING}).issue_notice(CLERK, NOW, NEXT_WEEK)

    with pytest.raises(NotYourRole):
        told.issue_notice(CLERK, NOW, NEXT_WEEK, chief=CLERK, reason="法规当日修订。")


def test_an_answer_to_a_question_the_item_does_not_ask_is_not_kept():
    with pytest.raises(QuestionNotAsked):
        received({AGENT: NO, SituationId("weather"): YES})
    with pytest.raises(QuestionNotAsked):
        received().correct(CLERK, NOW, answers={SituationId("weather"): YES})
