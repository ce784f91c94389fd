"""How hard a Dutch page is to read: all of it counted here, offline.

Reading ease after Flesch, with Douma's figures for Dutch: 206.84 - 0.77 x syllables per hundred
words - 0.93 x words per sentence. From 60 on it is plain; B1 lies around 70. Syllables by textstat
(pyphen's list), how common a word is by wordfreq.
"""

import re
from html.parser import HTMLParser
from pathlib import Path

import textstat
from wordfreq import zipf_frequency

from tests.page import VOID

EASE, LONGEST, COMMON = 60, 20, 3.3
ALLOWED = {
    word
    for line in Path(__file__).with_name("rare_words.txt").read_text().splitlines()
    for word in line.split("#")[0].split()
}
BREAKS = {
    "p", "li", "h1", "h2", "h3", "h4", "label", "legend", "dt", "dd", "button", "td", "th", "div",
    "summary", "option", "a", "br", "figcaption", "blockquote",
}  # fmt: skip
# What people wrote themselves, codes and names: not ours to simplify.
NOT_READ = {"bdi", "blockquote", "script", "style", "svg", "select", "textarea"}


class Blocks(HTMLParser):
    """The texts of a page's main part, each paragraph, label or button by itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks = [""]
        self.in_main = 0
        self.hidden: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_main += tag == "main"
        if tag in VOID - {"br"}:
            return
        if tag in NOT_READ or "dir" in dict(attrs) and tag not in ("html", "main"):
            self.hidden.append(tag)
            self.blocks[-1] += " Jo "
        elif tag in BREAKS and not self.hidden:
            inside = tag == "a" and self.blocks[-1].strip()
            self.blocks += [] if inside else [""]

    def handle_endtag(self, tag: str) -> None:
        self.in_main -= tag == "main"
        if self.hidden and self.hidden[-1] == tag:
            self.hidden.pop()
        elif tag in BREAKS - {"a"} and not self.hidden:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.in_main and not self.hidden:
            self.blocks[-1] += data


def blocks_of(html: str) -> list[str]:
    found = [" ".join(block.split()) for block in Blocks(html).blocks]
    return [block for block in found if re.search(r"[a-zA-Z]{2}", block)]


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text)


def sentences_of(blocks: list[str]) -> list[str]:
    parts = [part for block in blocks for part in re.split(r"[.!?:;·](?:\s|$)", block)]
    return [part for part in parts if words_of(part)]


def ease(blocks: list[str]) -> float:
    sentences = sentences_of(blocks)
    words = [word for one in sentences for word in words_of(one)]
    textstat.set_lang("nl")
    syllables = sum(textstat.syllable_count(word) for word in words)
    return 206.84 - 77 * syllables / len(words) - 0.93 * len(words) / len(sentences)


def rare(blocks: list[str]) -> set[str]:
    """Words that are not common Dutch, and that nobody allowed."""
    text = re.sub(r"[A-Z0-9]{4}-[A-Z0-9]{4}", "", " ".join(blocks))  # codes
    words = {word.lower() for word in words_of(text) if len(word) > 3}
    return {w for w in words - ALLOWED if zipf_frequency(w, "nl") < COMMON}


def problems(blocks: list[str]) -> list[str]:
    found = [f"long: {one!r}" for one in sentences_of(blocks) if len(words_of(one)) > LONGEST]
    found += [f"rare: {word}" for word in sorted(rare(blocks))]
    if ease(blocks) < EASE:
        found.append(f"ease {ease(blocks):.0f}")
    return found
