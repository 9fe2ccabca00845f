"""Machine-readable descriptions of a release, made from the schema: Data Package v2, Croissant 1.0, manifest.

Standards: https://datapackage.org/standard/ and https://docs.mlcommons.org/croissant/docs/croissant-spec-1.0.html.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from warehouse.files import sha256_of
from warehouse.schema import SCHEMA_VERSION, TABLES, Column, Table, describe

NAME = "migcoop"
TITLE = "migcoop: what states have arranged, stated and promised each other on migration"
DESCRIPTION = (
    "Programs, figures and commitments of migration cooperation between states, extracted from official and press "
    "texts in English and Spanish. Every row carries the exact words that prove it."
)
LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
_FIELD_TYPES = {
    "string": "string",
    "int64": "integer",
    "double": "number",
    "date": "date",
    "timestamp": "datetime",
    "list<string>": "array",
    "list<int64>": "array",
}
_CROISSANT_TYPES = {
    "string": "sc:Text",
    "int64": "sc:Integer",
    "double": "sc:Float",
    "date": "sc:Date",
    "timestamp": "sc:DateTime",
    "list<string>": "sc:Text",
    "list<int64>": "sc:Integer",
}
_CROISSANT_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def _example(column: Column) -> object:
    """The example as the column holds it: lists are written `[a, b]` in the schema."""
    if not column.type.startswith("list"):
        return column.example
    members = [member.strip() for member in column.example.strip("[]").split(",")]
    return [int(member) for member in members] if "int64" in column.type else members


def _field(column: Column) -> dict[str, object]:
    constraints: dict[str, object] = {}
    is_list = column.type.startswith("list")
    if not column.nullable and not is_list:
        constraints["required"] = True
    if column.enumeration and not is_list:
        constraints["enum"] = list(column.enumeration)
    if column.pattern and not is_list:
        constraints["pattern"] = column.pattern
    if column.minimum is not None and not is_list:
        constraints["minimum"] = column.minimum
    if column.maximum is not None and not is_list:
        constraints["maximum"] = column.maximum
    field: dict[str, object] = {
        "name": column.name,
        "type": _FIELD_TYPES[column.type],
        "title": column.name.replace("_", " ").capitalize(),
        "description": describe(column),
        "example": _example(column),
    }
    if constraints:
        field["constraints"] = constraints
    return field


def _resource_name(table: str) -> str:
    """Names of resources allow no underscore."""
    return table.replace("_", "-")


def _table_schema(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {"fields": [_field(column) for column in table.columns]}
    if table.primary_key:
        schema["primaryKey"] = [table.primary_key]
    keys = [
        {
            "fields": [key.column],
            "reference": {"resource": _resource_name(key.table), "fields": [TABLES[key.table].primary_key]},
        }
        for key in table.foreign_keys
        if not table.column_index[key.column].type.startswith("list")
    ]
    if keys:
        schema["foreignKeys"] = keys
    return schema


def data_package(folder: Path, version: str, released_on: str) -> dict[str, object]:
    """The Data Package v2 descriptor of a release folder whose Parquet files are written."""
    resources = [
        {
            "name": _resource_name(table.name),
            "path": f"data/{table.name}.parquet",
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            "title": table.name,
            "description": f"{table.description} One row: {table.grain}.",
            "hash": f"sha256:{sha256_of(folder / 'data' / f'{table.name}.parquet')}",
            "schema": _table_schema(table),
        }
        for table in TABLES.values()
    ]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": TITLE,
        "description": DESCRIPTION,
        "version": version,
        "created": f"{released_on}T00:00:00Z",
        "licenses": [LICENCE],
        "contributors": [{"title": "The migcoop developers", "roles": ["creator"]}],
        "keywords": ["migration", "international cooperation", "commitments", "evidence"],
        "resources": resources,
    }


def croissant(folder: Path, version: str, released_on: str) -> dict[str, object]:
    """The Croissant 1.0 descriptor (schema.org JSON-LD) of a release folder whose Parquet files are written."""
    return {
        "@context": _CROISSANT_CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "description": DESCRIPTION,
        "citeAs": f"The migcoop developers: {TITLE}. Version {version}.",
        "license": LICENCE["path"],
        "version": version,
        "datePublished": released_on,
        "creator": {"@type": "sc:Organization", "name": "The migcoop developers"},
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": f"{table.name}.parquet",
                "name": f"{table.name}.parquet",
                "description": table.description,
                "contentUrl": f"data/{table.name}.parquet",
                "encodingFormat": "application/x-parquet",
                "sha256": sha256_of(folder / "data" / f"{table.name}.parquet"),
            }
            for table in TABLES.values()
        ],
        "recordSet": [_record_set(table) for table in TABLES.values()],
    }


def _record_set(table: Table) -> dict[str, object]:
    record_set: dict[str, object] = {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"{table.description} One row: {table.grain}.",
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{table.name}/{column.name}",
                "name": column.name,
                "description": describe(column),
                "dataType": _CROISSANT_TYPES[column.type],
                **({"repeated": True} if column.type.startswith("list") else {}),
                "source": {"fileObject": {"@id": f"{table.name}.parquet"}, "extract": {"column": column.name}},
            }
            for column in table.columns
        ],
    }
    if table.primary_key:
        record_set["key"] = {"@id": f"{table.name}/{table.primary_key}"}
    return record_set


def manifest(
    *,
    version: str,
    released_on: str,
    content_sha256: str,
    row_counts: Mapping[str, int],
    inputs: list[dict[str, object]],
    tools: Mapping[str, str],
    fingerprint: str,
) -> dict[str, object]:
    """What a release was made from and with: inputs by hash, tool versions, extractor fingerprint, content hash."""
    return {
        "name": NAME,
        "version": version,
        "released_on": released_on,
        "schema_version": SCHEMA_VERSION,
        "content_sha256": content_sha256,
        "extractor_fingerprint": fingerprint,
        "tools": dict(sorted(tools.items())),
        "row_counts": dict(row_counts),
        "inputs": inputs,
    }
