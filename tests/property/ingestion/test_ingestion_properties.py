"""What holds for any text and any bytes."""

import json
import re
import tempfile
from pathlib import Path

import polars as pl
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingestion import RawStore, ingest
from ingestion.canonical import canonical_text
from ingestion.segmentation import segments

# White space as Unicode defines it; Python's own notion differs in four control characters.
WHITE_SPACE = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
BLANK = re.compile(f"[{WHITE_SPACE}]*")

PIECES = st.sampled_from(
    [
        "\n",
        "\n\n",
        " ",
        "\t",
        "\u00a0",
        "Q  ",
        "MODERATOR: ",
        "PREGUNTA: ",
        "MR. X: ",
        "PRESIDENT OF PERU, ANA GIL",
        "- ",
        "1. ",
        "(a) ",
        "•",
        "The two governments will open offices in the harbours of the south this",
        "year.",
        "lower case words",
        "HEADING IN CAPITALS",
        "Title Case Words",
        "Sign Up",
        "(RELATED: Ferries (Again) Run)",
        "END",
        "<p>",
        "(",
        ")",
        ":",
        "¿Qué?",
        "12 May 2031",
        "🚢",
        "e\u0301",
        "\u200b",
        "\x1c",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=300),
)
quick = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def cut(texts: list[str], *, press: bool = False) -> pl.DataFrame:
    documents = pl.DataFrame(
        {
            "document": range(len(texts)),
            "text": texts,
            "genre": [None] * len(texts),
            "public": [not press] * len(texts),
            "press": [press] * len(texts),
        },
        schema={"document": pl.Int64, "text": pl.String, "genre": pl.String, "public": pl.Boolean, "press": pl.Boolean},
    )
    return segments(documents)


@given(st.text())
def test_the_canonical_form_is_final(text: str) -> None:
    once = canonical_text(text)
    assert canonical_text(once) == once
    assert "\r" not in once


@quick
@given(st.lists(TEXTS, min_size=1, max_size=4), st.booleans())
@example(["\n\n", "a", "", "b\n\n"], False)
def test_segments_cover_every_text_once_and_in_order(texts: list[str], press: bool) -> None:
    texts = [canonical_text(text) for text in texts]
    frame = cut(texts, press=press)
    for number, text in enumerate(texts):
        rows = frame.filter(document=number)
        assert rows["ordinal"].to_list() == list(range(rows.height))
        end = 0
        for start, stop, part in rows.select("char_start", "char_end", "text").iter_rows():
            assert BLANK.fullmatch(text[end:start])
            assert text[start:stop] == part
            assert part.strip(WHITE_SPACE.replace("\u2000-\u200a", "\u2000\u2001\u200a"))
            end = stop
        assert BLANK.fullmatch(text[end:])


@quick
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_text_is_cut_the_same_alone_and_beside_others(texts: list[str]) -> None:
    together = cut(texts)
    for number, text in enumerate(texts):
        alone = cut([text]).drop("document")
        assert together.filter(document=number).drop("document").equals(alone)


@quick
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_speakers_and_roles_come_together(texts: list[str]) -> None:
    frame = cut(texts)
    assert (frame["speaker"].is_null() == frame["speaker_role"].is_null()).all()
    assert frame.filter(kind="turn")["speaker"].null_count() == 0
    assert frame.filter(kind="boilerplate")["speaker"].null_count() == frame.filter(kind="boilerplate").height


NAMES = st.sampled_from(["a.txt", "b.md", "c.parquet", "d.jsonl", "e.bin", "f", "manifest.csv", "g.TXT"])
JSON_LINES = st.lists(
    st.one_of(
        st.fixed_dictionaries(
            {"text": st.one_of(TEXTS, st.none(), st.integers())},
            optional={
                "title": st.text(max_size=20),
                "published_on": st.one_of(st.text(max_size=12), st.integers(), st.just("2031-02-30")),
                "source_name": st.text(max_size=10),
                "uri": st.text(max_size=20),
                "language": st.text(max_size=5),
                "genre": st.sampled_from(["speech", "poem"]),
                "publisher": st.sampled_from(["The White House", "Reuters", "\ud800"]),
            },
        ).map(json.dumps),
        st.text(max_size=30).map(lambda text: text.replace("\n", " ")),
    ),
    max_size=6,
).map(lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass"))
CONTENTS = st.one_of(
    st.binary(max_size=200),
    TEXTS.map(lambda text: text.encode()),
    JSON_LINES,
    st.just(b"source_name,title\na.txt,Given\nghost.txt,x\n"),
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(NAMES, CONTENTS, max_size=6))
@example({"d.jsonl": b'{"text": "a", "publisher": "\\ud800"}'})
@example({"d.jsonl": b'{"text": "a", "title": "' + b"x" * 5000 + b'"}'})
def test_any_bytes_become_documents_or_rejects(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for name, content in files.items():
            (corpus / name).write_bytes(content)
        made = ingest([corpus], RawStore(Path(folder) / "raw"))
        kept = {path.name for path in (Path(folder) / "raw").glob("??/*")}
    named = set(made.documents["source_uri"]) | set(made.rejects["source_uri"])
    for name in files.keys() - {"c.parquet", "d.jsonl", "manifest.csv"}:
        assert f"corpus/{name}" in named
    assert set(made.inputs["raw_sha256"]) == kept
    assert made.documents["document_id"].is_unique().all()
    assert made.segments["segment_id"].is_unique().all()
    texts = dict(made.documents.select("document_id", "text").iter_rows())
    for document, start, end, text in made.segments.select("document_id", "char_start", "char_end", "text").iter_rows():
        assert texts[document][start:end] == text
    assert set(made.segments["document_id"]) == set(texts)
