"""The topic classifier sees the demo's articles as the script's author does."""

from bot.config import load_desk_data
from bot.demo.outlets import OUTLETS
from bot.demo.script import read_script
from bot.desk.topics import Classifier
from bot.model import Text


def test_grades_are_as_written():
    """Every report, in four written languages and with its traps, gets the grade that stands in the script."""
    classifier = Classifier.from_data(*load_desk_data())
    lang = {outlet.id: outlet.lang for outlet in OUTLETS}
    reports = read_script().reports

    grades = {
        (report.outlet, report.title): classifier.judge(
            Text(str(report.number), report.title, report.lead, lang=lang[report.outlet])
        ).grade
        for report in reports
    }

    assert grades == {(report.outlet, report.title): report.grade for report in reports}
