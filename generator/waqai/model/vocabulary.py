"""The closed word lists of the model: event types, roles, relations, states and the rest.

Each list is written once, here. The models check against it, the JSON Schema and the documentation are generated from
it, and the catalogues translate its labels (context = the list's name, as in `pgettext("role", "party")`).
A site may add event types, relations and states with labels of their own in `timeline.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from waqai.problems import N_

StateMark = Literal["open", "half", "full", "shut", "heavy", "split", "dots"]
"""The square that stands for a state: empty, lower half, full, bar across, heavy frame, two brackets, dotted."""


@dataclass(frozen=True, slots=True)
class Word:
    """One entry of a list."""

    key: str
    label: str
    """Message id; its gettext context is the name of the list."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link between two entries; only the forward direction is stored, the other is computed."""

    key: str
    label: str
    inverse: str
    """Key of the computed direction; equal to `key` for a symmetric relation."""
    inverse_label: str
    needs_claim: bool = False
    """Whether somebody has to have said so: the link must name the claim that it rests on."""


@dataclass(frozen=True, slots=True)
class State:
    """A state of play of a topic, an agreement or one of its terms."""

    key: str
    label: str
    mark: StateMark
    after: tuple[str, ...] = ()
    """States of which one must have been reached before; empty where the state can be the first."""


def _words(*pairs: tuple[str, str]) -> Mapping[str, Word]:
    return {key: Word(key, label) for key, label in pairs}


def _relations(*relations: Relation) -> Mapping[str, Relation]:
    return {relation.key: relation for relation in relations}


def _states(*states: State) -> Mapping[str, State]:
    return {state.key: state for state in states}


EVENT_TYPES = _words(
    ("talks", N_("Talks")),
    ("visit", N_("Visit")),
    ("statement", N_("Statement")),
    ("proposal", N_("Proposal")),
    ("agreement", N_("Agreement")),
    ("implementation", N_("Implementation")),
    ("violation", N_("Violation")),
    ("mediation", N_("Mediation")),
    ("deadline", N_("Deadline")),
    ("measure", N_("Measure")),
    ("incident", N_("Incident")),
    ("release", N_("Release")),
    ("report", N_("Report")),
    ("decision", N_("Decision")),
    ("episode", N_("Episode")),
    ("context", N_("Context")),
)

ROLES = _words(
    ("party", N_("party")),
    ("delegation", N_("delegation")),
    ("mediator", N_("mediator")),
    ("sponsor", N_("sponsor")),
    ("host", N_("host")),
    ("guarantor", N_("guarantor")),
    ("speaker", N_("speaker")),
    ("target", N_("target")),
    ("affected", N_("affected")),
    ("signatory", N_("signatory")),
    ("observer", N_("observer")),
)

RELATIONS = _relations(
    Relation("part-of", N_("Part of"), "includes", N_("Includes")),
    Relation("follows", N_("Follows"), "followed-by", N_("Followed by")),
    Relation("responds-to", N_("Responds to"), "answered-by", N_("Answered by")),
    Relation("results-from", N_("Results from"), "led-to", N_("Led to"), needs_claim=True),
    Relation("implements", N_("Implements"), "implemented-in", N_("Implemented in")),
    Relation("violates", N_("Violates"), "breached-in", N_("Breached in"), needs_claim=True),
    Relation("reports-on", N_("Reports on"), "reported-by", N_("Reported by")),
    Relation("confirms", N_("Confirms"), "confirmed-by", N_("Confirmed by")),
    Relation("supersedes", N_("Supersedes"), "superseded-by", N_("Superseded by")),
    Relation("corrects", N_("Corrects"), "corrected-by", N_("Corrected by")),
    Relation("contradicts", N_("Contradicts"), "contradicts", N_("Contradicts")),
    Relation("see-also", N_("See also"), "see-also", N_("See also")),
)

TOPIC_STATES = _states(
    State("on-the-table", N_("On the table"), "open"),
    State("discussed", N_("Discussed"), "open"),
    State("no-agreement", N_("No agreement"), "shut"),
    State("agreed-in-principle", N_("Agreed in principle"), "half"),
    State("agreed", N_("Agreed"), "full"),
    State("imposed", N_("Imposed"), "heavy"),
    State("eased", N_("Eased"), "half", after=("imposed", "eased")),
    State("lifted", N_("Lifted"), "full", after=("imposed", "eased")),
    State("stalled", N_("Stalled"), "shut"),
    State("closed", N_("Closed"), "full"),
)

