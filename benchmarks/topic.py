"""How fast the topic classifier loads and judges, and how well, on the project's labelled sets.

Run: `python -m benchmarks.topic`. Prints CPU seconds: the gazetteer's YAML, the classifier built on it, and the
best of five rounds of 1,000 items; then the precision and recall table, and those of two sets by other hands.
"""

import time
from collections.abc import Callable
from itertools import cycle, islice

from bot.config import load_desk_data
from bot.desk.topics import Classifier
from bot.model import Text
from tests.desk import topic_measures as measures

ITEMS = 1_000
ROUNDS = 5


def cpu_seconds(work: Callable[[], object]) -> float:
    """What a piece of work costs this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Prints the figures."""
    data = load_desk_data()
    print(f"YAML read        {cpu_seconds(load_desk_data):6.3f} s")
    print(f"classifier built {cpu_seconds(lambda: Classifier.from_data(*data)):6.3f} s")
    classifier = Classifier.from_data(*data)
    concepts = classifier.gazetteer.concepts.values()
    forms = {form.text for concept in concepts for form in concept.forms}
    print(f"gazetteer        {len(concepts)} concepts, {len(forms)} different forms")
    items = measures.judged(classifier)
    texts = [Text(item.id, item.title, item.lead) for item in islice(cycle(items), ITEMS)]
    best = min(cpu_seconds(lambda: [classifier.judge(text) for text in texts]) for _ in range(ROUNDS))
    print(f"{ITEMS} items      {best:6.3f} s, {ITEMS / best:,.0f} a second")
    print(measures.table(items))
    print("by other hands; held out is the half that was never looked at")
    for path in (measures.UNSEEN, measures.FRESH):
        print(measures.table(measures.judged(classifier, path)))


if __name__ == "__main__":
    main()
