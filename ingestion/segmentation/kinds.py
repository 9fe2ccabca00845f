"""What a paragraph is: heading, list item, or plain paragraph, by its form and its neighbours."""

from __future__ import annotations

import polars as pl

_BULLET = r"^[-•*·▪◦‣●○■□➢✓»]\s+\S"
_DASH = r"^[–—]\s+\S"
_NUMBER = r"^(?:\(?[0-9]{1,2}[.)]|\(?[a-z][)]|\([ivxlIVXL]{1,5}\)|[ivx]{1,5}[.)])\s+\S"
_SMALL_WORDS = "with|from|into|over|than|that|para|sobre|entre|desde|hacia|como|ante|para|contra|through|toward|towards"
_LONG_LOWER_CASE = r"(?:^|\s)\p{Ll}[\p{Ll}'’-]{3,}"
_DATE_OR_TIME = (
    r"(?i)^(?:[^0-9]{0,40},\s+(?:a\s+)?)?(?:\p{L}+,?\s+)?(?:[0-9]{1,2}(?:st|nd|rd|th|º|°)?\s+(?:de\s+)?)?"
    r"\p{L}{3,10}\.?\s+(?:[0-9]{1,2},?\s+)?(?:de\s+|del\s+)?[0-9]{4}\.?$"
    r"|^[0-9]{1,2}[:.][0-9]{2}\s*[ap]\.?m"
)
_STARTS_HIGH = r"^[\"“‘¿¡(\[#*]*\s*[\p{Lu}\p{N}]"
_LONGEST_HEADING, _LONGEST_TITLE, _LONGEST_PLAIN_HEADING = 18, 45, 16
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
    """Whether a segment has the form of a heading."""
    # Long paragraphs are none; their text is left out of the search.
    text = pl.when(pl.col("text").str.len_bytes() <= _LONGEST_IN_BYTES).then("text")
    words = text.str.count_matches(r"\S+").cast(pl.Int64)
    first = (~pl.col("is_furniture")).cum_sum().over("document") == 1
    capitals = ~text.str.contains(r"\p{Ll}{2}")
    unspoken = pl.col("speaker").is_null()
    plain = _is_plain_heading(text, words)
    ends_open = ~text.str.contains(r"(?:[.!;,…?][\"”’»)\]]*|[;,]\s+(?:and|or|y|o|e))$") | (
        text.str.contains(r"\?$") & unspoken & (plain | first)
    )
    by_form = (
        ((words <= _LONGEST_HEADING) | (first & (words <= _LONGEST_TITLE)))
        & text.str.contains(r"\p{L}{3}")
        & ends_open
        & (capitals | _is_title_case(text, words) | plain | first)
        & ~text.str.contains(_DATE_OR_TIME)
        & (unspoken | capitals)
    )
    other = pl.any_horizontal("is_furniture", "opens_turn", "ends_turn")
    return (~other & (by_form | text.str.contains(r"^#{1,6}\s+\S"))).fill_null(value=False)


def _is_title_case(text: pl.Expr, words: pl.Expr) -> pl.Expr:
    """Whether nearly all long words start with a capital."""
    long_lower = text.str.count_matches(_LONG_LOWER_CASE).cast(pl.Int64)
    small = text.str.count_matches(rf"(?:^|\s)(?:{_SMALL_WORDS})(?-u:\b)").cast(pl.Int64)
    return text.str.contains(_STARTS_HIGH) & ((long_lower - small) * 6 <= words)


def _is_plain_heading(text: pl.Expr, words: pl.Expr) -> pl.Expr:
    """Whether a line in sentence case is a heading, as in Spanish: short, set apart, followed by something longer."""
    blank_lines = pl.col("after_blank").sum().over("document") > 1
    apart = pl.col("after_blank") & pl.col("after_blank").shift(-1).over("document")
    next_length = pl.col("text").str.len_chars().shift(-1).over("document")
    return (
        text.str.contains(_STARTS_HIGH)
        & (words <= _LONGEST_PLAIN_HEADING)
        & ~text.str.contains(r":$")
        & pl.col("speaker").is_null()
        & (apart | ~blank_lines)
        & (next_length > 3 * text.str.len_chars())
    )


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
