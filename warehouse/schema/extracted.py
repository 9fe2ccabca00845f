"""The tables of what the texts say: figures, program mentions and commitments, each row with its evidence."""

from __future__ import annotations

from warehouse.schema import enumerations
from warehouse.schema.documents import PARTY
from warehouse.schema.model import Column, ForeignKey, Ordering, Table

PROGRAM_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"

_DOCUMENT = Column(
    name="document_id",
    type="string",
    meaning="Document that states it.",
    example="doc_3f1c9a0b7d2e4c55",
)
_SEGMENT = Column(
    name="segment_id",
    type="string",
    meaning="Segment in which the evidence begins.",
    example="seg_77aa01bc23de45f6",
)
_START = Column(
    name="char_start",
    type="int64",
    meaning="Start of the evidence in the canonical text.",
    unit="code points",
    minimum=0,
    example="1204",
)
_END = Column(
    name="char_end",
    type="int64",
    meaning="End of the evidence in the canonical text, exclusive.",
    unit="code points",
    minimum=1,
    example="1233",
)
_PROGRAM_IDS = Column(
    name="program_ids",
    type="list<string>",
    meaning="Programs named in the same clause, sorted.",
    pattern=PROGRAM_ID,
    example="[h-2b-visa-program]",
)
_METHOD = Column(
    name="method",
    type="string",
    meaning="Rule of the extractor that found the row.",
    pattern=r"^[a-z][a-z0-9_.:]*$",
    example="money.symbol",
)
_SPEAKER_ROLE = Column(
    name="speaker_role",
    type="string",
    meaning="Role in which the words were spoken; null outside speaker turns.",
    nullable=True,
    enumeration=enumerations.SPEAKER_ROLE,
    example="official",
)
_KEYS = (
    ForeignKey(column="document_id", table="documents"),
    ForeignKey(column="segment_id", table="segments"),
)
_SPAN = Ordering(lower="char_start", upper="char_end", strict=True)
_PERIOD = Ordering(lower="period_start", upper="period_end")


def _surface(example: str) -> Column:
    return Column(name="surface", type="string", meaning="The exact words of the evidence.", example=example)


def _period(which: str, example: str) -> Column:
    return Column(
        name=f"period_{which}",
        type="date",
        meaning=f"{which.capitalize()} of the period the text states, inclusive; null when open or not stated.",
        nullable=True,
        example=example,
    )


def _actors(name: str, meaning: str) -> Column:
    return Column(name=name, type="list<string>", meaning=meaning, pattern=PARTY, example="[MEX, USA]")


PROGRAM_MENTIONS = Table(
    name="program_mentions",
    grain="one occurrence of a program's name",
    description="Where the texts name a program: by full name, acronym, short form or defining description.",
    group="resolve",
    primary_key="mention_id",
    sort_key=("document_id", "char_start", "char_end", "mention_id"),
    columns=(
        Column(
            name="mention_id",
            type="string",
            meaning="Permanent id of the mention.",
            pattern=r"^men_[0-9a-f]{16}$",
            example="men_0a1b2c3d4e5f6071",
        ),
        Column(
            name="program_id",
            type="string",
            meaning="Program that is named.",
            pattern=PROGRAM_ID,
            example="los-angeles-declaration",
        ),
        _DOCUMENT,
        _SEGMENT,
        _START,
        _END,
        _surface("Los Angeles Declaration"),
        Column(
            name="kind",
            type="string",
            meaning="Kind of the program.",
            enumeration=enumerations.PROGRAM_KIND,
            example="declaration",
        ),
        _METHOD,
    ),
    foreign_keys=(*_KEYS, ForeignKey(column="program_id", table="programs")),
    orderings=(_SPAN,),
    evidence_column="surface",
)

