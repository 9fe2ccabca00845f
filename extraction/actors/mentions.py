"""Where the texts name someone who may act: names and the words around them that make one mention.

Only what the mention itself says is decided here; whom "we", "the government" or "both countries" mean in their
document is decided in `meaning`, and who undertakes what in `subjects`.
"""

from __future__ import annotations

import polars as pl

from extraction.actors.people import with_people_introduced, with_unlisted_names
from extraction.actors.search import names_in, with_holders
from extraction.actors.text import FIELD, NATIONAL, any_of, between, contains, until
from extraction.lexicons import LANGUAGES, alternation, words

_PLACE = ("language", "sentence", "document_id", "publisher_party", "text", "start")
# The kind of a mention is that of its atom whose type comes first here.
_KINDS = {
    "not": "not",
    "other": "other",
    "region": "other",
    "holder": "leader",
    "title": "office",
    "agency": "agency",
    "authority": "government",
    "metonym": "government",
    "organisation": "organisation",
    "country": "country",
    "demonym": "demonym",
    "joint": "joint",
    "signatories": "signatories",
    "unnamed": "unnamed",
    "we": "we",
    "our": "we",
    "pronoun": "pronoun",
    "possessive": "pronoun",
    "people": "people",
}
_HEADS = ("authority", "title", "agency", "other")
_LONGEST_GAP = 60
_GIVEN_NAME = r"[\p{Ll}\p{P}] \p{Lu}\p{Ll}{2,},? $"
_PLACE_BEFORE = r"(?:\p{Lu}\p{L}+,|[^\p{L}](?:in|at|from|near|en|desde)) $"
_SURNAME = r"^ \p{Lu}\p{Ll}"
_NAME_OF = rf"^{FIELD}{{1,9}} (?:of|de|del)(?: the| la| los| el)? $"


def _linked(language: str) -> pl.Expr:
    """Whether an atom belongs to one mention with the atom before it."""
    before, after, gap = pl.col("_type_before"), pl.col("type"), pl.col("_gap")
    modifiers = alternation(words("actor_words", language, type="modifier"))
    of = r"^ (?:of|for|from)(?: the)? $" if language == "en" else r"^ (?:del|de(?: la| las| los| el)?) $"
    offices = [*_HEADS, "holder", "joint"]
    national, head = before.is_in([*NATIONAL, "holder"]), after.is_in(_HEADS)
    rules = [
        national & head & gap.str.contains(rf"^(?:'s?)? (?:(?-u:\b){modifiers} )?(?:{modifiers} )?$"),
        national
        & head
        & gap.str.contains(r"^'s? (?:[a-z][a-z-]+ ){0,2}$")
        & ~gap.str.contains(r" (?:and|or|but|as|with|for|to|in|of|that|is|will) "),
        before.is_in(["title", "authority"]) & after.is_in(NATIONAL) & gap.str.contains(_NAME_OF),
        (before == "authority") & (after == "metonym") & gap.is_in([" in ", " en "]),
        before.is_in(["title", "authority"]) & (after == "holder") & gap.str.contains("^,? $"),
        (pl.col("_type_before_that") == "title") & (after == "holder") & gap.str.contains("^,? $"),
        (before == "holder") & head & gap.str.contains("^, (?:the |la |el |su |our )?$"),
        before.is_in(offices) & after.is_in([*NATIONAL, "authority", "agency"]) & gap.str.contains(of),
        before.is_in(_HEADS) & (after == "demonym") & (gap == " ") & pl.lit(language == "es"),
        before.is_in(["country", "demonym", "holder", "organisation"])
        & after.is_in(["country", "demonym", "holder", "organisation"])
        & gap.str.contains("^ ?[-–/]$"),
        before.is_in([*_HEADS, *NATIONAL]) & after.is_in(["agency", "organisation", "country"]) & (gap == " ("),
        before.is_in(["agency", "authority"]) & after.is_in(["agency", "authority"]) & gap.str.contains("^'s? $"),
        before.is_in(["title", "agency"]) & (after == "title") & (gap == " "),
        before.is_in(["our", "possessive"])
        & after.is_in(["authority", "title"])
        & gap.str.contains(rf"^ (?:{modifiers} )?$"),
    ]
    return pl.any_horizontal(rules).fill_null(False)


def _chains(atoms: pl.LazyFrame, language: str) -> pl.LazyFrame:
    """Number the atoms that make one mention: `_chain`, `_compound` where it has several, `_gap` to the atom before."""
    same, third = (pl.col("sentence") == pl.col("sentence").shift(distance) for distance in (1, 2))
    return (
        atoms.with_columns(
            pl.when(same).then(pl.col("end").shift(1)).alias("_end_before"),
            pl.when(same).then(pl.col("type").shift(1)).alias("_type_before"),
            pl.when(third).then(pl.col("type").shift(2)).alias("_type_before_that"),
        )
        .with_columns(
            pl.when(pl.col("start") - pl.col("_end_before") <= _LONGEST_GAP)
            .then(pl.col("text").str.slice(pl.col("_end_before"), pl.col("start") - pl.col("_end_before")))
            .alias("_gap")
        )
        .with_columns(_linked(language).alias("_linked"))
        .with_columns(
            (~pl.col("_linked")).cum_sum().alias("_chain"),
            (pl.col("_linked") | pl.col("_linked").shift(-1, fill_value=False)).alias("_compound"),
        )
    )


def _claimed() -> pl.Expr:
    """How strongly an atom says for whom its mention acts, 0 first: nationality, person, agency, title."""
    claims = {**dict.fromkeys(NATIONAL, 0), "holder": 1, "agency": 2, "title": 3}
    return pl.when(pl.col("party").is_not_null()).then(pl.col("type").replace_strict(claims, default=None))


