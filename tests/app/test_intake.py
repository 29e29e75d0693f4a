"""Importing: every kind of file and archive, twice, in any order, and what cannot be read."""

import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from app.world import BRAM, DELIVERED, EVA, FILES, LIZ, NOOR, NOW, PIM, mail, mbox, tarred, written, zipped
from hecht.app import files
from hecht.app.intake import read_paths
from hecht.app.library import Hecht
from hecht.app.reading import Progress, Summary
from hecht.stores.store import Store
from hecht.testing.stores import dump

Fresh = Callable[[], Hecht]


def senders(store: Store) -> Counter[str]:
    rows = store.rows(
        "SELECT n.text FROM latest l JOIN participant p ON p.log = l.log AND p.revision = l.revision"
        " JOIN identifier n ON n.log = p.log AND n.key = p.identifier WHERE l.log = :log AND p.role = 1"
    )
    return Counter(str(text).removeprefix("mailto:") for (text,) in rows)


def read(log: Hecht, *paths: Path) -> Summary:
    return read_paths(log.store, paths, NOW)


def test_every_kind_of_file_is_read_and_counted(fresh: Fresh, world: Path) -> None:
    log = fresh()
    summary = read(log, world)
    assert +summary.new == {"mbox": 17, "eml": 7, "ics": 4, "plain": 1}
    assert summary.cards == 2
    assert summary.left_out == {("mbox", "list"): 1, ("mbox", "automatic"): 1}
    assert [(Path(place).name, cause[:14]) for place, _, cause in summary.unreadable] == [
        ("Postvak IN.mbox", "no usable date")
    ]
    assert FILES["Postvak IN.mbox"][summary.unreadable[0][1] :].startswith(b"From someone")
    assert b"Date: on " in FILES["Postvak IN.mbox"][summary.unreadable[0][1] :]
    assert summary.unknown_files == 2
    assert summary.files == 12
    assert senders(log.store) == {BRAM: 16, EVA: 1, PIM: 1, LIZ: 2, NOOR: 4, "noor.van.dam@gmail.com": 1}


def test_reading_the_same_files_again_changes_nothing(fresh: Fresh, world: Path) -> None:
    log = fresh()
    first = read(log, world)
    before = dump(log.store)
    again = read_paths(log.store, [world], NOW, again=True)
    assert dump(log.store) == before
    assert not any(again.new.values())
    assert not any(again.revised.values())
    assert +again.known == +first.new
    assert again.unreadable == first.unreadable
    assert again.ego == first.ego


def test_what_did_not_change_is_not_read_again_and_what_grew_is_read_on(fresh: Fresh, tmp_path: Path) -> None:
    old, new = mail(BRAM, NOOR, 1), mail(EVA, NOOR, 2)
    box = written(tmp_path / "in", {"a.mbox": mbox(old), "b.eml": old}) / "a.mbox"
    log, whole = fresh(), fresh()
    read_paths(log.store, [box.parent], NOW)
    second = read_paths(log.store, [box.parent], NOW)
    assert (second.unchanged, second.files) == (2, 0)
    box.write_bytes(mbox(old, new))
    third = read_paths(log.store, [box.parent], NOW)
    assert (third.unchanged, third.files, third.new["mbox"]) == (1, 1, 1)
    read_paths(whole.store, [box.parent], NOW)
    assert dump(log.store) == dump(whole.store)


def test_files_in_any_order_give_the_same_log(fresh: Fresh, world: Path) -> None:
    paths = [world / name for name in FILES]
    one = fresh()
    read(one, *paths)
    expected = dump(one.store)
    assert all(
        expected[name] for name in ("interaction", "card", "alias", "contact", "identity", "owner", "title", "origin")
    )
    for seed in range(4):
        Random(seed).shuffle(paths)
        other = fresh()
        read(other, *paths)
        assert dump(other.store) == expected


def test_copies_in_several_files_are_one_whatever_is_read_first(fresh: Fresh, tmp_path: Path) -> None:
    copies = [
        mail(BRAM, NOOR, 1, more=DELIVERED),
        mail(BRAM, NOOR, 1, text="Hoi, tot dan.\n\n-- \nlist footer\n", more="X-Other: 1\n"),
    ]
    longer = mail(BRAM, NOOR, 1, text="Hoi, tot dan. En neem de kaarten mee.\n")
    folder = written(tmp_path / "in", {"a.mbox": mbox(*copies), "b.eml": longer, "c.zip": zipped({"d.eml": copies[1]})})
    one, other = fresh(), fresh()
    read(one, *sorted(folder.iterdir()))
    read(other, *sorted(folder.iterdir(), reverse=True))
    assert dump(one.store) == dump(other.store)
    assert senders(one.store) == {BRAM: 1}
    assert one.store.rows("SELECT l.words FROM latest l WHERE l.log = :log") == [(8,)]


