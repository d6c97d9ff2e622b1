#!/usr/bin/env bash
# SARIF logs against the schema of SARIF 2.1.0, which Microsoft's package for npm carries. Wants the program as its argument.
set -euo pipefail
cd "$(dirname "$0")/../.."
hegao="$(realpath "$1")"
cache="$PWD/tests/.cache/sarif"
schema="$cache/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
mkdir -p "$cache"
[ -f "$schema" ] || npm install --prefix "$cache" --no-save --no-audit --no-fund --silent --ignore-scripts @microsoft/jest-sarif@1.0.0-beta.0
python3 -m pip install --quiet --disable-pip-version-check --target "$cache/python" jsonschema==4.26.0
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
# Files with findings, fixes and related places; one that is not there; none at all; a draft held against last year's report.
"$hegao" check tests/examples --format sarif --fail-on never > "$work/drafts.sarif"
"$hegao" check tests/examples --format sarif --lang en --fail-on never > "$work/english.sarif"
"$hegao" check tests/examples "$work/没有 这份.md" --format sarif > "$work/missing.sarif" 2> /dev/null || [ $? = 2 ]
"$hegao" check "$work/无.md" --format sarif > "$work/none.sarif" 2> /dev/null || [ $? = 2 ]
"$hegao" check tests/examples/qinghe-2025.md --against tests/examples/qinghe-2025-final.md --format sarif --fail-on never > "$work/against.sarif" 2> /dev/null
PYTHONPATH="$cache/python" python3 tests/sarif/check.py "$schema" "$work"/*.sarif
