#!/usr/bin/env bash
# Nothing leaves the machine: the program is watched by strace while it reviews, explains and serves an editor, and may make no call that
# has to do with a network. tests/no_network.sh BINARY
set -euo pipefail
cd "$(dirname "$0")/.."
binary="${1:?which binary}"
calls="$(mktemp -d)"
trap 'rm -rf "$calls"' EXIT

watch() { strace -f -qq -e trace=%network -e signal=none -o "$calls/$1" "${@:2}"; }

# The watch itself is held to what it should see.
watch seen python3 -c 'import socket; socket.socket().close()'
grep -q 'socket(' "$calls/seen" || { echo "strace does not see a socket being opened" >&2; exit 1; }

watch check "$binary" check tests/examples --format html --ledger > "$calls/page" || [ $? = 1 ]
watch ledger "$binary" ledger tests/examples/qinghe-2025.md > /dev/null
watch explain "$binary" explain > /dev/null

message() { printf 'Content-Length: %d\r\n\r\n%s' "$(printf %s "$1" | wc -c)" "$1"; }
{
  message '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}'
  message '{"jsonrpc":"2.0","method":"initialized","params":{}}'
  message '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","languageId":"gongwen","version":1,"text":"《信访条例》受理12件，办结15件。"}}}'
  sleep 5
  message '{"jsonrpc":"2.0","id":2,"method":"shutdown"}'
  message '{"jsonrpc":"2.0","method":"exit"}'
} | watch lsp "$binary" lsp > "$calls/answers"
grep -q 'textDocument/publishDiagnostics' "$calls/answers" || { echo "the server has found nothing" >&2; exit 1; }
# The page holds no address that a browser would fetch from.
if grep -Eo '(src|href)="https?://[^"]*"|@import|url\(http' "$calls/page"; then exit 1; fi

for run in check ledger explain lsp; do
  if [ -s "$calls/$run" ]; then
    echo "hegao $run has made calls of the network:" >&2
    # tokio wakes its reactor over a pair of unnamed local sockets on some systems; nothing else is allowed.
    if grep -v 'socketpair(AF_UNIX' "$calls/$run" >&2; then exit 1; fi
  fi
done
echo "no call of the network in check, ledger, explain and lsp"
