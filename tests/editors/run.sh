#!/usr/bin/env bash
# Runs every editor that setup.sh installed against the real server.
#   tests/editors/run.sh [nvim|vscode|emacs|helix]...     (without arguments: all of them)
# HEGAO_BINARY names the program to use; otherwise it is built.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
repository="$(cd "$here/../.." && pwd)"
cache="${HEGAO_EDITOR_CACHE:-$here/../.cache}"
cache="$(cd "$cache" && pwd)"

if [ -z "${HEGAO_BINARY:-}" ]; then
  (cd "$repository" && cargo build --release -p hegao)
  HEGAO_BINARY="${CARGO_TARGET_DIR:-$repository/target}/release/hegao"
fi
export HEGAO_BINARY

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$(realpath "$HEGAO_BINARY")" "$scratch/bin/hegao"
export PATH="$scratch/bin:$PATH"

# Fresh copies of the drafts: the tests change them.
drafts() {
  rm -rf "$scratch/drafts" && cp -r "$here/fixtures" "$scratch/drafts"
}

# A program of a private Debian folder, with that folder's own libraries. Arguments: suite, program, its arguments.
in_root() {
  local tree="$cache/$1/tree" program="$2"
  shift 2
  "$tree/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" --library-path "$tree/usr/lib/x86_64-linux-gnu" \
    "$tree/usr/bin/$program" "$@"
}

nvim() {
  local suite parsers
  for suite in trixie sid; do
    drafts
    # Where Debian keeps the parsers that Neovim's own Markdown support asks for.
    parsers="$cache/$suite/tree/usr/lib/nvim,$cache/$suite/tree/usr/lib/x86_64-linux-gnu/nvim"
    echo "Neovim of Debian $suite: $(VIMRUNTIME="$cache/$suite/tree/usr/share/nvim/runtime" in_root "$suite" nvim --version | head -1)"
    VIMRUNTIME="$cache/$suite/tree/usr/share/nvim/runtime" XDG_STATE_HOME="$scratch/state" LC_ALL=C.UTF-8 \
      in_root "$suite" nvim --clean --headless --cmd "set rtp^=$repository/server/editors/nvim rtp+=$parsers" \
      "$scratch/drafts/draft.gongwen" -c "luafile $here/nvim.lua"
  done
}

vscode() {
  (cd "$repository/vscode-extension" && { [ -d node_modules ] || npm ci --no-audit --no-fund --silent; } &&
    rm -f ./*.vsix && npm run package --silent)
  node "$here/vscode.mjs"
}

emacs() {
  drafts
  LC_ALL=C.UTF-8 command emacs --batch -Q -l "$here/eglot.el" "$scratch/drafts/draft.gongwen"
}

helix() { "$here/helix.sh" "$scratch" "$cache/trixie/tree"; }

[ $# = 0 ] && set -- nvim emacs helix vscode
for editor in "$@"; do "$editor"; done
echo "editors: $* passed"
