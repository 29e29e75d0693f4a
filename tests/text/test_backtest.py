"""A backtest in words: whole sentences, and what is said when there is too little."""
# ruff: noqa: ISC004 - sentences are longer than a line

from datetime import date

from hecht.core.days import to_day
from hecht.core.ties.backtest import Backtest, Outcome
from hecht.core.ties.judging import Bin
from hecht.text.backtest import backtest_lines, backtest_rows

NOW = to_day(date(2026, 11, 16))
TABLE = (Bin(0.0, 0.1, 900, 0.049, 0.06), Bin(0.7, 0.8, 100, 0.75, 0.71))
MONTH = Outcome(30, 12, 104, 1000, 0.31, 0.834, 0.794, 0.81, 0.1234, 0.2139, 0.04, TABLE)
FEW = Outcome(90, 1, 1, 7)
WAKE = Outcome(90, 9, 60, 240, 0.04, 0.68, 0.61, 0.66, 0.1, 0.12, 0.03, TABLE)


def test_in_dutch() -> None:
    assert list(backtest_lines(Backtest((MONTH, FEW), WAKE), NOW, "nl")) == [
        "Nagerekend op dit log tot 16 november 2026: wat hecht op eerdere dagen gezegd zou hebben, met wat er toen bekend"
        " was, naast wat er kwam.",
        "",
        "Binnen een maand: vanaf twaalf dagen bekeken, 1000 keer een van 104 contacten; in drie van de tien was er contact.",
        "  Van een contact dat kwam en een dat uitbleef had hecht 83 van de 100 keer het goede hoger staan (AUC); wie alleen"
        " kijkt wie het laatst iets liet horen 79, wie alleen kijkt hoe vaak 81. Gokken is 50.",
        "  Wat hecht zei en wat er kwam lagen gemiddeld 4 van de 100 uit elkaar (ECE); gemiddelde fout in het kwadraat 0,123"
        " (Brier), tegen 0,214 voor wie altijd hetzelfde zegt.",
        "  gezegd        gekomen         hoe vaak gezegd",
        "  5 van de 100  6 van de 100    900",
        "  75 van de 100 71 van de 100   100",
        "",
        "Binnen drie maanden: hier is nog te weinig voor (7 keer bekeken; 200 is het minste, en van beide uitkomsten 10).",
        "",
        "Contacten die drie maanden stil waren: vanaf negen dagen bekeken, 240 keer een van 60 contacten; in minder dan één"
        " van de twintig kwam er binnen drie maanden weer contact.",
        "  Van een dat terugkwam en een dat stil bleef had hecht 68 van de 100 keer het goede hoger staan (AUC); wie alleen"
        " kijkt hoe kort het stil is 61, wie alleen kijkt hoe vaak er contact was 66.",
    ]


def test_in_english_when_something_simpler_does_better() -> None:
    worse = Outcome(180, 1, 104, 1000, 0.12, 0.7, 0.76, 0.6, 0.1, 0.1056, 0.02, TABLE)
    assert list(backtest_lines(Backtest((worse,), FEW), NOW, "en"))[2:6] == [
        "Within half a year: seen from one day, 1000 times one of 104 contacts; in one in ten there was contact.",
        "  Of one contact that came and one that did not, hecht had the right one higher 70 times in 100 (AUC); going by who"
        " was in touch last 76, going by how often 60. Guessing is 50.",
        "  What hecht said and what came were 2 in 100 apart on average (ECE); mean squared error 0.100 (Brier), against"
        " 0.106 for always saying the same.",
        "  On this log, looking at just that sees it more sharply than hecht does.",
    ]
    assert list(backtest_lines(Backtest((worse,), FEW), NOW, "en"))[-1] == (
        "Contacts that had been quiet for three months: there is too little for this yet (looked at 7 times; 200 is the"
        " least, and 10 of either outcome)."
    )


def test_as_rows() -> None:
    month, few, wake = backtest_rows(Backtest((MONTH, FEW), WAKE))
    assert (month["what"], month["horizon"], month["auc"], month["ece"]) == ("contact", 30, 0.834, 0.04)
    assert month["table"][0] == {"low": 0.0, "high": 0.1, "times": 900, "said": 0.049, "came": 0.06}
    assert (few["tie_windows"], few["auc"], few["table"]) == (7, None, [])
    assert (wake["what"], wake["windows"]) == ("wake", 9)
