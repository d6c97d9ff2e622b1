#!/usr/bin/env bash
# Installs what the tests need and passes them all: the one command of README.md, and what .ci/run calls.
#
# Needs Rust with cargo, Node.js with npm, Python 3, and root (or sudo) for Debian packages. Everything else comes from the package
# registries and lands in target/, node_modules/ and tests/.cache/.
#
#   tests/run.sh            everything
#   tests/run.sh core       only what needs no editor: formatting, lints, Rust tests, corpus
set -euo pipefail
cd "$(dirname "$0")/.."
only="${1:-all}"
log="$(mktemp)"
trap 'rm -f "$log"' EXIT

stage() { printf '\n== %s\n' "$*"; }

# Adds up the closing lines of cargo's test runner.
count() { awk -v want="$1" '/^test result:/ { for (i = 1; i <= NF; i++) if ($i == want ";") sum += $(i - 1) } END { print sum + 0 }' "$log"; }

stage "format and lints"
cargo fmt --all --check
cargo clippy --workspace --all-targets --locked -- -D warnings
# The fuzz targets have a lockfile of their own, which a new dependency of ours leaves behind.
cargo metadata --locked --format-version 1 --manifest-path server/fuzz/Cargo.toml > /dev/null || { echo "server/fuzz/Cargo.lock is behind: cargo update --workspace --manifest-path server/fuzz/Cargo.toml"; exit 1; }

stage "program"
cargo build --release --locked -p hegao

stage "nothing leaves the machine"
command -v strace > /dev/null || { root=(); [ "$(id -u)" = 0 ] || root=(sudo); "${root[@]}" apt-get update -qq; "${root[@]}" apt-get install -y -qq --no-install-recommends strace > /dev/null; }
bash tests/no_network.sh target/release/hegao

stage "memory does not grow with the number of files"
bash tests/cli/memory.sh target/release/hegao

stage "corpus"
shared="${HEGAO_SHARED:-../shared}"
if [ -f "$shared/corpus/score.py" ]; then
  python3 "$shared/corpus/score.py" --hegao target/release/hegao --corpus "$shared/corpus" --references
else
  echo "no corpus beside the project: not scored"
fi

if [ "$only" = all ]; then
  stage "version, workflows, scripts"
  .github/scripts/version.sh
  .github/scripts/lint.sh
  stage "VS Code extension: types, lints, unit tests"
  (cd vscode-extension && npm ci --no-audit --no-fund --silent && npm run ci)
  stage "editors"
  bash tests/editors/setup.sh
  HEGAO_BINARY="$PWD/target/release/hegao" bash tests/editors/run.sh
  bash grammars/tree-sitter-gongwen/test/run.sh
  stage "SARIF, seen by the validator of its authors"
  bash tests/cli/sarif.sh target/release/hegao
  stage "PySpark over a table of drafts"
  bash tests/spark/run.sh target/release/hegao
  stage "Word files, seen by python-docx and LibreOffice"
  [ -d tests/.cache/python/pypdf ] || python3 -m pip install --quiet --disable-pip-version-check --target tests/.cache/python python-docx==1.2.0 pypdf==7.1.1
  cargo build --release --locked -p hegao-formats --example docx_tool
  PYTHONPATH=tests/.cache/python python3 tests/formats/check_docx.py target/release/examples/docx_tool target/release/hegao
  stage "review page, in a browser and on paper"
  node tests/review/page.mjs target/release/hegao
  stage "hook, run by pre-commit"
  bash tests/cli/pre_commit.sh target/release/hegao
fi

stage "soak: some minutes of editing in seconds"
cargo xtask soak --steps 300

stage "Rust tests"
status=0
cargo test --workspace --lib --bins --tests --locked --no-fail-fast 2>&1 | tee "$log" || status=$?
printf '\n%s passed, %s failed\n' "$(count passed)" "$(count failed)"
exit "$status"
