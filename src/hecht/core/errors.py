"""One small exception class per thing that goes wrong; its docstring is the message a user sees."""


class HechtError(Exception):
    """Something went wrong in a way that hecht foresaw."""

    def __init__(self, detail: str = "") -> None:
        """Keep the detail (a place, a cause) that follows the class's own message."""
        super().__init__(detail)
        self.detail = detail

    def __str__(self) -> str:
        """Give the message: the docstring, then the detail."""
        text = (self.__doc__ or "").strip()
        return f"{text} {self.detail}".strip()


class NoSuchPathError(HechtError):
    """There is no such file or folder:"""


class BadIdentifierError(HechtError):
    """This is not an address or identifier that can be used:"""


class BadDateError(HechtError):
    """This is not a date (write it as 2026-11-16):"""


class BadLogError(HechtError):
    """A log has a number from 1; HECHT_LOG is"""


class StoreBusyError(HechtError):
    """Another hecht is writing in this log; try again in a moment."""


class StoreUnusableError(HechtError):
    """The log cannot be opened or written:"""


class NewerStoreError(HechtError):
    """This log was written by a newer hecht; please update."""


class NobodyFoundError(HechtError):
    """Nobody in the log is called"""


class SeveralFoundError(HechtError):
    """More than one person fits; name one of:"""


class NoEgoError(HechtError):
    """It is not clear whose log this is; say it once with: hecht import --me ADDRESS"""


class WholeNetworkError(HechtError):
    """This is the log of a whole network, of nobody in particular; see: hecht ties"""


class EmptyLogError(HechtError):
    """Nothing was imported yet; begin with: hecht import PATH"""


class BadLayerError(HechtError):
    """A circle is 1 (nearest) to 5, or 0 to leave it to the log; not:"""


class NoSuchMoveError(HechtError):
    """There is no suggestion with this id:"""


class OtherVerdictError(HechtError):
    """keep and rest are for people to look at again, done is for the other suggestions; not here:"""


class NoSuchInteractionError(HechtError):
    """There is no interaction with this id whose tone is known:"""


class TooManyGoalsError(HechtError):
    """Three goals is the most that hecht looks at; take one away first."""


class NoSuchGoalError(HechtError):
    """This goal is not among yours:"""


class BadAnswerError(HechtError):
    """This is not an answer to these questions:"""


class NoSuchRoundError(HechtError):
    """There is no round of questions of"""


class RoundClosedError(HechtError):
    """This round of questions is closed."""


class RoundOpenError(HechtError):
    """This round of questions is still open; what comes out is there when it closes, on"""


class BadLinkError(HechtError):
    """This link does not belong to this round of questions."""


class AnsweredError(HechtError):
    """This link was used already; what was answered can be changed on the device it was answered on."""


class NotAgreedError(HechtError):
    """A round by name is for those who agree that the others see their answers."""


class TooFewPeopleError(HechtError):
    """An anonymous round needs at least five people; this group has"""


class TooSoonError(HechtError):
    """A round now would give away what somebody answered in another one; with these people it can be from"""


class TrustAskedError(HechtError):
    """Trust was asked after less than half a year ago; it does not grow by asking."""


class NotByFileError(HechtError):
    """Anonymous answers do not go by file: who reads the file in sees from whom it came. Use links, or answer by name."""


class BadClosingError(HechtError):
    """A round stays open for at least a day and at most 60 days; this is not such a date:"""


class UnsafeArchiveError(HechtError):
    """This archive was not read further, because it may be made to do harm:"""


class TooBrokenError(HechtError):
    """So much of this file could not be read that it was not read to its end."""


class ItIsYouError(HechtError):
    """That is you; name somebody else:"""


class FileComingError(HechtError):
    """A file is still coming in; wait until it is whole."""


class NoSuchSectorError(HechtError):
    """There is no such group on the map."""


class NoSuchProposalError(HechtError):
    """There is no proposal with this id:"""


class SamePersonError(HechtError):
    """These are one person already:"""


class NotAnAddressError(HechtError):
    """Name one address or number of a person; see them with: hecht person NAME. Not known:"""


class NothingToSplitError(HechtError):
    """This is the only address that hecht knows of this person:"""


class OwnAddressError(HechtError):
    """This is one of your own addresses; take it out with: hecht people me --not ADDRESS. It is"""


class NotOwnAddressError(HechtError):
    """This is not one of your own addresses, or the only one:"""


class NothingToUndoError(HechtError):
    """There is no such decision, or it was undone already."""


class NoSuchOpenError(HechtError):
    """Nothing that you noted as promised has this id:"""


class NeverSharedError(HechtError):
    """Thinking along stays between you and the one you ask; it is not put out, shared or gathered about."""


class TooManyBridgesError(HechtError):
    """Three people is the most through whom one question is put out."""


class NoSuchIntroductionError(HechtError):
    """There is no introduction with this id:"""


class NotReadyError(HechtError):
    """The joint message can go once, after both said yes."""


class NoSuchGroupError(HechtError):
    """There is no group with this id:"""


class BadInventoryError(HechtError):
    """This is not an inventory; its columns are organisation, situation, tried and needed:"""


class AddressError(HechtError):
    """This address could not be read:"""


class NoSuchJobError(HechtError):
    """There is no such job."""


class BadRosterError(HechtError):
    """This is not a table that can be used:"""


class NoSuchColumnError(HechtError):
    """There is no such column; there are:"""


class NoTeamError(HechtError):
    """In a whole network's log, say for whom it matters: --with NAME (as often as needed) or --organisation NAME."""


class NobodyThereError(HechtError):
    """Nobody in the log belongs to the organisation"""


class NoExtraError(HechtError):
    """This needs a part that is not installed; install hecht with the extra:"""


class CannotWriteError(HechtError):
    """This cannot be written:"""


class NoSuchCollaborationError(HechtError):
    """There is no collaboration called:"""


class CollaborationExistsError(HechtError):
    """There is a collaboration of this name already:"""


class NobodyToWorkWithError(HechtError):
    """Name people of another organisation too, with --with NAME; it is not among what is proposed:"""


class NoSuchPartyError(HechtError):
    """This is not one of the parties:"""


class NoSuchThingError(HechtError):
    """This is not recorded of the collaboration:"""


class UnknownWordError(HechtError):
    """This word is not known here:"""


class EmptyAskError(HechtError):
    """Say in some words what you seek or bring."""


class NoSuchAskError(HechtError):
    """There is no ask or offer with this id:"""


class PastDayError(HechtError):
    """That day has passed already."""


class NotALogError(HechtError):
    """This is no log in Parquet that can be analysed (columns at, from and to):"""


class LakeTableError(HechtError):
    """A Delta or Iceberg table keeps files of earlier versions beside those that count; write the version you want as Parquet first:"""


class NotAnalysedError(HechtError):
    """There is no finished analysis here; make one with: hecht organisation analyse LOG --out DIR. Not in"""


class NoPurposeError(HechtError):
    """A report with names says what it is for: --names --purpose TEXT"""


class BadGuestsError(HechtError):
    """This list of people cannot be used (nobody, too many, or somebody twice):"""


class NobodyToSeatError(HechtError):
    """Say whom it is about: the name of a collaboration, --people FILE, or --with NAME."""


class BadTablesError(HechtError):
    """This many people, tables and rounds do not fit:"""


class ClashingWishesError(HechtError):
    """No seating at these tables keeps to all wishes; these clash (+ together, | apart):"""


class NoSeatingFoundError(HechtError):
    """No seating was found that keeps to all wishes (+ together, | apart); try fewer of:"""
