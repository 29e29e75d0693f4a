"""Own text: what the writer of a mail wrote, with quoted mail, signature and disclaimer cut off."""

import re
from collections.abc import Iterator
from html import unescape

LIMIT = 65_536
"""Characters of a text that are looked at; nobody's own text is longer."""

_WROTE = re.compile(
    r"(?:Op|On|Am|Le)\b(?=.{0,60}\d{1,2}[:.]\d\d|.{0,60}\d{4}|.{0,200}[<@])"
    r".{3,240}?\b(?:schreef|wrote|schrieb|geschreven|a écrit)\b.{0,160}?:\s*$"
    r"|.{1,120}<[^<>\s@]+@[^<>\s]+>\s*(?:schreef|wrote)\b.{0,60}:\s*$"
    r"|\d{4}-\d\d-\d\d \d\d:\d\d.{1,120}<[^<>\s]+>:\s*$",
    re.IGNORECASE,
)
_BEGINS_WROTE = re.compile(r"(?:Op|On|Am|Le)\s.{0,120}\d", re.IGNORECASE)
_BREAK = re.compile(
    r"\s*(?:-{2,}\s*)?(?:Original Message|Oorspronkelijk bericht|Originele e-?mail|Ursprüngliche Nachricht"
    r"|Forwarded message|Doorgestuurd bericht|Begin forwarded message|Begin doorgestuurd bericht)\b.{0,40}$"
    r"|_{20,}\s*$",
    re.IGNORECASE,
)
_HEADER_FROM = re.compile(r"\s*\*?(?:Van|From|Von)\s?:\*?\s.{1,200}$", re.IGNORECASE)
_HEADER_NEXT = re.compile(
    r"\s*\*?(?:Verzonden|Sent|Datum|Date|Gesendet|Aan|To|An|Onderwerp|Subject|Betreff|CC)\s?:\*?(?:\s|$)", re.IGNORECASE
)
_SIGNATURE = re.compile(r"--\s?$|_{2,19}\s*$")
_DEVICE = re.compile(
    r"\s*(?:Verzonden (?:vanaf|met|vanuit|via)|Verstuurd (?:vanaf|met|vanuit|via)|Sent (?:from|with|via) (?:my|mail|outlook|proton)"
    r"|Get Outlook for|Outlook (?:voor|for) (?:Android|iOS)).{0,100}$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"[ \t]{0,8}(?:(?:met\s)?(?:vriendelijke|hartelijke|collegiale|sportieve|warme)\sgroet(?:en|jes)?|met\s(?:vr\.?\s?)?groet(?:en)?"
    r"|mvg|m\.?v\.?g\.?|hartelijks|vr\.?\s?gr\.?|groet(?:en|jes)?|(?:with\s)?(?:kind|best|warm|many)\sregards|regards|cheers"
    r"|best\swishes|(?:yours\s)?sincerely|(?:veel\s)?liefs)[,.!]?(?:\s\S{1,30}){0,2}\s{0,8}$",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"\s*(?:\*\s*)?(?:disclaimer\b|dit (?:e-?mail)?bericht (?:kan|is|\(inclusief)|de informatie (?:verzonden|in dit)"
    r"|this (?:e-?mail|message)(?: and any| is| may| contains|,)|the information (?:contained )?in this)",
    re.IGNORECASE,
)
_SPECIAL_START = (
    r"(?:[->_|*]|\d{4}-|am|be(?:gin|st)|c(?:ollegia|heers)|d(?:oorgest|i(?:sclaimer|t)|e info)|f(?:rom|orwarded)|g(?:et outlook|roet)"
    r"|hartelijk|kind|l(?:e|iefs)|m(?:et|any|\.?v)|o(?:[pn]|rigin(?:al|ele)|orspron|utlook)|regards|s(?:portieve|ent|incerely)"
    r"|t(?:ot|his|he info)|ursprün|v(?:[ao]n|r|er(?:zonden|stuurd)|eel)|warm|yours)"
)
_SPECIAL_LINE = re.compile(rf"\n(?:>[^\n]*(?:\n>[^\n]*)*|[^\S\n]*{_SPECIAL_START})", re.IGNORECASE)
"""The beginning of a line that may be anything but the writer's own (nine in ten cannot be), or a run of quoted lines."""
_COLON_LINE = re.compile(r":[^\n]{0,7}(?:\n|\Z)")
_CUT_HTML = re.compile(
    r"<blockquote\b|<div[^<>]{0,200}(?:gmail_quote|gmail_signature|divRplyFwdMsg|appendonsend|moz-cite-prefix|yahoo_quoted)|<hr[^<>]{0,100}stopSpelling",
    re.IGNORECASE,
)
_DROP_HTML = re.compile(r"<!--.*?(?:-->|\Z)|<(style|script|head|title)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_LINE_HTML = re.compile(r"<(?:br|/?p|/?div|/?tr|/?li|/?h\d|/?table|/?ul|/?ol)\b[^<>]*>", re.IGNORECASE)
_TAG_HTML = re.compile(r"<[^<>]*>")


def own_text(text: str) -> str:
    """Give the part of a plain text that its writer wrote.

    Quoted lines (`>`), what follows an attribution ("Op ma 3 nov schreef Anna:", "On ... wrote:") unless own
    lines stand between quotes, header blocks of Outlook, forwarded mail, the signature after `-- ` or after a
    closing greeting, "Verzonden vanaf mijn iPhone", and disclaimers are left out. At most 64 kB is read.
    """
    whole = "\n" + text[:LIMIT].replace("\r\n", "\n").replace("\r", "\n")
    lines = whole.split("\n")
    own: list[str] = []
    quoted = False
    index = 0
    for special in _special_lines(whole):
        if special < index:
            continue
        own += lines[index:special]
        index = special
        line = lines[index]
        if line.lstrip().startswith((">", "|>")):
            quoted = True
            while index + 1 < len(lines) and lines[index + 1].startswith(">"):
                index += 1
        elif _ends(lines, index):
            break
        elif (used := _attribution(lines, index)) > 0:
            following = next((later for later in lines[index + used :] if later.strip()), "")
            if not following.startswith(">"):
                break
            index += used - 1
        elif len(line) < 80 and not quoted and _CLOSING.match(line):  # noqa: PLR2004 - a greeting is short
            own.append(line)
            break
        else:
            own.append(line)
        index += 1
    else:
        own += lines[index:]
    return "\n".join(own).strip()


def _special_lines(whole: str) -> Iterator[int]:
    """Give the number of every line that may be anything but the writer's own; they are few, so the text is searched for them."""
    starts = [found.start() for found in _SPECIAL_LINE.finditer(whole)]
    starts += [whole.rfind("\n", 0, found.start()) for found in _COLON_LINE.finditer(whole)]
    number = at = 0
    for start in sorted(starts):
        number += whole.count("\n", at, start + 1)
        at = start + 1
        yield number


def _ends(lines: list[str], index: int) -> bool:
    """Say whether nothing of the writer's own follows from this line on."""
    line = lines[index]
    if _SIGNATURE.match(line) or _BREAK.match(line) or _DEVICE.match(line) or _DISCLAIMER.match(line):
        return True
    if not _HEADER_FROM.match(line):
        return False
    following = [later for later in lines[index + 1 : index + 5] if later.strip()]
    return bool(following) and bool(_HEADER_NEXT.match(following[0]))


def _attribution(lines: list[str], index: int) -> int:
    """Give how many lines from here are "On ... wrote:" (it may be folded over three), 0 when none."""
    if _WROTE.match(lines[index].strip()):
        return 1
    begin = lines[index].strip()
    if not _BEGINS_WROTE.match(begin) or begin[-1] in ".!?":
        return 0
    for used in (2, 3):
        if not all(part.strip() for part in lines[index : index + used]):
            return 0  # a blank line ends what a mail program folded
        if _WROTE.match(" ".join(part.strip() for part in lines[index : index + used])):
            return used
    return 0


def html_text(html: str) -> str:
    """Give the text of an HTML mail, up to its first quoted part, one line a block. At most 64 kB is read."""
    text = html[: 4 * LIMIT]
    cut = _CUT_HTML.search(text)
    if cut:
        text = text[: cut.start()]
    text = _LINE_HTML.sub("\n", _DROP_HTML.sub(" ", text).replace("\n", " "))
    return unescape(_TAG_HTML.sub("", text)).replace("\xa0", " ")[:LIMIT]
