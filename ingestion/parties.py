"""For whom publishers and speakers speak: states by ISO 3166-1 alpha-3 code, organisations by their code.

Who exists (countries, holders of office, publishers) is `warehouse.reference`; how labels are found in a text is
`ingestion.segmentation`.
"""

from __future__ import annotations

import polars as pl

from ingestion import lexicon
from warehouse.reference import load
from warehouse.reference.publishers import publisher_facts

_BOUNDED = r"(?:^|[^\p{{L}}\p{{N}}])({})(?:$|[^\p{{L}}\p{{N}}])"
_HEADS = ("head_of_state", "head_of_government")
_STEM = 6
_SHORTEST_ORGANISATION = 5  # "UN", "CAF" and "ALBA" are also words and surnames


def publishers(names: pl.Series) -> pl.DataFrame:
    """What is known of publishers: `publisher` (each of `names` once), `publisher_party`, `publisher_kind`."""
    given = pl.DataFrame({"publisher": names.drop_nulls().unique().sort()}, schema={"publisher": pl.String})
    return given.with_columns(publisher_facts(pl.col("publisher")))


def holders_of_office(speakers: pl.DataFrame) -> pl.DataFrame:
    """The labels that name a holder of office on the day (`speaker`, `published_on`, `holder_party`).

    `speakers` has `speaker` (the label) and `published_on`. A label that fits holders for several parties is left out.
    """
    holders = (
        load("office_holders")
        .with_columns(
            pl.concat_list(pl.col("name"), pl.col("aliases").fill_null("").str.split("|")).alias("alias"),
            pl.col("from", "to").str.to_date("%Y-%m-%d", strict=False),
        )
        .explode("alias")
        .with_columns(alias=_plain(pl.col("alias")))
        .filter(pl.col("alias") != "")
        .select("alias", "party", "from", "to")
        .unique(maintain_order=True)
    )
    found = _plain(pl.col("speaker")).str.extract(_BOUNDED.format(lexicon.alternatives(holders["alias"].unique())))
    in_office = pl.col("published_on").is_between(
        pl.col("from").fill_null(pl.date(1, 1, 1)), pl.col("to").fill_null(pl.date(9999, 12, 31))
    )
    return (
        speakers.select("speaker", "published_on")
        .unique()
        .with_columns(alias=found)
        .drop_nulls("alias")
        .join(holders, on="alias")
        .filter(in_office.fill_null(value=True))
        .group_by("speaker", "published_on")
        .agg(pl.col("party").unique())
        .filter(pl.col("party").list.len() == 1)
        .select("speaker", "published_on", holder_party=pl.col("party").list.first())
    )


def speaker_parties(speakers: pl.DataFrame) -> pl.DataFrame:
    """For whom officials speak.

    `speakers` has `speaker` (the label), `published_on`, `publisher_party`. The party is, in this order: the state
    that the label names; that of the holder of office it names, on the day; the organisation it names; that of an
    office only one state has;
    the publisher's, unless the label names a head of state or government who is not known, or has a title of a head
    of government that the publisher's state does not have ("prime minister" in a text of the United States). Adds
    `speaker_party`.
    """
    return (
        speakers.with_row_index("row")
        .with_columns(plain=_plain(pl.col("speaker")))
        .with_columns(
            named_state=_named_state(),
            named_organisation=_named_organisation(),
            office_state=_office_state(),
            foreign_office=_foreign_office(),
        )
        .join(holders_of_office(speakers), on=["speaker", "published_on"], how="left", nulls_equal=True)
        .with_columns(
            speaker_party=pl.coalesce(
                "named_state",
                "holder_party",
                "named_organisation",
                "office_state",
                pl.when(~pl.col("foreign_office")).then("publisher_party"),
            )
        )
        .sort("row")
        .select(*speakers.columns, "speaker_party")
    )


def _plain(text: pl.Expr) -> pl.Expr:
    """Lower case without accents, so that labels in capitals meet names as written."""
    return text.str.to_lowercase().str.normalize("NFD").str.replace_all(r"\p{M}", "").str.replace_all("’", "'")


def _named_state() -> pl.Expr:
    names = (
        load("country_names")
        .filter(pl.col("ambiguous") == "false", pl.col("kind") != "capital_metonym")
        .with_columns(plain=_plain(pl.col("name")))
        .unique("plain", keep="first", maintain_order=True)
    )
    # An ambassador to a state does not speak for it.
    label = pl.col("plain").str.replace_all(r"(?:^|\s)(?:to|ante|en)\s.*$", "")
    found = label.str.extract(_BOUNDED.format(lexicon.alternatives(names["plain"])))
    return found.replace_strict(names["plain"], names["code"], default=None)


def _named_organisation() -> pl.Expr:
    """The organisation a label names in words; a minister for relations with it does not speak for it."""
    names = (
        load("organisations")
        .select(
            "code",
            pl.concat_str("name_en", "name_es", pl.col("aliases").fill_null(""), separator="|")
            .str.split("|")
            .alias("name"),
        )
        .explode("name")
        .select("code", plain=_plain(pl.col("name")).str.replace("^(?:the|la|el) ", ""))
        .filter(pl.col("plain").str.len_chars() >= _SHORTEST_ORGANISATION)
        .unique("plain", keep="first", maintain_order=True)
    )
    label = pl.when(~pl.col("plain").str.contains("minist")).then("plain")
    found = label.str.extract(_BOUNDED.format(lexicon.alternatives(names["plain"])))
    return found.replace_strict(names["plain"], names["code"], default=None)


def _office_state() -> pl.Expr:
    offices = (
        load("offices")
        .filter(pl.col("country").is_not_null())
        .with_columns(plain=_plain(pl.col("title")))
        .unique("plain", keep="first", maintain_order=True)
    )
    found = pl.col("plain").str.extract(_BOUNDED.format(lexicon.alternatives(offices["plain"])))
    return found.replace_strict(offices["plain"], offices["country"], default=None)


def _foreign_office() -> pl.Expr:
    """Whether the label is of somebody who does not speak for the publisher's state, as far as titles tell."""
    offices = load("offices").with_columns(plain=_plain(pl.col("title"))).unique("plain", maintain_order=True)
    heads = lexicon.alternatives(offices.filter(pl.col("kind").is_in(_HEADS))["plain"])
    of_government = lexicon.alternatives(offices.filter(kind="head_of_government")["plain"])
    unknown_head = pl.col("plain").str.contains(rf"^(?:the |el |la )?{heads}\s+\p{{L}}{{2}}")
    held = (
        load("office_holders")
        .select("party", office=_plain(pl.concat_str("office_en", "office_es", separator=" | ", ignore_nulls=True)))
        .group_by("party", maintain_order=True)
        .agg(pl.col("office").str.join(" | "))
    )
    title = pl.col("plain").str.extract(rf"^(?:the |el |la )?(?:deputy |vice )?({of_government})(?:$|[^\p{{L}}])")
    offices_of_publisher = pl.col("publisher_party").replace_strict(held["party"], held["office"], default=None)
    # The first letters tell titles apart in either gender.
    title_unknown = ~offices_of_publisher.str.contains(title.str.slice(0, _STEM), literal=True)
    return unknown_head.fill_null(value=False) | title_unknown.fill_null(value=False)
