"""People and agencies that no table lists: their names after an office, and for whom a person acts once introduced.

Names that tables list are found in `search`.
"""

from __future__ import annotations

import polars as pl

from extraction.actors.text import FIELD, NATIONAL, between, until

_UNLISTED_AGENCY = r"^(?: \p{Lu}\p{Ll}{2,}(?: (?:of|and|for|the|in|on) \p{Lu}\p{Ll}{2,})*)+"
_REMIT = (
    rf"^ (?:of|for|on|de|del|para)(?: the| la| las| los)? \p{{Lu}}[\p{{L}}'-]*(?:{FIELD}{{0,8}} \p{{Lu}}[\p{{L}}'-]*)?"
)
_PERSON_NAME = r"(?:,? \p{Lu}\p{L}[\p{L}'.-]*)(?: (?:de|del|la|las|los|da|dos|von|van|al|bin)| \p{Lu}[\p{L}'.-]*){0,4}"
_PERSON = f"^{_PERSON_NAME}"
_NAME_BEFORE = r"((?:\p{Lu}[\p{L}'.-]+ ){1,3}\p{Lu}[\p{L}'-]+), (?:the |el |la |[Tt]hen )?$"
_COUNTERPART, _COUNTERPART_BEFORE = "^ counterpart", r"(?:homólog|contrapart|par )[oae]? ?$"
# "and Human Mobility," after "Minister of Foreign Affairs".
_MORE_REMIT = rf"^(?: (?:y|e|and){FIELD}{{1,6}},)"
_NAME_WORD = r"\p{Lu}[\p{L}'-]+"


def with_unlisted_names(mentions: pl.LazyFrame) -> pl.LazyFrame:
    """Stretch an office over the name of its holder, and an adjective over the agency it qualifies, also unlisted ones.

    "President Ana Pérez" is a leader, "U.S. Border Health Service" an agency of that state, and "Ministry of Lakes" one
    name.
    """
    titled = (pl.col("kind") == "office") & pl.col("last_type").is_in(["title", *NATIONAL])
    adjective = (pl.col("language") == "en") & (
        (pl.col("first_type") == "demonym") & (pl.col("last_type") == "demonym")
        | (pl.col("kind") == "country") & pl.col("text").str.slice(pl.col("end") - 1, 1).str.contains(r"^[.A-Z]$")
    )
    following = pl.col("text").str.slice(pl.col("end"), 80)
    with_remit = between(pl.col("start"), pl.col("end")).str.contains(" (?:of|for|de) ")
    counterpart = (pl.col("kind") == "demonym") & (
        until(pl.col("start"), 20).str.contains(_COUNTERPART_BEFORE) | following.str.contains(_COUNTERPART)
    )
    person: pl.Expr = pl.coalesce(
        pl.when(titled).then(following.str.extract(f"({_PERSON})")),
        pl.when(titled & with_remit).then(following.str.extract(f"({_MORE_REMIT}{_PERSON_NAME})")),
        pl.when(counterpart).then(following.str.extract(f"((?:{_COUNTERPART})?(?:{_PERSON_NAME}))")),
    )
    agency = pl.when(adjective & ~titled).then(following).str.extract(f"({_UNLISTED_AGENCY})")
    capital = pl.col("text").str.slice(pl.col("start"), 1).str.contains(r"^\p{Lu}")
    headed = (
        pl.col("kind").is_in(["office", "government"]) & pl.col("last_type").is_in(["title", "authority"]) & capital
    )
    remit = pl.when(headed & person.is_null()).then(following).str.extract(f"({_REMIT})")
    bracket = (pl.col("last_type").is_in(["agency", "organisation", "country"])) & (
        pl.col("text").str.slice(pl.col("end"), 1) == ")"
    )
    opened = pl.when(bracket).then(between(pl.col("start"), pl.col("end"))).str.contains("(", literal=True)
    room = (
        pl.when(pl.col("sentence").shift(-1) == pl.col("sentence")).then(pl.col("start").shift(-1) - pl.col("end"))
    ).fill_null(pl.col("text").str.len_chars().cast(pl.Int64))
    person, agency, remit = (
        pl.when(name.str.len_chars().cast(pl.Int64) <= room).then(name) for name in (person, agency, remit)
    )
    name = pl.coalesce(person, agency, remit)
    return mentions.sort("sentence", "start").with_columns(
        (
            pl.col("end") + name.str.len_chars().cast(pl.Int64).fill_null(0) + opened.fill_null(False).cast(pl.Int64)
        ).alias("end"),
        pl.when(person.is_not_null())
        .then(pl.lit("leader"))
        .when(agency.is_not_null())
        .then(pl.lit("agency"))
        .otherwise("kind")
        .alias("kind"),
        person.str.strip_chars(", ").alias("person"),
    )


def _surnames(name: pl.Expr) -> pl.Expr:
    """The words of a name but the first, which is a first name where there are several."""
    words = name.str.extract_all(_NAME_WORD)
    return pl.when(words.list.len() > 1).then(words.list.slice(1)).otherwise(words)


def with_people_introduced(mentions: pl.LazyFrame) -> pl.LazyFrame:
    """Let a person act for the party with which the document introduces the name.

    In: the mentions of `with_unlisted_names` with `person`. "Minister Zelaya" acts for Honduras where the document also
    has "the Honduran minister Ana Zelaya" or "Ana Zelaya, minister of Honduras"; not where two parties share the name.
    """
    one_party = pl.col("parties").list.len() == 1
    office = pl.col("kind").is_in(["office", "leader"])
    before = pl.when(office).then(until(pl.col("start"), 60).str.extract(_NAME_BEFORE))
    introduced = (
        mentions.filter(one_party)
        .with_columns(_surnames(pl.coalesce("person", before)).alias("surname"))
        .select("document_id", "surname", pl.col("parties").list.first())
        .drop_nulls("surname")
        .explode("surname")
        .unique()
        .group_by("document_id", "surname")
        .agg(pl.col("parties").alias("_introduced"))
        .filter(pl.col("_introduced").list.len() == 1)
    )
    named_again = (
        mentions.filter(pl.col("parties").is_null() & pl.col("person").is_not_null())
        .select("document_id", "sentence", "start", _surnames(pl.col("person")).alias("surname"))
        .explode("surname")
        .join(introduced, on=["document_id", "surname"])
        .group_by("sentence", "start")
        .agg(pl.col("_introduced").list.first().unique())
        .filter(pl.col("_introduced").list.len() == 1)
    )
    return (
        mentions.join(named_again, on=["sentence", "start"], how="left", maintain_order="left")
        .with_columns(pl.coalesce("parties", "_introduced").alias("parties"))
        .drop("_introduced", "person")
    )