_KNOWN = ("reported", "announced", "signed", "in-force", "disputed", "partly-done")
AGREEMENT_STATES = _states(
    State("reported", N_("Reported"), "open"),
    State("announced", N_("Announced"), "open"),
    State("signed", N_("Signed"), "half"),
    State("in-force", N_("In force"), "full"),
    State("disputed", N_("Implementation disputed"), "split"),
    State("partly-done", N_("Partly done"), "half"),
    State("done", N_("Done"), "full", after=_KNOWN),
    State("broken", N_("Broken"), "shut", after=(*_KNOWN, "done")),
    State("superseded", N_("Superseded"), "shut", after=(*_KNOWN, "done", "broken")),
    State("denied", N_("Denied"), "shut"),
)

ACTOR_KINDS = _words(
    ("person", N_("Person")),
    ("group", N_("Group")),
    ("force", N_("Armed or security force")),
    ("institution", N_("Institution")),
    ("state", N_("State")),
    ("media", N_("News medium")),
    ("office", N_("Office")),
    ("delegation", N_("Delegation")),
    ("anonymous", N_("Unnamed source")),
)

PLACE_KINDS = _words(
    ("city", N_("City")),
    ("neighbourhood", N_("Neighbourhood")),
    ("area", N_("Area")),
    ("governorate", N_("Governorate")),
    ("country", N_("Country")),
    ("site", N_("Site")),
)

ACTOR_KIND_HEADINGS = {
    "person": N_("People"),
    "group": N_("Groups"),
    "force": N_("Armed and security forces"),
    "institution": N_("Institutions"),
    "state": N_("States"),
    "media": N_("News media"),
    "office": N_("Offices"),
    "delegation": N_("Delegations"),
    "anonymous": N_("Unnamed sources"),
}
PLACE_KIND_HEADINGS = {
    "city": N_("Cities"),
    "neighbourhood": N_("Neighbourhoods"),
    "area": N_("Areas"),
    "governorate": N_("Governorates"),
    "country": N_("Countries"),
    "site": N_("Sites"),
}
"""The same kinds as the headings of lists; their gettext contexts are “actor kinds” and “place kinds”."""

TONES = _words(
    ("self", N_("its own")),
    ("neutral", N_("neutral")),
    ("contested", N_("contested")),
    ("hostile", N_("hostile")),
)

FORMS = _words(
    ("written", N_("Written")),
    ("oral", N_("Oral")),
    ("unpublished", N_("Unpublished")),
    ("unknown", N_("Unknown")),
)

STAGES = _words(
    ("Pre", N_("Pre-negotiation")),
    ("SubPar", N_("Substantive, partial")),
    ("SubComp", N_("Substantive, comprehensive")),
    ("Imp", N_("Implementation or renegotiation")),
    ("Ren", N_("Renewal")),
    ("Cea", N_("Ceasefire or related")),
    ("Oth", N_("Other")),
)
"""The stages of the PA-X Peace Agreements Database, by its own codes."""

SOURCE_TYPES = _words(
    ("article", N_("Article")),
    ("agency-report", N_("Agency report")),
    ("statement", N_("Statement")),
    ("official-text", N_("Official text")),
    ("interview", N_("Interview")),
    ("broadcast", N_("Broadcast")),
    ("post", N_("Post")),
    ("video", N_("Video")),
    ("dataset", N_("Dataset")),
)

CHANGE_KINDS = _words(
    ("correction", N_("Correction")),
    ("update", N_("Update")),
    ("clarification", N_("Clarification")),
    ("retraction", N_("Retraction")),
    ("safety", N_("Safety")),
)

STANDINGS = _words(
    ("attributed", N_("Attributed")),
    ("single-source", N_("Single source")),
    ("corroborated", N_("Corroborated")),
    ("disputed", N_("Disputed")),
    ("documented", N_("Documented")),
    ("retracted", N_("Retracted")),
)
"""How a claim stands, computed from its chain of report; see `waqai.content.standing`."""
