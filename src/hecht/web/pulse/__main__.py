"""The process that answers a round: `python -m hecht.web.pulse FILE`, begun by `hecht collaboration pulse NAME serve`."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from threading import Thread

from hecht.core.errors import HechtError
from hecht.terminal import say
from hecht.text.errors import error_line
from hecht.text.pulse_serving import serving_lines
from hecht.web.pulse.server import HERE, PulseServer


def main() -> int:
    """Serve one round until it is stopped."""
    options = ArgumentParser(prog="hecht.web.pulse", description="Answer the links of one round of questions.")
    options.add_argument("file", type=Path)
    options.add_argument("--bind", default=HERE)
    options.add_argument("--port", type=int)
    options.add_argument("--lang", default="nl")
    options.add_argument("--leash", action="store_true", help="stop when standard input ends")
    given = options.parse_args()
    try:
        server = PulseServer(given.file, given.bind, given.port)
    except HechtError as error:
        sys.stderr.write(f"hecht: {error_line(error, given.lang)}\n")
        return 1
    for line in serving_lines(server.head, server.bind, server.port, given.lang):
        say(line)
    sys.stdout.flush()
    if given.leash:
        Thread(target=_until_let_go, args=(server,), daemon=True).start()
    server.run()
    server.close()
    return 0


def _until_let_go(server: PulseServer) -> None:
    while sys.stdin.buffer.read(1):
        pass
    server.stop()


if __name__ == "__main__":
    sys.exit(main())
