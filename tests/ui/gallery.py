"""Draws every shared widget and the whole window into PNG files, to be looked at by people.

python tests/ui/gallery.py FOLDER [en|zh_CN] [light|dark] [scale]
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from clerk.domain.catalogue import PrerequisiteId
from clerk.domain.checklist import LineStatus
from clerk.domain.staff import Role, Staff, StaffId
from clerk.ui import keys, theme
from clerk.ui.app import make_application
from clerk.ui.chief_line import ChiefLine
from clerk.ui.main_window import MainWindow
from clerk.ui.page import Place
from clerk.ui.rows import (
    ChecklistRow,
    ChiefAsk,
    ChiefChoice,
    ChiefMode,
    Chip,
    Notice,
    PageImage,
    QueueRow,
    StaffRow,
    StageStep,
    StepState,
    Tone,
)
from clerk.ui.tasks import DirectTasks
from clerk.ui.theme import RARE_FONTS, load_fonts
from clerk.ui.widgets.action_button import ActionButton, Kind
from clerk.ui.widgets.card import Card
from clerk.ui.widgets.case_list import CaseList
from clerk.ui.widgets.checklist_table import ChecklistTable
from clerk.ui.widgets.decision_list import DecisionList
from clerk.ui.widgets.id_edit import IdEdit
from clerk.ui.widgets.key_sheet import KeySheet
from clerk.ui.widgets.notice_bar import NoticeBar
from clerk.ui.widgets.opinion_field import OpinionField
from clerk.ui.widgets.paper_preview import PaperPreview
from clerk.ui.widgets.picture_view import PictureView
from clerk.ui.widgets.pill import Pill, PillRow
from clerk.ui.widgets.pin_field import PinField
from clerk.ui.widgets.segmented import Segmented
from clerk.ui.widgets.stage_track import StageTrack
from clerk.ui.widgets.text_field import ChoiceField, TextField
from clerk.usecases.language import use_language
from clerk.usecases.lines import DayCounts

RESOURCES = Path(__file__).resolve().parents[2] / "resources"

LI_MIN = Staff(
    id=StaffId("s-1"), number="A0701", name="李敏", post="窗口人员", department_id="SCJG",
    roles=frozenset({Role.CLERK}),
)  # fmt: skip
PEOPLE = tuple(
    StaffRow(id=StaffId(f"s-{n}"), number=f"A070{n}", name=name, post=post)
    for n, (name, post) in enumerate(
        (
            ("李敏", "窗口人员"),
            ("王䶮", "窗口人员"),
            ("周建国", "审批服务科科长"),
            ("赵琳", "督查人员"),
        ),
        1,
    )
)
IN_HAND = Chip(text="已收", tone=Tone.GREEN, symbol="✓")
ROWS = tuple(
    ChecklistRow(
        id=PrerequisiteId(str(n)), number=n, name=name, basis=basis, form=form, status=status,
        chip=chip, choices=(LineStatus.IN_HAND, LineStatus.MISSING),
    )
    for n, (name, basis, form, status, chip) in enumerate(
        (
            ("食品经营许可申请书", "法定 · 食品经营许可和备案管理办法 第十三条", "原件 1 份",
             LineStatus.IN_HAND, IN_HAND),
            ("营业执照", "已从中心库取得（统一社会信用代码一致）", "系统获取", LineStatus.FETCHED,
             Chip(text="免提交", tone=Tone.BLUE, symbol="✓")),
            ("经营场所平面图、设备布局", "扫描 2 页", "复印件 1 份", LineStatus.IN_HAND, IN_HAND),
            ("食品安全管理制度文本", "可容缺：须签承诺书，期限 2026-11-30", "原件 1 份",
             LineStatus.PROMISED, Chip(text="承诺后补 · 5 日", tone=Tone.AMBER)),
            ("从业人员健康证明", "情形：含热食类制售 → 必需", "复印件", LineStatus.MISSING,
             Chip(text="缺", tone=Tone.RED, symbol="✗")),
            ("食品安全自查、追溯等制度清单", "", "原件 1 份", LineStatus.TO_CHECK,
             Chip(text="待核", tone=Tone.GREY, symbol="○")),
        ), 1
    )
)  # fmt: skip
QUEUE = (
    QueueRow(id="1", title="食品经营许可（新办）", detail="好味来餐饮店 · A07 李敏 · 09:40",
             chip=Chip(text="今日到期", tone=Tone.AMBER)),
    QueueRow(id="2", title="药品经营许可（变更）", detail="仁和大药房 · A08 · 09:22",
             chip=Chip(text="余 3 日", tone=Tone.GREEN)),
    QueueRow(id="3", title="小餐饮备案", detail="张记早点 · A07 · 09:15",
             chip=Chip(text="即办 窗口等候", tone=Tone.BLUE)),
    QueueRow(id="4", title="特种设备使用登记", detail="恒力电梯 · A09 · 昨日",
             chip=Chip(text="超期 1 日", tone=Tone.RED, symbol="!")),
)  # fmt: skip
STEPS = tuple(
    StageStep(label=label, detail=detail, state=state)
    for label, detail, state in (
        ("受理", "李敏 11-13", StepState.DONE),
        ("初审", "李敏 11-13", StepState.DONE),
        ("现场核查", "暂停 3 日", StepState.DONE),
        ("签批", "等您签字", StepState.NOW),
        ("制证", "即时", StepState.AHEAD),
        ("送达", "窗口 / 邮寄", StepState.AHEAD),
    )
)
ASK = ChiefAsk(
    title="窗口一线签批", subject="小餐饮备案 · 张记早点 · 材料齐全", mode=ChiefMode.DECIDE,
    chiefs=PEOPLE[2:3],
    decisions=(
        ChiefChoice(id="grant", label="准予许可"),
        ChiefChoice(id="refuse", label="不予许可（须写理由）", needs_opinion=True),
        ChiefChoice(id="return", label="退回窗口", needs_opinion=True),
    ),
    opinions=("材料齐全，符合法定条件，同意。", "经核查不符合要求。"),
)  # fmt: skip


def drawn_page(title: str) -> PageImage:
    """A sheet of paper with a title, as a renderer would give it."""
    sheet = QImage(420, 594, QImage.Format.Format_RGB888)
    sheet.fill(0xFFFFFF)
    painter = QPainter(sheet)
    painter.setFont(theme.current().font("title", bold=True))
    painter.drawText(40, 70, title)
    painter.end()
    line = sheet.width() * 3
    raw = bytes(sheet.constBits())
    rows = (raw[y * sheet.bytesPerLine() :][:line] for y in range(sheet.height()))
    return PageImage(width=sheet.width(), height=sheet.height(), rgb=b"".join(rows))


class AcceptLike(QWidget):
    """Cards as the accept page arranges them."""

    def __init__(self):
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._left(), 27)
        row.addLayout(self._middle(), 66)
        row.addLayout(self._right(), 31)

    def _left(self):
        card = Card("① 事项", "F2")
        field = TextField("", placeholder="名称 / 首字母 / 代码")
        field.set_value("spjy")
        items = CaseList(name="事项")
        items.show_rows(tuple(replace(each, chip=None) for each in QUEUE[:3]))
        items.setFixedHeight(160)
        self.items = items
        card.add(field)
        card.add(items)
        heading = QLabel("② 情形")
        theme.set_role(heading, "heading")
        card.add(heading)
        yes_no = (("y", "是"), ("n", "否"))
        places = (("own", "自有"), ("rent", "租赁"), ("market", "食品市场内"))
        for question, choices, chosen in (
            ("是否含热食类制售？", yes_no, "y"),
            ("是否利用互联网经营？", yes_no, "n"),
            ("经营场所", places, "own"),
        ):
            asked = Segmented(question, choices)
            asked.choose(chosen)
            card.add(asked)
        card.body.addStretch(1)
        return card

    def _middle(self):
        column = QVBoxLayout()
        column.setSpacing(12)
        who = Card("③ 申请人", "读卡 F6 · 老客户自动带出")
        first, second = QHBoxLayout(), QHBoxLayout()
        kind = ChoiceField("类型", (("o", "企业"), ("p", "个人")))
        code = IdEdit("统一社会信用代码", check=lambda number: "" if len(number) == 18 else "少位")
        code.set_value("91341100MA2N4XJ15K")
        contact, phone, name = TextField("联系人"), TextField("手机"), TextField("名称")
        contact.set_value("王䶮𬍛")
        phone.set_value("13805500123")
        name.set_value("滁州市南谯区好味来餐饮店𰻝𪩘𨭎")
        wrong = IdEdit("经办人证件号", check=lambda _number: "校验位不符，请核对证件。")
        wrong.set_value("34110019900101001")
        for part, stretch in ((kind, 15), (code, 45), (contact, 15), (phone, 21)):
            first.addWidget(part, stretch)
        for part, stretch in ((name, 60), (wrong, 37)):
            second.addWidget(part, stretch)
        who.add(first)
        who.add(second)
        column.addWidget(who)
        check = Card("④ 前置要件核对")
        counts = PillRow()
        counts.show_chips(
            (
                Chip(text="3 已具备", tone=Tone.GREEN),
                Chip(text="1 承诺", tone=Tone.AMBER),
                Chip(text="1 缺", tone=Tone.RED),
                Chip(text="1 待核"),
            )
        )
        check.set_right(counts)
        self.table = ChecklistTable()
        self.table.show_rows(ROWS)
        bar = NoticeBar()
        bar.tell(
            Notice(
                tone=Tone.RED,
                what="还缺：从业人员健康证明。",
                then="收齐后打勾，或打印一次性告知书。",
            )
        )
        check.add(bar)
        check.add(self.table, 1)
        column.addWidget(check, 1)
        return column

    def _right(self):
        column = QVBoxLayout()
        column.setSpacing(12)
        card = Card("⑤ 结论")
        card.add(Pill(Chip(text="还不能受理：缺 1，待核 1", tone=Tone.RED)))
        accept = ActionButton("受理并打印回执", command=keys.Command.ACCEPT, kind=Kind.PRIMARY)
        accept.set_available(False, "还缺 1 份材料")
        for button in (
            accept,
            ActionButton("一次性告知（打印缺件清单）", command=keys.Command.NOTICE),
            ActionButton("不予受理", command=keys.Command.DECLINE, kind=Kind.DANGER),
            ActionButton("存草稿，叫下一位", command=keys.Command.PARK, kind=Kind.QUIET),
        ):
            card.add(button)
        column.addWidget(card)
        paper = Card("将打印：一次性补正告知书", "A5 · 1 页")
        preview = PaperPreview()
        preview.show_pages("", (drawn_page("一次性补正告知书"),))
        paper.add(preview, 1)
        column.addWidget(paper, 1)
        return column

    def shown(self):
        self.table.rows.setFocus()

    def changed(self, case_ids):
        """Nothing here depends on a case."""


class SignLike(QWidget):
    """Cards as the sign-off page arranges them."""

    def __init__(self):
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        queue = Card("待我签批")
        count = Pill(Chip(text="5", tone=Tone.RED), bold=True)
        queue.set_right(count)
        self.list = CaseList(name="待我签批")
        self.list.set_checkable(True)
        self.list.show_rows(QUEUE)
        queue.add(TextField("", placeholder="筛选…"))
        queue.add(self.list, 1)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        track = Card()
        steps = StageTrack()
        steps.show_steps(STEPS)
        track.add(steps)
        middle.addWidget(track)
        dossier = Card("卷宗")
        inside = QHBoxLayout()
        table = ChecklistTable(read_only=True)
        table.show_rows(ROWS)
        picture = PictureView()
        picture.show_pages("平面图", (drawn_page("平面图"), drawn_page("二")))
        inside.addWidget(table, 60)
        inside.addWidget(picture, 38)
        dossier.add(inside, 1)
        middle.addWidget(dossier, 1)
        decide = Card("窗口一线签批")
        decisions = DecisionList()
        decisions.show_choices(tuple((each.id, each.label) for each in ASK.decisions))
        decisions.choose("grant")
        opinion = OpinionField("意见")
        opinion.show_phrases(ASK.opinions)
        opinion.set_value("材料齐全，现场核查合格，同意发证。")
        pin = PinField("签批口令")
        pin.edit.setText("123456")
        for part in (
            decisions,
            opinion,
            pin,
            ActionButton("签批并出证", command=keys.Command.SIGN, kind=Kind.PRIMARY),
        ):
            decide.add(part)
        decide.body.addStretch(1)
        row.addWidget(queue, 29)
        row.addLayout(middle, 65)
        row.addWidget(decide, 30)

    def shown(self):
        self.list.setFocus()

    def changed(self, case_ids):
        """Nothing here depends on a case."""


class Plain(QWidget):
    """A page with nothing on it."""

    def shown(self):
        self.setFocus()

    def changed(self, case_ids):
        """Nothing here depends on a case."""


def made_window() -> MainWindow:
    """The whole window with pages that only look like the real ones."""
    window = MainWindow(verify=lambda _who, _pin: LI_MIN, tasks=DirectTasks())
    places = (
        ("受理", "circle-plus", AcceptLike),
        ("办件", "list-checks", Plain),
        ("签批", "signature", SignLike),
        ("出件", "package-check", Plain),
    )
    window.furnish(
        tuple(Place(title=title, icon_name=icon, make=make) for title, icon, make in places)
    )
    while window.desk.make_next():
        pass
    window.sign_in.set_staff(PEOPLE)
    window.bar.show_department("市场监管局")
    window.bar.show_staff("窗口 A07 · 李敏")
    window.bar.show_sync(Chip(text="单机运行", tone=Tone.GREY, dot=True))
    window.line.show_counts(
        DayCounts(accepted_today=37, immediate_today=21, due_soon=4, overdue=0, to_sign=3,
                  to_hand_over=1)
    )  # fmt: skip
    window.line.show_printer("打印机 HP-A5 就绪")
    window.line.show_day("2026-11-23 星期一 09:41（工作日）")
    window.set_waiting(2, 3)
    window.set_waiting(3, 1)
    return window


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    language = arguments[1] if len(arguments) > 1 else "zh_CN"
    look = arguments[2] if len(arguments) > 2 else "light"
    scale = float(arguments[3]) if len(arguments) > 3 else 1.0
    folder.mkdir(parents=True, exist_ok=True)
    use_language(language, RESOURCES)
    app = make_application(["gallery"], resources=RESOURCES, theme=look, scale=scale)
    load_fonts(RESOURCES / "fonts", RARE_FONTS)
    window = made_window()
    window.show()

    def keep(name: str, widget: QWidget | None = None) -> None:
        app.processEvents()
        app.processEvents()
        (widget or window).grab().save(str(folder / f"{name}.png"))

    keep("sign_in")
    window.sign_in.who.set_value("A0701")
    window.sign_in.pin.edit.setText("123456")
    window.sign_in.enter.click()
    window.activateWindow()
    window.desk.page_at(0).table.select("5")
    keep("accept")
    line = ChiefLine(window.desk.page_at(0))
    line.open_for(ASK)
    keep("chief_line")
    line.close_line()
    window.toast("已受理，回执正在打印。")
    window.show_page(2)
    keep("sign_off")
    sheet = KeySheet(window)
    sheet.show()
    keep("keys", sheet)
    sheet.close()
    window.lock()
    keep("locked")
    window.close()


if __name__ == "__main__":
    main(sys.argv[1:])
