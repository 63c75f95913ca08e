"""A corpus of broken inputs: for each a folder that cannot be read as meant, and the code of a finding that says why."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

from openpyxl import Workbook

__all__ = ["CORPUS"]

MAPPING = """
[mentees]
file = "{file}"
fields.id.question = "Q1"
fields.name.question = "Q2"
[mentees.fields.settings]
question = "Q3"
answers = {{ SQ001 = "diversion", SQ002 = "child_welfare" }}
[mentees.fields.preferences]
question = "Q5"
"""
HEAD = ["id", "submitdate", "lastpage", "startlanguage", "seed", "Q1", "Q2", "Q3[SQ001]", "Q3[SQ002]", "Q5[1]", "Q5[2]"]
ROW = ["1", "2026-03-01 10:00:00", "4", "en", "7", "pine", "Pine County", "Y", "", "oak", "elm"]
MENTORS = "id,name\noak,Oak City\nelm,Elm County\n"
NATIVE = "id,team_size,settings,preferences\npine,4,diversion,oak > elm\n"


def text_of(rows, separator=","):
    """Return rows as separated values."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue()


def survey(rows=(HEAD, ROW), *, file="apply.csv", mapping=MAPPING, data=None, **more):
    """Return a folder with a LimeSurvey export and its mapping."""
    content = data if data is not None else text_of(rows).encode()
    return {file: content, "mapping.toml": mapping.format(file=file), "mentors.csv": MENTORS} | more


def native(mentees=NATIVE, mentors=MENTORS, **more):
    """Return a folder of native tables."""
    return {"mentees.csv": mentees, "mentors.csv": mentors} | {
        name.replace("_csv", ".csv").replace("_toml", ".toml"): text for name, text in more.items()
    }


def changed(**cells):
    """Return the rows of a good export with other cells, by header."""
    return (HEAD, [cells.get(title.replace("[", "_").rstrip("]"), cell) for title, cell in zip(HEAD, ROW, strict=True)])


def book(fill, *, extra=None):
    """Return a workbook with a good sheet that was changed, as bytes."""
    workbook = Workbook()
    sheet = workbook.active
    for row in (HEAD, ROW):
        sheet.append(row)
    fill(sheet)
    stream = io.BytesIO()
    workbook.save(stream)
    if not extra:
        return stream.getvalue()
    changed_stream = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(changed_stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in extra:
                new.writestr(name, old.read(name))
        for name, content in extra.items():
            new.writestr(name, content)
    return changed_stream.getvalue()


def in_book(fill, **options):
    """Return a folder with a workbook and its mapping."""
    return survey(file="apply.xlsx", data=book(fill, **options))


def put(sheet, cell, content):
    """Put content into a cell."""
    sheet[cell] = content


QUALTRICS = text_of(
    [
        ["StartDate", "EndDate", "Finished", "ResponseId", "Q1"],
        ["Start", "End", "F", "R", "Code"],
        ["2026-01-01"] * 2 + ["True", "R_1", "pine"],
    ]
)
SWAPPED = MAPPING.replace('question = "Q5"', 'question = "Q5"\nlayout = "item_columns"')
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><x>&j;</x>"
)

