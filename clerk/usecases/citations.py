"""Fees and legal bases of the list in the language of now.

The list is published in Chinese. Common names are translated, articles are written as English
readers know them; a name nobody translated keeps its Chinese between 《》, so that it can be
seen to be a title and be looked up.
"""

from __future__ import annotations

import re

from clerk.usecases.language import CHINESE, current_language

_ARTICLE = re.compile(r"第([\d、]+)条(?:\(([一二三四五六七八九十]+)\))?")
_FURTHER = re.compile(r"、(\d+)条")
_NUMERALS = "一二三四五六七八九十"
_TEN = len(_NUMERALS)


def fee_said(fee: str) -> str:
    """Say what a matter costs, as the list writes it or in English."""
    if current_language() == CHINESE:
        return fee
    return _FEES.get(fee, fee)


def basis_said(basis: str) -> str:
    """Say the legal basis of a requirement: ``办法第10条(一)`` reads ``Measures Art. 10(1)``."""
    if current_language() == CHINESE:
        return basis
    return "; ".join(_one(each.strip()) for each in re.split("[；;]", basis))


def _one(basis: str) -> str:
    found = _ARTICLE.search(basis)
    name, rest = (basis[: found.start()], basis[found.start() :]) if found else (basis, "")
    article = _FURTHER.sub(r", \1", _ARTICLE.sub(_article, rest)).replace("、", ", ")
    return f"{_named(name)} {article}".strip()


def _named(name: str) -> str:
    if not name or name.isascii():
        return name
    return _NAMES.get(name) or f"《{name}》"


def _article(found: re.Match[str]) -> str:
    numbers, item = found.groups()
    return f"Art. {numbers}" + (f"({_number(item)})" if item else "")


def _number(numeral: str) -> int:
    """Read a Chinese numeral from 1 to 19."""
    if len(numeral) > 1:
        return _TEN + _NUMERALS.index(numeral[-1]) + 1
    return _NUMERALS.index(numeral) + 1


_FEES = {
    "不收费": "no fee",
    "登记费：住宅80元/件，非住宅550元/件": "¥80 for a home, ¥550 for other property",
    "换领20元，补领40元（memory）": "¥20 to renew, ¥40 to replace",
    "工本费10元（memory）": "¥10 for the document",
    "首次申领免费（memory）": "the first one is free",
    "易地建设费（易地建设时，省定标准）": "by the province's rate, if built elsewhere",
    "城市道路占用费/挖掘修复费（省定标准）": "by the province's rates for using the road",
}


_NAMES = {
    "条例": "Regulations",
    "实施细则": "Implementing Rules",
    "地方实施细则": "Local Implementing Rules",
    "实施办法": "Implementing Measures",
    "办法": "Measures",
    "许可管理办法": "Licensing Measures",
    "审查办法": "Examination Measures",
    "规定": "Provisions",
    "管理规定": "Administrative Provisions",
    "地方规定": "Local Provisions",
    "城乡规划法": "Urban and Rural Planning Law",
    "建筑法": "Construction Law",
    "消防法": "Fire Protection Law",
    "药品管理法": "Drug Administration Law",
    "居民身份证法": "Resident Identity Card Law",
    "民办教育促进法": "Private Education Law",
    "森林法": "Forest Law",
    "动物防疫法": "Animal Epidemic Prevention Law",
    "水土保持法": "Water and Soil Conservation Law",
    "社会保险法": "Social Insurance Law",
    "契税法": "Deed Tax Law",
    "市场主体登记管理条例": "Market Entity Registration Regulations",
    "市场主体登记管理条例实施细则": "Market Entity Registration Rules",
    "不动产登记暂行条例": "Real Estate Registration Regulations",
    "道路运输条例": "Road Transport Regulations",
    "城市道路管理条例": "Urban Roads Regulations",
    "护士条例": "Nurses Regulations",
    "旅行社条例": "Travel Agencies Regulations",
    "食品经营许可（和备案）管理办法": "Food Business Licensing Measures",
    "劳务派遣行政许可实施办法": "Labour Dispatch Licensing Measures",
    "旅馆业治安管理办法": "Hotel Public Security Measures",
    "农药经营许可管理办法": "Pesticide Business Licensing Measures",
    "建筑工程施工许可管理办法": "Construction Permit Measures",
    "建设工程消防设计审查验收管理暂行规定": "Fire Design Examination Provisions",
    "令第84号": "Order No. 84",
}
