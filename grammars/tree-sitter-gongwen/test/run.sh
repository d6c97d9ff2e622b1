#!/usr/bin/env bash
# Generates the parser, fails if the committed one differs, runs the corpus tests and checks the queries.
# The program comes from tests/editors/setup.sh grammar; TREE_SITTER names another.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tree="${HEGAO_EDITOR_CACHE:-../../tests/.cache}/trixie-tree-sitter/tree"
tree_sitter() {
  if [ -n "${TREE_SITTER:-}" ]; then "$TREE_SITTER" "$@"; else
    "$tree/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" --library-path "$tree/usr/lib/x86_64-linux-gnu" \
      "$tree/usr/bin/tree-sitter" "$@"
  fi
}
tree_sitter generate --no-bindings
git diff --exit-code --stat -- src || { echo 'src/ is not what grammar.js generates: commit it' >&2; exit 1; }
tree_sitter test "$@"
for query in queries/*.scm; do tree_sitter query "$query" test/draft.gongwen >/dev/null; done
