"""What each template is given: one frozen dataclass a template, and the small views that they are made of.

A template sees two names: `page`, the context of its own kind below, and `shell`, what every page has. Everything is
already in the page's language, in order and linked; addresses are relative to the page. Wherever a text comes from
data it is a `Phrase`, which knows its own language and direction: print it with `{{ run(phrase) }}`, or put
`{{ attributes(phrase) }}` on a block element that holds nothing else.
"""

from __future__ import annotations

from waqai.site.contexts.briefing import (
    Briefing,
    BriefingAgreement,
    BriefingClaim,
    BriefingDiffer,
    BriefingEvent,
    BriefingHop,
    BriefingMonth,
)
from waqai.site.contexts.chronicle import Asked, EventCard, Month, PeriodLink, PeriodPage, Said
from waqai.site.contexts.citing import CitationFile, CitedReport, Citing
from waqai.site.contexts.data import DataPage, DataSet, DataVersion, Explanation, FileLink, Offer, OfferGroup
from waqai.site.contexts.embeds import (
    EmbedAgreement,
    EmbedBuilder,
    EmbedEvent,
    EmbedList,
    EmbedShell,
    EmbedState,
    EmbedStrip,
    Snippet,
    ViewChoice,
    ViewGroup,
)
from waqai.site.contexts.finding import Letter, NameEntry, NamesGroup, NamesPage, SearchPage
from waqai.site.contexts.gatherings import (
    Chooser,
    ChooserEntry,
    CorrectionsPage,
    Counted,
    DayMoved,
    DaysPage,
    EventGroup,
    IndexGroup,
    IndexItem,
    IndexPage,
    Jump,
    MatrixCell,
    MatrixDay,
    MatrixRow,
    MonthOfDays,
    NamedActor,
    NamingPage,
    NotFound,
    NotFoundPart,
    OfflinePage,
    Paging,
    Prose,
    Selection,
    StatePage,
    YearOfDays,
)
from waqai.site.contexts.home import Awaited, Contest, Facet, FacetOption, FileRow, Home
from waqai.site.contexts.maps import MapPoint, MapView
from waqai.site.contexts.records import (
    ActorPage,
    AgreementPage,
    Elsewhere,
    EventPage,
    Listed,
    Moved,
    NameRow,
    PlacePage,
    PositionView,
    Question,
    SourcePage,
    StateRow,
    TermView,
    TopicPage,
)
from waqai.site.contexts.runs import (
    Link,
    Phrase,
)
from waqai.site.contexts.shell import (
    Alternate,
    CardImage,
    FeedLink,
    NavItem,
    Shell,
)
from waqai.site.contexts.strip import (
    Column,
    Lane,
    Lines,
    Mark,
    Plane,
    Run,
    Spot,
    Stretch,
    Strip,
    Thread,
    Tick,
)
from waqai.site.contexts.suggesting import Choice, FileLine, KnownName, KnownNames, SuggestPage, TextLanguage
from waqai.site.contexts.translations import TranslationGroup, TranslationsPage
from waqai.site.contexts.views import (
    ChangeView,
    ClaimLink,
    ClaimView,
    DateView,
    DifferView,
    EventLink,
    HopView,
    ImageView,
    MoveView,
    NameUsed,
    RelatedGroup,
    Rest,
    RoleGroup,
    SaidView,
    SourceView,
    StandingView,
    StateView,
    VariantView,
    VersionView,
)

