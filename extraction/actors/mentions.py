"""Where the texts name someone who may act: names and the words around them that make one mention.

Only what the mention itself says is decided here; whom "we", "the government" or "both countries" mean in their
document is decided in `meaning`, and who undertakes what in `subjects`.
"""

from __future__ import annotations

import polars as pl

from extraction.actors.names import holders, names
from extraction.lexicons import LANGUAGES, alternation, words

_NATIONAL = ("country", "demonym", "organisation", "metonym")
_HEADS = ("authority", "title", "agency", "other")
_FREE_STANDING = ("we", "our", "pronoun", "possessive", "joint", "people", "demonym", "country", "organisation")
_BEFORE_OFFICE, _AFTER_OFFICE = "365d", "730d"
_LETTER = r"^[\p{L}\p{N}]$"
_GIVEN_NAME = r"[\p{Ll}\p{P}] \p{Lu}\p{Ll}{2,},? $"
_SURNAME = r"^ \p{Lu}\p{Ll}"
_UNLISTED_AGENCY = r"^(?: \p{Lu}\p{Ll}{2,}(?: (?:of|and|for|the|in|on) \p{Lu}\p{Ll}{2,})*)+"
_PERSON = r"^(?:,? \p{Lu}\p{L}[\p{L}'.-]*)(?: (?:de|del|la|las|los|da|dos|von|van|al|bin)| \p{Lu}[\p{L}'.-]*){0,4}"


