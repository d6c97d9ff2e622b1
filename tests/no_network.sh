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

# The server is spoken to as an editor would: it is left alone only when it has sent what it found.
timeout 120 python3 - "$binary" "$calls/lsp" <<'PY'
import json, subprocess, sys

command = ["strace", "-f", "-qq", "-e", "trace=%network", "-e", "signal=none", "-o", sys.argv[2], sys.argv[1], "lsp"]
server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

def say(method, params, **more):
    body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
    server.stdin.flush()

def read():
    length = 0
    while (line := server.stdout.readline().strip()):
        name, value = line.split(b": ")
        length = int(value) if name == b"Content-Length" else length
    return json.loads(server.stdout.read(length))

say("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, id=1)
read()
say("initialized", {})
text = "《信访条例》受理12件，办结15件。"
say("textDocument/didOpen", {"textDocument": {"uri": "untitled:a", "languageId": "gongwen", "version": 1, "text": text}})
while read().get("method") != "textDocument/publishDiagnostics":
    pass
say("shutdown", None, id=2)
read()
say("exit", None)
server.wait()
PY
# The page holds no address that a browser would fetch from.
if grep -Eo '(src|href)="https?://[^"]*"|@import|url\(http' "$calls/page"; then exit 1; fi

# tokio wakes its reactor over a pair of unnamed local sockets on some systems. `???(` is strace's own remark about a thread that ended with
# its process before strace could read what it was calling: the thread was in no call that began. Nothing else is allowed.
harmless='socketpair\(AF_UNIX|^[0-9]+ +\?\?\?\( <(detached|unfinished) \.\.\.>$'
for run in check ledger explain lsp; do
  if [ -s "$calls/$run" ]; then
    if grep -Ev "$harmless" "$calls/$run" >&2; then echo "these are calls of the network, made by hegao $run" >&2; exit 1; fi
  fi
done
echo "no call of the network in check, ledger, explain and lsp"
