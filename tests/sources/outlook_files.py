"""Files as Outlook writes them, for tests: the compound file of a .msg, and a stand-in for the library that reads .pst."""

import json
import struct
from base64 import b64decode, b64encode
from types import SimpleNamespace
from typing import Any, BinaryIO

Values = dict[int, Any]
"""Properties by number: a text, bytes, a number, a truth, or a moment as `("time", unix seconds)`."""
Named = dict[tuple[str, int], Any]

SETS = {
    "00062002": bytes.fromhex("0220060000000000c000000000000046"),
    "00062004": bytes.fromhex("0420060000000000c000000000000046"),
    "6ed8da90": bytes.fromhex("90dad86e0b451b1098da00aa003f1305"),
}
SECTOR, MINI = 512, 64
SHORT = 4096
"""A stream that is shorter lies in the mini stream."""
FREE, END, FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def typed(value: Any, *, old: bool = False) -> tuple[int, bytes]:
    """Give the type of a property and its bytes."""
    if isinstance(value, bool):
        return 0x000B, value.to_bytes(8, "little")
    if isinstance(value, int):
        return 0x0003, (value & 0xFFFFFFFF).to_bytes(8, "little")
    if isinstance(value, tuple):
        return 0x0040, (value[1] * 10_000_000 + 116_444_736_000_000_000).to_bytes(8, "little")
    if isinstance(value, bytes):
        return 0x0102, value
    return (0x001E, value.encode("cp1252")) if old else (0x001F, value.encode("utf-16-le"))


def names_of(named: Named) -> tuple[bytes, bytes, Values]:
    """Give the table of sets, the table of names, and the properties under the numbers that stand for them."""
    sets = list(SETS)
    entries = b"".join(
        struct.pack("<IHH", number, (3 + sets.index(which)) << 1, index) for index, (which, number) in enumerate(named)
    )
    return b"".join(SETS.values()), entries, {0x8000 + index: value for index, value in enumerate(named.values())}


def storage(values: Values, header: int, *, old: bool = False) -> dict[str, bytes]:
    """Give the streams of one object of a .msg."""
    fixed, streams = bytes(header), {}
    for tag, value in values.items():
        kind, data = typed(value, old=old)
        if kind in (0x0003, 0x000B, 0x0040):
            fixed += struct.pack("<HHI", kind, tag, 6) + data
        else:
            fixed += struct.pack("<HHIII", kind, tag, 6, len(data), 0)
            streams[f"__substg1.0_{tag:04X}{kind:04X}"] = data
    return {"__properties_version1.0": fixed, **streams}


def msg(
    values: Values, recipients: list[Values] | None = None, named: Named | None = None, *, old: bool = False
) -> bytes:
    """Give a .msg file; with `old` its texts are of one byte a character."""
    sets, entries, more = names_of(named or {})
    root: dict[str, Any] = storage({0x001A: "IPM.Note", **values, **more}, 32, old=old)
    root["__nameid_version1.0"] = {"__substg1.0_00020102": sets, "__substg1.0_00030102": entries}
    for number, row in enumerate(recipients or []):
        root[f"__recip_version1.0_#{number:08X}"] = storage(row, 8, old=old)
    root["__attach_version1.0_#00000000"] = {"__substg1.0_3701000D": storage({0x0037: "of an attached message"}, 24)}
    return compound(root)


