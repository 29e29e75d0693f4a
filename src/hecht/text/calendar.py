"""Lines of an iCalendar file: escaping what strangers wrote, and folding, as RFC 5545 asks."""


def escaped(text: str) -> str:
    """Escape a text value of iCalendar (RFC 5545 3.3.11); what strangers wrote cannot begin a line of its own."""
    clean = "".join(letter for letter in text if letter == "\n" or letter.isprintable())
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """Fold a line at 75 octets (RFC 5545 3.1), never inside a letter."""
    parts: list[str] = []
    held = ""
    for letter in line:
        if len((held + letter).encode()) > (75 if not parts else 74):
            parts.append(held)
            held = ""
        held += letter
    return "\r\n ".join([*parts, held])


def calendar(name: str, lines: list[str]) -> str:
    """Give a whole calendar of lines of events, with the name of what made it."""
    every = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//hecht//{name}//EN", *lines, "END:VCALENDAR"]
    return "".join(f"{folded(line)}\r\n" for line in every)
