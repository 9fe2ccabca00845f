"""Whom a mention means in its document: "we", "the government", "both countries", "they".

What the mention says by itself is read in `mentions`, what stands around it in `context`; who undertakes what is
decided in `subjects`.
"""

from __future__ import annotations

import polars as pl

from extraction.actors.context import with_coordination, with_position
from extraction.actors.documents import in_text, is_opening, parties_of, with_titles
from extraction.actors.mentions import mentions
from extraction.actors.quotations import with_quotations
from extraction.lexicons import LANGUAGES, words

_NO_ACTORS = ("people", "demonym", "other")
_SPEAKERS = ("leader", "office", "government", "agency", "organisation")
_TALKS = ("readout", "joint_statement", "declaration")
_COMPLEMENT = ("that", "whether", "que", "si")
_OF_STATES = ("joint_statement", "declaration")
_TWO = r"(?i)(?-u:\b)(?:two|both|three|dos|ambos|ambas|tres|our|nuestros|nuestras)(?-u:\b)"
_GOVERNMENTS = r"(?i)^(?:governments|gobiernos)$"
_MEMBERS = r"(?i)^(?:member states|estados miembros)$"
_CABINET = r"(?i)(?:ministers|secretaries|ministr[oa]s|secretari[oa]s)$"
_PEOPLE = (
    r"(?i)(?:ministers|secretaries|leaders|presidents|ministr[oa]s|cancilleres|mandatari[oa]s|líderes|presidentes)$"
)
_OURS = r"(?i)(?:^| )(?:our|nuestr[oa]s)(?-u:\b)"
_OFFICIALS = r"(?i)(?:^| )(?:officials|authorities|delegations|autoridades|funcionari[oa]s|delegaciones)$"
# Countries that words after them pick out: "the countries of the region".
_COUNTRIES = r"(?i)(?:^| )(?:countries|nations|governments|países|naciones|gobiernos)$"
_PICKED_OUT = r"^ (?:of|in|that|which|who|with|along|where|most|from|de|del|en|que|con|donde|más|donantes|vecinos) "
_COUNTS = {2: r"two|both|dos|ambos|ambas", 3: "three|tres", 4: "four|cuatro"}
_NONE = pl.lit([], pl.List(pl.String))
_MEMORY = 2  # sentences over which a pronoun finds whom it stands for


def _one(party: str) -> pl.Expr:
    return pl.concat_list(pl.col(party)).list.drop_nulls()


def _quoted(found: pl.LazyFrame) -> pl.LazyFrame:
    """For whom the person speaks whom a sentence announces: `quoted_by` (that sentence), `quoted_party`."""
    return (
        found.filter(in_text() & pl.col("kind").is_in(_SPEAKERS) & (pl.col("parties").list.len() == 1))
        .sort("sentence", "start")
        .group_by(pl.col("sentence").alias("quoted_by"), maintain_order=True)
        .agg(pl.col("parties").list.first().last().alias("quoted_party"))
    )


def situation(sentences: pl.LazyFrame, found: pl.LazyFrame) -> pl.LazyFrame:
    """For whom each sentence speaks.

    Out, one row per sentence: `sentence`, `document_id`, `segment_id`, `genre`, `publisher_party`, `publisher_kind`,
    `speaker_party`, `joint_text`, and lists of parties, empty where unknown: `voice_parties` (whom "we" means),
    `own_parties` (whom "I" and "the government" mean), `parties` (of the document), `all_parties` (whom "both
    countries" means, with the state most named besides when the document has one party only).
    """
    told = parties_of(sentences, found)
    sentences = sentences.join(_quoted(found), on="quoted_by", how="left", maintain_order="left").with_columns(
        pl.coalesce("speaker_party", "quoted_party").alias("speaker_party")
    )
    own = pl.concat_list(pl.coalesce("speaker_party", "publisher_party")).list.drop_nulls()
    several = pl.col("parties").list.len() > 1
    # A declaration that an organisation of states publishes is its members', whom the text does not name.
    of_members = (pl.col("publisher_kind") == "organisation") & pl.col("genre").is_in(_OF_STATES)
    return (
        sentences.select(
            "sentence", "document_id", "segment_id", "genre", "publisher_party", "publisher_kind", "speaker_party"
        )
        .join(told, on="document_id", how="left", maintain_order="left")
        .with_columns(
            pl.when((own.list.len() > 0) | several)
            .then(own)
            .when(pl.col("parties").list.len() > 0)
            .then("parties")
            .otherwise(_one("partner"))
            .alias("own_parties"),
            pl.when(pl.col("joint_text") & pl.col("speaker_party").is_null())
            .then("parties")
            .when(of_members.fill_null(False) & pl.col("speaker_party").is_null())
            .then(_NONE)
            .otherwise(own)
            .alias("voice_parties"),
            pl.when(several)
            .then("parties")
            .otherwise(pl.concat_list("parties", _one("partner")).list.unique().list.sort())
            .alias("all_parties"),
        )
        .drop("partner")
    )


