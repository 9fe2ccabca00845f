"""The tables of what stands behind the statements: programs, and undertakings across documents."""

from __future__ import annotations

from warehouse.schema import enumerations
from warehouse.schema.documents import PARTY
from warehouse.schema.extracted import PROGRAM_ID
from warehouse.schema.model import Column, Ordering, Table

PROGRAMS = Table(
    name="programs",
    grain="one cooperation instrument",
    description="Arrangements through which public authorities act, known beforehand or discovered in the texts.",
    group="resolve",
    primary_key="program_id",
    sort_key=("program_id",),
    columns=(
        Column(
            name="program_id",
            type="string",
            meaning="Readable, permanent id.",
            pattern=PROGRAM_ID,
            example="los-angeles-declaration",
        ),
        Column(
            name="name",
            type="string",
            meaning="Canonical name, in English where one is known.",
            example="Los Angeles Declaration",
        ),
        Column(
            name="name_es",
            type="string",
            meaning="Name in Spanish.",
            nullable=True,
            example="Declaración de Los Ángeles",
        ),
        Column(
            name="kind",
            type="string",
            meaning="What sort of instrument it is.",
            enumeration=enumerations.PROGRAM_KIND,
            example="declaration",
        ),
        Column(
            name="topic",
            type="string",
            meaning="What it is about.",
            enumeration=enumerations.TOPIC,
            example="migration_management",
        ),
        Column(
            name="countries",
            type="list<string>",
            meaning="Participating states (ISO 3166-1 alpha-3), sorted; empty when many or unknown.",
            pattern=PARTY,
            example="[MEX, USA]",
        ),
        Column(
            name="lead_organisations",
            type="list<string>",
            meaning="Authorities or organisations that run it, sorted.",
            example="[U.S. Department of State]",
        ),
        Column(
            name="registry_status",
            type="string",
            meaning="Registered: known beforehand, with a reference. Candidate: discovered in the texts.",
            enumeration=enumerations.REGISTRY_STATUS,
            example="registered",
        ),
        Column(
            name="first_mentioned_on",
            type="date",
            meaning="Date of the earliest dated document that names it.",
            nullable=True,
            fill_rate_floor=0.5,
            example="2022-06-10",
        ),
        Column(
            name="last_mentioned_on",
            type="date",
            meaning="Date of the latest dated document that names it.",
            nullable=True,
            fill_rate_floor=0.5,
            example="2024-09-25",
        ),
        Column(
            name="mention_count",
            type="int64",
            meaning="Mentions in this release.",
            minimum=1,
            example="23",
        ),
        Column(
            name="document_count",
            type="int64",
            meaning="Distinct texts of this release that name it, near-duplicates counted once.",
            minimum=1,
            example="9",
        ),
    ),
    orderings=(
        Ordering(lower="first_mentioned_on", upper="last_mentioned_on"),
        Ordering(lower="document_count", upper="mention_count"),
    ),
)

COMMITMENT_THREADS = Table(
    name="commitment_threads",
    grain="one undertaking across documents",
    description="The life of an undertaking: the statements of it in all documents and languages.",
    group="resolve",
    primary_key="thread_id",
    sort_key=("thread_id",),
    columns=(
        Column(
            name="thread_id",
            type="string",
            meaning="Permanent id of the undertaking.",
            pattern=r"^thr_[0-9a-f]{16}$",
            example="thr_99aabbccddeeff00",
        ),
        Column(
            name="title",
            type="string",
            meaning="Words of its clearest statement.",
            example="establish an operational task force",
        ),
        Column(
            name="actors",
            type="list<string>",
            meaning="Parties that undertake it in any statement, sorted.",
            pattern=PARTY,
            example="[MEX, USA]",
        ),
        Column(
            name="topic",
            type="string",
            meaning="Most frequent topic of its statements.",
            enumeration=enumerations.TOPIC,
            example="security",
        ),
        Column(
            name="first_stated_on",
            type="date",
            meaning="Date of the earliest dated statement.",
            nullable=True,
            fill_rate_floor=0.5,
            example="2022-07-11",
        ),
        Column(
            name="last_stated_on",
            type="date",
            meaning="Date of the latest dated statement.",
            nullable=True,
            fill_rate_floor=0.5,
            example="2022-07-12",
        ),
        Column(
            name="statement_count",
            type="int64",
            meaning="Statements of the undertaking, those of near-duplicates not counted again.",
            minimum=1,
            example="3",
        ),
        Column(
            name="document_count",
            type="int64",
            meaning="Distinct texts that state it, near-duplicates counted once.",
            minimum=1,
            example="3",
        ),
        Column(
            name="publisher_count",
            type="int64",
            meaning="Distinct publishers of those texts.",
            minimum=0,
            example="2",
        ),
        Column(
            name="status",
            type="string",
            meaning="Where the undertaking stands after its latest statement.",
            enumeration=enumerations.THREAD_STATUS,
            example="reaffirmed",
        ),
    ),
    orderings=(
        Ordering(lower="first_stated_on", upper="last_stated_on"),
        Ordering(lower="document_count", upper="statement_count"),
    ),
)