FIGURES = Table(
    name="figures",
    grain="one stated quantity",
    description="Quantities the texts state about the world, read to numbers with their bounds, units and periods.",
    group="resolve",
    primary_key="figure_id",
    sort_key=("document_id", "char_start", "char_end", "figure_id"),
    columns=(
        Column(
            name="figure_id",
            type="string",
            meaning="Permanent id of the figure.",
            pattern=r"^fig_[0-9a-f]{16}$",
            example="fig_8c7b6a5d4e3f2011",
        ),
        _DOCUMENT,
        _SEGMENT,
        _START,
        _END,
        _surface("more than $3.6 billion"),
        Column(
            name="value_low",
            type="double",
            meaning="Lower bound of the value in base units; null when open or unknown.",
            nullable=True,
            fill_rate_floor=0.7,
            example="3600000000",
        ),
        Column(
            name="value_high",
            type="double",
            meaning="Upper bound of the value in base units; null when open or unknown.",
            nullable=True,
            fill_rate_floor=0.5,
            example="3600000000",
        ),
        Column(
            name="bound",
            type="string",
            meaning="How the text bounds the value.",
            enumeration=enumerations.BOUND,
            example="more_than",
        ),
        Column(
            name="unit_kind",
            type="string",
            meaning="What kind of thing is measured.",
            enumeration=enumerations.UNIT_KIND,
            example="money",
        ),
        Column(
            name="unit",
            type="string",
            meaning="ISO 4217 code for money, `percent`, else the singular English noun.",
            nullable=True,
            fill_rate_floor=0.8,
            example="USD",
        ),
        Column(
            name="measure",
            type="string",
            meaning="Shortest phrase of the text that says what is counted or bought.",
            nullable=True,
            fill_rate_floor=0.3,
            example="humanitarian assistance",
        ),
        Column(
            name="change",
            type="string",
            meaning="Whether the figure is the size of a rise or fall; null when it is a level.",
            nullable=True,
            enumeration=enumerations.CHANGE,
            example="increase",
        ),
        _period("start", "2022-01-01"),
        _period("end", "2024-12-31"),
        Column(
            name="status",
            type="string",
            meaning="Whether the figure holds, is undertaken, asked for, or forecast.",
            enumeration=enumerations.FIGURE_STATUS,
            example="reported",
        ),
        _actors("actors", "Parties the same clause names as acting, sorted; empty when it names none."),
        _PROGRAM_IDS,
        _SPEAKER_ROLE,
        Column(
            name="flags",
            type="list<string>",
            meaning="What a careful reader should know about how the figure was read.",
            enumeration=enumerations.FIGURE_FLAG,
            example="[malformed_number]",
        ),
        _METHOD,
    ),
    foreign_keys=(*_KEYS, ForeignKey(column="program_ids", table="programs")),
    orderings=(_SPAN, _PERIOD, Ordering(lower="value_low", upper="value_high")),
    evidence_column="surface",
)

COMMITMENTS = Table(
    name="commitments",
    grain="one statement of an undertaking",
    description="Statements in which public authorities undertake to do something, one row for each undertaking.",
    group="resolve",
    primary_key="commitment_id",
    sort_key=("document_id", "char_start", "char_end", "commitment_id"),
    columns=(
        Column(
            name="commitment_id",
            type="string",
            meaning="Permanent id of the statement.",
            pattern=r"^com_[0-9a-f]{16}$",
            example="com_1122334455667788",
        ),
        _DOCUMENT,
        _SEGMENT,
        _START,
        _END,
        _surface("will open three offices this year"),
        _actors(
            "actors",
            "Who undertakes: states (ISO 3166-1 alpha-3) or organisations, sorted; empty when unclear.",
        ),
        _actors("counterparties", "To or with whom the text says it is undertaken, sorted."),
        Column(
            name="force",
            type="string",
            meaning="How the undertaking is made.",
            enumeration=enumerations.FORCE,
            example="plan",
        ),
        Column(
            name="polarity",
            type="string",
            meaning="Whether the course is affirmed, ruled out, or made to depend on a condition.",
            enumeration=enumerations.POLARITY,
            example="affirmed",
        ),
        Column(
            name="action",
            type="string",
            meaning="Main verb of what is undertaken, infinitive, in the language of the text.",
            nullable=True,
            fill_rate_floor=0.7,
            example="open",
        ),
        Column(
            name="topic",
            type="string",
            meaning="What the undertaking is about.",
            enumeration=enumerations.TOPIC,
            example="migration_pathways",
        ),
        Column(
            name="gcm_objectives",
            type="list<int64>",
            meaning="Objectives of the Global Compact for Migration the undertaking serves; empty when unclear.",
            minimum=1,
            maximum=23,
            example="[5]",
        ),
        _period("start", "2022-01-01"),
        _period("end", "2024-12-31"),
        Column(
            name="figure_ids",
            type="list<string>",
            meaning="Figures inside the evidence, sorted.",
            example="[fig_8c7b6a5d4e3f2011]",
        ),
        _PROGRAM_IDS,
        Column(
            name="speaker",
            type="string",
            meaning="Who speaks the words, as written; null outside speaker turns.",
            nullable=True,
            example="SENIOR ADMINISTRATION OFFICIAL",
        ),
        _SPEAKER_ROLE,
        Column(
            name="attribution",
            type="string",
            meaning="Direct: the party's own document or turn. Reported: told by the press or another party.",
            enumeration=enumerations.ATTRIBUTION,
            example="direct",
        ),
        Column(
            name="thread_id",
            type="string",
            meaning="The undertaking across documents that this statement belongs to.",
            example="thr_99aabbccddeeff00",
        ),
        _METHOD,
    ),
    foreign_keys=(
        *_KEYS,
        ForeignKey(column="figure_ids", table="figures"),
        ForeignKey(column="program_ids", table="programs"),
        ForeignKey(column="thread_id", table="commitment_threads"),
    ),
    orderings=(_SPAN, _PERIOD),
    evidence_column="surface",
)
