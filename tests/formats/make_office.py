#!/usr/bin/env python3
"""Has LibreOffice write Word documents of every kind that drafts come in, each with the text that is to be read from it.

    make_office.py FOLDER      writes NAME.docx and NAME.txt for every case
    needs: LibreOffice (soffice)

The sources are flat OpenDocument files made here; one run of LibreOffice turns all of them into .docx. What it writes differs
from what Word and python-docx write: runs split where the script changes, lists that live in styles, frames, `w:start` for `w:left`.
"""
import subprocess
import sys
from pathlib import Path

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
CHINESE, CIRCLED, STEMS = "一, 二, 三, ...", "①, ②, ③, ...", "甲, 乙, 丙, ..."

CASES = {}


def case(function):
    CASES[function.__name__] = function
    return function


def document(body, *, styles="", automatic="", master=""):
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {names} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:styles>{styles}</office:styles><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def p(inner, style="Standard"):
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def span(inner, style):
    return f'<text:span text:style-name="{style}">{inner}</text:span>'


def text_style(name, properties):
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>'


BOLD = text_style("B", 'fo:font-weight="bold" style:font-weight-asian="bold"')
HIDDEN = text_style("V", 'text:display="none"')


def levels(element, *forms):
    """Levels of a list, each a number format with what stands before and behind it and the number to start at."""
    return "".join(
        f'<text:{element} text:level="{n}" style:num-format="{form}" style:num-prefix="{before}" style:num-suffix="{behind}"'
        f' loext:num-list-format="{before}%{n}%{behind}" text:start-value="{start}"/>'
        for n, (form, before, behind, start) in enumerate(forms, 1)
    )


def list_style(*forms):
    return f'<text:list-style style:name="L">{levels("list-level-style-number", *forms)}</text:list-style>'


def listed(*items, style=True, more=""):
    """Items of a list; an item that is a list itself holds the items below the one before it."""
    out = ""
    for at, item in enumerate(items):
        if isinstance(item, tuple):
            continue
        below = items[at + 1] if at + 1 < len(items) and isinstance(items[at + 1], tuple) else ()
        out += f"<text:list-item>{p(item)}{listed(*below, style=False) if below else ''}</text:list-item>"
    name = ' text:style-name="L"' if style else ""
    return f"<text:list{name}{more}>{out}</text:list>"


def heading(level, inner):
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{inner}</text:h>'


def heading_styles(*forms):
    own = "".join(
        f'<style:style style:name="Heading_20_{n}" style:display-name="Heading {n}" style:family="paragraph" style:default-outline-level="{n}"/>'
        for n in range(1, len(forms) + 1)
    )
    return own + f'<text:outline-style style:name="Outline">{levels("outline-level-style", *forms)}</text:outline-style>'


def cell(inner, columns=1, rows=1):
    spans = f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"' if columns * rows > 1 else ""
    body = inner if inner.startswith("<") else p(inner)
    return f"<table:table-cell{spans}>{body}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def table(columns, *rows):
    body = "".join(f"<table:table-row>{''.join(c if c.startswith('<table') else cell(c) for c in row)}</table:table-row>" for row in rows)
    return f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>{body}</table:table>'


def note(kind, number, inner):
    return (
        f'<text:note text:id="n{number}" text:note-class="{kind}"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body>{p(inner)}</text:note-body></text:note>"
    )


def remark(name, inner, said, author="张某"):
    """A comment on a range."""
    return (
        f'<office:annotation office:name="{name}"><dc:creator>{author}</dc:creator><dc:date>2026-01-05T10:00:00</dc:date>{p(said)}'
        f'</office:annotation>{inner}<office:annotation-end office:name="{name}"/>'
    )


