#!/usr/bin/env bash
# Asks a built program for what a user would ask first: smoke.sh BINARY
set -euo pipefail
binary="${1:?which binary}"
root="$(cd "$(dirname "$0")/../.." && pwd)"
"$binary" --version
status=0
"$binary" check "$root/tests/examples/qinghe-2025.md" --format json > /dev/null || status=$?
[ "$status" = 1 ] || { echo "the example has errors: exit code 1 is wanted, not $status" >&2; exit 1; }
"$binary" check "$root/tests/examples/qinghe-2025-final.md" > /dev/null
echo "ok"