Context = (
    Chooser
    | Home
    | EventPage
    | ActorPage
    | PlacePage
    | TopicPage
    | AgreementPage
    | SourcePage
    | IndexPage
    | PeriodPage
    | Selection
    | StatePage
    | DaysPage
    | CorrectionsPage
    | NamingPage
    | TranslationsPage
    | DataPage
    | SuggestPage
    | NamesPage
    | SearchPage
    | Prose
    | NotFound
    | OfflinePage
    | Moved
    | Briefing
    | EmbedList
    | EmbedEvent
    | EmbedAgreement
    | EmbedState
    | EmbedStrip
    | EmbedBuilder
)
TEMPLATES: dict[type, str] = {
    Chooser: "timeline/chooser.html",
    Home: "timeline/home.html",
    EventPage: "timeline/event.html",
    ActorPage: "timeline/actor.html",
    PlacePage: "timeline/place.html",
    TopicPage: "timeline/topic.html",
    AgreementPage: "timeline/agreement.html",
    SourcePage: "timeline/source.html",
    IndexPage: "timeline/index.html",
    PeriodPage: "timeline/period.html",
    Selection: "timeline/selection.html",
    StatePage: "timeline/state.html",
    DaysPage: "timeline/days.html",
    CorrectionsPage: "timeline/corrections.html",
    NamingPage: "timeline/naming.html",
    TranslationsPage: "timeline/translations.html",
    DataPage: "timeline/data.html",
    SuggestPage: "timeline/suggest.html",
    NamesPage: "timeline/names.html",
    SearchPage: "timeline/search.html",
    Prose: "timeline/prose.html",
    NotFound: "timeline/not_found.html",
    OfflinePage: "timeline/offline.html",
    Moved: "timeline/moved.html",
    Briefing: "timeline/briefing.html",
    EmbedList: "timeline/embed_list.html",
    EmbedEvent: "timeline/embed_event.html",
    EmbedAgreement: "timeline/embed_agreement.html",
    EmbedState: "timeline/embed_state.html",
    EmbedStrip: "timeline/embed_strip.html",
    EmbedBuilder: "timeline/embed_builder.html",
}
EMBEDS = frozenset({EmbedList, EmbedEvent, EmbedAgreement, EmbedState, EmbedStrip})
"""Those whose template gets an `EmbedShell` in the place of a `Shell`."""

__all__ = [
    "EMBEDS",
    "TEMPLATES",
    "ActorPage",
    "AgreementPage",
    "Alternate",
    "Asked",
    "Awaited",
    "Briefing",
    "BriefingAgreement",
    "BriefingClaim",
    "BriefingDiffer",
    "BriefingEvent",
    "BriefingHop",
    "BriefingMonth",
    "CardImage",
    "ChangeView",
    "Choice",
    "Chooser",
    "ChooserEntry",
    "CitationFile",
    "CitedReport",
    "Citing",
    "ClaimLink",
    "ClaimView",
    "Column",
    "Contest",
    "Context",
    "CorrectionsPage",
    "Counted",
    "DataPage",
    "DataSet",
    "DataVersion",
    "DateView",
    "DayMoved",
    "DaysPage",
    "DifferView",
    "Elsewhere",
    "EmbedAgreement",
    "EmbedBuilder",
    "EmbedEvent",
    "EmbedList",
    "EmbedShell",
    "EmbedState",
    "EmbedStrip",
    "EventCard",
    "EventGroup",
    "EventLink",
    "EventPage",
    "Explanation",
    "Facet",
    "FacetOption",
    "FeedLink",
    "FileLine",
    "FileLink",
    "FileRow",
    "Home",
    "HopView",
    "ImageView",
    "IndexGroup",
    "IndexItem",
    "IndexPage",
    "Jump",
    "KnownName",
    "KnownNames",
    "Lane",
    "Letter",
    "Lines",
    "Link",
    "Listed",
    "MapPoint",
    "MapView",
    "Mark",
    "MatrixCell",
    "MatrixDay",
    "MatrixRow",
    "Month",
    "MonthOfDays",
    "MoveView",
    "Moved",
    "NameEntry",
    "NameRow",
    "NameUsed",
    "NamedActor",
    "NamesGroup",
    "NamesPage",
    "NamingPage",
    "NavItem",
    "NotFound",
    "NotFoundPart",
    "Offer",
    "OfferGroup",
    "OfflinePage",
    "Paging",
    "PeriodLink",
    "PeriodPage",
    "Phrase",
    "PlacePage",
    "Plane",
    "PositionView",
    "Prose",
    "Question",
    "RelatedGroup",
    "Rest",
    "RoleGroup",
    "Run",
    "Said",
    "SaidView",
    "SearchPage",
    "Selection",
    "Shell",
    "Snippet",
    "SourcePage",
    "SourceView",
    "Spot",
    "StandingView",
    "StatePage",
    "StateRow",
    "StateView",
    "Stretch",
    "Strip",
    "SuggestPage",
    "TermView",
    "TextLanguage",
    "Thread",
    "Tick",
    "TopicPage",
    "TranslationGroup",
    "TranslationsPage",
    "VariantView",
    "VersionView",
    "ViewChoice",
    "ViewGroup",
    "YearOfDays",
]
