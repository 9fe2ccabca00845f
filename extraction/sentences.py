"""Segments become sentences in normal form, with everything a rule may ask about where they stand.

Boilerplate segments and languages we hold no lexicon for are left out here, once for all extractors. What sentences
say does not belong here.
"""

from __future__ import annotations

import polars as pl

from extraction.lexicons import LANGUAGES, lexicon
from warehouse.reference.publishers import publisher_facts

# Stand-ins of one code point, so that offsets stay true. Control characters of the text itself become spaces first.
_PROTECTED_DOT = "\x01"
_BOUNDARY = "\x1e"

_NORMAL_FORM = {
    **dict.fromkeys("‘’‚′ʼ´`", "'"),
    **dict.fromkeys("“”„″«»", '"'),
    **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003\u2028\u2029\t\n\r\x01\x1e", " "),
    **dict.fromkeys("\u2010\u2011", "-"),
}
_END_OF_SENTENCE = r"([.!?…]+[\"')\]]*(?:\[[0-9]+\])? +)([\p{Lu}\"'¿¡(\[0-9–—•*-])"


def normal_form(text: pl.Expr) -> pl.Expr:
    """The text with typographic quotes, hyphens and white space in one form each, code point for code point."""
    return text.str.replace_many(list(_NORMAL_FORM), list(_NORMAL_FORM.values()))


def _protect_abbreviations(text: pl.Expr) -> pl.Expr:
    """Replace the dots of abbreviations, which end no sentence, by a stand-in of the same length."""
    forms = lexicon("abbreviations")["word"].unique().sort()
    # The longest form first, or "p." would take the first half of "p.m.".
    starts = sorted((lead + form for lead in (" ", "(", '"') for form in forms), key=lambda form: (-len(form), form))
    return text.str.replace_many(starts, [form.replace(".", _PROTECTED_DOT) for form in starts], leftmost=True)


def document_context(documents: pl.LazyFrame) -> pl.LazyFrame:
    """What a rule may ask about the document of a sentence.

    Out: `document_id`, `language`, `published_on`, `genre`, `title`, `publisher_party` (ISO 3166-1 alpha-3 or
    organisation, null for the press and unknown publishers), `publisher_kind` (government, press, organisation).
    """
    return documents.with_columns(publisher_facts(pl.col("publisher"))).select(
        "document_id", "language", "published_on", "genre", "title", "publisher_party", "publisher_kind"
    )


def split_sentences(documents: pl.LazyFrame, segments: pl.LazyFrame) -> pl.LazyFrame:
    """All sentences in which something may be found.

    In: published `documents` and `segments`. Out, in reading order: `sentence` (uint32, unique in the frame),
    `document_id`, `segment_id`, `ordinal` (of the segment), `kind` (of the segment), `speaker`, `speaker_role`,
    `speaker_party`, the columns of `document_context`, `sentence_start` (document offset of the sentence, code
    points) and `text` in normal form, code point for code point as long as the original.
    """
    context = document_context(documents).filter(pl.col("language").is_in(LANGUAGES))
    marked = _protect_abbreviations(normal_form(pl.col("text"))).str.replace_all(
        _END_OF_SENTENCE, "${1}" + _BOUNDARY + "${2}"
    )
    return (
        segments.filter(pl.col("kind") != "boilerplate")
        .join(context, on="document_id", how="inner", maintain_order="left")
        .with_columns(marked.str.split(_BOUNDARY).alias("text"))
        .with_columns(
            pl.col("text")
            .list.eval(pl.element().str.len_chars().cum_sum().shift(1, fill_value=0))
            .cast(pl.List(pl.Int64))
            .alias("_offset")
        )
        .explode("text", "_offset")
        .with_columns(
            (pl.col("char_start") + pl.col("_offset")).alias("sentence_start"),
            pl.col("text").str.replace_all(_PROTECTED_DOT, ".", literal=True),
        )
        .drop("char_start", "char_end", "_offset")
        .with_row_index("sentence")
    )
