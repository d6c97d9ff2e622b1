"""Writes the licences of what others have made and the program holds: notices.py OUTPUT [--extension]

With `--extension` the npm packages that are bundled into the extension are named too; they must be installed.

Licences such as MIT ask that their text goes along with every copy. The texts come from the sources of the very versions in the lockfiles.
"""

import json
import os
import re
import subprocess
import sys

NAMES = re.compile(r"^(licen[cs]e|copying|notice|copyright|unlicense)", re.IGNORECASE)

OPENCC = "OpenCC TSCharacters (server/core/data/traditional.txt), https://github.com/BYVoid/OpenCC, Apache-2.0"


def texts(folder: str) -> list[str]:
    """The texts of licences that lie in a folder."""
    found = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if NAMES.match(name) and os.path.isfile(path):
            with open(path, encoding="utf-8", errors="replace") as file:
                found.append(file.read().strip().replace("\r\n", "\n"))
    return found


def crates() -> list[tuple[str, str, str]]:
    """Name and version, licence and folder of each crate that is linked into the program or whose build makes a part of it."""
    tree = ["cargo", "tree", "--locked", "--package", "hegao", "--edges", "normal,build", "--target", "all", "--prefix", "none", "--format", "{p}"]
    linked = {tuple(line.split()[:2]) for line in subprocess.run(tree, check=True, capture_output=True, text=True).stdout.splitlines() if line}
    metadata = subprocess.run(["cargo", "metadata", "--locked", "--format-version", "1"], check=True, capture_output=True, text=True)
    return [
        (f"{p['name']} {p['version']}", p["license"] or "see its text", os.path.dirname(p["manifest_path"]))
        for p in json.loads(metadata.stdout)["packages"]
        if p["source"] and (p["name"], "v" + p["version"]) in linked
    ]


def packages() -> list[tuple[str, str, str]]:
    """The same of the npm packages that are bundled into the extension."""
    with open("vscode-extension/package-lock.json", encoding="utf-8") as lock:
        locked = json.load(lock)["packages"]
    return [
        (f"{path.rpartition('node_modules/')[2]} {p['version']}", p.get("license", "see its text"), f"vscode-extension/{path}")
        for path, p in locked.items()
        if path and not p.get("dev")
    ]


def main() -> int:
    output, extension = sys.argv[1], sys.argv[2:] == ["--extension"]
    parts = ["hegao holds the work of others. What follows names it, with the licences that it comes under.", OPENCC]
    by_text: dict[str, list[str]] = {}
    without = []
    for name, licence, folder in crates() + (packages() if extension else []):
        found = texts(folder)
        if not found:
            without.append(f"{name}, {licence}")
        for text in found:
            by_text.setdefault(text, []).append(f"{name}, {licence}")
    if without:
        parts.append("These come without a text of their own; their manifests name the licence:\n\n" + "\n".join(sorted(without)))
    line = "\n" + "-" * 80 + "\n"
    for text, names in sorted(by_text.items(), key=lambda entry: entry[1]):
        parts.append("\n".join(sorted(names)) + "\n\n" + text)
    with open(output, "w", encoding="utf-8") as file:
        file.write(line.join(parts) + "\n")
    print(f"{output}: {sum(map(len, by_text.values()))} mentions, {len(by_text)} texts, {len(without)} without a text of their own")
    return 0


if __name__ == "__main__":
    sys.exit(main())
