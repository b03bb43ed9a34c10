"""What other generators are given in the benchmark; none of them is run."""

from __future__ import annotations

from pathlib import Path

from bench.__main__ import table
from bench.articles import articles_of, write
from bench.measuring import Cost
from bench.timeline import files_of


def test_others_are_given_every_record_in_both_languages() -> None:
    """The same texts, under the same ids."""
    records = {Path(path).stem for path, _ in files_of(8) if path.startswith("content/") and path.endswith(".yaml")}
    given = {(article.id, article.language) for article in articles_of(8)}
    assert {(key, language) for key in records for language in ("en", "ar")} == given


def test_the_links_of_an_article_lead_to_another_one(tmp_path: Path) -> None:
    """To its page beside it."""
    found = {f"../{article.folder}/{article.id}.html" for article in articles_of(8)}
    named = {part.split(")")[0] for article in articles_of(8) for part in article.body.split("](")[1:]}
    write(tmp_path, 8, lambda article: (f"{article.language}/{article.id}.md", article.body))
    assert (set(), True) == (named - found, (tmp_path / "en/event-4.md").is_file())


def test_a_table_says_how_many_times_what_waqai_takes() -> None:
    """In brackets."""
    cost = Cost(cpu=1.0, wall=2.0, memory=2048, files=3, size=1 << 20)
    other = Cost(cpu=2.0, wall=3.0, memory=2048, files=3, size=1 << 20)
    rows = table({"waqai": (cost, cost), "other": (other, other)}).splitlines()
    assert "| other | 2.00 (2.00) | 3.00 (1.50) | 2.00 (2.00) | 3.00 (1.50) | 2 | 3 | 1.0 |" == rows[-1]
