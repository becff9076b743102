"""What a text's facets amount to: which legs of the triangle it has, where, and what speaks against it."""

from dataclasses import dataclass

from bot.desk.topics.facets import Seen

#: Between people, or of another trade: in a title they say what the story is about.
_ELSEWHERE = (
    "consumer", "culture", "tourism", "sport", "charity", "people", "food", "game", "pet", "history", "ai-safety",
)  # fmt: skip
_CHIPS = ("chip", "chip-bloc", "china-instrument", "micron-gap")
#: What makes a Korean chip maker's news news of chips.
_MADE = ("equipment", "fab", "memory", "plant-city", "waiver", "china-plant")
_RELATION = ("diplomacy", "alignment", "trade-pact", "supply-chain", "supply-chain-tool")
_INSTRUMENTS = ("instrument", "china-instrument", "micron-gap", "chip-bloc", "used-tools")
_DEEP = (
    "plant-city",
    "instrument",
    "china-instrument",
    "china-plant",
    "waiver",
    "leak",
    "CN-chipmaker",
    "CN-state",
    "material",
    "micron-gap",
    "used-tools",
    "chip-trade",
    "KR-trade",
)
#: What else a title can be about where a plant's accident is between people only by its words.
_NO_PLANT = tuple(facet for facet in _ELSEWHERE if facet != "people")
#: And where leaders of two states do not meet.
_NO_GATHERING = tuple(facet for facet in _ELSEWHERE if facet not in {"sport", "history"})
_FOREIGN = frozenset({"foreign-chipmakers", "foreign-chip-plants"})
_SIDES = frozenset({"united-states", "china", "us-and-china"})
#: Samsung makes many things in China, in this city memory.
_SAMSUNGS_CITY = frozenset({"xian", "xian-korean", "xian-plant", "samsung-china-semiconductor"})
#: What only Korean and American firms can lose to China.
_MEMORY = frozenset({"dram", "hbm", "nand"})


