"""Segments of invented texts: where they begin and end, what they are, who speaks."""

import polars as pl
import pytest

from ingestion.segmentation import segments

Row = tuple[str, str]


def cut(text: str, *, genre: str | None = None, public: bool = True, press: bool = False) -> pl.DataFrame:
    documents = pl.DataFrame(
        {"document": [7], "text": [text], "genre": [genre], "public": [public], "press": [press]},
        schema_overrides={"genre": pl.String},
    )
    return segments(documents)


def kinds(frame: pl.DataFrame) -> list[str]:
    return frame["kind"].to_list()


def roles(frame: pl.DataFrame) -> list[str | None]:
    return frame["speaker_role"].to_list()


def test_offsets_are_code_points_and_reproduce_the_text() -> None:
    text = "\n  Años: 🚢 ten ships.  \n\n\tThe end came soon after that.\n"
    frame = cut(text)
    assert [text[start:end] for start, end in frame.select("char_start", "char_end").iter_rows()] == frame[
        "text"
    ].to_list()
    assert frame["text"].to_list() == ["Años: 🚢 ten ships.", "The end came soon after that."]
    assert frame["ordinal"].to_list() == [0, 1]


def test_documents_do_not_run_into_each_other() -> None:
    documents = pl.DataFrame(
        {
            "document": [1, 2],
            "text": ["MODERATOR: Welcome to the call.", "\n\nThey met again."],
            "genre": [None, None],
            "public": [True, True],
            "press": [False, False],
        },
        schema_overrides={"genre": pl.String},
    )
    frame = segments(documents)
    assert frame.select("document", "ordinal", "char_start").rows() == [(1, 0, 0), (2, 0, 2)]
    assert roles(frame) == ["moderator", None]


def test_lines_wrapped_to_a_width_are_one_paragraph() -> None:
    text = (
        "The ministers of both republics met in the harbour town to review what\n"
        "has become of the seasonal workers scheme, which they opened two years\n"
        "ago, and to\n"
        "sign a protocol on ferries.\n"
        "\n"
        "- the first list item is long enough to need a second line of its own\n"
        "  in this text;\n"
        "- the second is short.\n"
    )
    frame = cut(text)
    assert frame["text"].str.split("\n").list.len().to_list() == [4, 2, 1]
    assert kinds(frame) == ["paragraph", "list_item", "list_item"]


def test_one_paragraph_per_line_stays_so() -> None:
    text = (
        "We opened four offices in the north last year, and they see many people.\n"
        "Thank you.\n"
        "Now the south will have its own offices too, as the council wanted them."
    )
    assert cut(text).height == 3


def test_a_sentence_torn_by_a_blank_line_is_joined_but_a_list_is_not() -> None:
    torn = cut("The scheme was opened in the spring of that year with\n\nhelp from both sides.")
    assert torn["text"].to_list() == ["The scheme was opened in the spring of that year with\n\nhelp from both sides."]
    listed = cut("The parties will do the following in the coming year:\n\nopen offices\n\nclose camps")
    assert listed.height == 3


@pytest.mark.parametrize(
    "heading",
    [
        "JOINT STATEMENT ON FERRIES",
        "Opening New Offices in the South",
        "II. Ferries and Harbours",
        "## What was agreed",
    ],
)
def test_headings_stand_before_text(heading: str) -> None:
    frame = cut(f"{heading}\n\nThe two governments will open three offices in the southern harbours this year.")
    assert kinds(frame) == ["heading", "paragraph"]


def test_spanish_headings_in_sentence_case() -> None:
    frame = cut(
        "Las partes se reunieron en la capital para hablar de los puertos del sur.\n\n"
        "Nuevas oficinas en la costa\n\n"
        "Los dos gobiernos abrirán este año tres oficinas en los puertos del sur, con personal de ambos.\n\n"
        "El resto queda para después."
    )
    assert kinds(frame) == ["paragraph", "heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line", ["Section 3. Definitions. The word harbour means a place for ships.", "12 May 2031", "They agreed to this:"]
)
def test_run_ins_dates_and_openings_of_lists_are_no_headings(line: str) -> None:
    frame = cut(
        f"It began with a long talk about ships and harbours in the south.\n\n{line}\n\n- more ships in harbours"
    )
    assert kinds(frame) == ["paragraph", "paragraph", "list_item"]


def test_a_signature_under_the_text_is_no_heading() -> None:
    frame = cut("The two governments will open three offices in the harbours.\n\nMARIA E. TORRES\n\nTHE PALACE,")
    assert kinds(frame) == ["paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("marker", ["- ", "• ", "* ", "1. ", "12) ", "(a) ", "b) ", "(iv) ", "ii. "])
def test_list_items_keep_their_marker(marker: str) -> None:
    frame = cut(f"The plan has parts:\n{marker}open more offices in the harbours.")
    assert frame["kind"][1] == "list_item"
    assert frame["text"][1].startswith(marker)