def changes(*regions):
    """Tracked changes: pairs of an id and what was deleted, or nothing for an insertion."""
    about = "<office:change-info><dc:creator>李某</dc:creator><dc:date>2026-01-05T10:00:00</dc:date></office:change-info>"
    body = ""
    for name, deleted in regions:
        inner = f"<text:deletion>{about}{deleted}</text:deletion>" if deleted else f"<text:insertion>{about}</text:insertion>"
        body += f'<text:changed-region xml:id="{name}" text:id="{name}">{inner}</text:changed-region>'
    return f"<text:tracked-changes>{body}</text:tracked-changes>"


def deleted(name):
    return f'<text:change text:change-id="{name}"/>'


def inserted(name, inner):
    return f'<text:change-start text:change-id="{name}"/>{inner}<text:change-end text:change-id="{name}"/>'


def frame(inner, anchor="as-char"):
    return f'<draw:frame text:anchor-type="{anchor}" svg:width="4cm" svg:height="2cm"><draw:text-box>{inner}</draw:text-box></draw:frame>'


@case
def office_plain():
    return document(p("青禾区2025年法治政府建设年度报告") + p("全年受理行政复议案件12件。") + p("") + p("特此报告。")), (
        "青禾区2025年法治政府建设年度报告\n全年受理行政复议案件12件。\n\n特此报告。\n"
    )


@case
def office_split_runs():
    pieces = ["全年受", "理复议", "案件", "1", "2件，办", "结", "11件。"]
    body = "".join(span(piece, "B") if n % 2 else piece for n, piece in enumerate(pieces))
    return document(p(body), automatic=BOLD), "全年受理复议案件12件，办结11件。\n"


@case
def office_traditional():
    return document(p("法治政府建設年度報告") + p("全年辦結行政復議案件十二件，𠀀村與😀。")), "法治政府建設年度報告\n全年辦結行政復議案件十二件，𠀀村與😀。\n"


@case
def office_white_space():
    body = "前<text:s text:c='3'/>后<text:tab/>尾<text:line-break/>新行"
    return document(p(body) + p("<text:s/>首")), "前   后\t尾\n新行\n 首\n"


@case
def office_entities():
    return document(p("甲 &lt; 乙 &amp; 丙 &gt; 丁 “戊” 'x'")), "甲 < 乙 & 丙 > 丁 “戊” 'x'\n"


@case
def office_list_headings():
    forms = [(CHINESE, "", "、", 1), (CHINESE, "（", "）", 1), ("1", "", ".", 1), (CIRCLED, "", "", 1)]
    body = p("报告") + listed("工作", ("甲", ("子", "丑", ("寅", "卯")), "乙", ("辰",)), "问题", ("丙",))
    return document(body, automatic=list_style(*forms)), (
        "报告\n一、工作\n（一）甲\n1.子\n2.丑\n①寅\n②卯\n（二）乙\n1.辰\n二、问题\n（一）丙\n"
    )


@case
def office_list_many():
    return document(listed(*"甲乙丙丁"), automatic=list_style((CHINESE, "", "、", 9))), "九、甲\n十、乙\n十一、丙\n十二、丁\n"


@case
def office_list_continued():
    body = listed("甲", "乙") + p("其间") + listed("丙", more=' text:continue-numbering="true"') + p("另起") + listed("丁")
    return document(body, automatic=list_style((CHINESE, "", "、", 1))), "一、甲\n二、乙\n其间\n三、丙\n另起\n一、丁\n"


@case
def office_list_of_stems():
    return document(listed("总则", "附则"), automatic=list_style((STEMS, "", "、", 1))), "甲、总则\n乙、附则\n"


@case
def office_outline():
    forms = [(CHINESE, "", "、", 1), (CHINESE, "（", "）", 1), ("1", "", ".", 1)]
    body = heading(1, "主要工作") + p("正文。") + heading(2, "执法") + heading(3, "检查") + heading(2, "复议") + heading(1, "存在问题")
    return document(body, styles=heading_styles(*forms)), "一、主要工作\n正文。\n（一）执法\n1.检查\n（二）复议\n二、存在问题\n"


