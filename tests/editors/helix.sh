#!/usr/bin/env bash
# A real Helix in a terminal (tmux) on the real server: the wrong rate is shown, and repaired by the code action.
#   helix.sh SCRATCH TREE     `hegao` on the search path; run.sh calls it so
set -euo pipefail
scratch="$1" tree="$2"
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
session="hegao-helix-$$"
rm -rf "$scratch/drafts" && cp -r "$here/fixtures" "$scratch/drafts"
mkdir -p "$scratch/config/helix"
cp "$here/../../server/editors/helix/languages.toml" "$scratch/config/helix/languages.toml"

program="$tree/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2 --library-path $tree/usr/lib/x86_64-linux-gnu $tree/usr/bin/hx"
runtime="$(find "$tree/usr" -type d -path '*hx*' -name runtime | head -1)"
trap 'tmux -L "$session" kill-server 2>/dev/null || true' EXIT
tmux -L "$session" new-session -d -x 160 -y 40 \
  "env PATH='$PATH' LC_ALL=C.UTF-8 XDG_CONFIG_HOME='$scratch/config' HELIX_RUNTIME='$runtime' $program '$scratch/drafts/draft.gongwen'"

keys() { tmux -L "$session" send-keys "$@"; }
screen() { tmux -L "$session" capture-pane -p; }
see() {
  for _ in $(seq 100); do
    if screen | grep -q "$2"; then echo "ok   $1"; return; fi
    sleep 0.1
  done
  echo "FAILED $1; on the screen:" >&2
  screen >&2
  exit 1
}

see 'Helix opens the draft' '年度报告'
sleep 1
keys '/97.87' Enter
see 'the wrong rate is shown' '应为97.89%'
keys ' ' 'a'
see 'the code action is offered' '改为'
keys Enter Enter
see 'and writes the computed rate' '办结率97.89%'
keys ':q!' Enter
