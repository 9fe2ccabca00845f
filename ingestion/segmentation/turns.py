"""Speaker turns: which paragraphs open with a speaker's label, and in which role that speaker speaks.

For whom a speaker speaks is decided in `ingestion.parties`. The words of labels are in the lexicon `speakers`, words
that no label holds in `label_stopwords`.
"""

from __future__ import annotations

import polars as pl

from ingestion import lexicon

# Forms in which speakers are seldom labelled; a label counts there only beside others.
_PROSE = ("fact_sheet", "news_article", "joint_statement", "readout", "press_release", "declaration")

_HOSTS = ("journalist", "moderator", "operator")
_LONGEST_LABEL, _LONGEST_NAME, _LONGEST_LABEL_ALONE = 18, 6, 3

# Asterisks and underscores are the emphasis of Markdown; "P.- " and "Presidente.- " are the custom of La Moncloa.
_BEFORE_COLON = r"^([^:\n]{1,120}?)\s*:[*_]*(?:\s|$)"
_BEFORE_DASH = r"^([^:.\n]{1,60}?)\s?\.[-–—]\s"
_QUESTION_MARK = r"^[*_]*(Q)[*_]*(?:\s|\.\s)"
_LINE_OF_CAPITALS = r"^([^:.!?;\n]{8,160})$"
_REMARK = r"\s*[(\[][^)\]]*[)\]]\s*$"
_PARTICLE = r"(?:de|del|la|las|los|el|y|e|da|do|dos|van|von|der|al|bin|of|the|and|for|pm|mp)"
_CAPITALS = (
    rf"^(?:(?:[\p{{Lu}}\p{{N}}#&][\p{{Lu}}\p{{M}}\p{{N}}.'’\-–/&]*|(?:Mc|Mac|De|Di|La|Le|Du|Fitz|O['’])\p{{Lu}}[\p{{Lu}}'’\-]+|{_PARTICLE})"
    rf",?(?:\s+|$))+$"
)
_TITLE_CASE = rf"^(?:(?:\p{{Lu}}[\p{{L}}\p{{M}}.'’\-]*|{_PARTICLE}),?(?:\s+|$))+$"
# "END 5:50 P.M. EDT", "[ENDS]", "5:50 P.M. EDT"
_END = (
    r"^[\[(*#\s]*(?:END|ENDS|FIN|Ends)(?:[^\p{L}]*|[^\p{L}]+[AaPp]\.?[Mm]\.?(?:\s+[A-Z]{2,5})?)$"
    r"|^[0-9]{1,2}[:.][0-9]{2}\s*[AaPp]\.?[Mm]\.?(?:\s+\(?[A-Z]{2,5}\)?)?$"
)