def test_one_path_after_another_is_as_all_at_once(fresh: Fresh, world: Path) -> None:
    one, other = fresh(), fresh()
    read(one, world)
    for path in sorted(world.iterdir()):
        read(other, path)
    assert dump(other.store) == dump(one.store)


def test_small_batches_give_the_same_log(fresh: Fresh, world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = fresh(), fresh()
    read(one, world)
    monkeypatch.setattr("hecht.app.reading.BATCH", 3)
    read(other, world)
    assert dump(other.store) == dump(one.store)


def test_spam_and_draft_folders_are_left_out(fresh: Fresh, tmp_path: Path) -> None:
    message = mail(BRAM, NOOR, 1)
    names = ["Spam.mbox", "Prullenbak.mbox", "Concepten/1.eml", "x/Junk/1.eml", "Archief/1.eml", "Drafts.mbox"]
    written(tmp_path / "in", {name: mbox(message) if name.endswith("mbox") else message for name in names})
    log = fresh()
    summary = read(log, tmp_path / "in")
    assert summary.left_out == {("mbox", "spam"): 2, ("mbox", "draft"): 1, ("eml", "draft"): 1, ("eml", "spam"): 1}
    assert senders(log.store) == {BRAM: 1}


def test_a_path_that_is_not_there_is_reported_and_the_others_are_read(fresh: Fresh, tmp_path: Path) -> None:
    written(tmp_path, {"a.eml": mail(BRAM, NOOR, 1)})
    log = fresh()
    summary = read(log, tmp_path / "gone", tmp_path / "a.eml")
    assert summary.unreadable == [(str(tmp_path / "gone"), 0, f"There is no such file or folder: {tmp_path / 'gone'}")]
    assert senders(log.store) == {BRAM: 1}


def test_a_file_of_no_kind_is_reported_when_it_was_named_and_counted_in_a_folder(fresh: Fresh, tmp_path: Path) -> None:
    written(tmp_path / "in", {"a.txt": b"nothing", "b/.DS_Store": b"x"})
    log = fresh()
    assert read(log, tmp_path / "in" / "a.txt").unreadable == [
        (str(tmp_path / "in" / "a.txt"), 0, "of no kind that hecht reads")
    ]
    summary = read(log, tmp_path / "in")
    assert (summary.unknown_files, summary.files, summary.unreadable) == (1, 0, [])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", b"PK\x03\x04" + b"rubbish" * 100),
        ("a.zip", zipped({"x.mbox": mbox(mail(BRAM, NOOR, 1))})[:-30]),
        ("a.tar.gz", tarred({"x.eml": mail(BRAM, NOOR, 1)})[:-40]),
        ("a.tar.gz", b"\x1f\x8b" + b"rubbish" * 100),
        ("a.tar", b"x" * 257 + b"ustar" + b"y" * 700),
    ],
)
def test_a_broken_archive_is_reported_and_the_other_paths_are_read(
    fresh: Fresh, tmp_path: Path, name: str, data: bytes
) -> None:
    written(tmp_path, {name: data, "b.eml": mail(EVA, NOOR, 1)})
    log = fresh()
    summary = read(log, tmp_path / name, tmp_path / "b.eml")
    assert [place.partition(" > ")[0] for place, _, _ in summary.unreadable] == [str(tmp_path / name)]
    assert senders(log.store)[EVA] == 1


