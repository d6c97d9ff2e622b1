#!/usr/bin/env python3
"""Checks extraction and comments against documents of our own, and looks at the results with other programs.

    check_docx.py TOOL HEGAO     TOOL is the built example `docx_tool`, HEGAO the program
    needs: pip install python-docx pypdf; LibreOffice (soffice)

The documents are made by python-docx (`make_docx.py`), by LibreOffice (`make_office.py`), and once more by LibreOffice from those of
python-docx. For each: the text is exactly the expected one; a copy with comments opens in python-docx with all comments on it;
parts that were not to change are equal byte for byte; annotating twice is annotating once; a fix is a tracked change that gives the
new text. LibreOffice opens each copy: its own file holds each comment at its words, and in its PDF each can be read.
"""
import collections
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import docx
import pypdf
from lxml import etree

import make_docx
import make_office

TOUCHED = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
WITH_NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
AUTHOR = "核稿"

DC, TEXT = "{http://purl.org/dc/elements/1.1/}", "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
QUOTED = re.compile("见“(.*)”", re.S)

# Word takes no comments in text boxes and notes, so theirs stand around the box or at the mark of the note; hidden text, fields that
# are reckoned anew and ruby stand between the commented words in LibreOffice's view.
AROUND = {
    "hidden_text", "text_box", "footnotes", "content_controls", "hyperlinks_and_symbols",
    "office_hidden_text", "office_text_box", "office_footnotes", "office_endnotes", "office_fields_and_contents", "office_ruby",
    "office_long_report",
}  # fmt: skip

# LibreOffice 7.4 loses the first paragraph of a comment in a content control that holds whole paragraphs.
SHORTENED = {"content_controls"}

# What differs where LibreOffice writes a document of python-docx anew. It makes an empty document one of an empty paragraph, ends the
# paragraph at a page break, and writes a symbol as a character of its font; a block in a content control it repeats four times.
AGAIN = {"empty_document": "\n", "page_break": "前\n\n后\n", "hyperlinks_and_symbols": "链接-\uf0fe\n", "content_controls": None}


