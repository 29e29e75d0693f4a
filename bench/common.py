"""What the benchmarks share: the machine they ran on, CPU time of a piece of work, and a made-up mailbox."""

import base64
import os
import platform
import random
import time
from collections.abc import Callable
from pathlib import Path

WORDS = [
    "de",
    "het",
    "een",
    "gemaal",
    "pomp",
    "overleg",
    "planning",
    "vergunning",
    "stuur",
    "graag",
    "morgen",
    "bedankt",
    "weekend",
    "koffie",
    "offerte",
    "kosten",
    "tekening",
    "vraag",
    "the",
    "report",
    "meeting",
    "thanks",
    "please",
    "could",
    "you",
    "send",
    "draft",
    "budget",
    "invoice",
    "holiday",
    "lunch",
]


_EXCHANGE = [
    "Organization-AuthSource",
    "CrossTenant-Network-Message-Id",
    "CrossTenant-OriginalArrivalTime",
    "CrossTenant-FromEntityHeader",
    "CrossTenant-Id",
    "CrossTenant-MailboxType",
    "CrossTenant-UserPrincipalName",
    "Transport-CrossTenantHeadersStamped",
    "AntiSpam-MessageData-ChunkCount",
    "AntiSpam-MessageData-0",
    "Organization-SCL",
    "Organization-BypassClutter",
]


def machine() -> str:
    """Name the processor and the number of cores, since absolute times mean nothing without them."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}"


def cpu(work: Callable[[], object], times: int = 3) -> float:
    """Give the least CPU seconds of some runs of a piece of work."""
    spent = []
    for _ in range(times):
        begun = time.process_time()
        work()
        spent.append(time.process_time() - begun)
    return min(spent)


def write_mailbox(path: Path, count: int, seed: int = 1) -> int:
    """Write an mbox like those people have: routing headers, plain and HTML text, quotes, one in twelve an attachment."""
    chance = random.Random(seed)
    people = [f"{name}{i}@{org}.example" for i in range(300) for name, org in (("anna", "stad"), ("bram", "polder"))]
    with path.open("wb") as out:
        for i in range(count):
            out.write(_message(i, chance, people).encode())
    return path.stat().st_size


def _message(i: int, chance: random.Random, people: list[str]) -> str:
    sender, to = chance.choice(people), "me@own.example"
    if chance.random() < 0.4:
        sender, to = to, sender
    cc = ", ".join(f'"Naam {who}" <{who}>' for who in chance.sample(people, chance.choice((0, 0, 0, 1, 2, 6))))
    text = "\n".join(" ".join(chance.choices(WORDS, k=12)) for _ in range(chance.randrange(3, 30)))
    quote = "\n".join("> " + " ".join(chance.choices(WORDS, k=12)) for _ in range(chance.randrange(0, 40)))
    stamp = 1_500_000_000 + i * 4_000
    date = time.strftime("%a, %d %b %Y %H:%M:%S +0000", time.gmtime(stamp))
    # the headers that today's providers add: without them a message is nothing like what people have
    seal = "\n\t".join(base64.b64encode(chance.randbytes(48)).decode() for _ in range(6))
    provider = (
        f"ARC-Seal: i=1; a=rsa-sha256; t={stamp}; cv=none; d=relay.example; s=arc;\n\tb={seal}\n"
        f"ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=relay.example;\n\th=to:subject:date:from;\n\tb={seal}\n"
        "ARC-Authentication-Results: i=1; mx.example; dkim=pass header.i=@own.example;\n\tspf=pass smtp.mailfrom=own.example; dmarc=pass\n"
        "Received-SPF: pass (mx.example: domain of own.example designates 192.0.2.1 as permitted sender)\n"
        "Authentication-Results: mx.example; dkim=pass header.i=@own.example; spf=pass; dmarc=pass\n"
        + "".join(f"X-MS-Exchange-{name}: {chance.randrange(10**9):x}\n" for name in _EXCHANGE)
        + f"Thread-Topic: vraag over gemaal\nThread-Index: {seal[:60]}\nAccept-Language: nl-NL, en-US\nContent-Language: nl-NL\n"
    )
    received = "".join(
        f"Received: from mx{hop}.example (mx{hop}.example [192.0.2.{hop}])\n"
        f"\tby mail.example with ESMTPS id {i:08x}{hop}\n\tfor <me@own.example>; {date}\n"
        for hop in range(4)
    )
    signature = "\n\t".join(base64.b64encode(chance.randbytes(48)).decode() for _ in range(5))
    html = f"<html><body><p>{text.replace(chr(10), '<br>')}</p><blockquote>{quote}</blockquote></body></html>"
    attachment = ""
    if chance.random() < 1 / 12:
        attachment = "--b1\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
        attachment += base64.encodebytes(chance.randbytes(40_000)).decode()
    return (
        f"From {sender} {time.asctime(time.gmtime(stamp))}\n{received}{provider}"
        f"DKIM-Signature: v=1; a=rsa-sha256; d=own.example;\n\tb={signature}\n"
        f"Delivered-To: me@own.example\nFrom: =?utf-8?q?Na=C3=A4m?= <{sender}>\nTo: Iemand <{to}>\n"
        + (f"Cc: {cc}\n" if cc else "")
        + f"Subject: =?utf-8?q?Re=3A_vraag_{i % 97}_over_gemaal?=\nDate: {date}\nMessage-ID: <{i}.x@own.example>\n"
        f"In-Reply-To: <{max(0, i - 1)}.x@own.example>\nReferences: <{i - i % 5}.x@own.example>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b1"\n\n--b1\nContent-Type: multipart/alternative; boundary="b2"\n\n'
        f"--b2\nContent-Type: text/plain; charset=utf-8\n\n{text}\n\nOp ma 3 nov 2025 om 10:12 schreef Iemand:\n{quote}\n"
        f"--b2\nContent-Type: text/html; charset=utf-8\n\n{html}\n--b2--\n{attachment}--b1--\n\n"
    )
