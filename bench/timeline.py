"""Synthetic timelines of any size, for measuring: `python -m bench.timeline 1000 FOLDER`.

The same number always makes the same files: a report for every event and a tenth of a file for all else; 2,127 files
for 1,000 events. Sizes, chains and links are those of real timelines; titles and summaries say that it is synthetic.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import yaml

from bench.cast import OUTLETS, TOPICS, Cast, Plain, actors, outlets, places, topics
from bench.prose import both, prose, spoken, text, word
from waqai.model import vocabulary

FIRST_DAY = date(2001, 1, 1)
DAYS_BETWEEN = 0.9
ROLES = ("party", "mediator", "delegation", "host", "affected", "guarantor")
DATE_FORMS = ("{day}",) * 14 + ("{day}~", "{day}/{later}", "[..{day}]", "{month}", "[{day},{later}]", "{day}?")
RELATIONS = ("follows", "responds-to", "implements", "see-also", "confirms", "part-of")
TOPIC_PATH = (
    *("on-the-table", "discussed", "imposed", "eased", "lifted"),
    *("agreed-in-principle", "no-agreement", "stalled"),
)
AGREEMENT_PATH = ("reported", "announced", "signed", "in-force", "disputed", "partly-done", "done", "broken")


def files_of(events: int) -> Iterator[tuple[str, str]]:
    """Every file of a timeline with so many events: path below its folder, and text."""
    cast = Cast(events)
    yield "timeline.yaml", _yaml(_settings())
    for language, title in (("en", "About this synthetic timeline"), ("ar", "عن هذه الوقائع الاصطناعية")):
        yield f"content/pages/about.{language}.md", f"# {title}\n\n{prose(Random(0), language, 40)}\n"
        yield f"content/pages/method.{language}.md", f"# {title} (2)\n\n{prose(Random(1), language, 80)}\n"
    for folder, made in (
        ("actors", (*outlets(), *actors(cast))),
        ("places", places(cast)),
        ("topics", topics()),
        ("agreements", _agreements(cast)),
        ("sources", _reports(cast)),
        ("events", _events(cast)),
    ):
        for key, record in made:
            yield f"content/{folder}/{key}.yaml", _yaml(record)


def write(folder: Path, events: int) -> int:
    """Write such a timeline into a new or empty folder; gives back the number of files."""
    count = 0
    for path, content in files_of(events):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, "utf-8")
        count += 1
    return count


def _day(number: int) -> date:
    return FIRST_DAY + timedelta(days=int(number * DAYS_BETWEEN))


def _settings() -> Plain:
    return {
        "id": "synthetic",
        "title": text("A synthetic timeline for measuring", "وقائع اصطناعية للقياس"),
        "summary": text("Nothing in it ever happened; it is synthetic.", "لم يحدث شيء مما فيها، فهي اصطناعية."),
        "languages": ["en", "ar"],
        "url": "https://example.org/synthetic",
        "licence": "CC0-1.0",
        "dates": {"zone": "UTC", "months": {"ar": "levant"}},
        "corrections": {"email": "corrections@example.org"},
    }


def _agreements(cast: Cast) -> Iterator[tuple[str, Plain]]:
    for n, key in enumerate(cast.agreements):
        chance, number = Random(key), n * 50
        parties, topic = cast.named(chance, 2), f"topic-{n % TOPICS}"
        terms = [
            {
                "id": f"term-{t}",
                "text": both(chance, 12),
                "obliges": parties[:1],
                "benefits": parties[1:],
                "about": [topic],
                "chain": [parties[0], f"report-{number}"],
            }
            for t in range(3)
        ]
        yield (
            key,
            {
                "title": text(f"Synthetic agreement {n}", f"اتفاق اصطناعي {n}"),
                "date": _day(number).isoformat(),
                "summary": both(chance, 20),
                "parties": parties,
                "form": chance.choice(sorted(vocabulary.FORMS)),
                "where": [chance.choice(cast.places)],
                "about": [topic],
                "sources": [f"report-{number}"],
                "terms": terms,
            },
        )


def _reports(cast: Cast) -> Iterator[tuple[str, Plain]]:
    for n in range(cast.events):
        chance = Random(f"report-{n}")
        outlet, day = f"outlet-{chance.randrange(OUTLETS)}", _day(n) + timedelta(days=1)
        report: Plain = {
            "title": text(f"Synthetic report {n}", f"خبر اصطناعي {n}"),
            "publisher": outlet,
            "date": day.isoformat(),
            "lang": chance.choice(["ar", "en"]),
            "url": f"https://example.org/{outlet}/{n}",
            "archived": [{"url": f"https://example.org/archive/{n}", "date": day.isoformat()}],
            "seen": day.isoformat(),
        }
        yield f"report-{n}", report | ({"quotes": [f"report-{n - 1}"]} if n % 4 == 3 else {})


def _events(cast: Cast) -> Iterator[tuple[str, Plain]]:
    types = sorted(vocabulary.EVENT_TYPES)
    for n in range(cast.events):
        chance, topic = Random(f"event-{n}"), f"topic-{n * 7 % TOPICS}"
        people, place = cast.named(chance, 3), chance.choice(cast.places[1:])
        event: Plain = {
            "title": text(f"Synthetic event {n}: {word(n)['en']}", f"حدث اصطناعي {n}: {word(n)['ar']}"),
            "date": _when(n, chance),
            "type": chance.choice(types),
            "importance": chance.choice([1, 2, 2, 2, 3]),
            "summary": _summary(people, place, chance),
            "who": {role: [actor] for role, actor in zip(chance.sample(ROLES, 2), people, strict=False)},
            "where": [place],
            "about": [topic],
            "sources": [f"report-{n}"],
            "added": _day(n).isoformat(),
        }
        event |= _claimed(n, cast, people, chance) if n % 10 < 7 else {}
        event |= {"body": _body(chance)} if not n % 4 else {}
        event |= _moved(n, cast, topic) if not n % 6 else {}
        yield f"event-{n}", event | _linked(n, chance)


def _when(number: int, chance: Random) -> str:
    day, later = _day(number), _day(number) + timedelta(days=2)
    return chance.choice(DATE_FORMS).format(day=day, later=later, month=f"{day:%Y-%m}")


def _summary(people: Sequence[str], place: str, chance: Random) -> Plain:
    return {tag: f"[[{people[0]}]]، [[{place}]]. {words}" for tag, words in both(chance, 22).items()}


def _body(chance: Random) -> Plain:
    return {tag: f"{words}\n\n- {words}\n- *{words[:40]}*\n" for tag, words in both(chance, 45).items()}


def _claimed(number: int, cast: Cast, people: Sequence[str], chance: Random) -> Plain:
    """Claims with their chains; in some events two that dispute each other, or that answer one question."""
    count = chance.choice([1, 2, 2, 3])
    claims = [_claim(n, number, cast, people[n % len(people)], chance) for n in range(count)]
    if count > 1 and not number % 9:
        claims[1]["disputes"] = ["claim-0"]
    if number % 11 == 1 and number % 10:
        claims[0]["confirms"] = [f"event-{number - 1}#claim-0"]
    if count > 1 and number % 9 == 1:
        return {"claims": claims, "differ": [{"ask": both(chance, 5), "claims": ["claim-0", "claim-1"]}]}
    return {"claims": claims}


def _claim(index: int, number: int, cast: Cast, speaker: str, chance: Random) -> Plain:
    origin = chance.choice([speaker, speaker, cast.unnamed(chance)])
    relayed = [f"report-{number - 1}"] if number and chance.choice([True, False, False]) else []
    claim: Plain = {"id": f"claim-{index}", "text": both(chance, 16), "chain": [origin, *relayed, f"report-{number}"]}
    if chance.choice([True, False, False, False]):
        claim |= {"mode": "quote", "quote": {"ar": spoken(chance, 14)}}
    return claim


def _moved(number: int, cast: Cast, topic: str) -> Plain:
    """The next state of a topic, or of an agreement that was made before."""
    made = number // 50
    of_agreement = number % 12 and made < len(cast.agreements)
    target, path = (f"agreement-{made}", AGREEMENT_PATH) if of_agreement else (topic, TOPIC_PATH)
    step = cast.moved.get(target, 0)
    cast.moved[target] = step + 1
    return {"moves": {target: path[step % len(path)]}}


def _linked(number: int, chance: Random) -> Plain:
    """Relations to earlier events, near ones mostly."""
    if number < 5 or chance.choice([True, False, False]):
        return {}
    others = chance.sample(range(max(0, number - 30), number), chance.choice([1, 1, 2]))
    named = zip(chance.sample(RELATIONS, 2), others, strict=False)
    return {"links": {relation: [f"event-{n}"] for relation, n in named}}


class _Dumper(yaml.SafeDumper):
    """Writes equal values out each time: the notation has no aliases."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's own signature
        """Always."""
        return True


def _yaml(value: Plain) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description="Write a synthetic timeline.")
    parser.add_argument("events", type=int, help="how many events it has")
    parser.add_argument("folder", type=Path, help="a new or an empty folder")
    order = parser.parse_args()
    parser.exit(message=f"{write(order.folder, order.events)} files\n")


if __name__ == "__main__":
    main()
