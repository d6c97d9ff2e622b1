"""Reviews a Parquet table of drafts with PySpark: columns `path` and `text` in, one review a row out.

    python3 review.py HEGAO TABLE OUT

Every task pipes its partition through `hegao check --format jsonl --stdin-jsonl`; drafts never leave the cluster.
"""

import json
import subprocess
import sys

import pyarrow
from pyspark.sql import SparkSession


def reviewer(hegao):
    """A function for `mapInArrow`: batches of (path, text) to batches of (path, review)."""

    def review(batches):
        for batch in batches:
            rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in batch.to_pylist())
            # 0 and 1 are verdicts; 2 says that a line could not be read.
            done = subprocess.run(
                [hegao, "check", "--format", "jsonl", "--stdin-jsonl", "--jobs", "1"],
                input=rows.encode(), capture_output=True, check=False,
            )
            if done.returncode not in (0, 1):
                raise RuntimeError(done.stderr.decode() or done.stdout.decode())
            lines = done.stdout.decode().splitlines()
            paths = [json.loads(line)["path"] for line in lines]
            yield pyarrow.RecordBatch.from_pydict({"path": paths, "review": lines})

    return review


def main(hegao, table, out):
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    drafts = spark.read.parquet(table).select("path", "text").repartition(4)
    drafts.mapInArrow(reviewer(hegao), "path string, review string").write.mode("overwrite").parquet(out)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
