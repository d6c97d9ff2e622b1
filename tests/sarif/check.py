#!/usr/bin/env python3
"""Holds SARIF logs of the program to the official JSON schema of SARIF 2.1.0.

    check.py SCHEMA LOG...     exits with 1 at the first log that breaks it, or if a log that is spoilt on purpose passes
    needs: pip install jsonschema
"""
import copy
import json
import sys
from pathlib import Path

import jsonschema


def main():
    schema = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)
    results = 0
    for name in sys.argv[2:]:
        log = json.loads(Path(name).read_text(encoding="utf-8"))
        for error in validator.iter_errors(log):
            sys.exit(f"{name}: {'/'.join(map(str, error.path))}: {error.message}")
        found = log["runs"][0]["results"]
        results += len(found)
        for spoil in (lambda run: run["results"][0].update(level="severe"), lambda run: run["tool"]["driver"].pop("name")):
            broken = copy.deepcopy(log)
            if found:
                spoil(broken["runs"][0])
                assert not validator.is_valid(broken), "the schema lets a broken log pass"
    assert results, "no log holds a finding"
    print(f"{len(sys.argv) - 2} SARIF logs with {results} results hold to the schema of 2.1.0")


if __name__ == "__main__":
    main()
