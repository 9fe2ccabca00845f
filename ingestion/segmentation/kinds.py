"""What a paragraph is: heading, list item, or plain paragraph, by its form and its neighbours."""

from __future__ import annotations

import polars as pl

_BULLET = r"^[-•*·▪◦‣●○■□➢✓»]\s+\S"
_DASH = r"^[–—]\s+\S"
_NUMBER = r"^(?:\(?[0-9]{1,2}[.)]|\(?[a-z][)]|\([ivxlIVXL]{1,5}\)|[ivx]{1,5}[.)])\s+\S"
_SMALL_WORDS = "with|from|into|over|than|that|para|sobre|entre|desde|hacia|como|ante|para|contra|through|toward|towards"
_LONG_LOWER_CASE = r"(?:^|\s)\p{Ll}[\p{Ll}'’-]{3,}"
_DATE_OR_TIME = (
    r"(?i)^(?:\p{L}+,?\s+)?(?:[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:de\s+)?)?\p{L}{3,10}\.?\s+(?:[0-9]{1,2},?\s+)?(?:de\s+|del\s+)?[0-9]{4}\.?$"
    r"|^[0-9]{1,2}[:.][0-9]{2}\s*[ap]\.?m"
)
_LONGEST_HEADING, _LONGEST_TITLE, _LONGEST_PLAIN_HEADING = 18, 45, 12
_LONGEST_RUN = 6
_LONGEST_IN_BYTES = 400
_SHORTEST_TEXT_IN_BYTES = 40


def with_kinds(segments: pl.DataFrame) -> pl.DataFrame:
    """Add `kind` to segments.

    Reads `document`, `text`, `after_blank`, `is_furniture`, `opens_turn`, `ends_turn` and `speaker`, in order.
    """
    judged = segments.with_columns(is_list_item=_is_list_item(), may_be_heading=_may_be_heading())
    kind = (
        pl.when("is_furniture")
        .then(pl.lit("boilerplate"))
        .when("opens_turn")
        .then(pl.lit("turn"))
        .when("is_list_item")
        .then(pl.lit("list_item"))
        .when(_is_followed())
        .then(pl.lit("heading"))
        .otherwise(pl.lit("paragraph"))
    )
    return judged.with_columns(kind=kind).drop("is_list_item", "may_be_heading")


def _neighbour(expression: pl.Expr, offset: int) -> pl.Expr:
    return expression.shift(offset).over("document").fill_null(value=False)


def _is_list_item() -> pl.Expr:
    text = pl.col("text")
    dash = text.str.contains(_DASH)
    # A dash at the start goes on with broken-off speech unless a neighbour has one too.
    dashes = dash & (_neighbour(dash, 1) | _neighbour(dash, -1)) & pl.col("speaker").is_null()
    return text.str.contains(_BULLET) | text.str.contains(_NUMBER) | dashes


def _may_be_heading() -> pl.Expr:
    # Long paragraphs are none; their text is left out of the search.
    text = pl.when(pl.col("text").str.len_bytes() <= _LONGEST_IN_BYTES).then("text")
    words = text.str.count_matches(r"\S+")
    first = pl.int_range(pl.len()).over("document") == 0
    letters = text.str.contains(r"\p{L}{3}")
    open_end = ~text.str.contains(r"[.!;,…?][\"”’»)\]]*$")
    question = text.str.contains(r"\?$") & pl.col("speaker").is_null()
    capitals = ~text.str.contains(r"\p{Ll}{2}")
    long_lower = text.str.count_matches(_LONG_LOWER_CASE) - text.str.count_matches(
        rf"(?:^|\s)(?:{_SMALL_WORDS})(?-u:\b)"
    )
    starts_high = text.str.contains(r"^[\"“‘¿¡(\[#*]*\s*[\p{Lu}\p{N}]")
    title_case = starts_high & (long_lower.cast(pl.Int64) * 6 <= words.cast(pl.Int64))
    markdown = text.str.contains(r"^#{1,6}\s+\S")
    next_length = pl.col("text").str.len_chars().shift(-1).over("document")
    next_apart = pl.col("after_blank").shift(-1).over("document")
    # Sentence case, as Spanish headings are: short, set apart, and followed by something much longer.
    plain = (
        starts_high
        & (words <= _LONGEST_PLAIN_HEADING)
        & ~text.str.contains(r":$")
        & pl.col("speaker").is_null()
        & (pl.col("after_blank") & next_apart)
        & (next_length > 3 * text.str.len_chars())
    )
    short = (words <= _LONGEST_HEADING) | (first & (words <= _LONGEST_TITLE))
    spoken = pl.col("speaker").is_not_null() & ~capitals
    candidate = (
        ~pl.col("is_furniture")
        & ~pl.col("opens_turn")
        & (
            markdown
            | (
                short
                & letters
                & (open_end | (question & (plain | first)))
                & (capitals | title_case | plain | first)
                & ~text.str.contains(_DATE_OR_TIME)
                & ~spoken
            )
        )
    )
    return candidate.fill_null(value=False)


def _is_followed() -> pl.Expr:
    """Whether text follows a possible heading: a long run of them is a list of names, one before a signature a name."""
    candidate = pl.col("may_be_heading")
    body = ~candidate & ~pl.col("is_furniture")
    run = body.cast(pl.Int32).cum_sum().over("document")
    run_length = candidate.cast(pl.Int32).sum().over("document", run)
    substantial = (
        (pl.col("text").str.len_bytes() >= _SHORTEST_TEXT_IN_BYTES) | pl.col("is_list_item") | pl.col("opens_turn")
    )
    text_after = (body & substantial).cast(pl.Int32).cum_sum(reverse=True).over("document") > 0
    return candidate & text_after & (run_length <= _LONGEST_RUN)
