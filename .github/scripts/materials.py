"""Completes the bills of materials of a release and holds them to their schema: materials.py PROGRAM EXTENSION"""

import json
import os
import subprocess
import sys
import tomllib
import uuid
from datetime import datetime, timezone

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

# Data of others that is built into the program. A bill of crates does not know it.
DATA = [
    {
        "type": "data",
        "bom-ref": "data:server/core/data/traditional.txt",
        "name": "OpenCC TSCharacters",
        "version": "unversioned",
        "description": "Traditional characters and their simplified forms: server/core/data/traditional.txt",
        "scope": "required",
        "licenses": [{"license": {"id": "Apache-2.0"}}],
        "externalReferences": [{"type": "vcs", "url": "https://github.com/BYVoid/OpenCC"}],
    }
]


def linked() -> set[tuple[str, str]]:
    """The crates that cargo itself links into the program on any platform, by name and version."""
    tree = ["cargo", "tree", "--locked", "--package", "hegao", "--edges", "normal,build", "--target", "all", "--prefix", "none", "--format", "{p}"]
    lines = subprocess.run(tree, check=True, capture_output=True, text=True).stdout.splitlines()
    return {(name, version.removeprefix("v")) for name, version in (line.split()[:2] for line in lines if line)}


def bundled() -> set[tuple[str, str]]:
    """The packages that the extension's lockfile does not mark as tools of its development."""
    with open("vscode-extension/package-lock.json", encoding="utf-8") as lock:
        packages = json.load(lock)["packages"]
    return {(path.rpartition("node_modules/")[2], p["version"]) for path, p in packages.items() if path and not p.get("dev")}


def completed(path: str, data: list[dict]) -> dict:
    """The bill without the machine that it was made on, and with what its maker does not know."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    bill = json.loads(text.replace(f"file://{os.getcwd()}", "file:///hegao"))
    tool = {"name": "cdx:npm:package:development", "value": "true"}
    bill["components"] = [c for c in bill["components"] if tool not in c.get("properties", [])] + data
    # What depends on what, of those that are left.
    left = {c["bom-ref"] for c in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    bill["dependencies"] = [
        d | {"dependsOn": [ref for ref in d.get("dependsOn", []) if ref in left]} for d in bill["dependencies"] if d["ref"] in left
    ]
    moment = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
    bill["metadata"]["timestamp"] = moment.isoformat().replace("+00:00", "Z")
    # One name for one bill: what it says decides it, as it does in all that the same commit makes.
    bill.pop("serialNumber", None)
    bill["serialNumber"] = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bill, sort_keys=True)).urn
    return bill


def faults(bill: dict, wanted: set[tuple[str, str]]) -> list[str]:
    """Why the bill may not go out."""
    found = []
    text = json.dumps(bill)
    error = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    if error is not None:
        found.append(f"not CycloneDX 1.5: {error}")
    if os.getcwd() in text:
        found.append("names a folder of this machine")
    for component in bill["components"]:
        name = f"{component['name']} {component['version']}"
        if not component.get("licenses"):
            found.append(f"{name}: no licence")
        if component["type"] != "data" and "purl" not in component:
            found.append(f"{name}: no address of its package")
        if "file://" not in component.get("purl", "") and component["type"] != "data" and not component.get("hashes"):
            found.append(f"{name}: no checksum")
    told = {(f"{c['group']}/{c['name']}" if c.get("group") else c["name"], c["version"]) for c in bill["components"]}
    found += [f"{name} {version} is missing" for name, version in sorted(wanted - told)]
    return found


def main() -> int:
    with open("Cargo.toml", "rb") as manifest:
        version = tomllib.load(manifest)["workspace"]["package"]["version"]
    program, extension = sys.argv[1:]
    bad = 0
    for path, wanted, data in [(program, linked() - {("hegao", version)}, DATA), (extension, bundled(), [])]:
        bill = completed(path, data)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(bill, file, ensure_ascii=False, indent=1)
            file.write("\n")
        wrong = faults(bill, wanted)
        for fault in wrong:
            print(f"{path}: {fault}", file=sys.stderr)
        bad += len(wrong)
        print(f"{path}: {len(bill['components'])} components, {'valid' if not wrong else 'NOT valid'} CycloneDX {bill['specVersion']}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
