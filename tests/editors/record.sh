#!/usr/bin/env bash
# Records the `initialize` of the real editors that setup.sh installed, for tests/lsp/fixtures. To be run when an editor
# has a new version: the Rust tests replay the records.
#   HEGAO_BINARY=…/hegao tests/editors/record.sh
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
repository="$(cd "$here/../.." && pwd)"
cache="${HEGAO_EDITOR_CACHE:-$here/../.cache}"
cache="$(cd "$cache" && pwd)"
fixtures="$repository/tests/lsp/fixtures"
: "${HEGAO_BINARY:?names the program to use}"
HEGAO_BINARY="$(realpath "$HEGAO_BINARY")"

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
export HEGAO_BINARY HEGAO_ROOT="$scratch/drafts"
cp -r "$here/fixtures" "$HEGAO_ROOT"
touch "$HEGAO_ROOT/hegao.toml"

# A program called hegao that writes into the file that its first argument names.
recorder() {
  mkdir -p "$scratch/bin"
  printf '#!/bin/sh\nHEGAO_RECORD="%s" HEGAO_BINARY="%s" HEGAO_ROOT="%s" exec node "%s" "$@"\n' \
    "$1" "$HEGAO_BINARY" "$HEGAO_ROOT" "$here/record.mjs" >"$scratch/bin/hegao"
  chmod +x "$scratch/bin/hegao"
}

neovim() {
  local tree="$cache/$1/tree" record="$fixtures/$2.json"
  recorder "$record"
  PATH="$scratch/bin:$PATH" VIMRUNTIME="$tree/usr/share/nvim/runtime" XDG_STATE_HOME="$scratch/state" LC_ALL=C.UTF-8 \
    "$tree/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" --library-path "$tree/usr/lib/x86_64-linux-gnu" \
    "$tree/usr/bin/nvim" --clean --headless --cmd "set rtp^=$repository/server/editors/nvim" "$HEGAO_ROOT/draft.gongwen" \
    -c "lua vim.wait(10000, function() return vim.uv.fs_stat('$record') ~= nil end) vim.cmd('qall!')"
}

rm -f "$fixtures/neovim-0.10.json" "$fixtures/neovim-0.12.json" "$fixtures/vscode.json"
neovim trixie neovim-0.10
neovim sid neovim-0.12
recorder "$fixtures/vscode.json"
node "$here/record-vscode.mjs" "$scratch" "$HEGAO_ROOT"
for record in neovim-0.10 neovim-0.12 vscode; do
  test -s "$fixtures/$record.json"
  if grep -n -e "$scratch" -e "$repository" "$fixtures/$record.json"; then
    echo "$record names a folder of this machine" >&2
    exit 1
  fi
  echo "recorded $record"
done
