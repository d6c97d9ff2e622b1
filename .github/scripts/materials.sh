#!/usr/bin/env bash
# The bills of materials of a release, in CycloneDX: materials.sh [OUTPUT]
#
# One for the program (its crates on every platform that is released, and the data that others have made), one for the extension (the npm
# packages that are bundled into it). Needs cargo-cyclonedx, npm and Python with `cyclonedx-python-lib[json-validation]`, which holds both to
# the schema.
set -euo pipefail
cd "$(dirname "$0")/../.."
output="${1:-target/dist}"
mkdir -p "$output"

# The same commit gives the same bill.
SOURCE_DATE_EPOCH="$(git log -1 --format=%ct)"
export SOURCE_DATE_EPOCH
# One file is written beside the manifest of every member of the workspace.
cargo cyclonedx --quiet --format json --spec-version 1.5 --target all --override-filename bill-of-materials \
  --manifest-path server/hegao/Cargo.toml
mv server/hegao/bill-of-materials.json "$output/hegao.cdx.json"
rm -f server/*/bill-of-materials.json
# `--omit dev` would leave out what a tool of the development needs too: materials.py tells them apart.
(cd vscode-extension && npm sbom --sbom-format cyclonedx --package-lock-only) > "$output/hegao-vscode.cdx.json"

python3 .github/scripts/materials.py "$output/hegao.cdx.json" "$output/hegao-vscode.cdx.json"