def test_a_broken_member_is_reported_and_the_rest_of_the_archive_is_read(
    fresh: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hecht.sources.mailbox.WINDOW", 4_096)
    long = mbox(*(mail(BRAM, NOOR, 1, number=number) for number in range(200)))
    path = written(tmp_path, {"a.zip": b""}) / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("1.mbox", long)
        archive.writestr("2.eml", mail(EVA, NOOR, 1))
    path.write_bytes(path.read_bytes().replace(b"bram.1.199@", b"bram.1.xxx@"))
    log = fresh()
    (unreadable,) = read(log, path).unreadable
    assert unreadable[0] == f"{path} > 1.mbox"
    assert "CRC" in unreadable[2]
    assert senders(log.store)[EVA] == 1
    assert senders(log.store)[BRAM] > 100


@pytest.mark.parametrize("kind", ["zip", "tar.gz"])
def test_an_archive_that_unpacks_to_absurd_sizes_is_not_read_on(
    fresh: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(files, "FREE", 30_000)
    monkeypatch.setattr(files, "RATIO", 3)
    many = {
        "1.eml": mail(EVA, NOOR, 1),
        "2.mbox": mbox(mail(BRAM, NOOR, 1)) + mbox(mail(BRAM, NOOR, 2)) + b"\n" * 5_000_000,
    }
    path = written(tmp_path, {f"a.{kind}": zipped(many) if kind == "zip" else tarred(many)}) / f"a.{kind}"
    assert path.stat().st_size < 10_000
    log = fresh()
    summary = read(log, path)
    assert summary.unreadable[0][0] == f"{path} > 2.mbox"
    assert "may be made to do harm" in summary.unreadable[0][2]
    assert senders(log.store) == {EVA: 1}


def test_an_archive_of_the_size_that_is_allowed_is_read(
    fresh: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = mbox(mail(BRAM, NOOR, 1)) + b"\n" * 20_000
    monkeypatch.setattr(files, "FREE", len(data))
    monkeypatch.setattr(files, "RATIO", 1)
    log = fresh()
    assert read(log, written(tmp_path / "in", {"a.zip": zipped({"a.mbox": data})})).unreadable == []
    assert senders(log.store) == {BRAM: 1}


def test_links_in_folders_and_archives_are_not_followed_and_paths_not_obeyed(fresh: Fresh, tmp_path: Path) -> None:
    outside = written(tmp_path / "outside", {"x.eml": mail(BRAM, NOOR, 1), "more/y.eml": mail(BRAM, NOOR, 2)})
    target = tmp_path / "absolute.eml"
    links = []
    for name, kind, goal in (
        ("a", tarfile.SYMTYPE, outside / "x.eml"),
        ("b", tarfile.LNKTYPE, outside / "x.eml"),
        ("c", tarfile.FIFOTYPE, ""),
    ):
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, str(goal)
        links.append(info)
    inside = {str(target): mail(EVA, NOOR, 1), "../../up.eml": mail(EVA, NOOR, 2)}
    folder = written(
        tmp_path / "in", {"a.tar.gz": tarred(inside, *links), "b.zip": zipped(inside), "c/d.eml": mail(LIZ, NOOR, 1)}
    )
    (folder / "link.eml").symlink_to(outside / "x.eml")
    (folder / "folder").symlink_to(outside)
    (folder / "round").symlink_to(folder)
    before = sorted(tmp_path.rglob("*"))
    log = fresh()
    summary = read(log, folder)
    assert senders(log.store) == {EVA: 2, LIZ: 1}
    assert summary.unreadable == []
    assert [
        path
        for path in sorted(tmp_path.rglob("*"))
        if path not in before and not path.is_relative_to(tmp_path / "data 0")
    ] == []
    assert not target.exists()


def test_archives_within_archives_are_not_opened(fresh: Fresh, tmp_path: Path) -> None:
    deep = zipped({"a.zip": zipped({"a.eml": mail(BRAM, NOOR, 1)}), "b.eml": mail(EVA, NOOR, 1)})
    log = fresh()
    summary = read(log, written(tmp_path / "in", {"deep.zip": deep}))
    assert senders(log.store) == {EVA: 1}
    assert summary.unknown_files == 1


def test_progress_is_told_now_and_then(fresh: Fresh, tmp_path: Path) -> None:
    data = mbox(*(mail(BRAM, NOOR, 1, number=number) for number in range(1_200)))
    path = written(tmp_path, {"a.mbox": data}) / "a.mbox"
    seen: list[Progress] = []
    read_paths(fresh().store, [path], NOW, progress=seen.append)
    assert [one.items for one in seen] == [500, 1_000]
    assert all(one.place == str(path) and one.size == len(data) and 0 < one.read <= one.size for one in seen)


def test_what_was_read_is_remembered_with_the_path_that_was_named(fresh: Fresh, world: Path) -> None:
    log = fresh()
    read(log, world)
    rows = log.store.rows("SELECT s.path, s.root, s.kind, s.read_at FROM source s WHERE s.log = :log ORDER BY s.path")
    assert {Path(str(path)).name: kind for path, _, kind, _ in rows} == {
        "1.eml": "eml",
        "2.eml": "eml",
        "3.eml": "eml",
        "4.eml": "eml",
        "Postvak IN.mbox": "mbox",
        "adressen.vcf": "vcard",
        "agenda.ics": "ics",
        "telefoon.csv": "plain",
        "oud.zip": "ics",
        "ouder.tar.gz": "eml",
    }
    assert {(root, read_at) for _, root, _, read_at in rows} == {(str(world), NOW)}
