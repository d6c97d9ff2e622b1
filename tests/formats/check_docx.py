#!/usr/bin/env python3
"""Checks extraction and comments against documents made by python-docx, and looks at the results with other programs.

    check_docx.py TOOL [--office]     TOOL is the built example `docx_tool`
    needs: pip install python-docx; with --office also LibreOffice (soffice)

For each document: the text is exactly the expected one; a copy with comments opens in python-docx with all comments on it;
parts that were not to change are equal byte for byte; annotating twice is annotating once; a fix is a tracked change that
gives the new text. With --office LibreOffice opens each copy and its own file holds each comment.
"""
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import docx

import make_docx

TOUCHED = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}


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
        return None, 0
    once, twice = path.with_suffix(".1.docx"), path.with_suffix(".2.docx")
    count = int(tool(program, "annotate", path, once, *words))
    tool(program, "annotate", once, twice, *words)
    assert once.read_bytes() == twice.read_bytes(), "annotating twice differs"
    assert tool(program, "extract", once) == expected, "comments changed the text"
    ours = [c for c in docx.Document(str(once)).comments if c.author == "核稿"]
    assert len(ours) == count, f"{len(ours)} of {count} comments in python-docx"
    old, new = zipfile.ZipFile(path), zipfile.ZipFile(once)
    for name in old.namelist():
        if name not in TOUCHED:
            assert old.read(name) == new.read(name), f"{name} changed"
    before = [(c.author, c.text) for c in docx.Document(str(path)).comments]
    after = [(c.author, c.text) for c in docx.Document(str(once)).comments if c.author != "核稿"]
    assert before == after, "comments of others changed"
    fixed = path.with_suffix(".fix.docx")
    word = next((w[:2] for w in words if "\n" not in w[:2]), None)
    if word and tool(program, "fix", path, fixed, word, "改〔2018〕").strip() == "1":
        assert tool(program, "extract", fixed) == expected.replace(word, "改〔2018〕", 1), "the fix"
        source = zipfile.ZipFile(fixed).read("word/document.xml").decode()
        assert "<w:del " in source and "<w:ins " in source
        docx.Document(str(fixed))
    return once, count


def office(copies, folder):
    """Has LibreOffice open all copies at once and counts the comments in what it writes."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / "odt"
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", str(out)]
    subprocess.run(command + [str(path) for path, _ in copies], check=True, capture_output=True, timeout=500)
    for path, count in copies:
        content = zipfile.ZipFile(out / (path.stem + ".odt")).read("content.xml").decode()
        blocks = re.findall(r"<office:annotation .*?</office:annotation>", content, re.S)
        seen = sum("<dc:creator>核稿</dc:creator>" in block for block in blocks)
        assert seen == count, f"{path.name}: LibreOffice sees {seen} of {count} comments"


def main():
    program = sys.argv[1]
    failures, copies = [], []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name, make in make_docx.CASES.items():
            document, expected = make()
            path = folder / f"{name}.docx"
            document.save(path)
            try:
                copy, count = check(program, path, expected)
                if copy:
                    copies.append((copy, count))
            except AssertionError as error:
                failures.append(f"{name}: {error}")
        if "--office" in sys.argv:
            try:
                office(copies, folder)
            except AssertionError as error:
                failures.append(str(error))
    print("\n".join(failures) or f"{len(make_docx.CASES)} documents, {sum(c for _, c in copies)} comments: all right")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
