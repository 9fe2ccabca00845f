"""The committed lock of the schema: any change to it is visible and bound to a schema version.

Write it anew with `python -m warehouse.schema.lock` after raising SCHEMA_VERSION.
"""

from __future__ import annotations

import json
from pathlib import Path

from warehouse.schema import SCHEMA_VERSION, TABLES

PATH = Path(__file__).with_name("schema.lock.json")


def current() -> dict[str, object]:
    """What users of a release rely on: columns in order, types, nullability, enumerations, keys."""
    return {
        "version": SCHEMA_VERSION,
        "tables": {
            table.name: {
                "primary_key": table.primary_key,
                "foreign_keys": {key.column: key.table for key in table.foreign_keys},
                "columns": {
                    column.name: {
                        "type": column.type,
                        "nullable": column.nullable,
                        **({"enumeration": list(column.enumeration)} if column.enumeration else {}),
                    }
                    for column in table.columns
                },
            }
            for table in TABLES.values()
        },
    }


def locked() -> dict[str, object]:
    """What the committed lock says."""
    content: dict[str, object] = json.loads(PATH.read_text())
    return content


if __name__ == "__main__":
    PATH.write_text(json.dumps(current(), indent=1) + "\n")
