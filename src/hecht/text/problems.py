"""What went wrong, in the user's language, for replies of the page's server; nothing that was sent is said back."""

PROBLEMS = {
    "nl": {
        "bad_request": "Deze vraag is niet te begrijpen.",
        "no_token": "Deze pagina hoort bij een hecht dat niet meer draait. Open de link die hecht nu laat zien.",
        "other_host": "hecht antwoordt alleen op deze computer.",
        "other_origin": "Deze vraag kwam van een andere pagina en is geweigerd.",
        "wrong_method": "Zo kan dat hier niet.",
        "not_found": "Dat is hier niet.",
        "nobody": "Deze persoon staat niet (meer) in je log.",
        "no_move": "Deze suggestie is er niet meer.",
        "empty_log": "Er is nog niets ingelezen.",
        "no_ego": "Het is nog niet duidelijk wie jij bent in dit log.",
        "whole_network": "Dit is het log van een heel netwerk; er is geen jij.",
        "bad_date": "Dat is geen datum.",
        "busy": "Er wordt net in het log geschreven. Probeer het zo nog eens.",
        "newer": "Dit log is door een nieuwere hecht geschreven; werk hecht bij.",
        "unusable": "Het log is niet te openen of te beschrijven.",
        "too_large": "Dat is te groot.",
        "no_space": "Er is te weinig ruimte op de schijf.",
        "no_such_job": "Dit inlezen is er niet meer.",
        "not_possible": "Dat kan hier niet.",
        "went_wrong": "Er ging hier iets mis. Het log is niet veranderd.",
    },
    "en": {
        "bad_request": "This request cannot be understood.",
        "no_token": "This page belongs to a hecht that no longer runs. Open the link that hecht shows now.",
        "other_host": "hecht answers on this computer only.",
        "other_origin": "This request came from another page and was refused.",
        "wrong_method": "That cannot be done this way.",
        "not_found": "There is no such thing here.",
        "nobody": "This person is not in your log (any more).",
        "no_move": "This suggestion is no longer there.",
        "empty_log": "Nothing was read in yet.",
        "no_ego": "It is not clear yet who you are in this log.",
        "whole_network": "This is the log of a whole network; there is no you.",
        "bad_date": "That is not a date.",
        "busy": "The log is being written at this moment. Try again shortly.",
        "newer": "This log was written by a newer hecht; please update.",
        "unusable": "The log cannot be opened or written.",
        "too_large": "That is too large.",
        "no_space": "There is too little room on the disk.",
        "no_such_job": "This import is no longer there.",
        "not_possible": "That is not possible here.",
        "went_wrong": "Something went wrong here. The log was not changed.",
    },
}


def problem(code: str, status: int, lang: str) -> dict[str, str | int]:
    """Give a problem (RFC 9457) with a code for programs and a title for people."""
    return {"type": f"urn:hecht:{code}", "title": PROBLEMS[lang][code], "status": status, "code": code}
