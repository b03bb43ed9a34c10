"""Claims with all that a reader needs to judge them: how they stand and why, who says so, in whose names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from waqai.content.references import MENTION
from waqai.content.standing import ClaimKey, Standing
from waqai.markdown import OtherName
from waqai.model import Actor, Agreement, AgreementTerm, Claim, Event, Source
from waqai.site.chains import Chains
from waqai.site.contexts import ClaimLink, ClaimView, NameUsed, Phrase, StandingView, VariantView
from waqai.site.phrases import Texts

Chain = tuple[str, ...]


class Claims(Chains):
    """Makes the views of claims and of terms of agreements."""

    def standing(self, standing: Standing, why: str = "") -> StandingView:
        """A circle with its word, and a few words more."""
        if standing.key == "reported":
            if not standing.origins:
                return StandingView("reported", self.language.pgettext("standing", "Source needed"), why)
            count = len(standing.origins)
            label = self.language.ngettext("{count} report", "{count} reports", count)
            return StandingView("reported", label.format(count=self.language.number(count)), why)
        return StandingView(standing.key, self.labels.standing(standing.key), why)

    def claim_link(self, key: ClaimKey) -> ClaimLink:
        """A claim as others cite it."""
        found = self.library.claim(key)
        href = f"{self.record_href(found.event)}#{found.claim.id}"
        return ClaimLink(href, self.unlinked(found.claim.text, found.event), self.origin(found.claim.chain))

    def claim(self, event: Event, claim: Claim) -> ClaimView:
        """A claim with all that belongs to it."""
        standing = self.library.standing(event.id, claim.id)
        others = self._other_names(claim.text, claim.chain, claim.as_) if claim.mode == "paraphrase" else {}
        chains = [claim.chain, *(self.library.claim(key).claim.chain for key in standing.confirmed_by)]
        return ClaimView(
            id=claim.id,
            text=self.rich(claim.text, event, others),
            standing=self.standing(standing),
            by=self.origin(claim.chain),
            grounds=tuple(self._grounds(standing, chains)),
            has_other_names=bool(others),
            grade=self._grade(standing),
            hops=self.hops(claim.chain),
            quotes=self.any_of(claim.quote),
            mode=claim.mode,
            names=self.names_used(claim),
            variants=tuple(VariantView(self.cited(v.source), self.rich(v.note, event)) for v in claim.variants),
            disputed_by=tuple(map(self.claim_link, _not_beside(standing.disputed_by, event, claim))),
            confirmed_by=tuple(map(self.claim_link, standing.confirmed_by)),
            same_origin=bool(standing.confirmed_by) and len(standing.origins) == 1,
            is_ours=claim.ours,
            set_by_hand=self.rich_or_none(claim.why, event) if standing.set_by_hand else None,
        )

    def term(self, agreement: Agreement, term: AgreementTerm) -> ClaimView:
        """A term of an agreement, as the claim that it was agreed."""
        standing = self.library.standing_of_term(term.chain)
        others = self._other_names(term.text, term.chain, {})
        return ClaimView(
            id=term.id,
            text=self.rich(term.text, agreement, others),
            standing=self.standing(standing),
            by=self.origin(term.chain) if term.chain else self.words(""),
            grounds=tuple(self._grounds(standing, [term.chain])) if term.chain else (),
            has_other_names=bool(others),
            hops=self.hops(term.chain),
        )

    # How it stands, and why

    def _grade(self, standing: Standing) -> StandingView | None:
        if standing.key != "disputed" or not standing.grade:
            return None
        return self.standing(replace(standing, key=standing.grade))

    def _grounds(self, standing: Standing, chains: Iterable[Chain]) -> Iterator[Phrase]:
        """The sentences that explain a standing: the dispute first, then what it would rest on without one."""
        if standing.disputed_by:
            speakers = dict.fromkeys(self.origin(self.library.claim(key).claim.chain) for key in standing.disputed_by)
            pattern = self.language.pgettext(
                "standing", "Contradicted by: {speakers}. We prefer no account to another."
            )
            yield self.put_together(pattern, speakers=self.in_one(speakers))
        yield self._rests_on(standing)
        if relays := self._relays(chains):
            yield self._passed_on(len(relays), is_one_origin=len(standing.origins) == 1)

    def _rests_on(self, standing: Standing) -> Phrase:
        _ = self.language.pgettext
        pattern = {
            "attributed": _("standing", "A named person or body speaks for itself: {origins}."),
            "single-source": _("standing", "It rests on one origin: {origins}."),
            "corroborated": _("standing", "It rests on origins that do not rely on one another: {origins}."),
            "documented": _("standing", "An official text says so, published by: {origins}."),
            "retracted": _("standing", "Whoever said it has taken it back: {origins}."),
        }[standing.grade if standing.key == "disputed" else standing.key]
        return self.put_together(pattern, origins=self.in_one(map(self._name_of, standing.origins)))

    def _passed_on(self, count: int, *, is_one_origin: bool) -> Phrase:
        """How many pass it on, and that this adds nothing."""
        words = self.language.ngettext("{count} outlet passes it on.", "{count} outlets pass it on.", count)
        told = words.format(count=self.language.number(count))
        if is_one_origin:
            told += " " + self.language.pgettext("standing", "To repeat an origin is not to add one.")
        return self.words(told)

    def _relays(self, chains: Iterable[Chain]) -> set[str]:
        """The actors that passed a claim on; whoever is the origin of one of the chains is none of them."""
        stations = [self.library.hops(chain) for chain in chains]
        return {hop.actor for hops in stations for hop in hops[1:]} - {hops[0].actor for hops in stations}

    def _name_of(self, key: str) -> Phrase:
        return self.name(self.library.records[key])

    # In whose names

    def names_used(self, claim: Claim) -> tuple[NameUsed, ...]:
        """What the source of a claim calls those it speaks of."""
        lang = self._language_of(claim.chain)
        return tuple(NameUsed(self.words(words, lang), self.link(actor)) for actor, words in claim.as_.items())

    def _language_of(self, chain: Chain) -> str:
        """The language of the report in which we read something."""
        report = self.library.records.get(chain[-1])
        return (report.lang if isinstance(report, Source) else None) or self.library.config.default_language

    def _other_names(self, texts: Texts, chain: Chain, used: Mapping[str, str]) -> dict[str, OtherName]:
        """For the actors that a text of ours names: what a source on its chain calls them, in the text's language."""
        shown = self.plain(texts)
        named = dict.fromkeys(match[1] for match in MENTION.finditer(shown.text))
        found = ((key, self._other_name(key, shown.lang, chain, used.get(key, ""))) for key in named)
        return {key: other for key, other in found if other}

    def _other_name(self, key: str, lang: str, chain: Chain, used: str) -> OtherName | None:
        """The name in this very report; or else the one that the nearest outlet on the chain is known to use."""
        outlets = [hop.actor for hop in reversed(self.library.hops(chain))]
        if used and self._language_of(chain) == lang:
            return self._named_by(used, outlets[0])
        actor = self.library.records.get(key)
        aliases = actor.aka if isinstance(actor, Actor) else ()
        known = ((alias.name, by) for by in outlets for alias in aliases if by in alias.by and alias.lang == lang)
        return next((self._named_by(name, by) for name, by in known), None)

    def _named_by(self, name: str, outlet: str) -> OtherName:
        pattern = self.language.pgettext("naming", "[{outlet}’s name]")
        return OtherName(name, pattern.format(outlet=self._name_of(outlet).text))


def _not_beside(disputed_by: Iterable[ClaimKey], event: Event, claim: Claim) -> Iterator[ClaimKey]:
    """The claims that dispute a claim, without those that already stand beside it as answers to the same question."""
    beside = {key for differ in event.differ if claim.id in differ.claims for key in differ.claims}
    return (key for key in disputed_by if key[0] != event.id or key[1] not in beside)