@dataclass(frozen=True, slots=True)
class Case:
    """The questions that the branches ask of a text."""

    seen: Seen

    @property
    def korea(self) -> bool:
        """South Korea or one of its parties is named, or meant by 국내, 우리, 정부."""
        return self.seen.has("KR", "KR-home") or self.korea_unsaid or self.plants_unsaid

    @property
    def plants_unsaid(self) -> bool:
        """Chip plants in the cities of Korean ones and what Washington permits, or what Korean texts say of them."""
        seen = self.seen
        if seen.has("US-chipmaker", "JP-chipmaker", "TW", "EU", "CN-chipmaker"):
            return False
        permitted = seen.has("instrument", "waiver")
        if seen.lang != "ko":
            return seen.has("plant-city") and self.chips and permitted and not seen.has("JP")
        told = seen.has("china-plant", "plant-city") and seen.has("US") and (permitted or seen.has("equipment"))
        made = (
            seen.has("plant-city") and seen.has(*_CHIPS) and seen.has("fab", "invest", "CN-state", "china-instrument")
        )
        barred = seen.has("china-instrument") and seen.has("CN") and seen.has("chips-act", "invest")
        return told or made or barred

    @property
    def korea_unsaid(self) -> bool:
        """A Korean text on exports to China, leaks or a bloc to join, any on memory leaking there: Korea's own."""
        seen = self.seen
        told_at_home = seen.lang == "ko" and (seen.has("leak", "KR-trade") or (seen.heads("bloc") and seen.has("join")))
        if seen.lang == "ko" and seen.heads("CN") and "chinas-own-exports" not in seen.concepts:
            told_at_home |= seen.heads("chip-trade") or (seen.heads("memory") and seen.heads("contest"))
        memory_taken = seen.has("leak") and seen.has("CN") and not _MEMORY.isdisjoint(seen.concepts)
        return (told_at_home or memory_taken) and not seen.has("US", "JP", "TW", "EU", "NK", "elsewhere")

    @property
    def korea_in_title(self) -> bool:
        """The title names South Korea, or means it."""
        seen = self.seen
        exported = self.korea_unsaid and seen.heads("KR-trade", "chip-trade", "memory", "leak")
        made = self.plants_unsaid and seen.heads("plant-city", "china-plant")
        return seen.heads("KR", "KR-home") or exported or made

    @property
    def korean_firm(self) -> bool:
        """A Korean maker of chips, or its group where chips are spoken of."""
        return self.seen.has("KR-chipmaker") or (self.seen.has("conglomerate") and self.chips)

    @property
    def memory_maker(self) -> bool:
        """SK hynix makes nothing but chips."""
        return "sk-hynix" in self.seen.concepts

    @property
    def makers_unsaid(self) -> bool:
        """Foreign chip makers unnamed, whose plants in China need Washington's leave: Samsung, SK hynix, few others."""
        seen = self.seen
        if seen.has("US-chipmaker", "CN-chipmaker", "JP", "TW", "EU", "NK", "elsewhere"):
            return False
        foreign = not _FOREIGN.isdisjoint(seen.concepts)
        # Alone the three letters are other things, too.
        sided = (
            foreign or seen.has("US-state", "CN-state", "fab", "china-plant") or not _SIDES.isdisjoint(seen.concepts)
        )
        permitted = foreign and seen.has("china-plant") and seen.has("US") and seen.has("waiver")
        return ("veu" in seen.concepts and sided) or permitted

    @property
    def known_plant(self) -> bool:
        """The title is about a plant of SK hynix in China or Samsung's in Xi'an: what it makes needs no saying."""
        seen = self.seen
        told = seen.heads("fab", "works", "invest") or (self.chips_in_title and not self.memory_maker)
        told = told and seen.heads("KR-chipmaker")
        if not told or seen.heads("beside", *_NO_PLANT):
            return False
        return (self.memory_maker and seen.heads("plant-city")) or not _SAMSUNGS_CITY.isdisjoint(seen.concepts)

    @property
    def china(self) -> bool:
        """China or one of its parties is named, or meant by a ban on memory for artificial intelligence."""
        return self.seen.has("CN") or self.china_unsaid

    @property
    def china_unsaid(self) -> bool:
        """Curbs on HBM are curbs on China."""
        seen = self.seen
        barred = seen.has("instrument") and not seen.has("tariff", "JP", "TW", "EU", "results", "market")
        return barred and "hbm" in seen.concepts

    @property
    def chips(self) -> bool:
        """Semiconductors, or what is about them by its nature."""
        seen = self.seen
        made = seen.has(*_MADE) or (seen.has("CN") and seen.has("instrument"))
        if seen.has("KR-chipmaker", "conglomerate") and seen.has("leak") and seen.has("CN"):
            made = made or not seen.has("display", "industry", "consumer")
        return seen.has(*_CHIPS) or (seen.has("KR-chipmaker") and made) or self.memory_maker

    @property
    def chips_in_title(self) -> bool:
        """The title says so."""
        return self.seen.heads(*_CHIPS)

    @property
    def legs_in_title(self) -> int:
        """How many of Korea, China and chips the title names."""
        return sum((self.korea_in_title, self.seen.heads("CN"), self.chips_in_title))

    @property
    def instrument_in_title(self) -> bool:
        """The title names a control, a licence or a ban."""
        return self.seen.heads(*_INSTRUMENTS)

    @property
    def several(self) -> bool:
        """Korean makers are one of several parties of different countries."""
        return (
            self.seen.has("multi")
            or (self.seen.has("JP", "neighbours") and self.seen.has("TW") and not self.seen.heads("KR-chipmaker"))
            or sum(self.seen.heads(f"{country}-chipmaker") for country in ("JP", "TW", "EU")) > 1
        )

    @property
    def yardstick(self) -> bool:
        """A Chinese maker goes public or shows what it sells, and the Korean ones are what it is measured by."""
        seen = self.seen
        shown = seen.heads("CN-chipmaker") and seen.heads("listing", "product") and not seen.heads("hit", "leak")
        return shown and not seen.has("KR-state")

    @property
    def buyers_in_title(self) -> bool:
        """Chinese makers of phones and the like, and of what they sell no word: they buy chips, too."""
        return "chinese-consumer-firms" in self.seen.concepts and "consumer" not in self.seen.concepts

    @property
    def elsewhere(self) -> bool:
        """The title is about people, goods or pastimes."""
        return self.seen.heads(*_ELSEWHERE)

    @property
    def officials_in_title(self) -> bool:
        """Both governments stand in the title; they may meet at a parade or at games."""
        seen = self.seen
        both = seen.heads("KR-state") and (seen.heads("CN-state") or (seen.heads("CN") and seen.has("CN-state")))
        met = seen.heads("CN-state") and seen.heads("talks")
        return both and not seen.heads(*(_NO_GATHERING if met else _ELSEWHERE))

    @property
    def market_report(self) -> bool:
        """The title is about the stock market, and no instrument moved it; going public is another matter."""
        seen = self.seen
        stock = seen.heads("material") and seen.heads("KR-state")
        listed = seen.heads("listing") and seen.heads("CN-chipmaker") and seen.has("KR-chipmaker")
        moved = self.instrument_in_title or seen.heads("leak", "alignment")
        return seen.heads("market") and not (moved or stock or listed)

    @property
    def home_business(self) -> bool:
        """The title is about results, plants at home or American tariffs, and China is not in it."""
        if self.seen.heads("results") and not (self.korea_in_title or self.instrument_in_title):
            return True
        old_chips = "section-301" in self.seen.concepts and self.chips_in_title
        saved = self.seen.heads("CN", "plant-city", "chip-alliance", "alliance", "material", "leak", "waiver")
        at_home = self.seen.heads("results", "domestic", "tariff", "shares")
        return at_home and not (saved or old_chips or self.instrument_in_title)

    @property
    def round_up(self) -> bool:
        """A newsletter or a list, in which countries stand beside one another by chance."""
        return self.seen.has("round-up") and not (self.instrument_in_title or self.seen.heads("leak", "waiver"))

    @property
    def northern(self) -> bool:
        """The title is about North Korea or about arms."""
        seen = self.seen
        if seen.heads("NK"):
            return not (self.chips_in_title and seen.heads("KR"))
        return seen.heads("defence") and not (
            seen.heads("alignment")
            or (seen.heads("three-way") and seen.heads("CN"))
            or (self.chips_in_title and seen.heads("CN", "KR"))
            or (seen.heads("KR-state") and seen.heads("CN") and seen.heads("talks"))
        )

    @property
    def related(self) -> bool:
        """States deal with each other: relations, pacts, supply chains, sides."""
        return self.seen.has(*_RELATION)

    @property
    def related_in_title(self) -> bool:
        """The title says so."""
        return self.seen.heads(*_RELATION)

    @property
    def china_meant(self) -> bool:
        """China is in the title, or below it more than in passing: a plant, a firm, an instrument, a leak, trade."""
        seen = self.seen
        return (
            seen.heads("CN", "trade", "alignment", "diplomacy", "supply-chain", "contest")
            or seen.has(*_DEEP)
            or "section-301" in seen.concepts
            or (seen.parties["CN"] >= 2 and seen.has("contest", "hit"))
        )

    @property
    def three_legs(self) -> bool:
        """South Korea, China and chips, China more than in passing."""
        return self.korea and self.china and self.chips and self.china_meant
