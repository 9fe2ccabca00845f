"""The parties of each commitment: who undertakes it, to or with whom, and whether in the party's own words.

The choice of a subject in its sentence is made in `subjects`; this module adds what lies beyond the sentence (lists,
documents without subject) and beyond the subject (joint acts, partners, counterparties).
"""

from __future__ import annotations

import polars as pl

from extraction.actors.meaning import actor_groups, sentences_around
from extraction.actors.subjects import speaks_as_we, speaks_of_several, subjects
from extraction.actors.text import any_of, between, contains, until
from extraction.lexicons import LANGUAGES

_NEEDED = ("sentence", "document_id", "char_start", "char_end", "head_start", "lead_sentence")
_TALKS = ("readout", "joint_statement", "declaration")
_NONE = pl.lit([], pl.List(pl.String))
_ALSO = {
    "en": r"^ (?:did|does|do|has|have|will)(?: so)? (?:as well|too|likewise|the same)(?-u:\b)",
    "es": r"^ (?:también|igualmente) ?(?:lo )?(?:hizo|hará|hace|hicieron|harán)(?:$|[^\p{L}])",
}


def _located(commitments: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Number the rows and give them the text of their sentence and the end of their span in it."""
    return (
        commitments.select(_NEEDED)
        .with_row_index("row")
        .join(
            sentences.select("sentence", "language", "text", "sentence_start"),
            on="sentence",
            how="left",
            maintain_order="left",
        )
        .with_columns(
            (pl.col("char_end") - pl.col("sentence_start")).alias("span_end"),
            pl.min_horizontal("head_start", pl.col("char_start") - pl.col("sentence_start"))
            .cast(pl.Int64)
            .alias("head_start"),
        )
    )


def _lead_subjects(rows: pl.LazyFrame, sentences: pl.LazyFrame, groups: pl.LazyFrame) -> pl.LazyFrame:
    """The subject of the sentence that introduces a list: the last group in it that can be one."""
    leads = (
        groups.filter(
            pl.col("position").is_in(["open", "inner"]) & ~pl.col("owns") & (pl.col("parties").list.len() > 0)
        )
        .with_columns((pl.col("position") == "open").alias("_open"))
        .sort("sentence", "_open", "start")
        .group_by("sentence", maintain_order=True)
        .agg(pl.col("parties").last().alias("lead_actors"))
    )
    return (
        rows.filter(pl.col("lead_sentence").is_not_null())
        .select("row", pl.col("lead_sentence").cast(pl.UInt32).alias("sentence"))
        .join(leads, on="sentence")
        .select("row", "lead_actors")
    )


def _beside_subject(rows: pl.LazyFrame, groups: pl.LazyFrame) -> pl.LazyFrame:
    """Other parties of the same sentence: `partners` who act too, and `towards` whom it is done.

    Partners: "A, in partnership with B, will ...", "signed an agreement with X", "..., and X did as well", "both
    countries".
    """
    determiner = {each: any_of("determiner", each) for each in LANGUAGES}
    introduction = until(pl.col("start"), 60)
    # "under the UK-France agreement": what the act follows from is not who acts.
    from_a_pact = contains(
        between(pl.col("head_start"), pl.col("start")),
        {each: rf"(?i)[^\p{{L}}]{any_of('pact', each)}[^\p{{L}}]" for each in LANGUAGES},
    )
    span = between(pl.col("head_start"), pl.col("span_end"))
    inside = (pl.col("start") >= pl.coalesce("subject_end", "head_start")) & (pl.col("start") < pl.col("span_end"))
    with_partner = {each: rf"{any_of('partnership', each)} (?:{determiner[each]} )*$" for each in LANGUAGES}
    mutually = {each: rf"[^\p{{L}}]{any_of('mutual', each)} (?:{determiner[each]} )*$" for each in LANGUAGES}
    agreeing = {each: rf"^(?:[\p{{L}}]+ ){{0,4}}{any_of('mutual_verb', each)}[^\p{{L}}]" for each in LANGUAGES}
    motion = {
        each: rf"(?i)[^\p{{L}}]{any_of('motion', each)} [\p{{L}}]+ (?:{determiner[each]} )*$" for each in LANGUAGES
    }
    towards = {each: f"^{any_of('counterparty_preposition', each)}$" for each in LANGUAGES}
    fronted = {each: rf"^(?:[-•*] )?{any_of('pact', each)}[^\p{{L}}]" for each in LANGUAGES}
    under_pact = (
        (pl.col("start") < pl.col("head_start"))
        & pl.col("subject_end").is_null()
        & contains(introduction, mutually)
        & contains(pl.col("text"), fronted)
    )
    joint_body = {each: rf"{any_of('joint_with', each)} (?:{determiner[each]} )*$" for each in LANGUAGES}
    # "will open, together with Ghana, two centres" as against "will open two centres together with experts".
    opened = r"^[^,]{1,40}, [^,]*$"
    inserted = between(pl.col("head_start"), pl.col("start")).str.contains(opened)
    implied = pl.col("subject_implied").fill_null(True)
    also = (pl.col("start") >= pl.col("head_start")) & contains(pl.col("text").str.slice(pl.col("end"), 40), _ALSO)
    partner = (
        inside & contains(introduction, with_partner) & ((pl.col("start") < pl.col("head_start")) | inserted)
        | inside & (pl.col("start") < pl.col("head_start")) & (pl.col("word_before") == "like")
        | inside & contains(introduction, mutually) & contains(span, agreeing)
        | inside & (pl.col("kind") == "joint") & ~from_a_pact
        | inside & implied & contains(introduction, joint_body)
        | also
        | under_pact
    )
    counterparty = (
        inside
        & contains(pl.col("word_before").fill_null(""), towards)
        & ~contains(introduction, motion)
        & ~pl.col("kind").is_in(["we", "pronoun"])
    )
    return (
        rows.select("row", "sentence", "head_start", "span_end", "subject_end", subject_implied="implied")
        .join(groups, on="sentence")
        .with_columns(partner.alias("_partner"), counterparty.alias("_towards"))
        .filter(pl.col("_partner") | pl.col("_towards"))
        .group_by("row")
        .agg(
            pl.col("parties")
            .filter(pl.col("_partner") & ((pl.col("kind") != "joint") | also))
            .explode()
            .drop_nulls()
            .unique()
            .sort()
            .alias("partners"),
            pl.col("parties")
            .filter(pl.col("_partner") & (pl.col("kind") == "joint"))
            .explode()
            .drop_nulls()
            .unique()
            .sort()
            .alias("jointly"),
            pl.col("parties").filter(pl.col("_towards")).explode().drop_nulls().unique().sort().alias("towards"),
        )
    )


def _marked_joint() -> pl.Expr:
    """Whether the undertaking says that it is done jointly: in its own words, or by "Together, we" before it."""
    span = between(pl.col("head_start"), pl.col("span_end"))
    together = {"en": r"(?i)(?:^|[^\p{L}])together, we ", "es": r"(?i)(?:^|[^\p{L}])junt[oa]s,? (?:nosotr[oa]s )?$"}
    ours = {
        "en": r"our (?:\p{L}+ ){0,2}(?:cooperation|collaboration|partnership|coordination)",
        "es": r"nuestra (?:\p{L}+ )?(?:cooperación|colaboración|coordinación)",
    }
    marks = {
        each: rf"(?i)(?:^|[^\p{{L}}])(?:{any_of('joint_mark', each)}|{ours[each]})(?:$|[^\p{{L}}])"
        for each in LANGUAGES
    }
    return contains(span, marks) | contains(until(pl.col("head_start"), 30), together)


def _union(*lists: pl.Expr) -> pl.Expr:
    return pl.concat_list(each.fill_null([]) for each in lists).list.unique().list.sort()


def attach_actors(commitments: pl.LazyFrame, sentences: pl.LazyFrame) -> pl.LazyFrame:
    """Give each commitment its parties.

    In: rows of `extract_commitments` with `sentence`, `document_id`, `char_start`, `char_end` (document offsets),
    `head_start` (offset of the governing verb group in the sentence's text), `voice` and `lead_sentence` (sentence that
    introduces a list, null elsewhere), and the sentence frame of the same documents. Out: the same rows in the same
    order plus `actors` and `counterparties` (sorted lists of parties) and `attribution` (direct, reported).

    The subject is the nearest mention that can be one; "we" means the speaker's or the document's parties; a statement
    without subject in a government's own text is that government's. What the text marks as joint is done by every
    state meant.
    """
    lead = pl.col("lead_sentence").cast(pl.UInt32).alias("sentence")
    wanted = pl.concat([commitments.select("sentence"), commitments.select(lead)]).drop_nulls().unique()
    groups, around = actor_groups(sentences_around(sentences, wanted))
    rows = _located(commitments, sentences).collect().lazy()
    told = (
        rows.join(subjects(rows, groups), on="row", how="left", maintain_order="left")
        .join(around.drop("document_id", "segment_id"), on="sentence", how="left", maintain_order="left")
        .collect()
        .lazy()
    )
    beside = _beside_subject(told, groups)
    leads = _lead_subjects(rows, sentences, groups)
    government = pl.col("publisher_party").is_not_null() | pl.col("speaker_party").is_not_null()
    # What merely stands in the same clause tells the subject only where no government speaks for itself alone.
    with_own = pl.col("actors").list.contains(pl.coalesce("speaker_party", "publisher_party")).fill_null(False)
    named = pl.when((pl.col("rule") != "clause") | ~government | with_own).then("actors")
    parties = (
        told.join(leads, on="row", how="left", maintain_order="left")
        .join(beside, on="row", how="left", maintain_order="left")
        .with_columns(
            pl.when(speaks_as_we() & ~pl.col("rule").is_in(["owner", "made_by", "quoted"]).fill_null(False))
            .then(_union(pl.col("voice_parties"), pl.when(pl.col("rule") == "adjacent").then("actors")))
            .when(named.is_not_null())
            .then(named)
            .when(pl.col("lead_actors").is_not_null())
            .then("lead_actors")
            .when(speaks_of_several() & (pl.col("topic").list.len() > 1))
            .then("topic")
            .when(speaks_of_several() & pl.col("genre").is_in(_TALKS) & (pl.col("parties").list.len() > 1))
            .then("parties")
            .when(government | pl.col("joint_text"))
            .then("voice_parties")
            .otherwise(pl.coalesce("actors", "topic", _NONE))
            .alias("_subject"),
            (named.is_null() | pl.col("implied").fill_null(False)).alias("_implied"),
        )
        .with_columns(
            pl.when(pl.col("_implied") & _marked_joint() & (pl.col("all_parties").list.len() > 1))
            .then(_union(pl.col("_subject"), pl.col("all_parties"), pl.col("partners")))
            .when(pl.col("_implied"))
            .then(_union(pl.col("_subject"), pl.col("partners"), pl.col("jointly")))
            .otherwise(_union(pl.col("_subject"), pl.col("partners")))
            .alias("actors")
        )
        .with_columns(
            pl.col("towards").fill_null([]).list.set_difference("actors").list.sort().alias("counterparties"),
            _attribution().alias("attribution"),
        )
        .sort("row")
        .select("actors", "counterparties", "attribution")
    )
    return pl.concat([commitments, parties], how="horizontal")


def _attribution() -> pl.Expr:
    """Direct where the actor speaks in the turn or publishes the text, or the text speaks for all its parties."""
    speaker = pl.coalesce("speaker_party", "publisher_party")
    own = pl.col("actors").list.contains(speaker).fill_null(False)
    return (
        pl.when((pl.col("publisher_kind") == "press").fill_null(False) & ~pl.col("joint_text"))
        .then(pl.lit("reported"))
        .when(own | pl.col("joint_text"))
        .then(pl.lit("direct"))
        .otherwise(pl.lit("reported"))
    )
