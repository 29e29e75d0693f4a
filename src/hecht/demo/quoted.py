"""The earlier text that a reply carries along, in the styles of several mail programs."""

import html
import textwrap
import zlib

from hecht.demo import clock
from hecht.demo.letters import Letter, Mailbox

_WIDTH = 76
_SHORT = ("jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec.")
_ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _english(letter: Letter) -> bool:
    return letter.sender.address.endswith(("harrowmere.example", "skovlund-pumper.example"))


def _names(boxes: tuple[Mailbox, ...]) -> str:
    return "; ".join(f"{box.name} <{box.address}>" for box in boxes)


def heading(letter: Letter, *, english: bool) -> list[str]:
    """The block of headers that Outlook puts above the earlier mail."""
    moment = letter.moment
    if english:
        words = ("From", "Sent", "To", "Cc", "Subject")
        day = f"{_ENGLISH_DAYS[moment.weekday()]}, {_ENGLISH_MONTHS[moment.month - 1]} {moment.day}"
        when = f"{day}, {moment.year} {moment:%H:%M}"
    else:
        words = ("Van", "Verzonden", "Aan", "CC", "Onderwerp")
        day = f"{clock.DAGEN[moment.weekday()]} {moment.day} {clock.MAANDEN[moment.month - 1]}"
        when = f"{day} {moment.year} {moment:%H:%M}"
    cells = (
        _names((letter.sender,)),
        when,
        _names(letter.to),
        _names(letter.cc),
        letter.subject,
    )
    return [f"{word}: {cell}" for word, cell in zip(words, cells, strict=True) if cell]


def introduction(letter: Letter, *, english: bool) -> str:
    """The line above text with > marks."""
    moment, name, address = letter.moment, letter.sender.name, letter.sender.address
    if english:
        day = f"{moment.day} {_ENGLISH_MONTHS[moment.month - 1][:3]} {moment.year}"
        return f"On {day}, at {moment:%H:%M}, {name} <{address}> wrote:"
    day = f"{clock.DAGEN[moment.weekday()][:2]} {moment.day} {_SHORT[moment.month - 1]}"
    return f"Op {day} {moment.year} om {moment:%H:%M} schreef {name} <{address}>:"


def plain(letter: Letter) -> str:
    """The whole text of a mail: its own, then what it quotes."""
    if letter.whole:
        return letter.whole
    own = letter.text
    if letter.form in {"utf8-8bit", "latin1-8bit"}:
        own = "\n".join(_wrap(line) for line in own.split("\n"))
    before, english = letter.after, _english(letter)
    if before is None or letter.quoting == "none":
        letter.whole = own
    elif letter.quoting == "outlook":
        mark = "-----Original Message-----" if english else "-----Oorspronkelijk bericht-----"
        block = heading(before, english=english)
        if zlib.crc32(letter.message_id.encode()) % 2:
            block = [mark, *block]
        letter.whole = "\n".join([own, *block, "", plain(before)])
    else:
        lines = plain(before).rstrip("\n").split("\n")
        earlier = [f">{line}" if line.startswith(">") else f"> {line}".rstrip() for line in lines]
        letter.whole = "\n".join([own, introduction(before, english=english), *earlier, ""])
    return letter.whole


def _wrap(line: str) -> str:
    return textwrap.fill(line, _WIDTH) if len(line) > _WIDTH else line


def _paragraphs(text: str) -> str:
    blocks = [html.escape(block, quote=False) for block in text.strip("\n").split("\n\n")]
    return "\n".join(f"<p>{block.replace(chr(10), '<br>' + chr(10))}</p>" for block in blocks)


def rich(letter: Letter) -> str:
    """The same mail as HTML."""
    inner = letter.html or _inner(letter)
    return f'<html><head><meta charset="utf-8"></head>\n<body>\n{inner}\n</body></html>\n'


def _inner(letter: Letter) -> str:
    own = _paragraphs(letter.text)
    before, english = letter.after, _english(letter)
    if before is None or letter.quoting == "none":
        return own
    if letter.quoting == "outlook":
        lines = [html.escape(line, quote=False) for line in heading(before, english=english)]
        head = "<br>\n".join(f"<b>{a}:</b>{b}" for a, _, b in (x.partition(":") for x in lines))
        rule = "border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"
        return f'{own}\n<div style="{rule}"><p>{head}</p></div>\n{_inner(before)}'
    words = html.escape(introduction(before, english=english), quote=False)
    return f'{own}\n<div>{words}</div>\n<blockquote type="cite">\n{_inner(before)}\n</blockquote>'
