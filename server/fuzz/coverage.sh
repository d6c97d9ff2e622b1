#!/usr/bin/env bash
# What the inputs of a fuzz target reach of our crates: server/fuzz/coverage.sh TARGET [PATH…]
#
# Without paths: its seeds, its regressions and the corpus that has grown here. A table by file comes first, then the functions that no
# input enters. Needs llvm-profdata and llvm-cov of LLVM 19 or later (LLVM_BIN: the folder that they are in).
set -euo pipefail
cd "$(dirname "$0")/../.."
target="${1:?which target: review docx files config protocol}"
shift
tools="${LLVM_BIN:+$LLVM_BIN/}"
work="target/coverage/$target"
mkdir -p "$work"
rm -f "$work"/*.profraw

paths=("$@")
if [ "${#paths[@]}" = 0 ]; then
  for folder in "server/fuzz/corpus/$target" "server/fuzz/seeds/$target" "server/fuzz/regressions/$target"; do
    if [ -d "$folder" ]; then paths+=("$folder"); fi
  done
  if [ "$target" = review ]; then paths+=(tests/cases tests/examples); fi
fi

# Only our own crates are instrumented; those that they stand on are taken as they are built.
wrapper="$PWD/target/coverage/instrument"
printf '#!/bin/sh\nexec "$@" -C instrument-coverage\n' > "$wrapper"
chmod +x "$wrapper"
RUSTC_WORKSPACE_WRAPPER="$wrapper" LLVM_PROFILE_FILE=/dev/null cargo build --quiet --locked -p properties --example replay
program="target/coverage/replay"
cp target/debug/examples/replay "$program"
LLVM_PROFILE_FILE="$PWD/$work/%p.profraw" "$program" "$target" "${paths[@]}"

"${tools}llvm-profdata" merge --sparse -o "$work/profile" "$work"/*.profraw
"${tools}llvm-cov" report "$program" --instr-profile="$work/profile" --sources server/core/src server/formats/src server/hegao/src |
  awk '{ print $1, $(NF - 5), $(NF - 4), $(NF - 3) }' | column -t
"${tools}llvm-cov" report "$program" --instr-profile="$work/profile" --show-functions --sources server/core/src server/formats/src server/hegao/src |
  awk '/^File/ { file = $2 } $4 == "0.00%" { print file, $1 }' > "$work/never"
echo "$(wc -l < "$work/never") functions are never entered: $work/never"