@case
def office_table():
    body = p("表前") + table(3, ["类别", "受理", "办结"], ["复议", "12", "11"]) + p("表后")
    return document(body), "表前\n类别 | 受理 | 办结 |\n复议 | 12 | 11 |\n表后\n"


@case
def office_merged_cells():
    rows = [[cell("合", columns=2), COVERED, "一"], [cell("竖", rows=2), "二", "三"], [COVERED, "四", "五"]]
    return document(table(3, *rows) + p("表后")), "合 | | 一 |\n竖 | 二 | 三 |\n | 四 | 五 |\n表后\n"


@case
def office_nested_table():
    inner = table(2, ["内一", "内二"])
    return document(table(2, ["外", cell(inner + p(""))]) + p("后")), "外 | 内一 内二 |\n后\n"


@case
def office_cell_of_paragraphs():
    return document(table(2, [cell(p("甲") + p("乙")), "丙"]) + p("后")), "甲 乙 | 丙 |\n后\n"


@case
def office_numbered_cells():
    rows = [[cell(listed("受理")), "12"], [cell(listed("办结", more=' text:continue-numbering="true"')), "11"]]
    return document(table(2, *rows) + p("后"), automatic=list_style(("1", "", ".", 1))), "1.受理 | 12 |\n2.办结 | 11 |\n后\n"


@case
def office_footnotes():
    body = p("受理12件" + note("footnote", 1, "数据截至年底。") + "，办结11件" + note("footnote", 2, "不含撤回。") + "。") + p("特此报告。")
    return document(body), "受理12件，办结11件。\n特此报告。\n数据截至年底。\n不含撤回。\n"


@case
def office_endnotes():
    return document(p("受理12件" + note("endnote", 1, "不含撤回。") + "。") + p("特此报告。")), "受理12件。\n特此报告。\n不含撤回。\n"


@case
def office_comments():
    return document(p("全年" + remark("c1", "受理12件", "请核对") + "，" + remark("c2", "办结11件", "何时？", "王某") + "。")), "全年受理12件，办结11件。\n"


@case
def office_comments_of_ours():
    body = p("全年" + remark("c1", "受理12件", "旧的意见", "核稿") + "，" + remark("c2", "办结11件", "请核对") + "。")
    return document(body), "全年受理12件，办结11件。\n"


@case
def office_tracked_changes():
    body = changes(("t1", p("10")), ("t2", None)) + p("受理" + deleted("t1") + inserted("t2", "12") + "件。")
    return document(body), "受理12件。\n"


@case
def office_deleted_paragraph_end():
    # A deletion of an empty stretch of two paragraphs is a deleted end of a paragraph.
    return document(changes(("t1", p("") + p(""))) + p("上半" + deleted("t1") + "下半")), "上半下半\n"


@case
def office_inserted_paragraph():
    body = changes(("t1", None)) + p('甲<text:change-start text:change-id="t1"/>') + p('乙<text:change-end text:change-id="t1"/>') + p("丙")
    return document(body), "甲\n乙\n丙\n"


@case
def office_hidden_text():
    return document(p("看得见" + span("看不见", "V") + "的字"), automatic=HIDDEN), "看得见的字\n"


@case
def office_content_controls():
    control = "<loext:content-control>{}</loext:content-control>"
    return document(p("年度：" + control.format("2025年") + "，区：" + control.format("青禾区") + "。")), "年度：2025年，区：青禾区。\n"


@case
def office_text_box():
    return document(p("框前" + frame(p("框中文字") + p("第二行")) + "框后") + p("下文")), "框前框后\n框中文字\n第二行\n下文\n"


@case
def office_table_in_text_box():
    return document(p("框前" + frame(table(2, ["受理", "12"]) + p(""), "paragraph")) + p("下文")), "框前\n受理 | 12 |\n\n下文\n"


