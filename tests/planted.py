"""Made-up articles among which copies are planted, and what looks like a copy and is none.

Words come from a made-up vocabulary with the frequencies of a language, and stock phrases stand in many articles. Planted are whole
copies in another house's style and passages of some sentences. What is no copy: articles on one event that share a quoted sentence, menus, footers and
notices of a site, and texts of one template with other names and numbers.
"""

import random
from dataclasses import dataclass, field
from itertools import combinations, islice

LETTERS = (
    ["b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pl"],
    ["a", "e", "i", "o", "u", "ai", "ou"],
)


@dataclass
class Planted:
    """The texts by id, and which pairs of ids are copies: whole, or in a passage."""

    texts: dict[str, str] = field(default_factory=dict)
    whole: set[tuple[str, str]] = field(default_factory=set)
    passages: set[tuple[str, str]] = field(default_factory=set)

    @property
    def pairs(self):
        return self.whole | self.passages


class Language:
    """Words with the frequencies of a language, and sentences of them."""

    def __init__(self, chance, size=30_000):
        self.chance = chance
        consonants, vowels = LETTERS
        made = dict.fromkeys(
            "".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(1 + rank % 4))
            + chance.choice(("", "n", "s"))
            for rank in range(size * 2)
        )
        self.words = list(made)[:size]  # the most frequent are no shorter than others, as 2.7 KB are some 450 words
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]
        self.pool = iter(())
        self.stock = [self.plain(chance.randint(4, 9)) for _ in range(400)]

    def plain(self, count):
        taken = list(islice(self.pool, count))
        if len(taken) < count:
            self.pool = iter(self.chance.choices(self.words, self.weights, k=200_000))
            return self.plain(count)
        return taken

    def sentence(self):
        words = self.plain(self.chance.randint(8, 26))
        if self.chance.random() < 0.3:  # what journalists say every day
            at = self.chance.randint(0, len(words))
            words[at:at] = self.chance.choice(self.stock)
        if self.chance.random() < 0.2:
            words.insert(self.chance.randint(0, len(words)), str(self.chance.randint(2, 3000)))
        return f"{' '.join(words).capitalize()}."

    def quoted(self):
        return f'"{" ".join(self.plain(self.chance.randint(12, 34))).capitalize()}," it said.'

    def article(self, length=2700):
        sentences, size = [], 0
        while size < length:
            sentences.append(self.quoted() if self.chance.random() < 0.12 else self.sentence())
            size += len(sentences[-1]) + 1
        return sentences


class Site:
    """What a site puts around its articles."""

    def __init__(self, language):
        self.menu = "\n".join(" ".join(language.plain(2)).title() for _ in range(language.chance.randint(3, 10)))
        notice = " ".join(language.sentence() for _ in range(language.chance.randint(1, 4)))
        self.footer = f"{notice}\n| {' | '.join(' '.join(language.plain(2)).title() for _ in range(5))} |"

    def page(self, sentences):
        return f"{self.menu}\n\n{paragraphs(sentences)}\n\n{self.footer}"


def paragraphs(sentences):
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))


def in_house_style(chance, language, sentences):
    """Some words always replaced, some sentences less, other quotation marks, and the end cut off."""
    kept = sentences[: max(5, round(len(sentences) * chance.uniform(0.6, 1)))]
    words = sorted({word for sentence in kept for word in sentence.split() if word.isalpha() and len(word) > 4})
    chosen = chance.sample(words, min(len(words), chance.randint(2, 12)))
    other = {word: language.plain(1)[0] for word in chosen}
    styled = [" ".join(other.get(word, word) for word in sentence.split()) for sentence in kept]
    if chance.random() < 0.5:
        del styled[chance.randrange(1, len(styled))]
    return [sentence.replace('"', "“", 1).replace('"', "”").replace(",”", "”,") for sentence in styled]


def template(language):
    """A text that is used again and again, with gaps for names and numbers."""
    sentences = []
    for _ in range(language.chance.randint(10, 16)):
        words = language.plain(language.chance.randint(10, 22))
        for at in range(language.chance.randint(2, 4), len(words), language.chance.randint(4, 8)):
            words[at] = language.chance.choice(("{name}", "{number}"))
        sentences.append(" ".join(words) + ".")
    return sentences


def filled(chance, language, sentences):
    def gap(word):
        if word.startswith("{name}"):
            return language.plain(1)[0].capitalize()
        return str(chance.randint(1, 9999)) if word.startswith("{number}") else word

    return [" ".join(map(gap, sentence.split())) for sentence in sentences]


class Collection:
    """Articles that are added to one another, and which of them are copies."""

    def __init__(self, seed):
        self.chance = random.Random(seed)  # noqa: S311  # planted, not secret
        self.language = Language(self.chance)
        self.articles, self.found = {}, Planted()

    def add(self, sentences):
        name = f"t{len(self.articles):05}"
        self.articles[name] = sentences
        return name

    def same_template(self):
        pattern = template(self.language)
        for _ in range(self.chance.randint(2, 12)):
            self.add(filled(self.chance, self.language, pattern))

    def one_event(self):
        shared = [self.language.quoted() for _ in range(self.chance.randint(1, 2))]
        for _ in range(self.chance.randint(2, 6)):
            sentences = self.language.article(2200)
            for quotation in shared:
                sentences.insert(self.chance.randrange(len(sentences)), quotation)
            self.add(sentences)

    def whole_copies(self):
        sentences = self.language.article()
        family = [self.add(sentences)]
        others = self.chance.choice((1, 1, 1, 2, 6))
        family += [self.add(in_house_style(self.chance, self.language, sentences)) for _ in range(others)]
        self.found.whole.update(combinations(family, 2))

    def passage(self):
        """Two to five sentences, with no more than one word changed, in an article that is else its own."""
        first, second, size = self.language.article(), self.language.article(2100), self.chance.randint(2, 5)
        spoken = [0 if '"' in sentence else len(sentence.split()) for sentence in first]
        start = self.chance.choice([at for at in range(len(first) - size) if sum(spoken[at : at + size]) >= 36])
        taken = first[start : start + size]
        if self.chance.random() < 0.5:
            words = taken[0].split()
            words[self.chance.randrange(len(words))] = self.language.plain(1)[0]
            taken[0] = " ".join(words)
        at = self.chance.randrange(len(second))
        second[at:at] = taken
        self.found.passages.add((self.add(first), self.add(second)))


def planted(count=10_000, seed=0):
    """So many articles of 2.7 KB and what their sites put around them; the same for the same seed."""
    made = Collection(seed)
    for part, add in (
        (0.04, made.same_template),
        (0.14, made.one_event),
        (0.20, made.whole_copies),
        (0.26, made.passage),
        (1.0, lambda: made.add(made.language.article())),
    ):
        while len(made.articles) < count * part:
            add()
    sites = [Site(made.language) for _ in range(max(2, count // 100))]
    names = list(made.articles)
    made.chance.shuffle(names)
    made.found.texts = {name: made.chance.choice(sites).page(made.articles[name]) for name in names}
    return made.found


def scores(planted, copies):
    """Precision and recall of pairs."""
    found = {pair for group in copies.groups for pair in combinations(group, 2)}
    found |= {tuple(sorted((each.one, each.other))) for each in copies.pairs}
    truth = {tuple(sorted(pair)) for pair in planted.pairs}
    return len(found & truth) / max(1, len(found)), len(found & truth) / max(1, len(truth))
