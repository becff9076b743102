"""The archive index: words of one and two CJK characters are found inside sentences, all of them."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

import storage
from storage import Store, search, words

SENTENCES = [
    "삼성전자와 SK하이닉스가 시안 공장을 증설한다",
    "한중 통상장관, 반도체 공급망 협력 논의",
    "三星电子西安工厂扩大芯片产能",
    "韩国芯片出口下降，美光受影响",
    "商務部回應韓國晶片出口管制",
    "Samsung ships HBM3E to Nvidia; China's chip curbs loom",
    "한·중 외교장관 회담",
]


@pytest.fixture
def fill(store, verdict, now):
    def put(titles, leads=()):
        decided = verdict(titles)
        leads = [*leads, *[""] * (len(titles) - len(leads))]
        news = tuple(replace(one, lead=lead) for one, lead in zip(decided.articles, leads, strict=True))
        store.write_sync(lambda db: storage.remember(db, replace(decided, articles=news), now))

    return put


@pytest.fixture
def found(store):
    return lambda *phrases, **more: [one.id for one in store.read_sync(lambda db: search.search(db, phrases, **more))]


@pytest.mark.parametrize(
    ("phrases", "ids"),
    [
        (["三星"], [3]),
        (["芯片"], [4, 3]),
        (["삼성"], [1]),
        (["한중"], [7, 2]),
        (["美光"], [4]),
        (["관세"], []),
        (["하이닉스"], [1]),
        (["SK하이닉스"], [1]),
        (["sk 하이닉스"], [1]),
        (["HBM"], [6]),
        (["hbm3e"], [6]),
        (["chip curbs"], [6]),
        (["curbs chip"], []),
        (["semicon*"], []),
        (["sams*"], [6]),
        (["芯片", "美光"], [4]),
        ([["삼성", "三星", "Samsung"]], [6, 3, 1]),
        ([["삼성", "三星", "Samsung"], "china"], [6]),
        (["!!!"], []),
        ([], []),
        (["三星", "。"], [3]),
        (['chip" OR "x'], []),
    ],
)
def test_what_is_found(fill, found, phrases, ids):
    """Phrases are found newest first, whatever the script, and nothing typed is read as a query language."""
    fill(SENTENCES)

    assert found(*phrases) == ids


def test_every_two_characters_of_every_sentence_are_found(fill, found):
    """One- and two-character words are found exactly where a scan of all texts finds them."""
    dice = random.Random(22)
    letters = "三星芯片美光韩国中国출口규제반도체삼성한중관세シリコン"
    titles = ["".join(dice.choices(letters, k=dice.randint(4, 14))) for _ in range(300)]
    leads = ["".join(dice.choices(letters, k=dice.randint(0, 30))) for _ in range(300)]
    fill(titles, leads)
    texts = dict(enumerate(zip(titles, leads, strict=True), 1))
    terms = [
        "三星",
        "芯片",
        "삼성",
        "한중",
        "美光",
        "관세",
        *letters,
        *("".join(dice.choices(letters, k=2)) for _ in range(80)),
    ]

    for term in terms:
        scanned = [
            number for number, fields in sorted(texts.items(), reverse=True) if any(term in one for one in fields)
        ]
        assert found(term, limit=1000) == scanned, term


def test_nothing_is_missed_among_punctuation_and_latin(fill, found):
    """In mixed text the index finds at least all that a scan does."""
    dice = random.Random(7)
    pieces = ["三星", "芯片", "삼성", " ", "·", "，", "SK", "HBM3", "한", "중", "(", "2026", "시안"]
    titles = ["".join(dice.choices(pieces, k=8)) for _ in range(300)]
    fill(titles)

    for term in ("三星", "삼성", "한중", "芯片", "시안", "星芯"):
        scanned = {number for number, title in enumerate(titles, 1) if term in title}
        assert scanned <= set(found(term, limit=1000))


def test_a_field_is_not_glued_to_the_next(fill, found):
    """A phrase never reaches from the title into the lead."""
    fill(["중국과 삼"], ["성장률"])

    assert found("삼성") == []


def test_the_search_goes_on_where_it_ended(fill, found):
    """With `before`, the next page begins after the last."""
    fill([f"芯片 {at}" for at in range(5)])

    assert found("芯片", limit=2) == [5, 4]
    assert found("芯片", limit=2, before=4) == [3, 2]


def test_full_width_and_case_are_equal(fill, found):
    """Compatibility forms and capitals make no difference."""
    fill(["ＨＢＭ３Ｅ　ｃｈｉｐ", "Straße"])

    assert found("hbm3e chip") == [1]
    assert found("STRASSE") == [2]
    assert found("strass*") == [2]


def test_accents_count(fill, found):
    """As in rules, café is not cafe."""
    fill(["Café chips", "Cafe chips"])

    assert found("café") == [1]


def test_the_folding_handed_in_is_used_on_both_sides(path, now, verdict):
    """With a folding that joins the scripts, Simplified finds Traditional."""
    joined = str.maketrans("韓國晶", "韩国晶")
    with Store.open(path, now=now, fold=lambda text: words.plain_fold(text).translate(joined)) as store:
        store.write_sync(lambda db: storage.remember(db, verdict(["商務部回應韓國"]), now))

        for term in ("韩国", "韓國", "韩國"):
            assert [one.id for one in store.read_sync(lambda db, term=term: search.search(db, [term]))] == [1]


def test_the_index_can_be_made_anew(store, fill, found):
    """After a rebuild the same is found, once."""
    fill(SENTENCES)
    store.write_sync(words.rebuild)

    assert found("芯片") == [4, 3]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("HBM3E", "hbm 3 e"),
        ("SK하이닉스", "sk 하 이 닉 스"),
        ("Chip-4_x", "chip 4 x"),
        ("々〇ー", "々 〇 ー"),
        ("𠮷野家", "𠮷 野 家"),
        ("中", "中"),
        ("", ""),
        ("!?", ""),
    ],
)
def test_how_texts_are_spelled(text, tokens):
    """Every CJK character is a token, letters and digits part."""
    assert words.spelled(text) == tokens


@pytest.mark.parametrize(
    ("phrases", "facts", "ids"),
    [
        ([], [], [3, 2, 1]),
        (["chips"], [], [3, 1]),
        ([], [("side", "CN")], [2]),
        ([], [("lang", "zh")], [3, 2]),
        ([], [("lang", "zh"), ("side", "KR")], [3]),
        ([], [("source", "gt")], [2]),
        ([], [("kind", "government")], [2]),
        ([], [("topic", "hbm")], [1]),
        (["chips"], [("topic", "hbm")], [1]),
        (["chips"], [("topic", "veu-waivers")], []),
    ],
)
def test_candidates_by_words_and_facts(store, verdict, now, phrases, facts, ids):
    """What a rule's filters ask for is asked of the archive, in the spelling that rules compare."""
    one, two, three = verdict(["chips a", "talks b", "chips c"]).articles
    news = (
        replace(one, topics=("hbm", "chip4")),
        replace(two, side="cn", lang="zh-Hans", source="GT", kind="Government", topics=()),
        replace(three, lang="zh", topics=()),
    )
    decided = replace(verdict(["chips a", "talks b", "chips c"]), articles=news)
    store.write_sync(lambda db: storage.remember(db, decided, now))

    since = now - timedelta(days=30)
    assert ids == store.read_sync(lambda db: search.candidates(db, phrases, since, facts))


