#!/usr/bin/env bash
# Builds the program for one platform and packs it: binary.sh TARGET [OUTPUT]
#
# Linux binaries are static: they run on any kernel since 3.2 without anything installed. On x86-64 and arm64 the target is musl; where
# its standard library is not to be had, `x86_64-unknown-linux-gnu` is linked statically against glibc instead.
set -euo pipefail
cd "$(dirname "$0")/../.."
target="${1:?which target, such as x86_64-unknown-linux-musl}"
output="${2:-target/dist}"

# A message of a fault names a place in the sources, not the folders of the machine that built them.
here="$(pwd -W 2> /dev/null || pwd)"
export RUSTFLAGS="--remap-path-prefix=$here=hegao --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
case "$target" in
  *-linux-musl) RUSTFLAGS+=" -C target-feature=+crt-static -C relocation-model=static" ;;
  *-linux-gnu | *-windows-msvc) RUSTFLAGS+=" -C target-feature=+crt-static" ;;
esac
if [ "$target" = aarch64-unknown-linux-musl ] && [ "$(uname -m)" != aarch64 ]; then
  # Rust brings musl itself; only a linker for the other machine is wanted.
  export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER="${AARCH64_LINKER:-aarch64-linux-gnu-gcc}"
fi

# CARGO_BUILD may be another builder, such as `cargo zigbuild`, with its options.
# shellcheck disable=SC2086 # its words are words of the command
${CARGO_BUILD:-cargo build} --release --locked -p hegao --target "$target"

name=hegao
case "$target" in *windows*) name=hegao.exe ;; esac
built="${CARGO_TARGET_DIR:-target}/$target/release/$name"
mkdir -p "$output/$target"
cp "$built" LICENSE-MIT LICENSE-APACHE README.md README.zh-CN.md "$output/$target/"
python3 .github/scripts/notices.py "$output/$target/THIRD-PARTY.txt"
case "$target" in
  *windows*) (cd "$output/$target" && 7z a -bso0 "../hegao-$target.zip" .) ;;
  *) tar -C "$output/$target" -czf "$output/hegao-$target.tar.gz" . ;;
esac

case "$target" in
  *-linux-*)
    # A binary that asks for a loader is not static: `-static-pie` has none either.
    if readelf -l "$built" | grep -q INTERP; then
      echo "$built asks for a dynamic loader" >&2
      exit 1
    fi
    if grep -aqF -e "$here" -e "$HOME/" "$built"; then
      echo "$built names folders of this machine" >&2
      exit 1
    fi
    ;;
esac
echo "$output/hegao-$target"
