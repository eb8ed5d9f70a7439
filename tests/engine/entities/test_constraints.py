from engine.entities.constraints import taken, unique_keys
from engine.entities.record import prepare
from engine.metadata.definition import places
from engine.text.catalog import say_issue
from tests.factories.definitions import CUSTOMER, load, make_sales_documents
from tests.factories.documents import make_entity, make_field, make_label
from tests.factories.surroundings import make_context, make_id

FIELDS = [
    make_field("fld_vdate1", "day", "date"), make_field("fld_vshop1", "shop", "link", options={"entity": CUSTOMER}),
]  # fmt: skip
RULES = [
    {"id": "unq_vday01", "fields": ["fld_vdate1", "fld_vshop1"]},
    {"id": "unq_vshop1", "fields": ["fld_vshop1"], "message": make_label("One visit per shop")},
]
DOCUMENTS = {"entities/visit.json": make_entity("ent_visit1", "visit", FIELDS, unique=RULES)}
DEFINITION = load(make_sales_documents() | DOCUMENTS)
VISIT = DEFINITION.entities["ent_visit1"]
EVERY = frozenset(place.field.id for place in places(VISIT))


def make_visit(incoming, existing=None):
    return prepare(DEFINITION, VISIT, incoming, existing, make_context(), writable=EVERY)


def test_changed_combinations_are_asked_for_and_blanks_collide_with_nothing():
    whole = make_visit({"day": "2026-11-23", "shop": make_id(1)})
    half = make_visit({"shop": make_id(1)})

    assert [key.names for key in unique_keys(DEFINITION, VISIT, whole)] == [("day", "shop"), ("shop",)]
    assert [key.names for key in unique_keys(DEFINITION, VISIT, half)] == [("shop",)]


def test_an_unchanged_combination_is_not_asked_for():
    before = make_visit({"day": "2026-11-23", "shop": make_id(1)}).values

    changed = make_visit({"day": "2026-11-24"}, before)

    assert [key.names for key in unique_keys(DEFINITION, VISIT, changed)] == [("day", "shop")]


def test_a_taken_combination_is_refused_in_the_authors_words_or_by_its_fields():
    both, alone = VISIT.unique

    assert "day + shop" in say_issue(taken(VISIT, both, EVERY), "en")
    assert say_issue(taken(VISIT, alone, EVERY), "en") == "One visit per shop"
    assert taken(VISIT, both, EVERY).path == ("day",)


def test_a_hidden_field_is_not_named_in_the_refusal():
    issue = taken(VISIT, VISIT.unique[0], EVERY - {"fld_vshop1"})

    assert (issue.code, issue.path, dict(issue.params)) == ("record.unique.taken_hidden", (), {})
