"""Content lines, of which vCard and iCalendar are made: unfolded, split into name, parameters and value, as text."""

import codecs
import quopri
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from hecht.core.errors import BadIdentifierError
from hecht.core.identity import mailto

_CHUNK = 1 << 16
_LONGEST = 1 << 18
"""Of one unfolded line no more than this is kept: what is longer is a picture."""
_LONGEST_TEXT = 300
_BOMS = ((codecs.BOM_UTF8, ""), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NAME = re.compile(r"\s{0,64}(?:[\w-]{1,64}\.)?([\w-]{1,64})\s{0,64}(?=[;:])", re.ASCII)
_PARAMETER = re.compile(r';\s{0,64}([^=;:"]*)(?:=([^";:]*(?:"[^"]*"[^";:]*)*))?')
_STRAY = re.compile(r'"[^;:]*')
_SOFT = re.compile(rb"[^:]{0,1000}[;=]QUOTED-PRINTABLE[;:]", re.IGNORECASE)
_EDGE = re.compile(rb"\s{0,64}(BEGIN|END)\s{0,64}:\s{0,64}([\w-]{1,64})\s{0,64}", re.IGNORECASE)
_CHARSET = re.compile(
    r"utf-8|us-ascii|iso-8859-\d+|(?:windows-|cp)125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|euc-\w\w"
)
_CARET = re.compile(r"\^([n^'])")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_FIELD = re.compile(r"((?:[^\\;]|\\.|\\\Z)*)(;|\Z)", re.DOTALL)
_SPACES = "\t\n\r\x0b\x0c\x85\u2028\u2029"
_UNSEEN = [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF]
_CLEAN = {code: " " if chr(code) in _SPACES else None for code in _UNSEEN} | dict.fromkeys(range(0xD800, 0xE000))


class Line(NamedTuple):
    """One unfolded content line; `raw` and the parameters hold its bytes as latin-1, since only some get decoded."""

    name: str
    parameters: dict[str, str]
    raw: str

    def parameter(self, name: str) -> str:
        """Give a parameter as text: without quotes, with RFC 6868 and backslash escapes resolved."""
        if name not in self.parameters:
            return ""
        text = _decoded(self.parameters[name], "").replace('"', "")
        return unescaped(_CARET.sub(lambda found: {"n": "\n", "^": "^", "'": '"'}[found[1]], text)).strip()

    def types(self) -> frozenset[str]:
        """Give the values of TYPE in upper case, those that vCard 2.1 writes without a name included."""
        return frozenset(word.strip() for word in self.parameters.get("TYPE", "").replace('"', "").upper().split(","))

    def text(self) -> str:
        """Give the value as text in which backslash escapes still stand, so that it can be split first."""
        raw = self.raw
        if "QUOTED-PRINTABLE" in self.types() or self.parameter("ENCODING").upper() == "QUOTED-PRINTABLE":
            raw = quopri.decodestring(raw.encode("latin-1")).decode("latin-1")
        return _decoded(raw, self.parameter("CHARSET")).strip()


def _decoded(raw: str, charset: str) -> str:
    if raw.isascii():
        return raw
    named = charset.strip().lower()
    for codec in (named, "utf-8") if _CHARSET.fullmatch(named) else ("utf-8",):
        try:
            return raw.encode("latin-1").decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw


def unescaped(text: str) -> str:
    """Resolve backslash escapes: a line break, or the character itself."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text) if "\\" in text else text


def fields(text: str) -> list[str]:
    """Split a structured value at its unescaped semicolons, and resolve the escapes."""
    found = []
    for piece in _FIELD.finditer(text):
        found.append(unescaped(piece[1]).strip())
        if not piece[2]:
            break
    return found


def cleaned(text: str) -> str:
    """Give one line of at most 300 characters without control characters or marks that turn the writing around."""
    return " ".join(text.translate(_CLEAN).split())[:_LONGEST_TEXT].strip()


def line_of(data: bytes) -> Line | None:
    """Read one unfolded line, or give None where it is none; a quote that is never closed counts as a letter."""
    text = data.decode("latin-1")
    if not (name := _NAME.match(text)):
        return None
    place, parameters = name.end(), dict[str, str]()
    while found := _PARAMETER.match(text, place):
        place, word, value = found.end(), found[1].strip().upper(), found[2]
        if value is None:
            word, value = "TYPE", word
        if stray := _STRAY.match(text, place):
            place, value = stray.end(), value + stray[0]
        parameters[word] = f"{parameters[word]},{value}" if word in parameters else value
    colon = text.find(":", place)
    return None if colon < 0 else Line(name[1].upper(), parameters, text[colon + 1 :].strip())


def edge_of(data: bytes) -> tuple[bool, str] | None:
    """Say whether a line begins (True) or ends (False) a component, and which."""
    found = _EDGE.fullmatch(data)
    return (found[1].upper() == b"BEGIN", found[2].decode("ascii").upper()) if found else None


def begins_with(head: bytes, component: str) -> bool:
    """Say whether the first bytes of a file begin a component, in UTF-8, UTF-16 or plain bytes."""
    mark, codec = _encoding(head)
    text = head[mark:].decode(codec or "latin-1", "replace").lstrip("\ufeff \t\r\n")
    return re.match(rf"BEGIN\s{{0,64}}:\s{{0,64}}{component}\b", text, re.IGNORECASE) is not None


def _encoding(head: bytes) -> tuple[int, str]:
    """Give the length of the byte order mark and the name of a two-byte encoding, or nothing."""
    for mark, codec in _BOMS:
        if head.startswith(mark):
            return len(mark), codec
    start = head.lstrip(b" \t\r\n\0")[:4].upper()
    odd = (len(head) - len(head.lstrip(b" \t\r\n\0"))) % 2
    return 0, ("utf-16-be" if odd else "utf-16-le") if start[:3] == b"B\0E" else ""


def _broken_lines(opened: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the lines as they stand in the file with their offsets; any of CRLF, LF and CR ends one."""
    chunk = opened.read(_CHUNK)
    offset, codec = _encoding(chunk)
    decoder = codecs.getincrementaldecoder(codec)("replace") if codec else None
    chunk, rest, dropped = chunk[offset:], b"", 0
    while True:
        more = opened.read(_CHUNK)
        data = rest + (decoder.decode(chunk, not more).encode("utf-8", "replace") if decoder else chunk)
        lines, rest = data.splitlines(keepends=True), b""
        if more and lines and not lines[-1].endswith(b"\n"):  # a CR at the end may be half a CRLF
            rest = lines.pop()
        for line in lines:
            yield offset, line.rstrip(b"\r\n")
            offset += dropped + (len(line.decode("utf-8", "replace").encode(codec)) if codec else len(line))
            dropped = 0
        if len(rest) > _LONGEST:
            dropped += (len(rest) - _LONGEST) * (2 if codec else 1)
            rest = rest[:_LONGEST]
        if not more:
            return
        chunk = more


def unfolded(opened: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield every content line as bytes with its offset: folded lines and soft breaks joined, empty lines left out.

    Lines are joined before they are decoded, because a fold may stand in the middle of a character.
    """
    start, parts, size, soft = 0, list[bytes](), 0, False
    for offset, line in _broken_lines(opened):
        if not line:
            continue
        folded = bool(parts) and (line[:1] in {b" ", b"\t"} or (soft and not edge_of(line)))
        if folded and len(parts) == 1 and edge_of(parts[0]):  # BEGIN and END are never folded: this is indented
            folded = False
        if not folded and parts:
            yield start, b"".join(parts)
        if not folded:
            start, parts, size = offset, [], 0
        piece = line[1:] if folded and line[:1] in {b" ", b"\t"} else line
        was_soft, soft = soft and folded, False
        if piece.endswith(b"=") and (was_soft or _SOFT.match(parts[0] if parts else piece)):
            soft, piece = True, piece[:-1]
        if size < _LONGEST:
            parts.append(piece)
            size += len(piece)
    if parts:
        yield start, b"".join(parts)


def address_of(text: str) -> str:
    """Give the identifier of an address that may stand as `Name <address>`, or BadIdentifierError.

    Without an @ it is none: address books and calendars do not write `name at domain`, but do write other texts.
    """
    inside = text.rpartition("<")[2].partition(">")[0]
    if "@" not in inside:
        raise BadIdentifierError(repr(text[:80]))
    return mailto(inside)