@case
def office_fields_and_contents():
    contents = (
        '<text:table-of-content text:name="目录"><text:table-of-content-source text:outline-level="2"/><text:index-body>'
        f"{p('一、工作<text:tab/>1')}</text:index-body></text:table-of-content>"
    )
    page = "第<text:page-number>1</text:page-number>页，"
    marks = '<text:bookmark-start text:name="x"/>书签<text:bookmark-end text:name="x"/>，<text:a xlink:type="simple" xlink:href="#x">链接</text:a>'
    return document(contents + p(page + marks)), "第1页，书签，链接\n"


@case
def office_ruby():
    ruby = "<text:ruby><text:ruby-base>核</text:ruby-base><text:ruby-text>hé</text:ruby-text></text:ruby>"
    return document(p(ruby + "稿一次")), "核稿一次\n"


@case
def office_header_and_footer():
    page = '<style:page-layout style:name="PL"><style:page-layout-properties/><style:header-style/><style:footer-style/></style:page-layout>'
    master = f'<style:master-page style:name="Standard" style:page-layout-name="PL"><style:header>{p("页眉")}</style:header><style:footer>{p("页脚")}</style:footer></style:master-page>'
    return document(p("正文"), automatic=page, master=master), "正文\n"


@case
def office_sections():
    columns = '<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2"/></style:section-properties></style:style>'
    breaks = '<style:style style:name="N" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
    body = p("前") + f'<text:section text:style-name="S" text:name="栏">{p("左")}{p("右")}</text:section>' + p("后", "N")
    # LibreOffice writes an empty paragraph at each end of a section.
    return document(body, automatic=columns + breaks), "前\n\n左\n右\n\n后\n"


@case
def office_long_report():
    forms = [(CHINESE, "", "、", 1), (CHINESE, "（", "）", 1)]
    body, text = p("青禾区2025年法治政府建设年度报告"), "青禾区2025年法治政府建设年度报告\n"
    counted = "一二三四五六七八九"
    for part in range(6):
        body += heading(1, f"第{counted[part]}部分")
        text += f"{counted[part]}、第{counted[part]}部分\n"
        for item in range(8):
            line = f"第{item}项全年受理{part * 10 + item + 10}件，办结{part * 10 + item + 9}件，办结率提升。"
            body += heading(2, "要点") + p("".join(span(line[at : at + 7], "B") if at % 2 else line[at : at + 7] for at in range(0, len(line), 7)))
            text += f"（{counted[item]}）要点\n{line}\n"
        body += p("依据" + note("footnote", part, f"第{part}条注。")) + table(2, ["受理", str(part)], ["办结", str(part)])
        text += f"依据\n受理 | {part} |\n办结 | {part} |\n"
    body += p("完")
    text += "完\n" + "".join(f"第{part}条注。\n" for part in range(6))
    return document(body, styles=heading_styles(*forms), automatic=BOLD), text


def office(profile, form, files, out):
    """Has LibreOffice convert all the files at once."""
    command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form, "--outdir", str(out)]
    done = subprocess.run(command + [str(file) for file in files], capture_output=True, text=True, timeout=500)
    lost = [file.name for file in files if not (Path(out) / f"{file.stem}.{form.split(':')[0]}").exists()]
    if done.returncode or lost:
        raise AssertionError(f"LibreOffice: {lost} {done.stderr}")


def make(folder, profile):
    """Writes every case as .docx into the folder and gives the path and the expected text of each."""
    sources = Path(folder) / "sources"
    sources.mkdir(parents=True, exist_ok=True)
    expected = {}
    for name, function in CASES.items():
        source, expected[name] = function()
        (sources / f"{name}.fodt").write_text(source, encoding="utf-8")
    office(profile, "docx", [sources / f"{name}.fodt" for name in CASES], folder)
    return [(Path(folder) / f"{name}.docx", text) for name, text in expected.items()]


def main():
    folder = Path(sys.argv[1]).resolve()
    made = make(folder, folder / "profile")
    for path, text in made:
        path.with_suffix(".txt").write_bytes(text.encode())
    print(f"{len(made)} documents in {folder}")


if __name__ == "__main__":
    main()