@pytest.mark.parametrize("start", ["2031. The year ended well", "J. Smith came to the harbour", "— and so it went on"])
def test_years_initials_and_broken_speech_are_no_list_items(start: str) -> None:
    assert "list_item" not in kinds(cut(f"It was told before:\n{start}."))


CALL = """\
MODERATOR:  Welcome, everyone, to this call about the ferries.

I will hand over to our host.

SENIOR ADMINISTRATION OFFICIAL TWO:  Thank you.  We will open 3 offices.

And there is more to say: a lot more.

OPERATOR:  Press star to ask.

Q    Hi.  One point: will there be ferries?

MR. O’NEIL:  (Laughs.)  There will.

DR. McARTHUR (via interpreter):  Yes, there will.

END 4:15 P.M. CET

Sign Up
"""


def test_turns_carry_speaker_and_role_to_what_follows() -> None:
    frame = cut(CALL)
    assert roles(frame) == [
        "moderator",
        "moderator",
        "official",
        "official",
        "operator",
        "journalist",
        "official",
        "official",
        None,
        None,
    ]
    assert frame["speaker"].unique(maintain_order=True).to_list() == [
        "MODERATOR",
        "SENIOR ADMINISTRATION OFFICIAL TWO",
        "OPERATOR",
        "Q",
        "MR. O’NEIL",
        "DR. McARTHUR",
        None,
    ]
    assert kinds(frame)[-2:] == ["paragraph", "boilerplate"]


def test_a_named_person_is_an_official_only_in_texts_of_public_bodies() -> None:
    assert roles(cut(CALL, public=False))[6] == "unknown"


def test_spanish_press_conference() -> None:
    frame = cut(
        "PREGUNTA: ¿Cuántas oficinas habrá?\n"
        "PRESIDENTA MARÍA TORRES LUNA: Serán cuatro.\n"
        "INTERLOCUTORA: ¿Y después?\n"
        "SECRETARIO DE PUERTOS, JUAN GIL: Después, más.\n"
    )
    assert roles(frame) == ["journalist", "official", "journalist", "official"]


def test_a_line_with_name_and_office_opens_a_turn() -> None:
    frame = cut("ANA LUNA GIL, SECRETARIA DE PUERTOS\nBuenos días.\nVamos a abrir cuatro oficinas nuevas este año.")
    assert kinds(frame) == ["turn", "paragraph", "paragraph"]
    assert frame["speaker"].unique().to_list() == ["ANA LUNA GIL, SECRETARIA DE PUERTOS"]


def test_a_label_alone_on_its_line_opens_a_turn() -> None:
    frame = cut("20 May 2031\n\nPRIME MINISTER:\n\nThe harbours of this country are open to all who come.")
    assert roles(frame) == [None, "official", "official"]


def test_labels_in_small_letters_need_a_conversation() -> None:
    talk = "Journalist: Will you open it?\nMinister Lopes: We will.\nJournalist: When?\nMinister Lopes: In May."
    assert kinds(cut(talk)) == ["turn"] * 4
    assert kinds(cut("Minister Lopes: We will open the harbour in May.")) == ["paragraph"]


def test_a_quotation_in_a_talk_is_no_turn_of_the_quoted() -> None:
    talk = "THE PRESIDENT: Hear this.\n\nMinister Lopes: It is open, she wrote.\n\nQ  When?\n\nTHE PRESIDENT: In May."
    assert kinds(cut(talk)) == ["turn", "paragraph", "turn", "turn"]
    assert kinds(cut(talk.replace("Minister Lopes", "The President"))) == ["turn"] * 4


@pytest.mark.parametrize(
    "line",
    [
        "PORTSMOUTH: The two sides met on Monday.",
        "FACT SHEET: New Ferries in the South",
        "NOTE: This text is not official.",
        "READ MORE: The harbour opens again",
        "MINISTER WILL OPEN THE HARBOUR: The day is near.",
        "SECRETARY OF PORTS ANA LUNA: “The harbour is open,” she wrote.",
        "Next steps: They will meet in May.",
    ],
)
def test_what_is_followed_by_a_colon_is_not_always_a_speaker(line: str) -> None:
    frame = cut(f"The two sides met on the coast to talk about the ferries.\n\n{line}\n\nThey agreed on nothing else.")
    assert frame["speaker"].null_count() == 3


def test_a_fact_sheet_has_no_speakers_for_a_single_label() -> None:
    text = "PRIME MINISTER: Offices will be opened.\n\nThe rest of the page is about ferries."
    assert cut(text)["speaker"].null_count() == 0
    assert cut(text, genre="fact_sheet")["speaker"].null_count() == 2


