#!/usr/bin/env bash
# Installs the real editors that the end-to-end tests drive: VS Code's workbench (code-server) with a browser, two
# Neovims, Helix and Emacs. Everything comes from package registries (Debian's and npm's) and, apart from the Debian
# packages of the system itself, lands in tests/.cache. Running it again only does what is still missing.
#
#   tests/editors/setup.sh [vscode|neovim|emacs|grammar|documents]...     (without arguments: all of them)
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cache="${HEGAO_EDITOR_CACHE:-$here/../.cache}"
mkdir -p "$cache"
cache="$(cd "$cache" && pwd)"

CODE_SERVER=4.100.3

say() { printf '[setup] %s\n' "$*"; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
    say "needs root for: $*" >&2
    return 1
  fi
}

# Debian packages of the system: only asked for when one of them is missing.
system_packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  say "apt-get install ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# npm's own headers of this node are enough to build the native modules; nothing is downloaded for them.
node_headers() { dirname "$(dirname "$(readlink -f "$(command -v node)")")"; }

vscode() {
  system_packages chromium fonts-noto-cjk ripgrep build-essential python3
  (cd "$here" && [ -d node_modules/playwright-core ] || npm ci --no-audit --no-fund --silent)

  local root="$cache/code-server-$CODE_SERVER"
  [ -e "$root/.complete" ] && { say "code-server $CODE_SERVER is there"; return; }
  say "code-server $CODE_SERVER (about a minute)"
  rm -rf "$root" && mkdir -p "$root"
  (
    cd "$root"
    export npm_config_nodedir
    npm_config_nodedir="$(node_headers)"
    gyp=(node "$(npm root -g)/npm/node_modules/node-gyp/bin/node-gyp.js")
    npm init -y >/dev/null
    npm install "code-server@$CODE_SERVER" --ignore-scripts --no-save --no-audit --no-fund --silent
    # argon2's script tries a prebuilt file first and compiles when it cannot be had.
    (cd node_modules/argon2 && npm run install --silent >/dev/null 2>&1)
    cd node_modules/code-server/lib/vscode
    npm install --omit=dev --ignore-scripts --no-audit --no-fund --silent
    ln -sfn node_modules node_modules.asar
    for module in @vscode/spdlog native-watchdog node-pty; do
      (cd "node_modules/$module" && "${gyp[@]}" rebuild >/dev/null 2>&1)
    done
    (cd extensions && npm install --omit=dev --ignore-scripts --no-audit --no-fund --silent)
    mkdir -p node_modules/@vscode/ripgrep/bin
    ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
  )
  node "$root/node_modules/code-server/out/node/entry.js" --version >/dev/null
  touch "$root/.complete"
}

# Packages of another Debian suite in a private folder: the system's own libraries stay as they are.
# Arguments: suite (with a suffix where a suite has several folders), then package names.
debian_root() {
  local root="$cache/$1" suite="${1%%-*}"
  shift
  [ -e "$root/.complete" ] && { say "$* of Debian $suite is there"; return; }
  say "$* from Debian $suite"
  rm -rf "$root" && mkdir -p "$root/apt/lists/partial" "$root/apt/archives/partial" "$root/tree"
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  # The archive that this system itself takes its packages from.
  local archive
  archive="$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null || true; } |
    sed -nE 's#^URIs: *([^ ]+/debian)/?$#\1#p; s#^deb +(\[[^]]*\] +)?([^ ]+/debian)/? .*#\2#p' | sed -n 1p)"
  [ -n "$archive" ] || { say "no Debian archive among this system's package sources" >&2; return 1; }
  echo "deb [signed-by=$keyring] $archive $suite main" >"$root/apt/sources.list"
  : >"$root/apt/status"
  local options=(
    -qq
    -o Dir::Etc::SourceList="$root/apt/sources.list" -o Dir::Etc::SourceParts=-
    -o Dir::State::Lists="$root/apt/lists" -o Dir::State::Status="$root/apt/status"
    -o Dir::Cache::Archives="$root/apt/archives" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
    -o APT::Install-Recommends=false -o APT::Sandbox::User="$(id -un)" -o Debug::NoLocking=1
    -o APT::Update::Post-Invoke= -o APT::Update::Post-Invoke-Success= -o DPkg::Post-Invoke=
  )
  apt-get "${options[@]}" update
  apt-get "${options[@]}" -y --download-only install "$@" >/dev/null
  local package
  for package in "$root"/apt/archives/*.deb; do dpkg -x "$package" "$root/tree"; done
  rm -rf "$root/apt"
  touch "$root/.complete"
}

# trixie's Neovim is 0.10 (configured by vim.lsp.start), sid's is 0.11 or later (configured by lsp/hegao.lua).
neovim() {
  system_packages tmux
  debian_root trixie neovim hx
  debian_root sid neovim
}

# The generator and test runner of the tree-sitter grammar, as Debian builds it: npm's package downloads a program from
# elsewhere, and cargo takes minutes to build it.
grammar() {
  system_packages build-essential
  debian_root trixie-tree-sitter tree-sitter-cli
}

# What opens the annotated Word files and the printed review page: programs that a reader may have.
documents() { system_packages libreoffice-writer-nogui poppler-utils; }

emacs() { system_packages emacs-nox elpa-eglot; }

[ $# = 0 ] && set -- vscode neovim emacs grammar documents
for part in "$@"; do
  case "$part" in
    vscode | neovim | emacs | grammar | documents) "$part" ;;
    *) say "unknown part: $part" >&2; exit 2 ;;
  esac
done
say "ready: $cache"
