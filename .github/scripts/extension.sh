#!/usr/bin/env bash
# Packs the extension with a program that binary.sh has built, for each platform that runs it: extension.sh TARGET PLATFORM...
# The packages come into target/dist, and what is in them is looked at.
set -euo pipefail
cd "$(dirname "$0")/../.."
target="${1:?the target of the program, such as x86_64-unknown-linux-musl}"
shift
output="$PWD/target/dist"
program=hegao
case "$target" in *windows*) program=hegao.exe ;; esac

cd vscode-extension
npm ci --no-audit --no-fund --silent
(cd .. && python3 .github/scripts/notices.py vscode-extension/THIRD-PARTY.txt --extension)
for platform in "$@"; do
  HEGAO_BINARY="$output/$target/$program" npm run --silent package -- --target "$platform"
done
mv ./*.vsix "$output/"
cd ..
python3 .github/scripts/extension.py "$output/$target/$program" "$output"/*.vsix
