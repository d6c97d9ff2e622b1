#!/usr/bin/env bash
# Holds every place that states the version to Cargo.toml, and a tag too: version.sh [TAG]
# Prints the version.
set -euo pipefail
cd "$(dirname "$0")/../.."
python3 - "${1:-}" <<'PYTHON'
import json, re, sys, tomllib

tag = sys.argv[1]


def toml(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def npm(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


version = toml("Cargo.toml")["workspace"]["package"]["version"]
crates = {p["name"]: p["version"] for p in toml("Cargo.lock")["package"] if "source" not in p}
stated = {f"Cargo.lock, {name}": told for name, told in crates.items()}
stated["vscode-extension/package.json"] = npm("vscode-extension/package.json")["version"]
lock = npm("vscode-extension/package-lock.json")
stated["vscode-extension/package-lock.json"] = lock["version"]
stated["vscode-extension/package-lock.json, its first package"] = lock["packages"][""]["version"]
for path in ["CHANGELOG.md", "vscode-extension/CHANGELOG.md"]:
    with open(path, encoding="utf-8") as file:
        heading = re.search(r"^## (\S+)(.*)$", file.read(), re.MULTILINE)
    stated[path] = heading[1]
    if tag and "unreleased" in heading[2]:
        stated[path] = f"{heading[1]}, unreleased"
if tag:
    stated["the tag"] = tag.removeprefix("v") if tag.startswith("v") else f"{tag} (a tag begins with v)"
wrong = {place: told for place, told in stated.items() if told != version}
for place, told in wrong.items():
    print(f"{place}: {told}, but Cargo.toml says {version}", file=sys.stderr)
if wrong:
    sys.exit(1)
print(version)
PYTHON