def tool(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise AssertionError(f"{arguments}: {done.stderr}")
    return done.stdout


def needles(text):
    """Words to comment on: the first line, and every line's second to fifth character."""
    lines = [line for line in text.split("\n") if line.strip()]
    chosen = lines[:1] + [line[1:5] for line in lines[1:8]]
    return list(dict.fromkeys(n for n in chosen if n.strip() and " | " not in n))


def check(program, path, expected):
    text = tool(program, "extract", path)
    assert text == expected, f"text\n  {expected!r}\n  {text!r}"
    words = needles(text)
    if not words:
        return None
    once, twice = path.with_suffix(".1.docx"), path.with_suffix(".2.docx")
    count = int(tool(program, "annotate", path, once, *words))
    tool(program, "annotate", once, twice, *words)
    assert once.read_bytes() == twice.read_bytes(), "annotating twice differs"
    assert tool(program, "extract", once) == expected, "comments changed the text"
    ours = [c for c in docx.Document(str(once)).comments if c.author == AUTHOR]
    assert len(ours) == count, f"{len(ours)} of {count} comments in python-docx"
    old, new = zipfile.ZipFile(path), zipfile.ZipFile(once)
    for name in old.namelist():
        if name not in TOUCHED:
            assert old.read(name) == new.read(name), f"{name} changed"
    before = [(c.author, c.text) for c in docx.Document(str(path)).comments if c.author != AUTHOR]
    after = [(c.author, c.text) for c in docx.Document(str(once)).comments if c.author != AUTHOR]
    assert before == after, "comments of others changed"
    fixed = path.with_suffix(".fix.docx")
    word = next((w[:2] for w in words if "\n" not in w[:2]), None)
    if word and tool(program, "fix", path, fixed, word, "改〔2018〕").strip() == "1":
        assert tool(program, "extract", fixed) == expected.replace(word, "改〔2018〕", 1), "the fix"
        source = zipfile.ZipFile(fixed).read("word/document.xml").decode()
        assert "<w:del " in source and "<w:ins " in source
        docx.Document(str(fixed))
    said = [f"见“{word}”\n第二行 & <标记>" for word in words for _ in range(text.count(word))]
    return once, said, len(after)


def anchored(content):
    """What each comment of ours says and the words between its two ends, in the body of an OpenDocument file."""
    said, words, reading = {}, {}, []
    # Comments and what was deleted stand in the flow of the text and are no part of it.
    aside = 0
    for event, element in etree.iterwalk(etree.fromstring(content), events=("start", "end")):
        tag, name = etree.QName(element).localname, element.get(f"{{{OFFICE}}}name")
        if tag in ("annotation", "tracked-changes"):
            aside += 1 if event == "start" else -1
        if tag == "annotation" and event == "end" and element.findtext(f"{DC}creator") == AUTHOR:
            said[name] = "\n".join("".join(p.itertext()) for p in element.iterfind(f"{TEXT}p"))
            words[name] = ""
            reading.append(name)
        elif tag == "annotation-end" and event == "start" and name in reading:
            reading.remove(name)
        piece = element.text if event == "start" else element.tail
        if piece and not aside:
            for name in reading:
                words[name] += piece
    return [(said[name], words[name]) for name in said]


def bare(said):
    """What a comment says without the line about its place in a text box or a note, and without white space."""
    return "".join(re.sub("^〔.*?〕\n", "", said).split())


def opened_by_office(copies, folder, profile):
    """Has LibreOffice open all copies, twice in all, and looks for each comment in what it writes."""
    paths = [path for path, _, _ in copies]
    make_office.office(profile, "odt", paths, folder)
    make_office.office(profile, WITH_NOTES, paths, folder)
    for path, said, others in copies:
        case = path.name.split(".")[0]
        seen = anchored(zipfile.ZipFile(folder / f"{path.stem}.odt").read("content.xml"))
        if case in SHORTENED:
            said, seen = ([text.split("\n")[-1] for text in texts] for texts in (said, [text for text, _ in seen]))
            seen = [(text, "") for text in seen]
        if collections.Counter(bare(text) for text, _ in seen) != collections.Counter(map(bare, said)):
            yield f"{case}: LibreOffice sees {len(seen)} of {len(said)} comments, or other words in them: {seen}"
            continue
        for text, words in seen if case not in SHORTENED else []:
            # The number of a list is no text there, and cells have no bars.
            commented, words = ("".join(part.split()).replace("|", "") for part in (QUOTED.search(text)[1], words))
            if case.removeprefix("again_") not in AROUND and (not words or not commented.endswith(words)):
                yield f"{case}: the comment on {commented!r} stands on {words!r} in LibreOffice"
        notes = [note for page in pypdf.PdfReader(folder / f"{path.stem}.pdf").pages for note in read_notes(page)]
        if case in SHORTENED:
            continue
        ours = collections.Counter(bare(text) for author, text in notes if author == AUTHOR)
        missing = collections.Counter(map(bare, said)) - ours
        if missing or len(notes) != len(said) + others:
            yield f"{case}: in the PDF {sum(ours.values())} of {len(said)} comments and {len(notes)} in all; missing {dict(missing)}"


def read_notes(page):
    """Author and text of the notes on a page of a PDF; LibreOffice writes the author with the date behind it."""
    for note in page.get("/Annots") or []:
        note = note.get_object()
        if note["/Subtype"] == "/Text":
            yield str(note["/T"]).split(",")[0], str(note["/Contents"]).replace("\r", "\n")


def made_again(documents, folder, profile):
    """The documents as LibreOffice writes them after opening them."""
    make_office.office(profile, "docx", [path for path, _ in documents], folder)
    for path, text in documents:
        text = AGAIN.get(path.stem, text)
        if text is not None:
            yield (folder / path.name).rename(folder / f"again_{path.name}"), text


def reviewed(hegao, folder, profile):
    """The program itself comments a draft with faults: every finding but the hints can be read in the PDF."""
    lines = (Path(__file__).parent.parent / "examples" / "qinghe-2025.md").read_text(encoding="utf-8").splitlines()
    draft = folder / "qinghe.docx"
    make_docx.new(*(line.lstrip("# ") for line in lines if line.strip())).save(draft)
    command = [hegao, "check", str(draft), "--annotate", str(folder / "copies"), "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    findings = [f for f in json.loads(done.stdout)["files"][0]["findings"] if f["severity"] != "hint"]
    make_office.office(profile, WITH_NOTES, [folder / "copies" / draft.name], folder)
    notes = [text for page in pypdf.PdfReader(folder / "qinghe.pdf").pages for _, text in read_notes(page)]
    if len(findings) < 5 or len(notes) != len(findings):
        yield f"the program's copy: {len(notes)} comments in the PDF, {len(findings)} findings"
    for finding in findings:
        if not any(finding["message"] in note and finding["rule"] in note for note in notes):
            yield f"the program's copy: {finding['message']} is not in the PDF"


def main():
    program, hegao = sys.argv[1:3]
    failures, copies = [], []
    with tempfile.TemporaryDirectory() as folder:
        folder, profile = Path(folder), Path(folder) / "profile"
        documents = []
        for name, make in make_docx.CASES.items():
            document, expected = make()
            document.save(folder / f"{name}.docx")
            documents.append((folder / f"{name}.docx", expected))
        again = list(made_again(documents, folder / "again", profile))
        written = make_office.make(folder / "office", profile)
        for path, expected in documents + written + again:
            try:
                copy = check(program, path, expected)
                if copy:
                    copies.append(copy)
            except AssertionError as error:
                failures.append(f"{path.name}: {error}")
        failures += opened_by_office(copies, folder / "seen", profile)
        failures += reviewed(hegao, folder, profile)
    print("\n".join(failures) or f"{len(documents) + len(written) + len(again)} documents, {sum(len(said) for _, said, _ in copies)} comments: all right")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