def with_turns(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Add `opens_turn`, `ends_turn`, `speaker` and `speaker_role` to paragraphs.

    Takes `document`, `text`, `is_furniture`, `genre` (as given, may be null) and `public` (whether the publisher is
    a public body). A turn goes on, over paragraphs, headings and list items, until the next one or the mark of
    the end; furniture is spoken by nobody.
    """
    labelled = _labelled(paragraphs)
    opening = pl.when("opens_turn").then("label").when(pl.col("ends_turn")).then(pl.lit(""))
    role = pl.when("opens_turn").then("role").when(pl.col("ends_turn")).then(pl.lit(""))
    return (
        labelled.with_columns(ends_turn=pl.col("text").str.contains(_END))
        .with_columns(
            speaker=opening.forward_fill().over("document"),
            speaker_role=role.forward_fill().over("document"),
        )
        .with_columns(
            pl.when((pl.col(name) != "") & ~pl.col("is_furniture")).then(name).alias(name)
            for name in ("speaker", "speaker_role")
        )
        .select(*paragraphs.columns, "opens_turn", "ends_turn", "speaker", "speaker_role")
    )


def _labelled(paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Add `label`, its `role` and whether the paragraph `opens_turn`."""
    text = pl.col("text")
    before_colon = pl.coalesce(text.str.extract(_BEFORE_DASH), text.str.extract(_BEFORE_COLON))
    capitals_line = text.str.extract(_LINE_OF_CAPITALS)
    is_line = capitals_line.str.contains(_CAPITALS) & capitals_line.str.contains(",") & before_colon.is_null()
    raw = pl.coalesce(text.str.extract(_QUESTION_MARK), before_colon, pl.when(is_line).then(capitals_line))
    label = raw.str.replace(_REMARK, "").str.replace_all(r"\s+", " ").str.strip_chars("*_ ")
    quoted = text.str.slice(raw.str.len_chars(), 8).str.contains(r"^[*_\s]*:?[*_\s]*[\"“«]")
    marked = paragraphs.with_columns(
        label=pl.when(~pl.col("is_furniture") & (label != "")).then(label),
        quoted=quoted.fill_null(value=False),
        is_line=is_line.fill_null(value=False),
        is_last=pl.int_range(pl.len()).over("document") == pl.len().over("document") - 1,
    )
    described = _described(marked.select("label").drop_nulls().unique())
    known = marked.join(described, on="label", how="left", maintain_order="left").pipe(_with_full_labels)
    return known.with_columns(
        role=pl.when((pl.col("condition") == "public") & ~pl.col("public"))
        .then(pl.lit("unknown"))
        .otherwise(pl.coalesce("role", pl.lit("unknown"))),
        opens_turn=_opens_turn(),
    )


def _described(labels: pl.DataFrame) -> pl.DataFrame:
    """What each distinct label is: `role` and `condition` of the lexicon, `capitals`, `title_case`, `word_count`."""
    words = lexicon.read("speakers").sort("phrase", "match", "language").unique(["phrase", "match"], keep="first")
    lower = pl.col("label").str.to_lowercase()
    starts = lexicon.alternatives(words.filter(match="start")["phrase"])
    first = lower.str.extract(rf"^({starts})(?:[^\p{{L}}\p{{N}}]|$)")
    inside = lexicon.alternatives(words.filter(match="word")["phrase"])
    within = lower.str.extract(rf"(?:^|[^\p{{L}}\p{{N}}])({inside})(?:[^\p{{L}}\p{{N}}]|$)")
    after_comma = lower.str.extract(rf",\s*({starts})(?:[^\p{{L}}\p{{N}}]|$)")
    stopword = lexicon.alternatives(lexicon.phrases("label_stopwords", "word"))
    entries = words.select("phrase", "match", "role", "condition")
    partial = entries.filter(pl.col("match") != "whole").unique("phrase", keep="first", maintain_order=True)
    return (
        labels.with_columns(
            lower=lower,
            phrase=pl.coalesce(first, after_comma, within),
            capitals=pl.col("label").str.contains(_CAPITALS) & pl.col("label").str.contains(r"\p{Lu}{2}|^\p{Lu}$"),
            title_case=pl.col("label").str.contains(_TITLE_CASE),
            word_count=pl.col("label").str.count_matches(r"\S+"),
            stopped=lower.str.contains(rf"(?:^|[^\p{{L}}\p{{N}}]){stopword}(?:[^\p{{L}}\p{{N}}]|$)"),
        )
        .join(entries.filter(match="whole"), left_on="lower", right_on="phrase", how="left")
        .join(partial, on="phrase", how="left", suffix="_start")
        .with_columns(
            pl.coalesce("role", "role_start").alias("role"),
            pl.coalesce("condition", "condition_start").alias("condition"),
        )
        .select("label", "role", "condition", "capitals", "title_case", "word_count", "stopped")
    )


def _with_full_labels(labelled: pl.DataFrame) -> pl.DataFrame:
    """Give a label of one name, "GIL", the role of the full one in the same text, "ANA GIL, MINISTER FOR PORTS"."""
    labels = labelled.select("document", "label", "role", "condition").drop_nulls("label").unique(maintain_order=True)
    full = (
        labels.drop_nulls("role")
        .with_columns(name=pl.col("label").str.extract_all(r"\p{Lu}[\p{Lu}’'-]+"))
        .explode("name")
        .select("document", "name", full_role="role", full_condition="condition")
        .unique(["document", "name"], keep="first", maintain_order=True)
    )
    return (
        labelled.join(
            full, left_on=["document", "label"], right_on=["document", "name"], how="left", maintain_order="left"
        )
        .with_columns(
            role=pl.coalesce("role", "full_role"),
            condition=pl.when(pl.col("role").is_null()).then("full_condition").otherwise("condition"),
        )
        .drop("full_role", "full_condition")
    )


def _opens_turn() -> pl.Expr:
    """Whether the label of a paragraph is a speaker's, judged beside the other labels of the text."""
    prose = pl.col("genre").is_in(_PROSE).fill_null(value=False)
    plausible = ~pl.col("stopped") & ~pl.col("quoted") & pl.col("label").is_not_null()
    has_role = plausible & pl.col("role").is_not_null()
    capitals = pl.col("capitals") & (pl.col("word_count") <= _LONGEST_LABEL)
    letter = (pl.col("label").str.len_chars() == 1) & (pl.col("label") != "Q")
    known = has_role & capitals & ~letter
    mixed = has_role & pl.col("title_case") & (~pl.col("capitals") | letter)
    known_count, mixed_count = known.sum().over("document"), mixed.sum().over("document")
    hosts = (has_role & pl.col("role").is_in(_HOSTS)).sum().over("document")
    line = pl.col("is_line")
    alone = (pl.col("word_count") <= _LONGEST_LABEL_ALONE) | line
    by_known = known & (~prose | (known_count >= 3)) & (alone | (known_count >= 2)) & (~line | ~pl.col("is_last"))
    # Names and labels in small letters are as common before other things: they need a conversation around them.
    custom = (mixed_count > known_count) | pl.col("role").is_in(_HOSTS)
    echoed = known.sum().over("document", pl.col("label").str.to_lowercase()) > 0
    by_mixed = mixed & ~prose & (known_count + mixed_count >= 3) & (hosts >= 1) & (custom | echoed)
    named = plausible & ~line & capitals & pl.col("role").is_null() & (pl.col("word_count") <= _LONGEST_NAME)
    repeated = named & (pl.len().over("document", "label") >= 3)
    voices = pl.col("label").filter(repeated).n_unique().over("document")
    by_name = named & ~prose & ((known_count >= 2) | (repeated & (voices >= 2)))
    return (by_known | by_mixed | by_name).fill_null(value=False)
