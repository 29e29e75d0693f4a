"""Own text: what the writer wrote, against mails as programs write them; what is expected was marked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hecht.core.quoting import LIMIT, html_text, own_text

# name -> (the whole text of a mail, the part its writer wrote)
MAILS: dict[str, tuple[str, str]] = {
    "nothing to cut": (
        "Dag Anna,\n\nDe pomp draait weer.\nZie je donderdag?\n\nJoris",
        "Dag Anna,\n\nDe pomp draait weer.\nZie je donderdag?\n\nJoris",
    ),
    "gmail, dutch, reply on top": (
        (
            "Prima, tot donderdag!\n\n"
            "Op ma 3 nov 2025 om 09:14 schreef Anna de Wit <anna.dewit@example.nl>:\n\n"
            "> Kun je donderdag?\n> Anna\n"
        ),
        "Prima, tot donderdag!",
    ),
    "gmail, english, reply on top": (
        (
            "Sounds good.\n\n"
            "On Mon, Nov 3, 2025 at 9:14 AM Anna de Wit <anna.dewit@example.nl> wrote:\n\n"
            "> Can you make Thursday?\n"
        ),
        "Sounds good.",
    ),
    "gmail, attribution folded over two lines": (
        (
            "Sounds good.\n\n"
            "On Mon, Nov 3, 2025 at 9:14 AM Anna de Wit-van der Berg\n"
            "<anna.dewit@example.nl> wrote:\n\n"
            "> Can you make Thursday?\n"
        ),
        "Sounds good.",
    ),
    "gmail, dutch attribution folded over three lines": (
        (
            "Ja hoor.\n\n"
            "Op maandag 3 november 2025 om 09:14 schreef Anna de Wit-van der Berg van het\n"
            "Samenwerkingsverband Gemalen en Sluizen <\n"
            "anna.dewit@example.nl>:\n\n"
            "> Kun je donderdag?\n"
        ),
        "Ja hoor.",
    ),
    "thunderbird, dutch": (
        "Dat klopt.\n\nOp 03-11-2025 om 09:14 schreef Anna de Wit:\n> Klopt dit?\n",
        "Dat klopt.",
    ),
    "thunderbird, english": (
        "That is right.\n\nOn 03/11/2025 09:14, Anna de Wit wrote:\n> Is this right?\n",
        "That is right.",
    ),
    "apple mail, dutch": (
        "Doe ik.\n\n> Op 3 nov. 2025 om 09:14 heeft Anna de Wit <anna@example.nl> het volgende geschreven:\n> \n> Bel je even?\n",
        "Doe ik.",
    ),
    "apple mail, dutch, attribution not quoted": (
        "Doe ik.\n\nOp 3 nov. 2025 om 09:14 heeft Anna de Wit <anna@example.nl> het volgende geschreven:\n\n> Bel je even?\n",
        "Doe ik.",
    ),
    "apple mail, english": (
        "Will do.\n\n> On 3 Nov 2025, at 09:14, Anna de Wit <anna@example.nl> wrote:\n> \n> Could you call?\n",
        "Will do.",
    ),
    "outlook, dutch, header block under a rule": (
        (
            "Beste Anna,\n\nHet rapport volgt morgen.\n\nJoris\n\n"
            "________________________________\n"
            "Van: Anna de Wit <anna@example.nl>\nVerzonden: maandag 3 november 2025 09:14\n"
            "Aan: Joris Bos <joris@example.nl>\nOnderwerp: rapport\n\nWanneer komt het rapport?\n"
        ),
        "Beste Anna,\n\nHet rapport volgt morgen.\n\nJoris",
    ),
    "outlook, dutch, header block without a rule": (
        (
            "Morgen.\n\nVan: Anna de Wit\nVerzonden: maandag 3 november 2025 09:14\nAan: Joris Bos\n"
            "Onderwerp: rapport\n\nWanneer komt het rapport?\n"
        ),
        "Morgen.",
    ),
    "outlook, english, header block": (
        (
            "Tomorrow.\n\nFrom: Anna de Wit <anna@example.nl>\nSent: Monday, November 3, 2025 9:14 AM\n"
            "To: Joris Bos <joris@example.nl>\nSubject: report\n\nWhen?\n"
        ),
        "Tomorrow.",
    ),
    "outlook for mac, headers in bold": (
        (
            "Morgen.\n\n*Van: *Anna de Wit <anna@example.nl>\n*Datum: *maandag 3 november 2025 om 09:14\n"
            "*Aan: *Joris Bos\n*Onderwerp: *rapport\n\nWanneer?\n"
        ),
        "Morgen.",
    ),
    "outlook, original message": (
        "Akkoord.\n\n-----Oorspronkelijk bericht-----\nVan: Anna de Wit\nVerzonden: 3 november 2025\n\nAkkoord?\n",
        "Akkoord.",
    ),
    "outlook, original message in english": (
        "Agreed.\n\n-----Original Message-----\nFrom: Anna de Wit\nSent: Monday, November 3, 2025\n\nAgreed?\n",
        "Agreed.",
    ),
    "forwarded by gmail": (
        (
            "Ter info, dit kwam net binnen.\n\n---------- Forwarded message ---------\nVan: Anna <anna@example.nl>\n"
            "Date: ma 3 nov 2025 om 09:14\nSubject: gemaal\n\nHet gemaal trilt.\n"
        ),
        "Ter info, dit kwam net binnen.",
    ),
    "forwarded by apple mail, nothing added": (
        "Begin doorgestuurd bericht:\n\nVan: Anna <anna@example.nl>\nOnderwerp: gemaal\n\nHet gemaal trilt.\n",
        "",
    ),
    "answers between quotes": (
        (
            "Op 3 nov. 2025 om 09:14 schreef Anna de Wit <anna@example.nl>:\n\n"
            "> Komt donderdag uit?\nJa, de hele dag.\n\n> En neem je de tekening mee?\nDoe ik.\n"
        ),
        "Ja, de hele dag.\n\nDoe ik.",
    ),
    "answers between quotes, greeting above": (
        "Dag Anna, zie hieronder.\n\nOn Mon, 3 Nov 2025, Anna de Wit wrote:\n> Thursday?\nFine.\n>> older\n> Room?\nB12.\n",
        "Dag Anna, zie hieronder.\n\nFine.\nB12.",
    ),
    "an answer between quotes that might close a mail": (
        "> Donderdag om tien uur?\nTot dan!\n> En neem je de kaart mee?\nDoe ik.\n",
        "Tot dan!\nDoe ik.",
    ),
    "answer under the quote": (
        "On Mon, 3 Nov 2025 at 09:14, Anna wrote:\n> Thursday?\n\nThursday is fine with me.\n",
        "Thursday is fine with me.",
    ),
    "quotes within quotes": (
        "Eens.\n\nOp 4 nov 2025 schreef Bram:\n> Lijkt me ook.\n>\n> Op 3 nov 2025 schreef Anna:\n>> Zullen we?\n",
        "Eens.",
    ),
    "signature after two dashes": (
        "De pomp draait.\n\n-- \nJoris Bos\nprojectleider\nT 020 123 45 67\n",
        "De pomp draait.",
    ),
    "signature after two dashes without the blank": ("De pomp draait.\n--\nJoris Bos\n", "De pomp draait."),
    "signature after a closing greeting, dutch": (
        "De pomp draait.\n\nMet vriendelijke groet,\n\nJoris Bos\nWaterschap De Vliet\nPostbus 1\n",
        "De pomp draait.\n\nMet vriendelijke groet,",
    ),
    "signature after a closing greeting, english": (
        "The pump runs.\n\nKind regards,\n\nJoris Bos\nWater Board De Vliet\n",
        "The pump runs.\n\nKind regards,",
    ),
    "closing greeting with a name": (
        "De pomp draait.\n\nGroet, Joris\n\nWaterschap De Vliet\nwww.example.nl\n",
        "De pomp draait.\n\nGroet, Joris",
    ),
    "abbreviated closing": ("De pomp draait.\n\nmvg\nJoris\n", "De pomp draait.\n\nmvg"),
    "sent from a telephone, dutch": ("Ben onderweg\n\nVerzonden vanaf mijn iPhone\n", "Ben onderweg"),
    "sent from a telephone, english": ("On my way\n\nSent from my iPhone\n", "On my way"),
    "outlook for a telephone": ("Is goed.\n\nOutlook voor iOS downloaden\n", "Is goed."),
    "disclaimer, dutch": (
        "Is goed.\n\nDit e-mailbericht kan vertrouwelijke informatie bevatten. Indien u niet de geadresseerde bent ...\n",
        "Is goed.",
    ),
    "disclaimer, english": (
        "That is fine.\n\nThis e-mail and any attachments are confidential and intended for the addressee only.\n",
        "That is fine.",
    ),
    "disclaimer, by its name": ("Is goed.\n\nDisclaimer\nAan dit bericht kunnen geen rechten ...\n", "Is goed."),
    "line ends of windows": (
        "Is goed.\r\n\r\nOp ma 3 nov 2025 om 09:14 schreef Anna <anna@example.nl>:\r\n> Goed?\r\n",
        "Is goed.",
    ),
    "german outlook": (
        "Passt.\n\nVon: Anna de Wit\nGesendet: Montag, 3. November 2025\nAn: Joris Bos\nBetreff: Bericht\n\nPasst es?\n",
        "Passt.",
    ),
    "own words that begin as an attribution": (
        "Op maandag 3 november was ik bij het gemaal.\nDe trilling begon om 9 uur.",
        "Op maandag 3 november was ik bij het gemaal.\nDe trilling begon om 9 uur.",
    ),
    "own words with a colon after from": (
        "Van: mij krijg je morgen antwoord.\nDe rest volgt.",
        "Van: mij krijg je morgen antwoord.\nDe rest volgt.",
    ),
    "own words that speak of an original message": (
        "In het oorspronkelijk bericht stond een andere datum, en dat is niet meer te herstellen.\nSorry!",
        "In het oorspronkelijk bericht stond een andere datum, en dat is niet meer te herstellen.\nSorry!",
    ),
    "own words with a greeting in a long line": (
        "Doe de groeten aan Bram en vraag hem naar de tekening van het gemaal.\nEn bel me even.",
        "Doe de groeten aan Bram en vraag hem naar de tekening van het gemaal.\nEn bel me even.",
    ),
    "own words after a list with dashes": (
        "Mee te nemen:\n- kaart\n- laarzen\nTot dan",
        "Mee te nemen:\n- kaart\n- laarzen\nTot dan",
    ),
    "only a quote": ("> Kun je donderdag?\n> Anna\n", ""),
    "empty": ("", ""),
    "only blank lines": ("\n \n\t\n", ""),
}

HTML: dict[str, tuple[str, str]] = {
    "blocks become lines": ("<p>Dag Anna,</p><p>Tot donderdag.</p>", "Dag Anna,\nTot donderdag."),
    "breaks become lines": ("Dag Anna,<br>Het is <b>donderdag</b>.<br/>Joris", "Dag Anna,\nHet is donderdag.\nJoris"),
    "gmail quote": (
        (
            '<div dir="ltr">Prima.</div><br><div class="gmail_quote"><div class="gmail_attr">Op ma 3 nov schreef Anna:</div>'
            "<blockquote>Kun je?</blockquote></div>"
        ),
        "Prima.",
    ),
    "answer above a quote of the same writer's mail": (
        "<div>Ja.</div><blockquote>x</blockquote><p>ook dit niet</p>",
        "Ja.",
    ),
    "blockquote of apple mail": (
        '<html><body>Prima.<blockquote type="cite"><div>Kun je?</div></blockquote></body></html>',
        "Prima.",
    ),
    "thunderbird": (
        '<p>Klopt.</p><div class="moz-cite-prefix">Op 3-11-2025 schreef Anna:</div><blockquote>Klopt dit?</blockquote>',
        "Klopt.",
    ),
    "outlook on the web": (
        '<div>Akkoord.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Van:</b> Anna</div><div>Akkoord?</div>',
        "Akkoord.",
    ),
    "outlook header block without a mark": (
        "<p>Morgen.</p><p><b>Van:</b> Anna de Wit<br><b>Verzonden:</b> maandag 3 november 2025<br><b>Aan:</b> Joris</p><p>Wanneer?</p>",
        "Morgen.",
    ),
    "style and comments": (
        "<head><title>x</title><style>p { color: red }</style></head><!-- <p>verborgen</p> --><p>Zichtbaar.</p>",
        "Zichtbaar.",
    ),
    "script": ("<p>Een.</p><script>document.write('<p>twee</p>')</script><p>Drie.</p>", "Een.\nDrie."),
    "entities": ("<p>Jan &amp; Anna &lt;3 caf&eacute; &#8364;</p>", "Jan & Anna <3 café €"),
    "list": ("<ul><li>kaart</li><li>laarzen</li></ul>", "kaart\nlaarzen"),
    "table": ("<table><tr><td>9:00</td></tr><tr><td>10:00</td></tr></table>", "9:00\n10:00"),
    "line ends in the source are blanks": ("<p>een\nregel</p>", "een regel"),
    "signature in a block of its own": ("<div>Klaar.</div><div>-- </div><div>Joris Bos</div>", "Klaar."),
}


@pytest.mark.parametrize("name", MAILS)
def test_own_text(name: str) -> None:
    whole, own = MAILS[name]
    assert own_text(whole) == own


def _lines(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


@pytest.mark.parametrize("name", HTML)
def test_html(name: str) -> None:
    # blank lines and doubled blanks are not part of what is promised
    whole, own = HTML[name]
    assert _lines(own_text(html_text(whole))) == own


@pytest.mark.parametrize("name", sorted(MAILS.keys() - {"an answer between quotes that might close a mail"}))
def test_what_is_own_stays_own(name: str) -> None:
    # one is left out: without the quotes around it "Tot dan!" does close a mail
    own = own_text(MAILS[name][0])
    assert own_text(own) == own


LINES = st.sampled_from(
    [
        "> gisteren",
        ">> eergisteren",
        "Op ma 3 nov 2025 om 09:14 schreef Anna <a@example.nl>:",
        "Op 3 november kom ik.",
        "On Mon, 3 Nov 2025",
        "Anna wrote:",
        "-- ",
        "Groet, Joris",
        "Van: Anna",
        "Aan: Joris",
        "-----Original Message-----",
        "________________________________",
        "Verzonden vanaf mijn iPhone",
        "Eigen woorden.",
        "",
    ]
)


@given(st.one_of(st.text(), st.lists(LINES, max_size=12).map("\n".join)))
def test_own_text_is_never_longer_and_only_whole_lines_of_it(text: str) -> None:
    own = own_text(text)
    assert len(own) <= len(text)
    given_lines = {line.strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")}
    assert {line.strip() for line in own.split("\n")} <= given_lines | {""}


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_no_quoted_line_is_own(text: str) -> None:
    assert not any(line.startswith(">") for line in own_text(text).split("\n"))


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div class='x'>",
        "<br/>",
        "<!--",
        "-->",
        "<style>",
        "</style>",
        "<script>",
        "<",
        ">",
        "&amp;",
        "&#x110000;",
        "&#",
        "woord ",
        "<blockquote>",
        "\n",
    ]
)


@given(st.one_of(st.text(), st.lists(TAGS, max_size=20).map("".join)))
def test_html_text_takes_anything(html: str) -> None:
    assert len(html_text(html)) <= len(html)


@given(st.lists(st.sampled_from("abcd "), max_size=40).map("".join))
def test_text_without_tags_stays(text: str) -> None:
    assert html_text(text) == text


PIECES = (
    "Eigen regel.\n",
    "> gisteren\n",
    "Op 3 nov 2025 ",
    "<",
    "<div",
    "<!--",
    "<style>",
    "&",
    "_",
    "- ",
    "Van: ",
    "\r",
    " \t",
)


@pytest.mark.parametrize("piece", PIECES)
def test_large_texts_are_read_up_to_a_limit(piece: str) -> None:
    # a regex that backtracks would not come back from a million characters of its own opening
    text = piece * (1_000_000 // len(piece))
    assert len(own_text(text)) <= LIMIT
    assert len(html_text(text)) <= LIMIT


def test_what_lies_beyond_the_limit_is_not_read() -> None:
    # 65,536 characters are looked at: the last of these lines ends exactly there
    inside = "regel.\n" * (LIMIT // 7) + "\n" * (LIMIT % 7)
    assert len(inside) == LIMIT
    assert own_text(inside + "BUITEN") == inside.strip()
    assert "BUITEN" not in html_text("x" * 4 * LIMIT + "BUITEN")
