#!/usr/bin/env python3
"""Makes Word documents of every kind that drafts come in, each with the text that is to be read from it.

    make_docx.py FOLDER        writes NAME.docx and NAME.txt for every case
    needs: pip install python-docx
"""
import sys
from pathlib import Path

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

CASES = {}
NS = nsdecls("w")


def case(function):
    CASES[function.__name__] = function
    return function


def new(*paragraphs):
    d = docx.Document()
    for text in paragraphs:
        d.add_paragraph(text)
    return d


def xml(d, markup):
    """Puts raw block markup in front of the section properties."""
    d.element.body.insert(len(d.element.body) - 1, parse_xml(markup))


def run(text, props=""):
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner, props=""):
    return f"<w:p {NS}><w:pPr>{props}</w:pPr>{inner}</w:p>"


def numbering(d, levels):
    """Adds a list definition and gives its number."""
    root = d.part.numbering_part.element
    ids = [int(n.get(qn("w:numId"))) for n in root.findall(qn("w:num"))] or [0]
    abstracts = [int(n.get(qn("w:abstractNumId"))) for n in root.findall(qn("w:abstractNum"))] or [0]
    num, abstract = max(ids) + 1, max(abstracts) + 1
    body = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text, start) in enumerate(levels)
    )
    definition = parse_xml(f'<w:abstractNum {NS} w:abstractNumId="{abstract}">{body}</w:abstractNum>')
    first = root.find(qn("w:num"))
    if first is None:
        root.append(definition)
    else:
        first.addprevious(definition)
    root.append(parse_xml(f'<w:num {NS} w:numId="{num}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
    return num


def listed(num, level, text):
    props = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    return paragraph(run(text), props)


@case
def plain():
    return new("某区法治政府建设年度报告", "全年受理行政复议案件12件。"), "某区法治政府建设年度报告\n全年受理行政复议案件12件。\n"


@case
def empty_document():
    return new(), ""


@case
def empty_paragraphs():
    return new("甲", "", "", "乙"), "甲\n\n\n乙\n"


@case
def split_runs():
    d = new()
    p = d.add_paragraph()
    for i, piece in enumerate(["全年受", "理复议", "案件", "1", "2件，办", "结", "11件。"]):
        r = p.add_run(piece)
        r.bold = i % 2 == 0
        r.italic = i % 3 == 0
    return d, "全年受理复议案件12件，办结11件。\n"


@case
def traditional():
    return new("法治政府建設年度報告", "全年辦結行政復議案件十二件。"), "法治政府建設年度報告\n全年辦結行政復議案件十二件。\n"


@case
def rare_characters():
    return new("𠀀𪚥村与😀，“引号”—破折号……"), "𠀀𪚥村与😀，“引号”—破折号……\n"


@case
def entities():
    return new("甲 < 乙 & 丙 > 丁 \"戊\" '己'"), "甲 < 乙 & 丙 > 丁 \"戊\" '己'\n"


@case
def tabs_and_breaks():
    d = new()
    p = d.add_paragraph("甲\t乙")
    p.add_run().add_break()
    p.add_run("丙")
    return d, "甲\t乙\n丙\n"


@case
def page_break():
    d = new("前")
    p = d.add_paragraph()
    p.add_run().add_break(WD_BREAK.PAGE)
    p.add_run("后")
    return d, "前\n后\n"


@case
def list_headings():
    d = new("报告")
    n = numbering(d, [("chineseCounting", "%1、", 1), ("chineseCounting", "（%2）", 1), ("decimal", "%3.", 1), ("decimal", "（%4）", 1), ("decimalEnclosedCircle", "%5", 1)])
    for level, text in [(0, "工作"), (1, "甲"), (2, "子"), (3, "丑"), (4, "寅"), (4, "卯"), (1, "乙"), (2, "辰"), (0, "问题"), (1, "丙")]:
        xml(d, listed(n, level, text))
    return d, "报告\n一、工作\n（一）甲\n1.子\n（1）丑\n①寅\n②卯\n（二）乙\n1.辰\n二、问题\n（一）丙\n"


@case
def list_many():
    d = new()
    n = numbering(d, [("chineseCountingThousand", "%1、", 9)])
    for text in "甲乙丙丁":
        xml(d, listed(n, 0, text))
    return d, "九、甲\n十、乙\n十一、丙\n十二、丁\n"


@case
def list_by_style():
    d = new()
    n = numbering(d, [("ideographTraditional", "%1、", 1)])
    style = d.styles["Heading 1"]
    style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {NS}><w:numId w:val="{n}"/></w:numPr>'))
    d.add_heading("总则", 1)
    d.add_paragraph("正文")
    d.add_heading("附则", 1)
    return d, "甲、总则\n正文\n乙、附则\n"


@case
def list_restart():
    d = new()
    n = numbering(d, [("decimal", "%1.", 1)])
    root = d.part.numbering_part.element
    abstract = root.findall(qn("w:num"))[-1].find(qn("w:abstractNumId")).get(qn("w:val"))
    root.append(parse_xml(f'<w:num {NS} w:numId="{n + 1}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'))
    for num, text in [(n, "甲"), (n, "乙"), (n + 1, "丙"), (n + 1, "丁")]:
        xml(d, listed(num, 0, text))
    return d, "1.甲\n2.乙\n1.丙\n2.丁\n"


@case
def list_chapters():
    d = new()
    n = numbering(d, [("chineseCountingThousand", "第%1章", 1), ("decimal", "%1.%2", 1)])
    for level, text in [(0, "总则"), (1, "甲"), (0, "分则"), (1, "乙")]:
        xml(d, listed(n, level, text))
    return d, "第一章 总则\n一.1 甲\n第二章 分则\n二.1 乙\n"


@case
def table():
    d = new("表前")
    t = d.add_table(rows=2, cols=3)
    for cell, text in zip([c for r in t.rows for c in r.cells], ["类别", "受理", "办结", "复议", "12", "11"]):
        cell.text = text
    d.add_paragraph("表后")
    return d, "表前\n类别 | 受理 | 办结 |\n复议 | 12 | 11 |\n表后\n"


@case
def merged_cells():
    d = new()
    t = d.add_table(rows=3, cols=3)
    t.cell(0, 0).merge(t.cell(0, 1)).text = "合"
    t.cell(1, 0).merge(t.cell(2, 0)).text = "竖"
    for r, c, text in [(0, 2, "一"), (1, 1, "二"), (1, 2, "三"), (2, 1, "四"), (2, 2, "五")]:
        t.cell(r, c).text = text
    return d, "合 | | 一 |\n竖 | 二 | 三 |\n | 四 | 五 |\n"


@case
def nested_table():
    d = new()
    t = d.add_table(rows=1, cols=2)
    t.cell(0, 0).text = "外"
    inner = t.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内一", "内二"
    return d, "外 | 内一 内二 |\n"


@case
def cell_of_paragraphs():
    d = new()
    t = d.add_table(rows=1, cols=2)
    t.cell(0, 0).text = "甲"
    t.cell(0, 0).add_paragraph("乙")
    t.cell(0, 1).text = "丙"
    return d, "甲 乙 | 丙 |\n"


@case
def frame_table():
    d = new()
    t = d.add_table(rows=1, cols=1)
    t.cell(0, 0).text = "甲"
    t.cell(0, 0).add_paragraph("乙")
    return d, "甲\n乙\n"


@case
def existing_comments():
    d = new()
    p = d.add_paragraph()
    first, second = p.add_run("全年受理"), p.add_run("12件。")
    d.add_comment(runs=[first, second], text="请核对", author="张某", initials="张")
    return d, "全年受理12件。\n"


@case
def tracked_changes():
    d = new()
    xml(d, paragraph(run("受理") + f'<w:del w:id="1" w:author="李某"><w:r><w:delText>10</w:delText></w:r></w:del><w:ins w:id="2" w:author="李某">{run("12")}</w:ins>' + run("件。")))
    return d, "受理12件。\n"


@case
def moved_text():
    d = new()
    xml(d, paragraph(f'<w:moveFrom w:id="1" w:author="李某">{run("旧处")}</w:moveFrom>' + run("中间") + f'<w:moveTo w:id="2" w:author="李某">{run("新处")}</w:moveTo>'))
    return d, "中间新处\n"


@case
def deleted_paragraph_mark():
    d = new()
    xml(d, paragraph(run("上半"), '<w:rPr><w:del w:id="3" w:author="李某"/></w:rPr>'))
    xml(d, paragraph(run("下半")))
    return d, "上半下半\n"


@case
def hidden_text():
    d = new()
    xml(d, paragraph(run("看得见") + run("看不见", "<w:vanish/>") + run("的字")))
    return d, "看得见的字\n"


@case
def content_controls():
    d = new()
    xml(d, f'<w:sdt {NS}><w:sdtPr><w:alias w:val="标题"/></w:sdtPr><w:sdtContent>{paragraph(run("块控件"))}</w:sdtContent></w:sdt>')
    xml(d, paragraph(run("年度：") + f'<w:sdt><w:sdtPr/><w:sdtContent>{run("2023年")}</w:sdtContent></w:sdt>'))
    return d, "块控件\n年度：2023年\n"


@case
def text_box():
    d = new()
    box = f'<w:txbxContent>{paragraph(run("框中文字"))}</w:txbxContent>'
    xml(d, f'''<w:p {NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{run("框前")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
        <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1000000" cy="500000"/><wp:docPr id="1" name="框"/><a:graphic>
        <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1000000" cy="500000"/></a:xfrm>
        <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
        <mc:Fallback><w:pict><v:shape style="width:80pt;height:40pt"><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>{run("框后")}</w:p>''')
    return d, "框前框后\n框中文字\n"


@case
def footnotes():
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    d = new()
    note = f'<w:footnotes {NS}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="1">{paragraph("<w:r><w:footnoteRef/></w:r>" + run("数据截至年底。"))}</w:footnote></w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", note.encode(), d.part.package)
    d.part.relate_to(part, RT.FOOTNOTES)
    xml(d, paragraph(run("受理12件") + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run("。")))
    return d, "受理12件。\n数据截至年底。\n"


@case
def fields_and_contents():
    d = new()
    field = lambda code, inner: f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    xml(d, paragraph(field('TOC \\o "1-3"', run("一、工作\t1"))))
    xml(d, paragraph(run("见第") + field("PAGEREF x", run("3")) + run("页")))
    return d, "见第3页\n"


@case
def hyperlinks_and_symbols():
    d = new()
    xml(d, paragraph('<w:hyperlink w:anchor="x">' + run("链接") + '</w:hyperlink><w:r><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'))
    return d, "链接-☑\n"


@case
def long_report():
    d = new("某县2023年法治政府建设年度报告")
    text = "某县2023年法治政府建设年度报告\n"
    for i in range(200):
        line = f"第{i}项工作全年受理{i + 10}件，办结{i + 9}件，办结率持续提升。"
        p = d.add_paragraph()
        for start in range(0, len(line), 7):
            p.add_run(line[start:start + 7]).bold = start % 2 == 0
        text += line + "\n"
    return d, text


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in CASES.items():
        document, text = make()
        document.save(folder / f"{name}.docx")
        (folder / f"{name}.txt").write_bytes(text.encode())
    print(f"{len(CASES)} documents in {folder}")


if __name__ == "__main__":
    main()
