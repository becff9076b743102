"""Every condition of the gazetteer, drawn from its data: what lets an entry count, and what hides it, can come about."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from bot.desk.topics import Classifier, Gazetteer
from bot.desk.topics.concept import Concept, Form, Mention
from bot.desk.topics.senses import settle
from bot.model import Text

CARRIER = {"en": "{}", "ko": "가나 {} 다라", "zh-Hans": "，{}，", "zh-Hant": "，{}，"}
#: Between two names in one field: nothing that is a name, and no part of one.
BETWEEN = {"en": " zq ", "ko": " 가나 ", "zh-Hans": "，", "zh-Hant": "，"}
#: So many names are tried before something is called out of reach.
TRIED = 40

Names = dict[tuple[str, str], list[str]]


@pytest.fixture(scope="module")
def gazetteer(classifier: Classifier) -> Gazetteer:
    """The shipped gazetteer."""
    return classifier.gazetteer


@pytest.fixture(scope="module")
def names(gazetteer: Gazetteer) -> Names:
    """Forms that carry a facet without any condition, by language and facet, those with the fewest facets first."""
    found: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for concept in gazetteer.concepts.values():
        if concept.conditional or concept.senses:
            continue
        for form in concept.forms:
            mentions = gazetteer.find(Text("t", printed(form)))
            if len(mentions) == 1 and mentions[0].concept is concept:
                for facet in mentions[0].facets:
                    found[form.lang, facet].append((len(mentions[0].facets), form.text))
    return {key: [text for _, text in sorted(forms)][:TRIED] for key, forms in found.items()}


def printed(form: Form) -> str:
    return CARRIER[form.lang].format(form.text)


def counts(mentions: tuple[Mention, ...], concept: Concept) -> bool:
    """Whether the concept is mentioned, and not masked."""
    return any(mention.concept is concept and not mention.masked for mention in mentions)


def conditional(gazetteer: Gazetteer, condition: str) -> Iterator[tuple[Concept, Form]]:
    """Every form of the concepts that have a condition of a kind."""
    for concept in gazetteer.concepts.values():
        if getattr(concept, condition):
            yield from ((concept, form) for form in concept.forms)


def helped(gazetteer: Gazetteer, names: Names, concept: Concept, form: Form, facet: str) -> str:
    """A name with that facet in the lead, with which the form in the title counts; "" when there is none."""
    tried = names.get((form.lang, facet), [])
    return next((name for name in tried if counts(gazetteer.find(Text("t", printed(form), name)), concept)), "")


def test_what_needs_company_does_not_count_alone(gazetteer: Gazetteer) -> None:
    """Each form of a concept with `needs`, printed with nothing beside it, is masked."""
    alone = [
        (concept.id, form.text)
        for concept, form in conditional(gazetteer, "needs")
        if counts(gazetteer.find(Text("t", printed(form))), concept)
    ]
    assert alone == []


def test_every_need_can_be_met(gazetteer: Gazetteer, names: Names) -> None:
    """Each form counts beside a name of each facet that its concept needs."""
    lost = [
        (concept.id, form.text, facet)
        for concept, form in conditional(gazetteer, "needs")
        for facet in sorted(concept.needs)
        if not helped(gazetteer, names, concept, form, facet)
    ]
    assert lost == []


def test_every_exception_can_come_about(gazetteer: Gazetteer, names: Names) -> None:
    """A name of each facet in `unless` masks a form in the same field; in another one it leaves it alone."""
    lost = []
    for concept, form in conditional(gazetteer, "unless"):
        need = min(concept.needs, default="")
        lead = helped(gazetteer, names, concept, form, need) if need else ""
        assert counts(gazetteer.find(Text("t", printed(form), lead)), concept), (concept.id, form.text, lead)
        lost += [
            (concept.id, form.text, facet)
            for facet in sorted(concept.unless)
            if not any(hides(gazetteer, concept, form, name, lead) for name in names.get((form.lang, facet), []))
        ]
    assert lost == []


def hides(gazetteer: Gazetteer, concept: Concept, form: Form, name: str, lead: str) -> bool:
    """Whether a name masks the form from within its field, and only from there."""
    beside = gazetteer.find(Text("t", f"{printed(form)}{BETWEEN[form.lang]}{name}", lead))
    apart = gazetteer.find(Text("t", printed(form), lead, name))
    masked = any(mention.concept is concept and mention.masked for mention in beside)
    return masked and not counts(beside, concept) and counts(apart, concept)


def test_every_sense_can_be_meant(gazetteer: Gazetteer, names: Names) -> None:
    """A country right before an ambiguous form chooses its sense; alone it has the language's usual one, or none."""
    lost = []
    for concept, form in conditional(gazetteer, "senses"):
        for country, meant in concept.senses.items():
            glue = "" if form.lang.startswith("zh") else " "
            before = (f"{name}{glue}{form.text}" for name in names.get((form.lang, country), []))
            if not any(counts(gazetteer.find(Text("t", title)), gazetteer.concepts[meant]) for title in before):
                lost.append((concept.id, form.text, country))
        lang, (mention, *_) = gazetteer.read(Text("t", printed(form)))
        usual = concept.senses.get(concept.default.get(lang, ""), "")
        if (mention.masked, mention.concept.id) != (not usual, usual or concept.id):
            lost.append((concept.id, form.text, "alone"))
    assert lost == []


def test_every_confusable_hides_something(gazetteer: Gazetteer) -> None:
    """It is masked where it stands; and it says what the text is about, or a part of it would have counted."""
    plain = Gazetteer(tuple(one for one in gazetteer.concepts.values() if one.kind != "confusable"))
    lost, useless = [], []
    for concept in gazetteer.concepts.values():
        if concept.kind != "confusable":
            continue
        titles = [CARRIER[form.lang].format(form.text) for form in concept.forms]
        lost += [title for title in titles if not masks(gazetteer, concept, title)]
        spelled = (spelling for title in titles for spelling in (title, title.title(), title.upper()))
        if not concept.facets and not any(plain.find(Text("t", title)) for title in spelled):
            useless.append(concept.id)
    assert (lost, useless) == ([], [])


def masks(gazetteer: Gazetteer, concept: Concept, title: str) -> bool:
    """Whether the concept is found in a title, and everything in it masked."""
    mentions = gazetteer.find(Text("t", title))
    return any(mention.concept is concept for mention in mentions) and all(mention.masked for mention in mentions)


def test_a_name_of_several_names_each_of_them(classifier: Classifier) -> None:
    """Where a concept with `also` counts, rules find the others there too."""
    lost = []
    for concept in classifier.gazetteer.concepts.values():
        for form in () if concept.conditional else concept.forms:
            text, _ = classifier.graded(Text("t", printed(form)))
            named = {mention.concept for mention in text.mentions}
            if concept.id in named and not named.issuperset(concept.also):
                lost.append((concept.id, form.text))
    assert lost == []


def test_a_long_text_is_not_read_anew_for_every_mention(gazetteer: Gazetteer) -> None:
    """A title of ten thousand names takes ten thousand steps, not a hundred million."""

    class Counted(list[Mention]):
        times = 0

        def __iter__(self) -> Iterator[Mention]:
            Counted.times += 1
            return super().__iter__()

    mentions = Counted(gazetteer.find(Text("t", "삼성 chip 中国 " * 100)))
    settle(mentions, gazetteer.concepts, "ko")

    assert (len(mentions), Counted.times < 10) == (300, True)