def _count() -> pl.Expr:
    """How many parties a mention says it means: 2 in "both countries"; null where it says no number."""
    return pl.coalesce(
        pl.when(pl.col("surface").str.contains(rf"(?i)(?-u:\b)(?:{words_})(?-u:\b)")).then(pl.lit(number))
        for number, words_ in _COUNTS.items()
    )


def _meant(around: pl.LazyFrame, found: pl.LazyFrame) -> pl.LazyFrame:
    """Resolve what the document decides; pronouns stay null."""
    singular = [word for language in LANGUAGES for word in words("actor_context", language, role="singular")]
    counted = pl.col("surface").str.contains(_TWO)
    organisation = (pl.col("publisher_kind") == "organisation").fill_null(False)
    unnamed_states = organisation & pl.col("surface").str.contains(_GOVERNMENTS)
    picked_out = pl.col("surface").str.contains(_COUNTRIES) & pl.col("text").str.slice(pl.col("end"), 12).str.contains(
        _PICKED_OUT
    )
    named_together = pl.when(pl.col("count") == 2).then("two").when(pl.col("count") == 3).then("three")
    members = pl.col("surface").str.contains(_MEMBERS) & (pl.col("publisher_party") == "European Union")
    return (
        found.with_columns(pl.col("surface").str.to_lowercase().alias("first_word"))
        .join(around, on=["sentence", "document_id"], how="left", maintain_order="left")
        .with_columns(
            pl.when(unnamed_states | (pl.col("kind") == "joint") & picked_out & ~counted & pl.col("parties").is_null())
            .then(pl.lit("unnamed"))
            .otherwise("kind")
            .alias("kind"),
            _count().alias("count"),
        )
        .with_columns(
            pl.when(pl.col("parties").is_not_null() | pl.col("kind").is_in(["pronoun", *_NO_ACTORS]))
            .then("parties")
            .when((pl.col("kind") == "signatories") & pl.col("joint_text"))
            .then("parties_right")
            .when((pl.col("kind") == "unnamed") & members.fill_null(False))
            .then("own_parties")
            .when(pl.col("kind").is_in(["signatories", "unnamed"]))
            .then(_NONE)
            .when((pl.col("kind") == "joint") & (pl.col("count") != pl.col("all_parties").list.len()))
            .then(pl.coalesce(named_together, "all_parties"))
            .when((pl.col("kind") == "joint") & (counted | (pl.col("parties_right").list.len() > 1)))
            .then("all_parties")
            .when(
                (pl.col("kind") == "joint") & pl.col("surface").str.contains(_CABINET) & ~pl.col("genre").is_in(_TALKS)
            )
            .then("own_parties")
            .when(pl.col("kind") == "joint")
            .then(_NONE)
            .when((pl.col("kind") == "we") & ~pl.col("surface").is_in(singular))
            .then("voice_parties")
            .otherwise("own_parties")
            .alias("parties"),
            (pl.col("parties").is_null() & (pl.col("kind") != "pronoun")).alias("implied"),
        )
    )