def _single(atoms: pl.LazyFrame) -> pl.LazyFrame:
    """Mentions of one atom."""
    return atoms.filter(~pl.col("_compound")).select(
        *_PLACE,
        "ambiguous",
        "end",
        pl.col("type").alias("first_type"),
        pl.col("type").alias("last_type"),
        "_weight",
        pl.when(pl.col("_claim").is_not_null()).then(pl.concat_list("party")).alias("parties"),
    )


def _compound(atoms: pl.LazyFrame) -> pl.LazyFrame:
    """Mentions of several atoms: the strongest claim says for whom they act, hyphens join states."""
    strongest = pl.col("party").filter(pl.col("_claim") == pl.col("_claim").min()).head(1)
    joined = pl.col("party").filter(pl.col("_claim") < 2).unique().sort()
    hyphenated = pl.col("_gap").slice(1).str.contains("^ ?[-–/]$").any()
    return (
        atoms.filter("_compound")
        .group_by("language", "_chain", maintain_order=True)
        .agg(
            pl.col(*_PLACE[1:]).first(),
            pl.col("ambiguous").all(),
            pl.col("end").last(),
            pl.col("type").first().alias("first_type"),
            pl.col("type").last().alias("last_type"),
            pl.col("_weight").min(),
            joined.alias("_joined"),
            strongest.alias("_strongest"),
            hyphenated.alias("_hyphenated"),
        )
        .with_columns(pl.when("_hyphenated").then("_joined").otherwise("_strongest").alias("parties"))
        .drop("_chain", "_joined", "_strongest", "_hyphenated")
    )


def _whole(chains: pl.LazyFrame) -> pl.LazyFrame:
    """One row per mention: who it means by its own words, and what kind of mention it is."""
    weights = {type_: weight for weight, type_ in enumerate(_KINDS)}
    atoms = chains.with_columns(
        _claimed().alias("_claim"),
        pl.col("type").replace_strict(weights).alias("_weight"),
    )
    kind = pl.col("_weight").replace_strict(dict(enumerate(_KINDS.values())))
    unknown = pl.col("parties").list.len().fill_null(0) == 0
    return (
        pl.concat([_single(atoms), _compound(atoms)])
        .with_columns(pl.when(~unknown).then("parties").alias("parties"))
        .with_columns(
            pl.when((pl.col("parties").list.len() > 1) & (kind != "other"))
            .then(pl.lit("joint"))
            .when((pl.col("first_type") == "possessive") & unknown & (kind != "other"))
            .then(pl.lit("pronoun"))
            .when((kind == "leader") & (pl.col("last_type") == "authority"))
            .then(pl.lit("government"))
            .otherwise(kind)
            .alias("kind")
        )
        .filter(pl.col("kind") != "not")
        .drop("_weight")
    )


def _credible(mentions: pl.LazyFrame) -> pl.LazyFrame:
    """Leave out names that often mean something else, unless their document bears them out."""
    doubtful = pl.col("ambiguous") & pl.col("kind").is_in(["country", "government"])
    party = pl.col("parties").list.first()
    after_place = until(pl.col("start"), 30).str.contains(_PLACE_BEFORE)
    told = mentions.filter(~pl.col("ambiguous")).select("document_id", party.alias("_party"), told=True).unique()
    before = until(pl.col("start"), 30)
    no_name = {language: rf"(?:^|[^\p{{L}}]){any_of('not_a_name', language)},? $" for language in LANGUAGES}
    person = (before.str.contains(_GIVEN_NAME) & ~contains(before, no_name)) | pl.col("text").str.slice(
        pl.col("end"), 3
    ).str.contains(_SURNAME)
    states = (
        mentions.filter(~pl.col("ambiguous") & pl.col("kind").is_in(["country", "government"]))
        .select("sentence", among_states=True)
        .unique()
    )
    evidence = (
        pl.col("told").fill_null(False)
        | (pl.col("among_states").fill_null(False) & ~after_place)
        | (party == pl.col("publisher_party")).fill_null(False)
    )
    confirmed = (
        mentions.filter(doubtful)
        .with_columns(party.alias("_party"))
        .join(told, on=["document_id", "_party"], how="left")
        .join(states, on="sentence", how="left")
        .filter(evidence & ~person)
        .drop("_party", "told", "among_states")
    )
    return pl.concat([mentions.filter(~doubtful), confirmed])


def mentions(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """`find_actors` with the columns its followers in this package need: also `document_id`, `language` and `text`."""
    chains = [_chains(with_holders(names_in(sentences, language)), language) for language in LANGUAGES]
    # Collected where several branches of the plan start, or the search would run once for each.
    whole = _whole(pl.concat(chains).collect().lazy()).collect().lazy()
    return (
        _credible(whole)
        .pipe(with_unlisted_names)
        .pipe(with_people_introduced)
        .with_columns(
            between(pl.col("start"), pl.col("end")).alias("surface"),
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
    )


def find_actors(sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Every mention of someone who may act for a state or an organisation.

    In: the sentence frame. Out, in reading order: `sentence`, `start`, `end` (code points into the sentence's text,
    half open), `surface`, `parties` (ISO 3166-1 alpha-3 and organisation codes, sorted; null where the text around or
    the document must say), `kind` (country, demonym, government, leader, office, agency, organisation, joint,
    signatories, unnamed, we, pronoun, people, other) and `method`. Persons count for the office they held at the date
    of the document. The rules are those of the codebook on `actor`.
    """
    named = mentions(sentences).filter(pl.col("first_type") != "region")
    return named.select("sentence", "start", "end", "surface", "parties", "kind", "method")