CORPUS = {
    # separators, rows and columns
    "a pipe as separator": (native("id|team_size\npine|4\n"), "missing_column"),
    "semicolons in a file of commas": (native("id,team_size\npine;4\n"), "row_length"),
    "survey with spaces as separator": (survey(data=" ".join(HEAD).encode() + b"\n" + " ".join(ROW).encode()), "unknown_system"),
    "survey cut off in its header": (survey(data=text_of([HEAD]).encode()[:40]), "unknown_question"),
    "survey cut off in a row": (survey(data=text_of([HEAD, ROW]).encode()[:-12]), "row_length"),
    "survey with a row too long": (survey((HEAD, [*ROW, "more"])), "row_length"),
    "quote that is not closed": (native('id,name\npine,"Pine\nlake,Lake\n'), "malformed_table"),
    "survey with a quote that is not closed": (survey(data=text_of([HEAD]).encode() + b'1,"2026'), "malformed_table"),
    "no header": (native("\n\n"), "empty_file"),
    "blank header": (native(",,\npine,4,\n"), "no_header"),
    "column without a name": (native("id,\npine,4\n"), "unnamed_column"),
    "survey column without a name": (survey(([*HEAD, ""], [*ROW, "lost"])), "unnamed_column"),
    "column twice": (native("id,team_size,team_size\npine,4,5\n"), "duplicate_column"),
    "unknown column": (native("id,teamsize\npine,4\n"), "unknown_column"),
    "row too short": (native("id,team_size,state\npine,4\n"), "row_length"),
    "one table missing": ({"mentees.csv": NATIVE}, "missing_table"),
    "table misspelled": ({"mentee.csv": NATIVE, "mentors.csv": MENTORS}, "misspelled_table"),
    # encodings and bytes
    "windows encoding": (native("id,name\npine,Piñe\n".encode("cp1252")), "undecodable"),
    "survey in windows encoding": (survey(data=text_of(changed(Q2="Piñe")).encode("cp1252")), "undecodable"),
    "utf-16": (native(NATIVE.encode("utf-16")), "undecodable"),
    "utf-16 without its mark": (native(NATIVE.encode("utf-16-le")), "zero_byte"),
    "zero bytes": (native(NATIVE + "\0\0\n"), "zero_byte"),
    "survey with zero bytes": (survey(data=text_of([HEAD, ROW]).encode() + b"\0"), "zero_byte"),
    "empty table": (native(""), "empty_file"),
    "empty survey": (survey(data=b""), "empty_file"),
    "a picture": (survey(data=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "other_kind"),
    "a PDF": (survey(data=b"%PDF-1.7\n1 0 obj"), "other_kind"),
    "the page of a log-in": (survey(data=b"\n<!DOCTYPE html>\n<html><body>Log in</body></html>"), "other_kind"),
    "a packed table": (native(b"\x1f\x8b\x08\0\0\0"), "other_kind"),
    "encoding that is none": (survey(mapping=MAPPING.replace("[mentees]\n", '[mentees]\nencoding = "utf-99"\n', 1)), "unknown_encoding"),
    "a cell of ten megabytes": (native(f"id,name\npine,{'x' * 10_000_000}\n"), "cell_too_long"),
    "survey with a cell of ten megabytes": (survey(data=text_of(changed(Q2="x" * 10_000_000)).encode()), "cell_too_long"),
    "200,000 submissions": (survey(data=(text_of([HEAD]) + text_of([ROW]) * 200_000).encode()), "too_many_rows"),
    # survey systems
    "two systems mixed": (survey(([*HEAD, "Respondent ID", "Collector ID"], [*ROW, "1", "2"])), "ambiguous_system"),
    "no survey at all": (survey(data=MENTORS.encode()), "unknown_system"),
    "system that is not known": (survey(mapping=MAPPING.replace("[mentees]\n", '[mentees]\nsystem = "limesurvy"\n', 1)), "unknown_system"),
    "another system than named": (survey(data=QUALTRICS.encode(), mapping=MAPPING.replace("[mentees]\n", '[mentees]\nsystem = "limesurvey"\n', 1)), "unknown_question"),
    "question that is gone": (survey((HEAD[:9], ROW[:9])), "unknown_question"),
    "SurveyMonkey without its second header": (survey(data=text_of([["Respondent ID", "Collector ID", "Q1"], ["1", "2", "pine"]]).encode()), "header_depth"),
    "Qualtrics with one header row": (survey(data=text_of([["StartDate", "EndDate", "Finished", "ResponseId", "Q1"], ["2026-01-01"] * 2 + ["True", "R_1", "pine"]]).encode()), "header_depth"),
    # answers
    "swapped ranking, ranks for items": (survey(changed(Q5_1="2", Q5_2="1")), "swapped_ranking"),
    "swapped ranking, items for ranks": (survey(mapping=SWAPPED), "swapped_ranking"),
    "a mentor that nobody knows": (survey(changed(Q5_1="Okk City")), "unknown_answer"),
    "a mentor ranked twice": (survey(changed(Q5_2="oak")), "ranked_twice"),
    "a mark that says nothing": (survey(changed(Q3_SQ001="perhaps")), "unclear_mark"),
    "a submission without an id": (survey(changed(Q1="")), "missing"),
    "contact data in a field": (survey(changed(Q2="pine@example.org")), "contact_column"),
    "a list that cannot be split": (survey(data=QUALTRICS.replace("Q1", "Q1,Q3").replace("Code", "Code,Settings").replace("pine", 'pine,"Jails, prisons"').encode(), mapping='[mentees]\nfile = "{file}"\nfields.id.question = "Q1"\nfields.settings.question = "Q3"\n'), "unsplit_list"),
    "two sites with one id": (native("id\npine\npine\n"), "duplicate_id"),
    "a number in words": (native("id,team_size\npine,four\n"), "not_a_whole_number"),
    "a number with a comma": (native('id,review_score\npine,"87,5"\n'), "not_a_number"),
    "a negative team": (native("id,team_size\npine,-4\n"), "greater_than_equal"),
    "a minimum above its maximum": (native(mentors="id,min_mentees,max_mentees\noak,3,2\nelm,,\n"), "min_above_max"),
    "an unknown setting": (native("id,settings\npine,diverson\n"), "literal_error"),
    "settings with commas": (native('id,settings\npine,"diversion, child_welfare"\n'), "separator"),
    "preferences with commas": (native('id,preferences\npine,"oak, elm"\n'), "unknown_id"),
    "half a location": (native("id,latitude,longitude\npine,46.1,\n"), "missing"),
    "a location off the earth": (native("id,location\npine,461|-92.9\n"), "less_than_equal"),
    "a number of thousands of digits": (native(f"id,team_size\npine,{'9' * 5000}\n"), "too_large"),
    "reviews of nobody": (native(reviews_csv="reviewer,site,Need\nAnn,pien,4\n"), "unknown_id"),
    "a score stated twice": (native("id,review_score\npine,80\n", reviews_csv="reviewer,site,Need\nAnn,pine,4\n"), "stated_twice"),
    # workbooks
    "merged header": (in_book(lambda sheet: sheet.merge_cells("H1:I1")), "merged_cells"),
    "a date that Excel made": (in_book(lambda sheet: put(sheet, "G2", date(2026, 3, 4))), "turned_into_date"),
    "a formula without result": (in_book(lambda sheet: put(sheet, "G2", "=1+1")), "formula_without_result"),
    "an Excel error": (in_book(lambda sheet: put(sheet, "G2", "#REF!")), "excel_error"),
    "macros": (in_book(lambda sheet: None, extra={"xl/vbaProject.bin": b"\0" * 64}), "macro_workbook"),
    "a zip bomb": (in_book(lambda sheet: None, extra={"xl/media/zeros.bin": b"\0" * 150_000_000}), "file_too_large"),
    "entities that unfold": (in_book(lambda sheet: None, extra={"xl/worksheets/sheet1.xml": ENTITIES}), "unreadable_file"),
    "a stray cell at the end of the sheet": (in_book(lambda sheet: put(sheet, "XFD1048576", "x")), "file_too_large"),
    "half a workbook": (survey(file="apply.xlsx", data=book(lambda sheet: None)[:3000]), "unreadable_file"),
    "an old workbook": (survey(file="apply.xls", data=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "other_kind"),
    "a workbook with a password": (survey(file="apply.xlsx", data=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "other_kind"),
    "a document called workbook": (in_book(lambda sheet: None, extra={"[Content_Types].xml": "<Types/>"}), "unreadable_file"),
    "a text called workbook": (survey(file="apply.xlsx", data=b"id,submitdate\n1,2\n"), "unreadable_file"),
    "a sheet that is not there": (survey(file="apply.xlsx", data=book(lambda sheet: None), mapping=MAPPING.replace("[mentees]\n", '[mentees]\nsheet = "Answers"\n', 1)), "missing_table"),
    # mapping, program and places
    "mapping that is no TOML": (survey(mapping="[mentees"), "malformed_toml"),
    "mapping of nothing": (survey(mapping="schema_version = '1'"), "empty_mapping"),
    "mapping with an unknown field": (survey(mapping=MAPPING + "[mentees.fields.setings]\nquestion = 'Q3'\n"), "unknown_column"),
    "mapping with a layout that does not fit": (survey(mapping=MAPPING.replace('question = "Q3"', 'question = "Q3"\nlayout = "ordered"')), "layout"),
    "export that is not there": ({"mapping.toml": MAPPING.format(file="gone.csv"), "mentors.csv": MENTORS}, "missing_file"),
    "export outside the folder": ({"mapping.toml": MAPPING.format(file="../secret.csv"), "mentors.csv": MENTORS}, "outside_folder"),
    "export with a full path": ({"mapping.toml": MAPPING.format(file="/etc/hostname"), "mentors.csv": MENTORS}, "outside_folder"),
    "export and table for one side": (survey() | {"mentees.csv": NATIVE}, "stated_twice"),
    "program that is no TOML": (native(program_toml="name = "), "malformed_toml"),
    "program with a table": (native(program_toml="[[mentees]]\nid = 'x'"), "misplaced_table"),
    "program with an unknown rule": (native(program_toml="[[rules]]\nkind = 'qouta'"), "union_tag_invalid"),
}  # fmt: skip