def _groups(found: pl.LazyFrame) -> pl.LazyFrame:
    """One row per coordinated group: its extent, the union of its parties, and where its first member stands."""
    first = ("sentence", "document_id", "language", "text", "start", "position", "word_before", "implied", "first_word")
    last = ("first_type", "last_type", "kind", "owns", "end", "count", "surface")
    several = pl.col("group").is_duplicated()
    united = (
        found.filter(several)
        .group_by("group", maintain_order=True)
        .agg(
            pl.col(first).first(),
            pl.col(last).last(),
            pl.col("parties").explode().drop_nulls().unique().sort(),
            pl.col("parties").is_not_null().any().alias("resolved"),
        )
    )
    alone = found.filter(~several).with_columns(
        pl.col("parties").fill_null([]), pl.col("parties").is_not_null().alias("resolved")
    )
    return (
        pl.concat([alone.select(united.collect_schema().names()), united])
        .filter(~pl.col("kind").is_in(_NO_ACTORS) & (pl.col("position") != "former"))
        .sort("group")
    )


def _topics(sentences: pl.LazyFrame, groups: pl.LazyFrame) -> pl.LazyFrame:
    """Whom the words of the next sentences stand for.

    Out: `sentence`, `topic` ("it", "they"), `topic_kind` (its kind) and `last_state` ("its king"). The topic is the
    first party that can be a subject, else the first that is no object of a preposition.
    """
    states = (
        groups.filter((pl.col("kind") == "country") & (pl.col("parties").list.len() == 1))
        .group_by("sentence", maintain_order=True)
        .agg(pl.col("parties").last().alias("_state"))
    )
    told = (
        groups.filter(pl.col("resolved") & (pl.col("kind") != "we") & ~pl.col("owns"))
        .filter((pl.col("parties").list.len() > 0) | (pl.col("kind") == "joint"))
        .with_columns(pl.col("position").replace_strict({"open": 0, "inner": 1}, default=2).alias("_rank"))
        .filter((pl.col("_rank") == 0) | ((pl.col("_rank") == 1) & ~pl.col("implied")))
        .sort("sentence", "_rank", "start")
        .group_by("sentence", maintain_order=True)
        .agg(pl.col("parties").first().alias("_topic"), pl.col("kind").first().alias("_kind"))
        # "The countries" keep the topic of the sentence before.
        .filter(pl.col("_topic").list.len() > 0)
    )
    return (
        sentences.select("sentence", "document_id")
        .join(told, on="sentence", how="left", maintain_order="left")
        .join(states, on="sentence", how="left", maintain_order="left")
        .with_columns(
            pl.col(told_in).forward_fill(limit=_MEMORY - 1).shift(1).over("document_id").alias(name)
            for told_in, name in (("_topic", "topic"), ("_kind", "topic_kind"), ("_state", "last_state"))
        )
        .select("sentence", "topic", "topic_kind", "last_state")
    )


def sentences_around(sentences: pl.LazyFrame, wanted: pl.LazyFrame) -> pl.LazyFrame:
    """The sentences in which the actors of the `wanted` ones (column `sentence`) are told, in reading order.

    Those themselves, the sentences before them (for pronouns), those that announce what they quote (`quoted_by`, null
    elsewhere) and the openings of their documents.
    """
    near = pl.concat([wanted.select(pl.col("sentence").cast(pl.Int64) - back) for back in range(_MEMORY + 1)])
    sentences = with_quotations(sentences)
    announcing = sentences.join(wanted, on="sentence", how="semi").select("quoted_by").drop_nulls().unique()
    documents = sentences.join(wanted, on="sentence", how="semi").select("document_id").unique()
    return sentences.join(documents, on="document_id", how="semi", maintain_order="left").filter(
        is_opening()
        | pl.col("sentence").cast(pl.Int64).is_in(near.unique().collect()["sentence"].implode())
        | pl.col("sentence").is_in(announcing.collect()["quoted_by"].implode())
    )


