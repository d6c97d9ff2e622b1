#!/usr/bin/env bash
# What CHANGELOG.md says of a version, as the text of its release: notes.sh VERSION
set -euo pipefail
cd "$(dirname "$0")/../.."
version="${1:?which version}"
notes="$(awk -v heading="## $version" 'index($0, heading) == 1 && substr($0, length(heading) + 1, 1) ~ /^( |)$/ { on = 1; next } /^## / { on = 0 } on' CHANGELOG.md)"
[ -n "${notes//[[:space:]]/}" ] || { echo "CHANGELOG.md says nothing of $version" >&2; exit 1; }
cat << NOTES
$notes

\`sha256sum -c --ignore-missing SHA256SUMS\` checks what was downloaded. The \`.cdx.json\` files name what is in the program and in the extension.
NOTES
