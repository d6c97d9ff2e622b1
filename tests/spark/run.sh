#!/usr/bin/env bash
# PySpark over a Parquet table says what one process says. Wants the program as its argument; Java comes from Debian where it is missing.
set -euo pipefail
cd "$(dirname "$0")/../.."
hegao="$(realpath "$1")"
if ! command -v java > /dev/null; then
  sudo="$([ "$(id -u)" = 0 ] || echo sudo)"
  $sudo apt-get update -qq
  $sudo apt-get install -y -qq --no-install-recommends default-jre-headless > /dev/null
fi
python3 -m pip install --quiet --disable-pip-version-check --target tests/.cache/spark pyspark==4.0.1 pandas==3.1.1 pyarrow==26.0.1
export PYTHONPATH="$PWD/tests/.cache/spark" PYSPARK_PYTHON="${PYSPARK_PYTHON:-python3}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 - "$work" <<'PY'
import glob, json, sys
import pyarrow, pyarrow.parquet
drafts = [(path, open(path, encoding="utf-8").read()) for path in sorted(glob.glob("tests/examples/*.md"))]
rows = [{"path": f"{number}/{path}", "text": text.replace("1386", str(1386 + number))} for number in range(20) for path, text in drafts]
pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), f"{sys.argv[1]}/drafts.parquet")
with open(f"{sys.argv[1]}/drafts.jsonl", "w", encoding="utf-8") as out:
    out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
PY
"$hegao" check --format jsonl --stdin-jsonl --fail-on never < "$work/drafts.jsonl" > "$work/one.jsonl"
python3 tests/spark/review.py "$hegao" "$work/drafts.parquet" "$work/reviews.parquet"
python3 - "$work" <<'PY'
import json, sys
import pyarrow.parquet
one = {}
for line in open(f"{sys.argv[1]}/one.jsonl", encoding="utf-8"):
    one[json.loads(line)["path"]] = json.loads(line)
many = {row["path"]: json.loads(row["review"]) for row in pyarrow.parquet.read_table(f"{sys.argv[1]}/reviews.parquet").to_pylist()}
assert len(one) == 40 and sum(len(review["findings"]) for review in one.values()) > 40
assert one == many, "PySpark and one process differ"
print(f"{len(many)} reviews, the same from PySpark and from one process")
PY
