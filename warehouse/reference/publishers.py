"""For whom a publisher speaks: a state, an organisation, or nobody (the press).

Remit: looking publishers up in `publishers.csv`, `agencies.csv`, `organisations.csv` and, for offices of states not
listed there, in `country_names.csv`. Finding the publisher of a text belongs to `ingestion`.
"""

from __future__ import annotations

from functools import cache

import polars as pl

from warehouse.reference import load

_EDGE = r"[^\p{L}\p{N}]"
_PUBLIC_OFFICE = (
    rf"(?:^|{_EDGE})(?:president|vice president|prime minister|premier|chancell|government|ministry|minister|"
    r"department|office|embassy|consulate|high commission|parliament|congress|senate|cabinet|agency|authority|"
    r"presidencia|vicepresidencia|gobierno|ministerio|secretaría|cancillería|departamento|embajada|consulado|parlamento|"
    r"congreso|senado|agencia|instituto nacional|superintendencia|servicio nacional|dirección)"
)


def publisher_facts(publisher: pl.Expr) -> list[pl.Expr]:
    """What is known of the publishers named in a column: the expressions `publisher_party` and `publisher_kind`.

    The party is an ISO 3166-1 alpha-3 or organisation name, null for the press and the unknown; the kind is government,
    press, organisation or null. In this order decide: the whole name being listed; a state in brackets at its end
    ("Prime Minister (Fiji)"); the longest listed publisher inside it; a public office with the first state it names
    ("Embassy of Kenya in Spain").
    """
    plain = publisher.str.to_lowercase().str.replace_all("’", "'").str.replace_all(r"\s+", " ").str.strip_chars()
    listed, states = _listed(), _states()
    inside = plain.str.extract(_any_of(load("publishers")["publisher"]))
    facts = pl.coalesce(
        _look_up(plain, listed),
        _look_up(plain.str.extract(r"\(([^()]+)\)$"), states),
        _look_up(inside, listed),
        pl.when(plain.str.contains(_PUBLIC_OFFICE)).then(_look_up(plain.str.extract(_any_of(states["name"])), states)),
    )
    party, kind = (facts.str.splitn(":", 2).struct.field(f"field_{part}") for part in (0, 1))
    return [pl.when(party != "").then(party).alias("publisher_party"), kind.alias("publisher_kind")]


def _look_up(name: pl.Expr, table: pl.DataFrame) -> pl.Expr:
    return name.replace_strict(table["name"], table["facts"], default=None)


def _any_of(names: pl.Series) -> str:
    """A pattern whose group is the longest of `names` that stands there as whole words."""
    by_length = [pl.col("name").str.len_chars(), pl.col("name")]
    longest_first = names.to_frame("name").sort(by_length, descending=[True, False])["name"]
    return rf"(?:^|{_EDGE})({'|'.join(longest_first.str.escape_regex())})(?:$|{_EDGE})"


@cache
def _listed() -> pl.DataFrame:
    """Every listed publisher, agency and organisation by its lower-case name; `facts` is party and kind."""
    publishers = load("publishers").select(name="publisher", party="party", kind="kind")
    is_state = pl.col("party").is_in(load("countries")["code"].to_list())
    others = pl.concat(
        [
            _with_aliases(load("agencies").filter(pl.col("party").is_not_null()), "name", "party"),
            _with_aliases(load("organisations"), "name_en", "code"),
            _with_aliases(load("organisations"), "name_es", "code"),
        ]
    ).with_columns(kind=pl.when(is_state).then(pl.lit("government")).otherwise(pl.lit("organisation")))
    return (
        pl.concat([publishers, others])
        .unique("name", keep="first", maintain_order=True)
        .select("name", facts=pl.concat_str(pl.col("party").fill_null(""), "kind", separator=":"))
    )


def _with_aliases(table: pl.DataFrame, name: str, party: str) -> pl.DataFrame:
    every = pl.concat_str([name, "aliases"], separator="|", ignore_nulls=True).str.to_lowercase().str.split("|")
    return table.select(every.alias("name"), pl.col(party).alias("party")).explode("name")


@cache
def _states() -> pl.DataFrame:
    """Lower-case names and adjectives of states that mean nothing else; `facts` is the state's government."""
    names = load("country_names").filter(pl.col("ambiguous") == "false", pl.col("kind") != "capital_metonym")
    return (
        names.select(pl.col("name").str.to_lowercase(), facts=pl.col("code") + ":government")
        .filter(pl.col("name") != "us")  # also the pronoun
        .unique("name", keep="first", maintain_order=True)
    )
