#!/usr/bin/env bash
# Installs the checkers that `cargo xtask bench --peers` measures beside hegao, at the versions below: peers.sh [FOLDER]
#
# They come from the registries of npm and of Rust. What cannot be had is named and left out; what is there at its version is kept, so that
# a second run needs no network.
set -euo pipefail
folder="${1:-$(dirname "$0")/../../target/peers}"
npm_packages=(autocorrect-node@2.14.0 zhlint@0.8.2 textlint@15.8.0 textlint-rule-prh@6.1.0)
crates=(typos-cli@1.52.0)

mkdir -p "$folder"
cd "$folder"
missing=()

have() { [ -e "installed/$1" ]; }
keep() { mkdir -p installed && touch "installed/$1"; }

# A package manifest of its own: npm would look for one upward, and find none of ours.
[ -f package.json ] || echo '{"name":"peers","private":true}' > package.json
for package in "${npm_packages[@]}"; do
  have "$package" && continue
  if command -v npm > /dev/null && npm install --no-audit --no-fund --silent --save-exact "$package" > npm.log 2>&1; then
    keep "$package"
  else
    missing+=("$package (npm)")
  fi
done
for crate in "${crates[@]}"; do
  have "$crate" && continue
  if cargo install --quiet --locked --root . --target-dir build "$crate" > cargo.log 2>&1; then
    keep "$crate"
    rm -rf build
  else
    missing+=("$crate (crates.io)")
  fi
done

for package in "${missing[@]}"; do echo "could not be had: $package" >&2; done
exit 0
