"""Who travels: both languages, both sizes of screen."""

import pytest

LANGUAGES = pytest.mark.parametrize("language", ["zh-CN", "en"])
SCREENS = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
