"""A made-up archive, the same each time: fact-checks of one claim, in ten scripts, to try what is done with many."""

import random
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

_WORDS = {
    "en": "rain wages fell in May more than any year since the minister said schools were closed and nobody knows why",
    "ru": "дождь зарплаты упали в мае больше чем когда министр сказал что школы закрыты и никто не знает почему вчера",
    "el": "βροχή μισθοί έπεσαν τον Μάιο περισσότερο από κάθε χρόνο αφότου ο υπουργός είπε ότι τα σχολεία έκλεισαν",
    "ar": "المطر الأجور انخفضت في مايو أكثر من أي عام منذ أن قال الوزير إن المدارس أغلقت ولا أحد يعرف لماذا",
    "he": "גשם שכר ירד במאי יותר מכל שנה מאז שהשר אמר כי בתי הספר נסגרו ואיש אינו יודע מדוע אתמול",
    "hi": "बारिश वेतन मई में किसी भी साल से ज्यादा गिरे मंत्री ने कहा कि स्कूल बंद थे और कोई नहीं जानता क्यों",
    "bn": "বৃষ্টি মজুরি মে মাসে যে কোনো বছরের চেয়ে বেশি কমেছে মন্ত্রী বলেছেন স্কুল বন্ধ ছিল কেউ জানে না কেন",
    "th": "ฝน ค่าแรง ลดลง ใน เดือน พฤษภาคม มากกว่า ปี ใด ตั้งแต่ รัฐมนตรี กล่าว ว่า โรงเรียน ปิด และ ไม่มี ใคร รู้",
    "zh-Hans": "雨 工资 在 五月 下降 比 任何 一年 都 多 自从 部长 说 学校 关闭 而且 没有 人 知道 为什么 昨天",
    "ko": "비 임금 오월 에 어느 해 보다 많이 떨어졌다 장관 은 학교 가 닫혔다고 말했고 아무도 이유 를 모른다",
}
_MARKS = ("", "", "", " “quoted” & more", " <b>", " 50 %", " – c’est dit")
_LABELS = (("false", 1), ("mostly-false", 2), ("mixed", 3), ("mostly-true", 4), ("true", 5))
_SENTENCES = 97


class _Pool(NamedTuple):
    """Sentences of one language by their length, made once."""

    short: list[str]
    middle: list[str]
    long: list[str]
    labels: list[str]


def records(count: int, seed: int = 1, *, first: int = 0) -> Iterator[dict[str, Any]]:
    """The data of fact-checks of one claim, numbered from `first`: each is the same whatever comes before it.

    Ten languages in ten scripts, some 6 kB of ClaimReview each; a few characters in them need escaping.
    """
    for number in range(first, first + count):
        yield _record(number, seed)


@cache
def _pool(language: str, seed: int) -> _Pool:
    chance, words = random.Random(f"{language} {seed}"), _WORDS[language].split()  # noqa: S311  # the same each time

    def sentences(least: int, most: int) -> list[str]:
        return [
            " ".join(chance.choices(words, k=chance.randint(least, most))) + chance.choice(_MARKS)
            for _ in range(_SENTENCES)
        ]

    return _Pool(sentences(2, 4), sentences(8, 14), sentences(25, 45), words[: len(_LABELS)])


def _record(number: int, seed: int) -> dict[str, Any]:
    languages = tuple(_WORDS)
    language = languages[number % len(languages)]
    pool = _pool(language, seed)
    mixed = (number * 2654435761 + seed * 40503) & 0xFFFFFFFF

    def take(sentences: list[str], which: int) -> str:
        return sentences[(mixed >> (which % 23)) * (which + 1) % _SENTENCES]

    day = f"20{10 + mixed % 16}-{1 + mixed % 12:02}-{1 + mixed % 28:02}"
    desk = f"https://desk-{number % 40}.example"
    return {
        "id": f"{desk}/checks/{number}",
        "url": f"{desk}/checks/{number}",
        "headline": take(pool.middle, 1),
        "summary": take(pool.long, 2),
        "language": language,
        "published": day,
        "modified": f"{day}T10:30:00Z",
        "publisher": "desk",
        "authors": ["author"],
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "policies": {"corrections": f"{desk}/corrections", "methodology": f"{desk}/methodology"},
        "topics": [{"name": take(pool.short, 3), "same_as": [f"https://topics.example/{mixed % 5000}"]}],
        "rating_scale": {
            "name": "Scale",
            "url": f"{desk}/scale",
            "ratings": [
                {"id": label, "names": {language: word}, "number": value, "category": label}
                for (label, value), word in zip(_LABELS, pool.labels, strict=True)
            ],
        },
        "agents": [
            {"id": "desk", "kind": "organisation", "name": f"Desk {number % 40}", "url": desk},
            {"id": "author", "kind": "person", "name": take(pool.short, 4), "job_title": take(pool.short, 5)},
            {
                "id": "speaker",
                "kind": "person",
                "name": take(pool.short, 6),
                "job_title": take(pool.short, 7),
                "same_as": [f"https://people.example/{mixed % 9000}"],
            },
            {"id": "paper", "kind": "organisation", "name": take(pool.short, 8), "url": "https://paper.example/"},
        ],
        "sources": [_source(f"s{index}", f"{number}-{index}", day, take, pool) for index in range(1, 4)],
        "claims": [
            {
                "id": "c1",
                "text": take(pool.middle, 9),
                "claimants": ["speaker"],
                "made": day,
                "place": {"name": take(pool.short, 10)},
                "appearances": [
                    {"source": "s1", "first": True, "quotation": _quotation(take(pool.middle, 11), mixed % 900)},
                    {"source": "s2", "quotation": _quotation(take(pool.middle, 12), mixed % 700)},
                ],
            }
        ],
        "verdicts": [
            {
                "id": "v1",
                "claim": "c1",
                "rating": _LABELS[mixed % len(_LABELS)][0],
                "explanation": take(pool.long, 13),
                "evidence": [
                    {
                        "source": "s3",
                        "stance": ("supports", "refutes", "context")[mixed % 3],
                        "quotation": _quotation(take(pool.middle, 14), mixed % 500),
                        "note": take(pool.middle, 15),
                    }
                ],
            }
        ],
    }


def _source(identifier: str, page: str, day: str, take: Any, pool: _Pool) -> dict[str, Any]:
    return {
        "id": identifier,
        "title": take(pool.middle, 16 + len(page)),
        "url": f"https://paper.example/articles/{page}?a=1&b=2",
        "archived_url": f"https://archive.example/{page}",
        "publisher": "paper",
        "published": day,
        "accessed": day,
    }


def _quotation(exact: str, start: int) -> dict[str, Any]:
    return {"exact": exact, "start": start, "end": start + len(exact)}