def actor_groups(sentences: pl.LazyFrame) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Coordinated mentions with the parties they mean, and the situation of every sentence.

    Out: the groups (`group`, `sentence`, `start`, `end`, `parties`, `kind`, `position`, `word_before`, `owns`,
    `implied`, ...), in reading order, and `situation` with `topic` (whom a pronoun at its start stands for).
    """
    # Collected because several plans start from it: the search for names must run once.
    searched = with_position(mentions(with_titles(sentences))).collect().lazy()
    found = with_coordination(searched.filter(in_text()))
    around = situation(sentences, searched).collect().lazy()
    groups = _groups(_meant(around, found)).collect().lazy()
    around = around.join(_topics(sentences, groups), on="sentence", how="left", maintain_order="left").collect().lazy()
    candidate = (
        pl.col("resolved") & (pl.col("position") != "prepositional") & (pl.col("kind") != "we") & ~pl.col("owns")
    )
    nearest, subject = (
        pl.when(condition).then("parties").forward_fill().shift(1).over("sentence")
        for condition in (candidate, candidate & (pl.col("position") == "open"))
    )
    # In "X told Y that it will", "it" is the subject of the telling.
    stands_for = (
        pl.when(pl.col("word_before").is_in(_COMPLEMENT)).then(pl.coalesce(subject, nearest)).otherwise(nearest)
    )
    state_before = (
        pl.when((pl.col("kind") == "country") & (pl.col("parties").list.len() == 1))
        .then("parties")
        .forward_fill()
        .shift(1)
        .over("sentence")
    )
    of_a_state = (pl.col("first_type") == "possessive") & pl.col("last_type").is_in(["title", "authority"])
    meant = pl.coalesce(pl.when(of_a_state).then(pl.coalesce(state_before, "last_state")), stands_for, "topic", _NONE)
    # "Both governments" and "the ministers" mean those just named together, before those of the document.
    together = pl.col("resolved") & ~pl.col("kind").is_in(["we", "joint", "pronoun", "unnamed"])
    plural_office = pl.col("implied") & (
        (pl.col("kind") == "joint") & ~pl.col("surface").str.contains(_OURS)
        | pl.col("surface").str.contains(_OFFICIALS) & ~pl.col("owns")
    )
    # Offices take up a list of offices, not of countries.
    fitting = (
        pl.col("count").is_not_null()
        | ~pl.col("surface").str.contains(_PEOPLE)
        | pl.col("topic_kind").is_in(["leader", "office", "joint"])
    )
    listed = pl.coalesce(
        pl.when(pl.col("count").is_null() | (pl.col("count") == size)).then(
            pl.coalesce(
                pl.when(together & (pl.col("parties").list.len() == size))
                .then("parties")
                .forward_fill()
                .shift(1)
                .over("sentence"),
                pl.when((pl.col("topic").list.len() == size) & fitting).then("topic"),
            )
        )
        for size in (2, 3, 4)
    )
    # "They" after "President A met President B" means both, though one alone was the subject.
    plural = [word for language in LANGUAGES for word in words("actor_words", language, type="plural")]
    several = (
        pl.col("first_word").is_in(plural)
        & (meant.list.len() < 2)
        & (pl.col("genre").is_in(_TALKS) | pl.col("first_word").str.contains(_TWO))
        & (pl.col("all_parties").list.len() > 1)
    )
    resolved = (
        groups.join(
            around.select("sentence", "topic", "topic_kind", "last_state", "genre", "all_parties"),
            on="sentence",
            how="left",
            maintain_order="left",
        )
        .with_columns(
            pl.when(pl.col("kind") == "pronoun")
            .then(pl.when(several).then("all_parties").otherwise(meant))
            .when(plural_office)
            .then(pl.coalesce(listed, "parties"))
            .otherwise("parties")
            .alias("parties")
        )
        .drop("topic", "topic_kind", "last_state", "genre", "all_parties", "resolved", "count", "surface")
    )
    return resolved.collect().lazy(), around
