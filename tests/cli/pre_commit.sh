#!/usr/bin/env bash
# The hook of .pre-commit-hooks.yaml in the real pre-commit: every kind of draft is seen, Word files too. tests/cli/pre_commit.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/../.."
root="$PWD"
hegao="$(realpath "${1:?which binary}")"
[ -x tests/.cache/pre-commit/bin/pre-commit ] || python3 -m venv tests/.cache/pre-commit
tests/.cache/pre-commit/bin/pip install --quiet --disable-pip-version-check pre-commit==4.7.0 python-docx==1.2.0
bin="$root/tests/.cache/pre-commit/bin"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
PATH="$(dirname "$hegao"):$PATH"
export PRE_COMMIT_HOME="$work/home" PATH
commit() { git -C "$1" init -q && git -C "$1" add -A && git -C "$1" -c user.name=hegao -c user.email=hegao@example.org commit -qm drafts; }
mkdir "$work/hook" "$work/drafts"
cp .pre-commit-hooks.yaml "$work/hook/"
commit "$work/hook"
cd "$work/drafts"
printf '青禾县人民政府关于2025年法治政府建设情况的报告\n\n全年收到行政复议申请100件，受理90件，受理率95%%。\n' > draft.txt
for name in draft.md draft.GW draft.html other.py; do cp draft.txt "$name"; done
"$bin/python" - <<'PY'
import docx
document = docx.Document()
for line in open("draft.txt", encoding="utf-8").read().split("\n\n"):
    document.add_paragraph(line.strip())
document.save("draft.docx")
PY
commit .
for name in draft.txt draft.md draft.GW draft.html draft.docx; do
  if "$bin/pre-commit" try-repo "$work/hook" hegao --files "$name" > said 2>&1; then echo "$name: passed over"; cat said; exit 1; fi
  grep -q 'arithmetic/rate' said || { echo "$name: the wrong rate is not told"; cat said; exit 1; }
done
"$bin/pre-commit" try-repo "$work/hook" hegao --files other.py > said 2>&1 || { echo "other.py is no draft"; cat said; exit 1; }
grep -q 'no files to check' said || { cat said; exit 1; }
echo "pre-commit sees five kinds of drafts"
