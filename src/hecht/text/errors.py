"""What went wrong, in Dutch; in English it is what the error's class says of itself."""

from pathlib import PurePath
from traceback import extract_tb

from hecht.core import errors
from hecht.core.errors import HechtError

DUTCH: dict[type[HechtError], str] = {
    errors.NoSuchPathError: "Dit bestand of deze map is er niet:",
    errors.BadIdentifierError: "Dit is geen adres of kenmerk waar hecht iets mee kan:",
    errors.BadDateError: "Dit is geen datum (schrijf hem als 2026-11-16):",
    errors.BadLogError: "Een log heeft een nummer vanaf 1; HECHT_LOG is",
    errors.StoreBusyError: "Een ander hecht schrijft nu in dit log; probeer het zo nog eens.",
    errors.StoreUnusableError: "Het log is niet te openen of te beschrijven:",
    errors.NewerStoreError: "Dit log is door een nieuwere hecht geschreven; werk hecht bij.",
    errors.NobodyFoundError: "Niemand in het log heet",
    errors.SeveralFoundError: "Er zijn er meer die passen; noem een van:",
    errors.NoEgoError: "Het is niet duidelijk van wie dit log is; zeg het één keer met: hecht import --me ADRES",
    errors.WholeNetworkError: "Dit is het log van een heel netwerk, van niemand in het bijzonder; zie: hecht ties",
    errors.EmptyLogError: "Er is nog niets ingelezen; begin met: hecht import PAD",
    errors.BadRosterError: "Dit is geen tabel waar hecht iets mee kan:",
    errors.NoSuchColumnError: "Die kolom is er niet; wel deze:",
    errors.NobodyThereError: "Niemand in het log hoort bij de organisatie",
    errors.NoTeamError: "Zeg in het log van een heel netwerk voor wie het ertoe doet: --with NAAM (zo vaak als nodig) of --organisation NAAM.",
    errors.BadLayerError: "Een kring is 1 (het dichtst bij) tot 5, of 0 om het aan het log over te laten; niet:",
    errors.NoSuchMoveError: "Er is geen suggestie met dit kenmerk:",
    errors.OtherVerdictError: "keep en rest zijn voor mensen van een groep die ophield, done is voor de andere suggesties; hier niet:",
    errors.TooManyGoalsError: "Drie doelen is het meeste waar hecht op let; haal er eerst een weg.",
    errors.NoSuchGoalError: "Dit doel staat er niet bij:",
    errors.NoSuchOpenError: "Niets wat je als beloofd noteerde heeft dit kenmerk:",
    errors.NeverSharedError: "Meedenken blijft tussen jou en wie je vraagt; het wordt niet uitgezet, gedeeld of op een bijeenkomst gebracht.",
    errors.TooManyBridgesError: "Via drie mensen is het meeste waarlangs één vraag wordt uitgezet.",
    errors.NoSuchIntroductionError: "Er is geen voorstelling met dit kenmerk:",
    errors.NotReadyError: "Het gezamenlijke bericht kan één keer uit, nadat allebei ja zeiden.",
    errors.NoSuchGroupError: "Er is geen groep met dit kenmerk:",
    errors.BadInventoryError: "Dit is geen inventarisatie; de kolommen zijn organisation, situation, tried en needed:",
    errors.AddressError: "Dit adres was niet te lezen:",
    errors.NoExtraError: "Hiervoor is een deel nodig dat er niet bij zit; installeer hecht met de extra:",
    errors.CannotWriteError: "Dit is niet te schrijven:",
    errors.ItIsYouError: "Dat ben je zelf; noem iemand anders:",
    errors.NoSuchInteractionError: "Er is geen contactmoment met dit kenmerk waarvan de toon bekend is:",
    errors.NoSuchJobError: "Deze taak is er niet (meer).",
    errors.FileComingError: "Er komt nog een bestand binnen; wacht tot het er helemaal is.",
    errors.NoSuchSectorError: "Deze groep staat niet op de kaart.",
    errors.NoSuchProposalError: "Er is geen voorstel met dit kenmerk:",
    errors.NotAnAddressError: "Noem één adres of nummer van iemand; je ziet ze met: hecht person NAAM. Niet bekend:",
    errors.NotOwnAddressError: "Dit is geen adres van jezelf, of het enige:",
    errors.NothingToSplitError: "Dit is het enige adres dat hecht van deze persoon kent:",
    errors.NothingToUndoError: "Zo’n keuze is er niet, of die is al teruggedraaid.",
    errors.OwnAddressError: "Dit is een adres van jezelf; haal het eruit met: hecht people me --not ADRES. Het is",
    errors.SamePersonError: "Dit is al één persoon:",
    errors.BadAnswerError: "Dit is geen antwoord op deze vragen:",
    errors.NoSuchRoundError: "Er is geen vragenrondje van",
    errors.RoundClosedError: "Dit vragenrondje is gesloten.",
    errors.RoundOpenError: "Dit vragenrondje loopt nog; wat eruit komt is er als het sluit, op",
    errors.BadLinkError: "Deze link hoort niet bij dit vragenrondje.",
    errors.AnsweredError: "Met deze link is al geantwoord; veranderen kan op het apparaat waarop dat gebeurde.",
    errors.NotAgreedError: "Een rondje op naam is voor wie het goed vindt dat de anderen de antwoorden zien.",
    errors.TooFewPeopleError: "Voor een anoniem rondje zijn minstens vijf mensen nodig; deze groep telt er",
    errors.TooSoonError: "Een rondje zou nu verraden wat iemand in een ander rondje antwoordde; met deze mensen kan het vanaf",
    errors.TrustAskedError: "Naar vertrouwen is minder dan een half jaar geleden gevraagd; van vragen groeit het niet.",
    errors.NotByFileError: "Anonieme antwoorden gaan niet per bestand: wie het inleest ziet van wie het komt. Gebruik links, of antwoord op naam.",
    errors.BadClosingError: "Een rondje staat minstens een dag en hoogstens 60 dagen open; dit is niet zo’n datum:",
    errors.UnsafeArchiveError: "Dit archief is niet verder gelezen, want het kan gemaakt zijn om schade te doen:",
    errors.NoSuchCollaborationError: "Er is geen samenwerking die zo heet:",
    errors.CollaborationExistsError: "Er is al een samenwerking met deze naam:",
    errors.NobodyToWorkWithError: "Noem ook mensen van een andere organisatie, met --with NAAM; het staat niet bij de voorstellen:",
    errors.NoSuchPartyError: "Dit is geen van de partijen:",
    errors.NoSuchThingError: "Dit staat niet bij de samenwerking:",
    errors.UnknownWordError: "Dit woord is hier niet bekend:",
    errors.EmptyAskError: "Zeg in een paar woorden wat je zoekt of te bieden hebt.",
    errors.NoSuchAskError: "Er is geen vraag of aanbod met dit kenmerk:",
    errors.PastDayError: "Die dag is al voorbij.",
    errors.LakeTableError: "Een Delta- of Iceberg-tabel bewaart ook bestanden van eerdere versies; schrijf de versie die je wilt eerst als"
    " Parquet:",
    errors.NotALogError: "Dit is geen log in Parquet waar hecht iets mee kan (kolommen at, from en to):",
    errors.NotAnalysedError: "Hier staat geen analyse die af is; maak er een met: hecht organisation analyse LOG --out MAP. Niet in",
    errors.NoPurposeError: "Een rapport met namen zegt waar het voor is: --names --purpose TEKST",
    errors.BadGuestsError: "Deze lijst met mensen is niet te gebruiken (niemand, te veel, of iemand dubbel):",
    errors.NobodyToSeatError: "Zeg om wie het gaat: de naam van een samenwerking, --people BESTAND of --with NAAM.",
    errors.BadTablesError: "Zo veel mensen, tafels en rondes passen niet bij elkaar:",
    errors.ClashingWishesError: "Geen tafelindeling houdt zich aan alle wensen; deze gaan niet samen (+ bij elkaar, | uit elkaar):",
    errors.NoSeatingFoundError: "Er is geen tafelindeling gevonden met alle wensen (+ bij elkaar, | uit elkaar); probeer het met minder van:",
    errors.TooBrokenError: "Van dit bestand was zo veel niet te lezen dat het niet tot het einde is gelezen.",
}


def error_line(error: Exception, lang: str) -> str:
    """Say in one line what went wrong."""
    dutch = DUTCH.get(type(error)) if isinstance(error, HechtError) else None
    if lang != "nl" or dutch is None:
        return str(error)
    detail = error.detail if isinstance(error, HechtError) else ""
    return f"{dutch} {detail}".strip()


def crash_line(error: BaseException, lang: str) -> str:
    """Say in one line where hecht itself broke: the kind of error and the place in the program, never what it says.

    The text of an error that nobody foresaw may hold what was being read at that moment.
    """
    places = [frame for frame in extract_tb(error.__traceback__) if "hecht" in PurePath(frame.filename).parts]
    where = f", {PurePath(places[-1].filename).name}:{places[-1].lineno}" if places else ""
    what = f"{type(error).__name__}{where}"
    if lang == "nl":
        return f"hecht liep vast ({what}). Dat is een fout van hecht; wat al gelezen was, is bewaard. In deze regel staat niets uit je gegevens."
    return f"hecht broke down ({what}). That is a fault of hecht; what was already read is kept. Nothing of your data is in this line."
