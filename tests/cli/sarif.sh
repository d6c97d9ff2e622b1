#!/usr/bin/env bash
# SARIF logs stand up to the validator of the standard's authors: the 2.1.0 schema and the rules beside it. tests/cli/sarif.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/../.."
hegao="$(realpath "${1:?which binary}")"
npm install --prefix tests/.cache/sarif --no-save --no-audit --no-fund --silent @microsoft/sarif-multitool@5.7.0
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cp tests/examples/qinghe-2025.md "$work/送审稿 1.md"
printf 'not a document' > "$work/broken.docx"
# Relative and absolute paths, related places and fixes, and a file that could not be reviewed.
(cd "$work" && { "$hegao" check . --format sarif > relative.sarif || [ $? = 2 ]; })
"$hegao" check "$work/送审稿 1.md" --format sarif --lang en > "$work/absolute.sarif" || [ $? = 1 ]
sed 's/"startLine": [0-9]*/"startLine": 0/' "$work/relative.sarif" > "$work/spoilt.sarif"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
tests/.cache/sarif/node_modules/.bin/sarif-multitool validate "$work/relative.sarif" "$work/absolute.sarif" "$work/spoilt.sarif" \
  --output "$work/validation.sarif" --log ForceOverwrite > "$work/said" || { cat "$work/said"; exit 1; }
python3 - "$work" <<'PY'
import json, sys
run = json.load(open(f"{sys.argv[1]}/validation.sarif", encoding="utf-8-sig"))["runs"][0]
wrong = [result for result in run.get("results", []) if result.get("level") == "error"]
# The validator is held to what it should see.
assert any("spoilt" in json.dumps(result["locations"]) for result in wrong), "a spoilt log passes the validator"
wrong = [result for result in wrong if "spoilt" not in json.dumps(result["locations"])]
assert not wrong, json.dumps(wrong[:3], ensure_ascii=False, indent=1)
for name in ("relative", "absolute"):
    log = json.load(open(f"{sys.argv[1]}/{name}.sarif", encoding="utf-8"))["runs"][0]
    assert len(log["results"]) > 5 and any("fixes" in result for result in log["results"]), name
print("two SARIF logs are valid")
PY
