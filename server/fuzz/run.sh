#!/usr/bin/env bash
# Runs one fuzz target for a number of seconds: server/fuzz/run.sh TARGET [SECONDS] [options of libFuzzer]
#
# Needs cargo-fuzz. The compiler is the project's own: RUSTC_BOOTSTRAP=1 opens the flags that libFuzzer's instrumentation needs.
set -euo pipefail
cd "$(dirname "$0")"
target="${1:?which target: review docx files config protocol}"
seconds="${2:-60}"
shift $(($# < 2 ? $# : 2))

corpus="corpus/$target"
mkdir -p "$corpus" "artifacts/$target"

# libFuzzer wants each word in quotation marks, all but plain ASCII as \xNN.
words="words/$target.txt"
case "$target" in review | protocol) words="words/draft.txt" ;; esac
dictionary="$corpus.dict"
python3 - "$words" > "$dictionary" <<'PY'
import sys

for line in open(sys.argv[1], encoding="utf-8"):
    word = line.rstrip("\n").encode()
    if word:
        print('"' + "".join(chr(b) if 32 < b < 127 and b not in b'"\\' else f"\\x{b:02X}" for b in word) + '"')
PY

seeds=("regressions/$target")
case "$target" in
  review) seeds+=("seeds/review" ../../tests/cases ../../tests/examples) ;;
  *) seeds+=("seeds/$target") ;;
esac
present=()
for folder in "${seeds[@]}"; do
  if [ -d "$folder" ]; then present+=("$folder"); fi
done

case "$target" in docx | config) length=8192 ;; *) length=4096 ;; esac
# Tracing every comparison takes more than half of the time where text is read character by character; there the words stand in for it.
case "$target" in review | protocol) how=(--no-trace-compares --target-dir target/plain) ;; *) how=() ;; esac
RUSTC_BOOTSTRAP=1 exec cargo fuzz run --fuzz-dir . --sanitizer none -O "${how[@]}" "$target" "$corpus" "${present[@]}" -- \
  "-dict=$dictionary" "-max_len=$length" -timeout=20 -rss_limit_mb=2048 "-max_total_time=$seconds" -print_final_stats=1 "$@"
