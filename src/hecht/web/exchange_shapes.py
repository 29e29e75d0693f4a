"""The shapes of bringing and getting: asks and offers, an answer, what is open, introductions and groups."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from hecht.web.shapes import Day, Id, Who

StatedId = Annotated[str, Meta(pattern="^[0-9a-f]{16}$")]
Text = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]
Maybe = Annotated[str, Meta(max_length=500)]
Need = Literal["information", "support", "cooperation", "thinking_along"]
See = Literal["me", "others"]


class WishShape(Struct):
    """An ask or offer as it stands: whose (empty: the user's own), its words, and its facts in one line."""

    id: StatedId
    asked: bool
    mine: bool
    of: str
    text: str
    need: Need
    see: See
    facts: str


class NewWish(Struct):
    """An ask or offer to record."""

    asked: bool
    text: Text
    need: Need = "information"
    see: See = "me"
    until: Day | None = None


class Draft(Struct):
    """A message to begin with, for whom, and the address it goes to (may be empty)."""

    who: Who
    address: str
    text: str


class Found(Struct):
    """Somebody in an answer, or who leads into an organisation (`organisation` is then its name), with why."""

    who: Who | None
    organisation: str
    reason: str


class Replied(Struct):
    """What came back by mail after a question was put out."""

    who: Who
    words: str


class AnswerShape(Struct):
    """An ask with its answer in three parts, through whom it was put out, and what came back."""

    wish: WishShape
    heads: Annotated[list[str], Meta(max_length=3)]
    known: Annotated[list[Found], Meta(max_length=20)]
    ways: Annotated[list[Found], Meta(max_length=20)]
    met: Annotated[list[Found], Meta(max_length=20)]
    through: Annotated[list[Who], Meta(max_length=10)]
    replies: Annotated[list[Replied], Meta(max_length=100)]
    seen_through: str


class Drafts(Struct):
    """Messages to send."""

    rows: Annotated[list[Draft], Meta(max_length=50)]


class OpenThing(Struct):
    """Something that is open: mine or theirs, said in a line; `settles` when saying that it was done settles it."""

    id: StatedId
    mine: bool
    who: Who
    words: str
    settles: bool


class IntroductionShape(Struct):
    """An introduction: the two, where it stands in words, what to send now, and who has not answered yet."""

    id: StatedId
    step: Literal["asking", "ready", "sent", "stopped"]
    words: str
    people: Annotated[list[Who], Meta(max_length=2)]
    waits: Annotated[list[Who], Meta(max_length=2)]
    drafts: Annotated[list[Draft], Meta(max_length=2)]


class NewIntroduction(Struct):
    """Two people to introduce, and what each gains."""

    a: Id
    b: Id
    a_gains: Maybe = ""
    b_gains: Maybe = ""


class Said(Struct):
    """What one of the two said, or that the joint message went."""

    who: Id | None = None
    yes: bool | None = None
    sent: bool = False


class RowShape(Struct):
    """A row of an inventory."""

    organisation: str
    situation: str
    tried: str
    needed: str


class MemberShape(Struct):
    """Somebody in a group and what they are in it."""

    who: Who
    part: Literal["convener", "peer", "third"]


class GroupShape(Struct):
    """A group with the same problem, its inventory, what comes back in it, and when to look back, in words."""

    id: StatedId
    title: str
    day: Day | None
    interest: str
    members: Annotated[list[MemberShape], Meta(max_length=100)]
    inventory: Annotated[list[RowShape], Meta(max_length=200)]
    common: Annotated[list[str], Meta(max_length=10)]
    looks_back: Annotated[list[Day], Meta(max_length=2)]
    look_back: str
    collaboration: Annotated[str, Meta(pattern="^([0-9a-f]{16})?$")]
    invitations: Annotated[list[Draft], Meta(max_length=100)]


class NewGroup(Struct):
    """A group to begin."""

    title: Text
    peers: Annotated[list[Id], Meta(min_length=1, max_length=50)]
    third: Annotated[list[Id], Meta(max_length=20)] = []
    ask: Annotated[str, Meta(pattern="^([0-9a-f]{16})?$")] = ""
    day: Day | None = None


class GroupChange(Struct):
    """What the gathering brought out: its day, the common interest, or an inventory file that came back."""

    day: Day | None = None
    interest: Maybe | None = None
    inventory: Annotated[str, Meta(max_length=40_000)] | None = None


class Form(Struct):
    """The inventory as a page that works without a server."""

    name: str
    html: str


class Exchange(Struct):
    """Everything of the view: what one seeks and brings, what others do, what is open, introductions and groups."""

    wishes: Annotated[list[WishShape], Meta(max_length=500)]
    open: Annotated[list[OpenThing], Meta(max_length=500)]
    introductions: Annotated[list[IntroductionShape], Meta(max_length=200)]
    groups: Annotated[list[GroupShape], Meta(max_length=100)]


class Topic(Struct):
    """A word of titles shared with somebody, and how often and when last in words."""

    word: str
    words: str


class TheirExchange(Struct):
    """What somebody seeks and brings as the user noted it, and what titles shared with them were about."""

    wishes: Annotated[list[WishShape], Meta(max_length=100)]
    topics: Annotated[list[Topic], Meta(max_length=12)]
