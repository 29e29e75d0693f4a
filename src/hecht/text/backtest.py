"""A backtest in words: how often it was right, what was said against what came, and when there is too little to say."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from hecht.text.measures import number, on_day

if TYPE_CHECKING:
    from hecht.core.ties.backtest import Backtest, Outcome

_WITHIN = {
    "nl": {30: "Binnen een maand", 90: "Binnen drie maanden", 180: "Binnen een half jaar"},
    "en": {30: "Within a month", 90: "Within three months", 180: "Within half a year"},
}


def backtest_lines(found: "Backtest", as_of: int, lang: str) -> Iterator[str]:
    """Give a backtest in lines for anyone; the names that experts use stand in brackets."""
    day = on_day(as_of, 0, lang)
    if lang == "nl":
        yield f"Nagerekend op dit log tot {day}: wat hecht op eerdere dagen gezegd zou hebben, met wat er toen bekend was, naast wat er kwam."
    else:
        yield f"Worked out on this log up to {day}: what hecht would have said on earlier days, from what was known then, beside what came."
    for outcome in found.contact:
        yield ""
        yield from _contact(outcome, lang)
    yield ""
    yield from _wake(found.wake, lang)


def backtest_rows(found: "Backtest") -> list[dict[str, Any]]:
    """Give a backtest as rows: one for contact at each horizon, one for waking."""
    return [_row("contact", outcome) for outcome in found.contact] + [_row("wake", found.wake)]


def _row(what: str, outcome: "Outcome") -> dict[str, Any]:
    return {
        "what": what,
        "horizon": outcome.horizon,
        "windows": outcome.windows,
        "ties": outcome.ties,
        "tie_windows": outcome.count,
        "came": _rounded(outcome.came),
        "auc": _rounded(outcome.auc),
        "auc_recency": _rounded(outcome.auc_recency),
        "auc_frequency": _rounded(outcome.auc_frequency),
        "brier": _rounded(outcome.brier),
        "brier_same": _rounded(outcome.brier_same),
        "ece": _rounded(outcome.ece),
        "table": [
            {
                "low": one.low,
                "high": one.high,
                "times": one.times,
                "said": round(one.said, 4),
                "came": round(one.came, 4),
            }
            for one in outcome.table
        ],
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _contact(outcome: "Outcome", lang: str) -> Iterator[str]:
    within = _WITHIN[lang][outcome.horizon]
    if outcome.came is None:
        yield f"{within}: {_too_little(outcome, lang)}"
        return
    looked = _looked(outcome, lang)
    if lang == "nl":
        yield f"{within}: {looked}; in {_tenths(outcome.came, lang)} was er contact."
        yield f"  Van een contact dat kwam en een dat uitbleef had hecht {_hundred(outcome.auc)} van de 100 keer het goede hoger staan (AUC); wie alleen kijkt wie het laatst iets liet horen {_hundred(outcome.auc_recency)}, wie alleen kijkt hoe vaak {_hundred(outcome.auc_frequency)}. Gokken is 50."
        yield f"  Wat hecht zei en wat er kwam lagen gemiddeld {_hundred(outcome.ece)} van de 100 uit elkaar (ECE); gemiddelde fout in het kwadraat {_three(outcome.brier, lang)} (Brier), tegen {_three(outcome.brier_same, lang)} voor wie altijd hetzelfde zegt."
        if _beaten(outcome):
            yield "  Op dit log ziet wie alleen daarop let het hier scherper dan hecht."
        heads = "  gezegd", "gekomen", "hoe vaak gezegd"
    else:
        yield f"{within}: {looked}; in {_tenths(outcome.came, lang)} there was contact."
        yield f"  Of one contact that came and one that did not, hecht had the right one higher {_hundred(outcome.auc)} times in 100 (AUC); going by who was in touch last {_hundred(outcome.auc_recency)}, going by how often {_hundred(outcome.auc_frequency)}. Guessing is 50."
        yield f"  What hecht said and what came were {_hundred(outcome.ece)} in 100 apart on average (ECE); mean squared error {_three(outcome.brier, lang)} (Brier), against {_three(outcome.brier_same, lang)} for always saying the same."
        if _beaten(outcome):
            yield "  On this log, looking at just that sees it more sharply than hecht does."
        heads = "  said", "came", "how often said"
    yield f"{heads[0]:<16}{heads[1]:<16}{heads[2]}"
    unit = "van de 100" if lang == "nl" else "in 100"
    for one in outcome.table:
        yield f"  {f'{_hundred(one.said)} {unit}':<14}{f'{_hundred(one.came)} {unit}':<16}{one.times}"


def _wake(outcome: "Outcome", lang: str) -> Iterator[str]:
    if outcome.came is None:
        head = (
            "Contacten die drie maanden stil waren" if lang == "nl" else "Contacts that had been quiet for three months"
        )
        yield f"{head}: {_too_little(outcome, lang)}"
        return
    looked = _looked(outcome, lang)
    if lang == "nl":
        yield f"Contacten die drie maanden stil waren: {looked}; in {_tenths(outcome.came, lang)} kwam er binnen drie maanden weer contact."
        yield f"  Van een dat terugkwam en een dat stil bleef had hecht {_hundred(outcome.auc)} van de 100 keer het goede hoger staan (AUC); wie alleen kijkt hoe kort het stil is {_hundred(outcome.auc_recency)}, wie alleen kijkt hoe vaak er contact was {_hundred(outcome.auc_frequency)}."
    else:
        yield f"Contacts that had been quiet for three months: {looked}; in {_tenths(outcome.came, lang)} contact came back within three months."
        yield f"  Of one that came back and one that stayed quiet, hecht had the right one higher {_hundred(outcome.auc)} times in 100 (AUC); going by how short the silence is {_hundred(outcome.auc_recency)}, going by how much contact there was {_hundred(outcome.auc_frequency)}."


def _beaten(outcome: "Outcome") -> bool:
    return (outcome.auc or 0.0) < max(outcome.auc_recency or 0.0, outcome.auc_frequency or 0.0)


def _looked(outcome: "Outcome", lang: str) -> str:
    if lang == "nl":
        days = "één dag" if outcome.windows == 1 else f"{number(outcome.windows, lang)} dagen"
        people = "één contact" if outcome.ties == 1 else f"{outcome.ties} contacten"
        return f"vanaf {days} bekeken, {outcome.count} keer een van {people}"
    days = "one day" if outcome.windows == 1 else f"{number(outcome.windows, lang)} days"
    people = "one contact" if outcome.ties == 1 else f"{outcome.ties} contacts"
    return f"seen from {days}, {outcome.count} times one of {people}"


def _too_little(outcome: "Outcome", lang: str) -> str:
    if lang == "nl":
        return (
            f"hier is nog te weinig voor ({outcome.count} keer bekeken; 200 is het minste, en van beide uitkomsten 10)."
        )
    return f"there is too little for this yet (looked at {outcome.count} times; 200 is the least, and 10 of either outcome)."


def _tenths(part: float, lang: str) -> str:
    tenths = round(10 * part)
    if lang == "nl":
        return (
            f"{'één' if tenths == 1 else number(tenths, lang)} van de tien"
            if tenths
            else "minder dan één van de twintig"
        )
    return f"{number(tenths, lang)} in ten" if tenths else "fewer than one in twenty"


def _hundred(part: float | None) -> int:
    return round(100 * (part or 0.0))


def _three(value: float | None, lang: str) -> str:
    text = f"{value or 0.0:.3f}"
    return text.replace(".", ",") if lang == "nl" else text