def compound(root: dict[str, Any]) -> bytes:
    """Give a compound file [MS-CFB] of storages and streams."""
    entries: list[list[Any]] = []  # name, kind, right sibling, child, stream

    def add(name: str, content: Any) -> int:
        number = len(entries)
        entries.append([name, 2 if isinstance(content, bytes) else 1, FREE, FREE, content])
        if not isinstance(content, bytes):
            before = None
            for inner in sorted(content, key=lambda one: (len(one), one.upper())):
                child = add(inner, content[inner])
                entries[number if before is None else before][3 if before is None else 2] = child
                before = child
        return number

    add("Root Entry", root)
    entries[0][1] = 5
    short = [one for one in entries if one[1] == 2 and len(one[4]) < SHORT]
    long = [one for one in entries if one[1] == 2 and len(one[4]) >= SHORT]
    mini = b"".join(padded(one[4], MINI) for one in short)
    mini_fat, mini_starts = chained([-(-len(one[4]) // MINI) for one in short])
    names = b"".join(bytes(128) for _ in entries)
    mini_block = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    blocks = [names, mini_block, mini, *(one[4] for one in long)]
    fat, starts = chained([-(-len(block) // SECTOR) for block in blocks])
    places = {id(one): start for one, start in zip(short, mini_starts, strict=True)}
    places |= {id(one): start for one, start in zip(long, starts[3:], strict=True)}
    directory = b""
    for one in entries:
        name, kind, right, child, content = one
        start, size = places.get(id(one), 0), len(content) if kind == 2 else 0
        if kind == 5:
            start, size = starts[2], len(mini)
        text = name.encode("utf-16-le")
        directory += text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, FREE, right, child)
        directory += bytes(36) + struct.pack("<IQ", start, size)
    fats = 1
    while fats * 128 < len(fat) + fats:
        fats += 1
    first = len(fat)
    fat += [FAT_SECTOR] * fats + [FREE] * (fats * 128 - len(fat) - fats)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    minis = -(-len(mini_block) // SECTOR)
    header += struct.pack("<IIIIIIIII", 0, fats, starts[0], 0, SHORT, starts[1], minis, END, 0)
    header += struct.pack("<109I", *range(first, first + fats), *[FREE] * (109 - fats))
    content = b"".join(padded(block, SECTOR) for block in [directory, *blocks[1:]])
    return header + content + struct.pack(f"<{len(fat)}I", *fat)


def padded(data: bytes, length: int) -> bytes:
    """Give data made up to a whole number of pieces."""
    return data.ljust(-(-len(data) // length) * length, b"\0")


def chained(lengths: list[int]) -> tuple[list[int], list[int]]:
    """Give the table that chains the sectors of some streams that lie one after another, and where each begins."""
    table: list[int] = []
    starts: list[int] = []
    for length in lengths:
        starts.append(len(table) if length else END)
        table += [*range(len(table) + 1, len(table) + length), END] if length else []
    return table, starts


def item(values: Values, recipients: list[Values] | None = None) -> dict[str, Any]:
    """Give an item of a mailbox file for the stand-in."""
    return {
        "values": _written({0x001A: "IPM.Note", **values}),
        "recipients": [_written(row) for row in recipients or []],
    }


def folder(
    name: str, items: list[Any] | None = None, folders: list[Any] | None = None, *, kind: str = "", node: int = 2
) -> Any:
    """Give a folder of a mailbox file; `node` is the type of its number."""
    return {"name": name, "items": items or [], "folders": folders or [], "kind": kind, "node": node}


def pst(root: Any, named: Named | None = None) -> bytes:
    """Give a mailbox file as the stand-in reads it: the magic of a real one, and then its content as JSON."""
    sets, entries, _ = names_of(named or {})
    names = _written({2: sets, 3: entries})
    return b"!BDN\0\0\0\0SM" + json.dumps({"names": names, "root": root}).encode()


def _written(values: Values) -> list[Any]:
    return [
        (tag, kind, b64encode(data).decode())
        for tag, (kind, data) in ((tag, typed(one)) for tag, one in values.items())
    ]


class StandIn:
    """What hecht uses of `pypff`, over files made by `pst`; a part that is no object is broken."""

    def file(self) -> Any:
        numbers = iter(range(1, 1 << 20))

        def record_set(written: Any) -> Any:
            entries = [
                SimpleNamespace(entry_type=tag, value_type=kind, data=b64decode(data)[: 4 if kind == 3 else None])
                for tag, kind, data in written
            ]
            return SimpleNamespace(entries=entries, number_of_entries=len(entries), get_entry=entries.__getitem__)

        def sets(rows: list[Any]) -> Any:
            return SimpleNamespace(number_of_record_sets=len(rows), get_record_set=lambda at: record_set(rows[at]))

        def message(content: Any) -> Any:
            if not isinstance(content, dict):
                raise OSError("libpff: unable to retrieve message")
            one = sets([content["values"]])
            one.identifier = next(numbers) << 5 | 4
            one.recipients = sets(content["recipients"]) if content["recipients"] else None
            return one

        def folder_of(content: Any) -> Any:
            if not isinstance(content, dict):
                raise OSError("libpff: unable to retrieve folder")
            one = sets([_written({0x3613: content["kind"]})] if content["kind"] else [])
            one.identifier = next(numbers) << 5 | content["node"]
            one.name = content["name"]
            one.number_of_sub_folders = len(content["folders"])
            one.get_sub_folder = lambda at: folder_of(content["folders"][at])
            one.number_of_sub_messages = len(content["items"])
            one.get_sub_message = lambda at: message(content["items"][at])
            return one

        made = SimpleNamespace(ascii_codepage=b"cp1252", close=lambda: None)

        def open_file_object(opened: BinaryIO) -> None:
            opened.seek(0)
            try:
                content = json.loads(opened.read()[10:])
            except ValueError as error:
                raise OSError("pypff_file_open_file_object: unable to open file") from error
            made.name_to_id_map = sets([content["names"]])
            made.get_root_folder = lambda: folder_of(content["root"])

        made.open_file_object = open_file_object
        return made