@pytest.mark.parametrize(
    "furniture",
    [
        "Stay Connected",
        "Subscribe to our newsletter",
        "Scroll to Top Scroll to Top",
        "Compartir en Facebook",
        "Suscríbete a nuestro boletín",
        "Lee también: Otra noticia de los puertos",
        "Foto: Archivo del puerto",
        "Ana Gil/Getty Images",
        "First ferry Previous post Second ferry",
        "* * *",
        "- 12 -",
        "Page 3 of 14",
        '<figure> <img src="https://example.org/a.jpg" width="300"> </figure>',
    ],
)
def test_web_furniture_is_marked(furniture: str) -> None:
    frame = cut(f"The two governments opened an office in the harbour.\n\n{furniture}")
    assert kinds(frame)[1] == "boilerplate"


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for the scheme is open to workers of both states, who may stay for up to nine months in every year "
        "and bring their families with them once the second year has begun, as the ministers said.",
        "We subscribe to these principles.",
        "More from the harbour will follow.",
        "Comparte Guatemala 960 kilómetros de frontera con sus vecinos.",
        "People can share the costs of the ferries with the harbour town.",
        "The search went on for three days, and the coast guard found the boat.",
        '<p class="x">The two governments will open three offices in the harbours this year.</p>',
    ],
)
def test_text_that_uses_the_words_of_furniture_is_text(text: str) -> None:
    assert kinds(cut(f"It began in the harbour, a year before.\n\n{text}"))[1] == "paragraph"


def test_a_link_at_the_end_of_a_paragraph_is_parted_from_it() -> None:
    text = "They opened the office (in May). (RELATED: Ferries (Again) Run Late)"
    frame = cut(text)
    assert frame["text"].to_list() == ["They opened the office (in May).", "(RELATED: Ferries (Again) Run Late)"]
    assert frame["char_start"].to_list() == [0, text.index("(RELATED")]
    assert kinds(frame) == ["paragraph", "boilerplate"]
    assert cut("They opened the office (in May, as planned).").height == 1


def test_only_in_the_press_bylines_and_lines_in_capitals_are_furniture() -> None:
    text = (
        "Ferries Run Again in the South\n\nBy Ana Gil\n\nThe ferries run again, the harbour office said on Monday.\n\n"
        "HARBOUR OFFICE OPENS LATE AGAIN THIS YEAR\n\nNobody was hurt when the first of them came in."
    )
    assert kinds(cut(text, press=True)) == ["heading", "boilerplate", "paragraph", "boilerplate", "paragraph"]
    assert "boilerplate" not in kinds(cut(text))


@pytest.mark.parametrize(
    "text",
    [
        "P.- ¿Cuántas oficinas habrá?\n\nPresidente.- Serán cuatro.\n\nP.- ¿Y después?\n\nPresidente.- Después, más.",
        "**QUESTION:** How many offices?\n\n**MINISTER LOPES:** Four of them.\n\n"
        "**QUESTION:** And then?\n\n**MINISTER LOPES:** More.",
        "Q. How many offices?\n\nTHE PRESIDENT: Four of them.\n\nQ. And then?\n\nTHE PRESIDENT: More.",
    ],
)
def test_other_customs_of_labels(text: str) -> None:
    frame = cut(text)
    assert kinds(frame) == ["turn"] * 4
    assert roles(frame) == ["journalist", "official"] * 2
    assert not frame["speaker"].str.contains(r"[*.:]").any()


def test_a_surname_goes_on_with_the_role_of_the_full_label() -> None:
    frame = cut(
        "SUBJECTS: Ferries.\n\nANA GIL, MINISTER FOR FERRIES: We will build some.\n\nREPORTER: Why?\n\n"
        "GIL: We need them.\n\nREPORTER: When?\n\nLOPES: I say never."
    )
    assert roles(frame) == [None, "official", "journalist", "official", "journalist", "unknown"]


@pytest.mark.parametrize(
    "line", ["Lisbon, 12 May 2031", "Ciudad del Puerto, a 12 de mayo de 2031", "MONDAY, 12 MAY 2031"]
)
def test_datelines_are_no_headings(line: str) -> None:
    assert kinds(cut(f"{line}\n\nThe two governments will open three offices in the harbours."))[0] == "paragraph"


@pytest.mark.parametrize("line", ["END  5:50 P.M. EDT", "[ENDS]", "4:15 p.m. CET"])
def test_marks_of_the_end_end_the_last_turn(line: str) -> None:
    frame = cut(f"MODERATOR: Welcome.\n\n{line}\n\nMore from the office.")
    assert frame["speaker"].null_count() == 2


@pytest.mark.parametrize("line", ["6:00 p.m. is what I heard.", "FINALLY, WE AGREED.", "Ends meet here."])
def test_what_only_looks_like_the_end_does_not(line: str) -> None:
    assert cut(f"MODERATOR: Welcome.\n\n{line}\n\nMore from the office.")["speaker"].null_count() == 0
