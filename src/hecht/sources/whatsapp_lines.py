"""The lines of an exported WhatsApp chat: where a message begins, and which lines the program wrote itself."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hecht.sources.daymonth import Figures

_HEAD = re.compile(
    r"[\u200e\u200f\u202a-\u202e ]{0,4}(\[)?"
    r"(\d{1,4})([-/.])[ ]?(\d{1,2})\3[ ]?(\d{1,4})(\.?,)?\s{1,2}"
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s?([AaPpVvNn])\.?\s?[Mm]\.?)?"
    r"(?(1)\]|\s-)\s"
)
_LONGEST_HEAD = 60
_MARKS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2068\u2069\ufeff]")
_NOON = 12
_PADDED = 2
_NOTICE = re.compile(
    r"end-to-end|end-to-end-versleuteld|Ende-zu-Ende|Beveiligingscode|security code|Sicherheitsnummer"
    r"|heeft (?:deelgenomen|(?:de )?groep|.{0,80}(?:toegevoegd|verwijderd|verlaten|gewijzigd|gemaakt|bijgewerkt))"
    r"|is toegevoegd|neemt deel via|is lid geworden|heeft een nieuw telefoonnummer|bent (?:nu )?(?:beheerder|toegevoegd)"
    r"|created (?:this )?group|changed (?:the subject|this group|the group|their phone|to \+)|joined using|was added"
    r"|You were added|added you|changed the (?:group|settings)|is a contact|turned (?:on|off) disappearing"
    r"|hat (?:die Gruppe|.{0,80}(?:hinzugefügt|entfernt|geändert|erstellt))|ist .{0,40}beigetreten|wurde hinzugefügt"
    r"|hast .{0,80}(?:hinzugefügt|geändert)",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r".{1,120} (?:left|added .{1,200}|removed .{1,200}|heeft de groep verlaten|hat die Gruppe verlassen)"
)
_GROUP = re.compile(
    r"created (?:this )?group|groep .{1,200}gemaakt|heeft (?:deze |de )?groep|\badded\b|You were added"
    r"|joined using|heeft .{1,80} toegevoegd|je bent toegevoegd|is toegevoegd|deelgenomen via|groepsfoto|onderwerp"
    r"|hat die Gruppe|die Gruppe|hinzugefügt| left$|the subject|this group's",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"<?(?:Media weggelaten|Media omitted|Medien ausgeschlossen|Medien weggelassen)>?"
    r"|(?:afbeelding|foto|video|videobericht|audio|sticker|GIF|document|contactkaart|image|photo|video note|contact card"
    r"|Bild|Foto|Audiodatei|Dokument|Kontaktkarte|Videonachricht|.{1,120}\.\w{2,5} .{1,20})"
    r" (?:weggelaten|omitted|weggelassen)"
    r"|<(?:bijgevoegd|attached|Anhang|View once .{1,30}|Eenmalige .{1,40}): ?[^>]{0,200}>|<View once [^>]{1,40}>"
    r"|(?:Dit bericht is|(?:Je|U|Jij) (?:hebt|heeft) dit bericht) verwijderd(?: door .{1,80})?\.?"
    r"|(?:This message was deleted|You deleted this message)(?: by .{1,80})?\.?"
    r"|(?:Diese Nachricht wurde|Du hast diese Nachricht) gelöscht\.?"
    r"|(?:Gemiste?|Missed|Verpasster?) (?:.{0,8}spraak.{0,20}|.{0,8}video.{0,20}|.{0,8}group .{0,20}|.{0,8}groeps.{0,20}"
    r"|voice .{0,20}|oproep|call|(?:Sprach|Video|Gruppen)\w{0,20})(?: om .{0,20}| at .{0,20}| um .{0,20})?"
    r"|(?:Spraakoproep|Video-?oproep|Voice call|Video call|Sprachanruf|Videoanruf|Spraakgesprek|Videogesprek)(?:[., ].{0,60})?"
    r"|(?:Wachten op dit bericht|Waiting for this message|Warten auf diese Nachricht).{0,200}"
    r"|(?:Live ?locatie gedeeld|live location shared|Live-Standort wird geteilt)"
    r"|null",
    re.IGNORECASE | re.DOTALL,
)
_ENCRYPTED = re.compile(
    r"(?:Berichten|Messages|Nachrichten)[^\n]{1,60}(?:end-to-end|Ende-zu-Ende)[^\n]{0,400}", re.IGNORECASE
)
_FILE = re.compile(r"[^\n]{1,200} \((?:bestand bijgevoegd|file attached|Datei angehängt)\)(?:\n|$)", re.IGNORECASE)
_ATTACHED = re.compile(r"<(?:bijgevoegd|attached|Anhang): ?[^<>\n]{0,200}>", re.IGNORECASE)
_EDITED = re.compile(
    r"<(?:Dit bericht is bewerkt|This message was edited|Diese Nachricht wurde bearbeitet)\.?>", re.IGNORECASE
)
_LONGEST = 2_000


@dataclass(slots=True)
class Line:
    """The first line of a message, and the lines that follow it.

    `half` is how the half of the day was written (`PM`, `p`), `mark` what parts the figures of the date, and
    `padded` says that it has two figures for day and month and four for the year.
    """

    number: int
    date: Figures
    time: tuple[int, int, int]
    half: str
    mark: str
    padded: bool
    bracketed: bool
    rest: str
    more: list[str] = field(default_factory=list)


def headed(head: str, *, named: bool) -> bool:
    """Say whether a file begins as an exported chat; a log of a program, which may look like it, needs a telling name."""
    match = _HEAD.match(head[:_LONGEST_HEAD])
    if not match:
        return False
    if named or match[6] or "\u200e" in head or _NOTICE.search(head[: 4 * _LONGEST_HEAD]):
        return True
    return len(match[2]) <= _PADDED and (bool(match[1]) or not match[9])


def lines_of(text: str) -> Iterator[Line]:
    """Give the messages of an export. A line that looks like the beginning of one, but not as in this file, is text."""
    style: tuple[bool, str, bool] | None = None
    held: Line | None = None
    for place, raw in enumerate(text.split("\n"), 1):
        line = raw.rstrip("\r")
        match = _HEAD.match(line[:_LONGEST_HEAD])
        if match:
            own = (bool(match[1]), match[3], bool(match[9]))
            style = style or own
            if own == style:
                if held:
                    yield held
                held = _line(place, match, line[match.end() :])
                continue
        if held:
            held.more.append(line)
    if held:
        yield held


def _line(place: int, match: re.Match[str], rest: str) -> Line:
    _, first, mark, second, third, _, hour, minute, second_of, half = match.groups()
    hours = int(hour)
    if half:
        hours = hours % _NOON + (_NOON if half in "PpNn" else 0) if hours <= _NOON else hours
    written = match[0][match.start(10) - match.start() : match.end(10) - match.start() + 1] if half else ""
    return Line(
        number=place,
        date=Figures(int(first), int(second), int(third)),
        time=(hours, int(minute), int(second_of or 0)),
        half=written,
        mark=mark,
        padded=len(first) == _PADDED and len(second) == _PADDED and len(third) == 2 * _PADDED,
        bracketed=bool(match[1]),
        rest=rest,
    )


def is_group(rests: Iterable[str]) -> bool:
    """Say whether the program wrote something that it writes in groups only, in lines that name no author."""
    return any(
        _GROUP.search(_MARKS.sub("", rest)[:_LONGEST]) for rest in rests if ": " not in rest or ": \u200e" in rest
    )


def says_nothing(text: str) -> bool:
    """Say whether a text is a notice of the program."""
    return bool(_NOTICE.search(text[:_LONGEST]) or _LEFT.fullmatch(text[:_LONGEST]))


def encrypted(text: str) -> bool:
    """Say whether a text is the notice of encryption with which an export begins."""
    return bool(_ENCRYPTED.fullmatch(_MARKS.sub("", text[:_LONGEST])))


def own_text(text: str, *, marked: bool) -> str:
    """Give what somebody wrote, without attachments and notices; nothing when that is all there is.

    In an export of iOS (`marked`) what the program wrote begins with a direction mark.
    """
    if marked and text.startswith("\u200e") and not _ATTACHED.search(text):
        return ""
    plain = _EDITED.sub("", _ATTACHED.sub("", _FILE.sub("", _MARKS.sub("", text), count=1))).strip()
    if len(plain) <= _LONGEST and (_NOTHING.fullmatch(plain) or _ENCRYPTED.fullmatch(plain)):
        return ""
    return plain