@pytest.mark.parametrize("letters", ["aZ09_ -.'\n&$", "aZ09 中国삼성・々ゟ、。“”·—․!", "aé0б 中삼…½–", "𠮷a中 9"])
def test_the_quick_ways_into_the_index_make_the_tokens_of_the_careful_one(path, now, letters):
    """Whatever a text is written in: the same tokens at the same places as of its spelled form."""
    dice = random.Random(11)
    texts = ["".join(dice.choices(letters, k=dice.randrange(30))) for _ in range(400)]
    folded = [words.plain_fold(text) for text in texts]
    with Store.open(path, now=now) as store:

        def tokens(prepared):
            def step(db):
                words.rebuild(db)
                sql = "INSERT INTO words (rowid, title, lead) VALUES (?, '', ?)"
                db.conn.executemany(sql, list(enumerate(prepared)))
                db.execute("CREATE VIRTUAL TABLE temp.seen USING fts5vocab (main, words, instance)")
                found = db.execute("SELECT doc, col, offset, term FROM seen ORDER BY 1, 2, 3").fetchall()
                db.execute("DROP TABLE temp.seen")
                return found

            return store.write_sync(step)

        careful = tokens([words.spelled(text) for text in texts])

        assert careful == tokens([words.to_index(text) for text in folded])
        assert len(careful) > 1000


def test_texts_folded_beforehand_are_found_like_others(store, verdict, now, found):
    """It makes no difference to a search who folded an article, nor to the index's own rebuild."""
    titles = ["ＳＫ하이닉스 HBM3E", "Chips in 西安", "中芯国际"]
    decided = verdict(titles)
    folded = tuple((words.plain_fold(one.title), words.plain_fold(one.lead)) for one in decided.articles)
    folded = (None, *folded[1:])  # one of them is not at hand
    store.write_sync(lambda db: storage.remember(db, replace(decided, folded=folded), now))
    before = [found(phrase) for phrase in ("하이닉스", "hbm", "西安", "芯", "lead")]
    store.write_sync(words.rebuild)
    assert before == [found(phrase) for phrase in ("하이닉스", "hbm", "西安", "芯", "lead")]
    assert before[:4] == [[1], [1], [2], [3]]
