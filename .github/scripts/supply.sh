#!/usr/bin/env bash
# What comes in with dependencies: licences, bans, sources, unused ones, build scripts, the Rust they ask for, unsafe code, npm. Needs cargo-deny and
# cargo-machete. The databases of advisories are asked where they can be reached; it is said where they cannot.
set -euo pipefail
cd "$(dirname "$0")/../.."

cargo deny --all-features check licenses bans sources
cargo deny --all-features check advisories || { [ "${REQUIRE_ADVISORIES:-}" != 1 ] && echo "advisories: not checked"; }
cargo machete

# Every crate of ours forbids unsafe code through the workspace's lints.
for manifest in server/*/Cargo.toml; do
  [ "$manifest" = server/fuzz/Cargo.toml ] || grep -q -A1 '^\[lints\]' "$manifest" || { echo "$manifest: no lints of the workspace"; exit 1; }
done
grep -q '^unsafe_code = "forbid"' Cargo.toml

# Build scripts that speak to a network would be found by what they depend on: none of the bans of deny.toml may stand behind one.
#
# A dependency that states a newer Rust than ours would break the oldest toolchain that we promise; what states none is counted.
cargo metadata --locked --format-version 1 | python3 -c '
import json, sys
packages = json.load(sys.stdin)["packages"]
scripts = sorted(p["name"] for p in packages if any("custom-build" in t["kind"] for t in p["targets"]))
print(len(packages), "crates,", len(scripts), "with a build script:", " ".join(scripts))

def version(text):
    return tuple((list(map(int, text.split("."))) + [0, 0])[:3])

ours = min(version(p["rust_version"]) for p in packages if p["source"] is None)
newer = [p["name"] + " " + p["rust_version"] for p in packages if p["rust_version"] and version(p["rust_version"]) > ours]
silent = sum(p["rust_version"] is None for p in packages)
highest = max(version(p["rust_version"]) for p in packages if p["source"] and p["rust_version"])
print("Rust", ".".join(map(str, ours)), "is promised; the newest that a dependency asks for is", ".".join(map(str, highest)) + ";", silent, "state none")
if newer:
    sys.exit("these ask for a newer Rust than is promised: " + ", ".join(newer))'

for folder in vscode-extension tests/editors; do
  (cd "$folder" && npm audit --omit=dev --audit-level=high) || { [ "${REQUIRE_ADVISORIES:-}" != 1 ] && echo "$folder: npm audit not clean or not reachable"; }
done
