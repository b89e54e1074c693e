"""What the published list says in Chinese, as English readers see it."""

import re

import pytest

from clerk import bootstrap
from clerk.usecases.citations import basis_said, fee_said
from clerk.usecases.language import use_language
from tests import desk


@pytest.fixture(params=["en", "zh_CN"])
def language(request):
    use_language(request.param, bootstrap.resources())
    yield request.param
    use_language("en", bootstrap.resources())


@pytest.mark.parametrize(
    ("basis", "english"),
    [
        ("办法第10条(一)", "Measures Art. 10(1)"),
        ("药品管理法第52条(一)；令第84号", "Drug Administration Law Art. 52(1); Order No. 84"),
        ("城乡规划法第37、38条", "Urban and Rural Planning Law Art. 37, 38"),
        ("条例第22条(二)、23条", "Regulations Art. 22(2), 23"),
        ("建筑法第8条(十二)", "Construction Law Art. 8(12)"),
        ("固镇县办事指南", "《固镇县办事指南》"),
        ("TSG 08-2017", "TSG 08-2017"),
    ],
)
def test_a_basis_is_cited_in_english_and_left_alone_in_chinese(language, basis, english):
    assert basis_said(basis) == (english if language == "en" else basis)


def test_a_fee_is_said_in_english_and_left_alone_in_chinese(language):
    assert fee_said("不收费") == ("no fee" if language == "en" else "不收费")
    assert fee_said("300元") == "300元"


def test_every_basis_of_the_shipped_list_is_said(tmp_path):
    made = desk.make_desk(tmp_path / "desk")
    items = [made.room.reading.item(each.id) for each in made.room.reading.items()]
    made.close()

    said = {basis_said(asked.basis) for item in items for asked in item.prerequisites}

    assert all(said)
    assert not any(re.search("第[0-9]+条", each) for each in said)
