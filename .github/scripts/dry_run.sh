#!/usr/bin/env bash
# The release as far as one Linux machine can make it, with the very scripts of .github/workflows/release.yml: dry_run.sh [TARGET...]
#
# Without targets it takes those of x86-64 Linux that this toolchain can build: musl where its standard library is installed, else glibc
# linked statically. Everything lands in target/dist. What could not be done is said at the end; what failed ends the run.
set -euo pipefail
cd "$(dirname "$0")/../.."
scripts=.github/scripts
output=target/dist
export PATH="$PWD/target/tools/bin:$PATH"
undone=()

stage() { printf '\n== %s\n' "$*"; }

platforms() {
  case "$1" in
    x86_64-*-linux-*) echo linux-x64 alpine-x64 ;;
    aarch64-*-linux-*) echo linux-arm64 alpine-arm64 ;;
    x86_64-*-windows-*) echo win32-x64 ;;
    x86_64-apple-*) echo darwin-x64 ;;
    aarch64-apple-*) echo darwin-arm64 ;;
  esac
}

targets=("$@")
if [ "${#targets[@]}" = 0 ]; then
  libraries="$(rustc --print sysroot)/lib/rustlib"
  targets=(x86_64-unknown-linux-musl)
  [ -d "$libraries/x86_64-unknown-linux-musl" ] || targets=(x86_64-unknown-linux-gnu)
fi
for target in x86_64-unknown-linux-musl aarch64-unknown-linux-musl x86_64-pc-windows-msvc x86_64-apple-darwin aarch64-apple-darwin; do
  [[ " ${targets[*]} " == *" $target "* ]] || undone+=("$target: not built")
done

stage "version and notes"
rm -rf "$output"
mkdir -p "$output"
version="$($scripts/version.sh)"
echo "$version"
$scripts/notes.sh "$version" > target/notes.md
# A tag of another version must be refused, or this stage proves nothing.
if $scripts/version.sh v0.0.0-none 2> /dev/null; then
  echo "a wrong tag was not refused" >&2
  exit 1
fi
$scripts/version.sh "v$version" 2> /dev/null || undone+=("v$version could not be tagged yet: see version.sh v$version")

stage "workflows and scripts"
$scripts/lint.sh

for target in "${targets[@]}"; do
  stage "$target"
  $scripts/binary.sh "$target"
  tar -tzf "$output/hegao-$target.tar.gz"
  binary="$output/$target/hegao"
  if [ "${target%%-*}" = "$(uname -m)" ]; then $scripts/smoke.sh "$binary"; else undone+=("$target: not run outside the emulator"); fi
  $scripts/portable.sh "$binary" | tee target/portable.txt
  while read -r line; do undone+=("$target, $line"); done < <(grep 'NOT TRIED' target/portable.txt)
  # shellcheck disable=SC2046 # one word is one platform
  $scripts/extension.sh "$target" $(platforms "$target")
done

stage "materials"
command -v cargo-cyclonedx > /dev/null || cargo install --quiet --locked --root target/tools cargo-cyclonedx || true
[ -x target/tools/python/bin/python3 ] || python3 -m venv target/tools/python
export PATH="$PWD/target/tools/python/bin:$PATH"
python3 -c 'import cyclonedx.validation.json' 2> /dev/null ||
  pip install --quiet --disable-pip-version-check 'cyclonedx-python-lib[json-validation]==11.12.0' || true
if command -v cargo-cyclonedx > /dev/null && python3 -c 'import cyclonedx.validation.json' 2> /dev/null; then
  $scripts/materials.sh
else
  undone+=("materials: cargo-cyclonedx or cyclonedx-python-lib could not be had")
fi

stage "checksums"
$scripts/checksums.sh "$output"
undone+=("the release itself: only a tag makes it")

stage "what is in $output"
(cd "$output" && find . -maxdepth 1 -type f -printf '%10s %f\n' | sort -k2)
printf '\nNot done here:\n'
printf -- '- %s\n' "${undone[@]}"
