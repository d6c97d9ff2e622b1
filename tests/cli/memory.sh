#!/usr/bin/env bash
# Memory does not grow with the number of files: a hundred and a thousand made reports, reviewed in every format that streams, and as Word
# files. Prints the peak of the resident memory and the processor time; only the memory is held to a bound. tests/cli/memory.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/../.."
hegao="$(realpath "${1:?which binary}")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# Ten thousand characters are thirty kilobytes: a thousand of them are 30 MB.
cargo xtask generate --chars 10000 --files 1000 "$work/all" > /dev/null
mkdir "$work/some"
cp "$work"/all/00*.md "$work/all/0100.md" "$work/some/"
python3 - "$hegao" "$work" <<'PY'
import os, pathlib, subprocess, sys, time, zipfile

program, work = sys.argv[1], pathlib.Path(sys.argv[2])
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'


def word(folder):
    """The reports of a folder as Word files in a folder beside it."""
    out = folder.with_name(folder.name + "-word")
    out.mkdir()
    for draft in folder.glob("*.md"):
        lines = draft.read_text(encoding="utf-8").splitlines()
        body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{line.replace("&", "&amp;").replace("<", "&lt;")}</w:t></w:r></w:p>' for line in lines)
        with zipfile.ZipFile(out / f"{draft.stem}.docx", "w", zipfile.ZIP_DEFLATED) as container:
            container.writestr("[Content_Types].xml", TYPES)
            container.writestr("_rels/.rels", LINKS)
            container.writestr("word/document.xml", f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    return out


def run(folder, format):
    """Peak memory in MB, wall and processor time in seconds."""
    started = time.monotonic()
    with open(os.devnull, "wb") as nowhere:
        child = subprocess.Popen([program, "check", str(folder), "--format", format], stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(child.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 1), f"{format}: exit code {code}"
    return usage.ru_maxrss / 1024, time.monotonic() - started, usage.ru_utime + usage.ru_stime


some, everything = work / "some", work / "all"
counts = [len(list(folder.glob("*.md"))) for folder in (some, everything)]
assert counts == [100, 1000], counts
kinds = [(some, everything, format) for format in ("json", "jsonl", "text", "github")] + [(word(some), word(everything), "json")]
for few, many, format in kinds:
    (small, _, _), (large, wall, busy) = run(few, format), run(many, format)
    print(f"{many.name} {format}: {counts[0]} files {small:.0f} MB, {counts[1]} files {large:.0f} MB; {wall:.1f} s, {busy:.1f} s of processor time")
    # Ten times the files, and no more than a quarter and four megabytes of memory on top.
    assert large <= small * 1.25 + 4, f"{format}: memory grows with the number of files"
PY