def _atoms(sentences: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Every name of the language in the text, longest first, with its type; whole words only."""
    table = names(language)
    patterns = table["word"].to_list()
    text = pl.col("text")
    return (
        sentences.filter(pl.col("language") == language)
        .select("sentence", "document_id", "language", "published_on", "publisher_party", "text")
        .with_columns(
            text.str.extract_many(patterns, leftmost=True).alias("word"),
            text.str.find_many(patterns, leftmost=True).alias("_byte"),
        )
        .filter(pl.col("word").list.len() > 0)
        .explode("word", "_byte")
        .with_columns(
            text.cast(pl.Binary).bin.head(pl.col("_byte")).cast(pl.String).str.len_chars().cast(pl.Int64).alias("start")
        )
        .with_columns((pl.col("start") + pl.col("word").str.len_chars().cast(pl.Int64)).alias("end"))
        .filter(
            ~text.str.slice(
                pl.max_horizontal(pl.col("start") - 1, 0), pl.min_horizontal(pl.col("start"), 1)
            ).str.contains(_LETTER)
            & ~text.str.slice(pl.col("end"), 1).str.contains(_LETTER)
        )
        .join(table.lazy(), on="word", how="left", maintain_order="left")
        .drop("_byte")
    )


def _with_holders(atoms: pl.LazyFrame) -> pl.LazyFrame:
    """Give persons the party they held office for at the document's date; whoever held none then acts for nobody."""
    published = pl.col("published_on")
    in_office = published.is_null() | (
        (published >= pl.col("from").dt.offset_by("-" + _BEFORE_OFFICE)).fill_null(True)
        & (published <= pl.col("to").dt.offset_by(_AFTER_OFFICE)).fill_null(True)
    )
    people = atoms.filter(pl.col("type") == "holder").select("word", "published_on").unique()
    parties = (
        people.join(holders().lazy().rename({"party": "_party"}), on="word")
        .filter(in_office)
        .group_by("word", "published_on")
        .agg(pl.col("_party").unique())
        .filter(pl.col("_party").list.len() == 1)
        .select("word", "published_on", pl.col("_party").list.first())
    )
    return (
        atoms.join(parties, on=["word", "published_on"], how="left", nulls_equal=True, maintain_order="left")
        .with_columns(
            pl.coalesce("party", "_party").alias("party"),
            pl.when((pl.col("type") == "holder") & pl.col("_party").is_null())
            .then(pl.lit("other"))
            .otherwise("type")
            .alias("type"),
        )
        .drop("_party")
    )


def _linked(language: str) -> pl.Expr:
    """Whether an atom belongs to one mention with the atom before it."""
    before, after, gap = pl.col("_type_before"), pl.col("type"), pl.col("_gap")
    modifiers = alternation(words("actor_words", language, type="modifier"))
    of = r"^ (?:of|for)(?: the)? $" if language == "en" else r"^ (?:del|de(?: la| las| los| el)?) $"
    national, head = before.is_in([*_NATIONAL, "holder"]), after.is_in(_HEADS)
    rules = [
        national & head & gap.str.contains(rf"^(?:'s?)? (?:(?-u:\b){modifiers} )?(?:{modifiers} )?$"),
        national & head & gap.str.contains(r"^'s? (?:[a-z][a-z-]+ ){0,2}$"),
        before.is_in(["title", "authority"]) & (after == "holder") & gap.str.contains("^,? $"),
        (pl.col("_type_before_that") == "title") & (after == "holder") & gap.str.contains("^,? $"),
        (before == "holder") & head & gap.str.contains("^, (?:the |la |el |su |our )?$"),
        before.is_in([*_HEADS, "holder"]) & after.is_in([*_NATIONAL, "authority", "agency"]) & gap.str.contains(of),
        before.is_in(_HEADS) & (after == "demonym") & (gap == " ") & pl.lit(language == "es"),
        before.is_in(["country", "demonym", "holder", "organisation"])
        & after.is_in(["country", "demonym", "holder", "organisation"])
        & gap.str.contains("^ ?[-–/]$"),
        before.is_in([*_HEADS, *_NATIONAL]) & after.is_in(["agency", "organisation", "country"]) & (gap == " ("),
        before.is_in(["agency", "authority"]) & after.is_in(["agency", "authority"]) & gap.str.contains("^'s? $"),
        before.is_in(["title", "agency"]) & (after == "title") & (gap == " "),
        before.is_in(["our", "possessive"])
        & after.is_in(["authority", "title"])
        & gap.str.contains(rf"^ (?:{modifiers} )?$"),
    ]
    return pl.any_horizontal(rules).fill_null(False)


def _chains(atoms: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Number the atoms that make one mention: `_chain`, with the gap to the atom before as `_gap`."""
    return (
        atoms.with_columns(
            pl.col("end").shift(1).over("sentence").alias("_end_before"),
            pl.col("type").shift(1).over("sentence").alias("_type_before"),
            pl.col("type").shift(2).over("sentence").alias("_type_before_that"),
        )
        .with_columns(
            pl.col("text").str.slice(pl.col("_end_before"), pl.col("start") - pl.col("_end_before")).alias("_gap")
        )
        .with_columns((~_linked(language)).cum_sum().alias("_chain"))
    )


def _only(*types: str) -> pl.Expr:
    """The parties of the chain's atoms of these types, in the order of the text."""
    return pl.col("party").filter(pl.col("type").is_in(types) & pl.col("party").is_not_null())


def _has(*types: str) -> pl.Expr:
    return pl.col("type").is_in(types).any()


def _whole(chains: pl.LazyFrame) -> pl.LazyFrame:
    """One row per mention: who it means by its own words, and what kind of mention it is."""
    hyphenated = (pl.col("_gap").str.contains("^ ?[-–/]$") & pl.col("_linked")).any()
    return (
        chains.with_columns((pl.col("_chain") == pl.col("_chain").shift(1)).fill_null(False).alias("_linked"))
        .group_by("_chain", maintain_order=True)
        .agg(
            pl.col("sentence", "document_id", "language", "publisher_party", "text", "start").first(),
            pl.col("end").last(),
            pl.col("type").first().alias("first_type"),
            pl.col("type").last().alias("last_type"),
            pl.col("ambiguous").all(),
            _only(*_NATIONAL).alias("_national"),
            _only("holder").alias("_holder"),
            _only("agency").alias("_agency"),
            _only("title").alias("_title"),
            hyphenated.alias("_hyphenated"),
            *(
                _has(type_).alias(f"_has_{type_}")
                for type_ in ("holder", "title", "agency", "authority", "metonym", "other")
            ),
        )
        .with_columns(
            pl.when(pl.col("_hyphenated"))
            .then(pl.concat_list("_national", "_holder").list.unique().list.sort())
            .otherwise(
                pl.concat_list(
                    *(pl.col(name).list.head(1) for name in ("_national", "_holder", "_agency", "_title"))
                ).list.head(1)
            )
            .alias("parties")
        )
        .with_columns(
            pl.when(pl.col("_has_other"))
            .then(pl.lit("other"))
            .when(pl.col("_hyphenated") & (pl.col("parties").list.len() > 1))
            .then(pl.lit("joint"))
            .when(pl.col("_has_holder"))
            .then(pl.when(pl.col("last_type") == "authority").then(pl.lit("government")).otherwise(pl.lit("leader")))
            .when(pl.col("_has_title"))
            .then(pl.lit("office"))
            .when(pl.col("_has_agency"))
            .then(pl.lit("agency"))
            .when(pl.col("_has_authority") | pl.col("_has_metonym"))
            .then(pl.lit("government"))
            .when(pl.col("first_type") == "our")
            .then(pl.lit("we"))
            .when(pl.col("first_type") == "possessive")
            .then(pl.lit("pronoun"))
            .when(pl.col("first_type").is_in(_FREE_STANDING))
            .then(pl.col("first_type"))
            .otherwise(pl.lit("not"))
            .alias("kind")
        )
        .with_columns(pl.when(pl.col("parties").list.len() > 0).then("parties").alias("parties"))
    )


def _with_unlisted_names(mentions: pl.LazyFrame) -> pl.LazyFrame:
    """Stretch an office over the name of its holder, and an adjective over the agency it qualifies, also unlisted ones.

    "President Ana Pérez" is a leader, "U.S. Border Health Commission" an agency of that state.
    """
    titled = (pl.col("kind") == "office") & pl.col("last_type").is_in(["title", *_NATIONAL])
    adjective = (pl.col("language") == "en") & (
        (pl.col("first_type") == "demonym") & (pl.col("last_type") == "demonym")
        | (pl.col("kind") == "country") & pl.col("text").str.slice(pl.col("end") - 1, 1).str.contains(r"^[.A-Z]$")
    )
    following = pl.col("text").str.slice(pl.col("end"), 80)
    person, agency = following.str.extract(f"({_PERSON})"), following.str.extract(f"({_UNLISTED_AGENCY})")
    name = pl.when(titled).then(person).when(adjective).then(agency)
    closing = pl.col("text").str.slice(pl.col("end"), 1) == ")"
    opened = pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start")).str.contains("(", literal=True)
    return (
        mentions.with_columns(name.alias("_name"))
        .with_columns(
            (
                pl.col("end")
                + pl.col("_name").str.len_chars().cast(pl.Int64).fill_null(0)
                + (closing & opened).cast(pl.Int64)
            ).alias("end"),
            pl.when(pl.col("_name").is_null())
            .then("kind")
            .otherwise(pl.when(titled).then(pl.lit("leader")).otherwise(pl.lit("agency")))
            .alias("kind"),
        )
        .drop("_name")
    )


def _credible() -> pl.Expr:
    """Whether a name that often means something else is borne out by its document."""
    before = pl.col("text").str.slice(
        pl.max_horizontal(pl.col("start") - 30, 0), pl.min_horizontal(pl.col("start"), 30)
    )
    person = before.str.contains(_GIVEN_NAME) | pl.col("text").str.slice(pl.col("end"), 3).str.contains(_SURNAME)
    party = pl.col("parties").list.first()
    told = ((~pl.col("ambiguous")).any().over("document_id", party)) | (party == pl.col("publisher_party")).fill_null(
        False
    )
    alone = pl.col("kind").is_in(["country", "government"]) & ~pl.col("_has_authority")
    return ~(alone & pl.col("ambiguous")) | (told & ~person)


def mentions(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """`find_actors` with the columns its followers in this package need: also `document_id`, `language` and `text`."""
    return (
        pl.concat(
            [
                _whole(_chains(_with_holders(_atoms(sentences, language)), language)).drop("_chain")
                for language in LANGUAGES
            ]
        )
        .filter((pl.col("kind") != "not") & _credible())
        .pipe(_with_unlisted_names)
        .with_columns(
            pl.col("text").str.slice(pl.col("start"), pl.col("end") - pl.col("start")).alias("surface"),
            ("actor." + pl.col("kind")).alias("method"),
        )
        .select(
            "sentence",
            "document_id",
            "language",
            "text",
            "start",
            "end",
            "surface",
            "parties",
            "kind",
            "method",
            "first_type",
            "last_type",
        )
        .sort("sentence", "start")
    )


def find_actors(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Every mention of someone who may act for a state or an organisation.

    In: the sentence frame. Out, in reading order: `sentence`, `start`, `end` (code points into the sentence's text,
    half open), `surface`, `parties` (ISO 3166-1 alpha-3 and organisation codes, sorted; null where the text around or
    the document must say), `kind` (country, demonym, government, leader, office, agency, organisation, joint, we,
    pronoun, people, other) and `method`. Persons count for the office they held at the date of the document. The
    rules are those of the codebook on `actor`.
    """
    return mentions(sentences).select("sentence", "start", "end", "surface", "parties", "kind", "method")
