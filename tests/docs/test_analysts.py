"""The question shown to analysts can be asked of the example."""

import json
import re
from pathlib import Path

from engine.access.principal import SYSTEM
from engine.metadata.model import Query
from engine.metadata.schema_files import validator
from engine.metadata.structure import build
from engine.reports.eyes import Eyes
from engine.reports.question import Question
from engine.reports.understand import understand
from tests.factories.app import channel_sales

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "analysts.md").read_text(encoding="utf-8")


def test_the_question_shown_is_understood() -> None:
    [shown] = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    asked = json.loads(shown)["query"]

    assert not list(validator("query.json").iter_errors(asked))
    assert isinstance(understand(Eyes(channel_sales(), SYSTEM), build(Query, asked)), Question)
