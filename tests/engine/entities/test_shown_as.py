import pytest

from engine.entities.shown_as import shown_as
from tests.factories.definitions import make_sales_definition

DEFINITION = make_sales_definition()


@pytest.mark.parametrize(("field", "key"), [
    ("fld_olevel", "choice"), ("fld_ototal", "money"), ("fld_ccount", "integer"), ("fld_odate1", "date"),
])  # fmt: skip
def test_a_computed_field_is_shown_as_what_it_gives(field, key):
    assert shown_as(DEFINITION, DEFINITION.field(field).field).key == key
