"""Looks into packages of the extension: extension.py PROGRAM VSIX..."""

import json
import os
import sys
import zipfile

WANTED = [
    "extension/package.json",
    "extension/readme.md",
    "extension/changelog.md",
    "extension/LICENSE-MIT",
    "extension/LICENSE-APACHE",
    "extension/THIRD-PARTY.txt",
    "extension/dist/extension.js",
    "extension/language-configuration.json",
    "extension/package.nls.json",
    "extension/package.nls.zh-cn.json",
    "extension.vsixmanifest",
]
# What is of no use to a user, or must not go out.
UNWANTED = ["node_modules/", "/src/", "/test/", ".map", ".ts", "pictures/", "tsconfig"]


def faults(path: str, program: str) -> list[str]:
    """Why a package may not go out."""
    found = []
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        found += [f"{name} is missing" for name in WANTED if name not in names]
        found += [f"{name} should not be in it" for name in names if any(part in name for part in UNWANTED)]
        inside = "extension/server/" + os.path.basename(program)
        with open(program, "rb") as file:
            if inside not in names or package.read(inside) != file.read():
                found.append(f"{inside} is not the program that was built")
        # VS Code sets the permissions that the package states; the extension sets the right to run itself where there are none.
        manifest = json.loads(package.read("extension/package.json"))
        found += [f"{manifest[key]} ({key}) is missing" for key in ["icon"] if f"extension/{manifest[key]}" not in names]
        for key in ["grammars", "snippets", "languages"]:
            for entry in manifest["contributes"].get(key, []):
                told = entry.get("path") or entry.get("configuration")
                if told and "extension/" + told.removeprefix("./") not in names:
                    found.append(f"{told} ({key}) is missing")
        stated = package.read("extension.vsixmanifest").decode()
        if f'Version="{manifest["version"]}"' not in stated:
            found.append("its manifest states another version")
        platform = os.path.basename(path).removeprefix(manifest["name"] + "-").removesuffix(f"-{manifest['version']}.vsix")
        if f'TargetPlatform="{platform}"' not in stated:
            found.append(f"its manifest does not state {platform}")
        size = os.path.getsize(path) / 1e6
        print(f"{os.path.basename(path)}: {len(names)} files, {size:.1f} MB, {'as it should be' if not found else 'NOT as it should be'}")
    return found


def main() -> int:
    program, *packages = sys.argv[1:]
    wrong = [(path, fault) for path in packages for fault in faults(path, program)]
    for path, fault in wrong:
        print(f"{path}: {fault}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
