#!/usr/bin/env bash
# Writes SHA256SUMS over the files of a release and holds the files to it: checksums.sh FOLDER
set -euo pipefail
cd "${1:?which folder}"
rm -f SHA256SUMS
files=()
for file in *; do [ -f "$file" ] && files+=("$file"); done
sha256sum -- "${files[@]}" > SHA256SUMS
sha256sum --check --quiet SHA256SUMS
echo "SHA256SUMS: ${#files[@]} files"
