"""The words for each kind of problem and remark a catalogue file can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clerk.usecases.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping


def type_name(kind: str) -> str:
    """Say what a JSON value is."""
    return {
        "text": _("a text"),
        "whole_number": _("a whole number"),
        "fraction": _("a number with decimals"),
        "truth": _("true or false"),
        "truth_or_text": _("true, false or a condition"),
        "list": _("a list"),
        "object": _("an object"),
        "nothing": _("null"),
    }[kind]


def catalogue_sentence(kind: str, facts: Mapping[str, str | int]) -> str:
    """Say a problem of a catalogue file in one breath: what is wrong, and what to do."""
    said = dict(facts)
    for name in ("expected", "found"):
        if kind == "wrong_type":
            said[name] = type_name(str(said[name]))
    return _sentences()[kind].format(**said)


def _sentences() -> dict[str, str]:
    return {
        "file_empty": _("The file is empty. Choose the file that holds the list."),
        "file_too_large": _(
            "The file has {size} bytes; at most {largest} can be read. Split it by department."
        ),
        "file_is_utf16": _("The file is written in UTF-16. Save it as UTF-8 and try again."),
        "file_is_gb18030": _(
            "The file looks like GB18030: line {line}, byte {byte} is not UTF-8. Save it as "
            "UTF-8 and try again."
        ),
        "file_not_utf8": _(
            "Line {line}, byte {byte} is not UTF-8, so the file is damaged or is not a "
            "text. Get it again from its source."
        ),
        "json_cut_off": _(
            "The file ends too early, at line {line}, column {column}. Copy it again in full."
        ),
        "json_broken": _(
            "Line {line}, column {column} cannot be read, near “{near}”. Correct the "
            "punctuation there."
        ),
        "too_deep": _(
            "Line {line}, column {column} is nested more than {deepest} brackets deep. "
            "Check that it is a list of service items."
        ),
        "too_many_values": _("The file holds more than {most} values. Split it by department."),
        "not_a_catalogue": _(
            "The file holds no list of service items. Choose a list, or a department's file "
            "with its items."
        ),
        "and_more": _(
            "There are {count} more like these. Deal with those shown, then check the file again."
        ),
        "schema_unknown": _(
            "The file says format {found}; this program reads format {known}. Update the "
            "program, or get the list in format {known}."
        ),
        "not_a_day": _(
            "“{text}” is not a day of the calendar. Write it as year-month-day, such as 2026-11-23."
        ),
        "item_twice": _(
            "The item {id} stands in the file twice, first at {first}. Remove one, or give "
            "it another id."
        ),
        "other_department": _(
            "The item belongs to {found}, but the file is the list of {expected}. Move it "
            "to the other department's file."
        ),
        "field_missing": _("The field {name} is missing. Add it."),
        "wrong_type": _("Here stands {found}; it must be {expected}. Correct it."),
        "text_empty": _("The text is empty. Fill it in."),
        "text_not_of_form": _("“{text}” does not have the form {form}. Correct it."),
        "invisible_character": _(
            "Character {position} is invisible and can make the text read otherwise "
            "({code}). Remove it."
        ),
        "not_a_number": _("“{text}” is no number that can be kept. Write an ordinary number."),
        "number_out_of_range": _("{number} is not between {least} and {most}. Correct it."),
        "value_not_allowed": _(
            "“{value}” is not one of the allowed words: {allowed}. Choose one of them."
        ),
        "list_length": _(
            "The list has {length} entries; it must have {least} to {most}. Correct it."
        ),
        "key_twice": _("The field {name} is written twice here. Keep the right one."),
        "promise_over_law": _(
            "The promised {promised} days are longer than the {statutory} the law allows. "
            "Correct one of them."
        ),
        "extension_unreadable": _(
            "The extension “{text}” cannot be read. Write it like “+10 working days, head "
            "of agency (行政许可法 42)”."
        ),
        "procedure_unknown": _(
            "“{name}” is not among the item's special procedures. Copy its name from there."
        ),
        "situation_twice": _(
            "The question {name} stands in this item twice. Give one of them another id."
        ),
        "answer_twice": _(
            "The answer {name} stands in this question twice. Give one of them another id."
        ),
        "question_decides_nothing": _(
            "No answer to “{question}” asks for a material. Name what it decides, or remove "
            "the question."
        ),
        "requires_unknown": _(
            "No material of this item has the condition “{text}” or, having one, that name. "
            "Copy the words from the material."
        ),
        "decided_twice": _(
            "“{text}” is already decided by the question {first}. Let one question decide it."
        ),
        "unknown_field": _(
            "The field {name} is not known to this program and is kept as it is. Nothing "
            "needs doing."
        ),
        "unknown_on_cover": _(
            "The field {name} is not known to this program and is not kept. Move it into "
            "the items if it matters."
        ),
    }
