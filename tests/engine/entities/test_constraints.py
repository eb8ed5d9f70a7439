from dataclasses import replace

from engine.entities.constraints import LinkTarget, link_targets, taken, unique_keys
from engine.entities.record import prepare
from engine.metadata.definition import places
from engine.text.catalog import say_issue
from tests.factories.definitions import CUSTOMER, load, make_sales_documents
from tests.factories.documents import make_entity, make_field, make_label
from tests.factories.surroundings import make_context, make_id

LINES = [make_field("fld_vprod1", "client", "link", options={"entity": CUSTOMER, "filter": 'level = "gold"'})]
FIELDS = [
    make_field("fld_vdate1", "day", "date"), make_field("fld_vshop1", "shop", "link", options={"entity": CUSTOMER}),
    make_field("fld_vline1", "stops", "lines", options={"fields": LINES}),
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
    both, alone = unique_keys(DEFINITION, VISIT, make_visit({"day": "2026-11-23", "shop": make_id(1)}))

    assert say_issue(taken(both), "en") == "Another record already has this value: day, shop."
    assert say_issue(taken(alone), "en") == "One visit per shop"
    assert taken(both).path == ("day",)


def test_newly_linked_records_are_named_with_their_filter():
    targets = list(
        link_targets(VISIT, make_visit({"shop": make_id(1), "stops": [{}, {"client": make_id(2)}]}))
    )

    assert targets == [
        LinkTarget(("shop",), CUSTOMER, make_id(1), None),
        LinkTarget(("stops", 1, "client"), CUSTOMER, make_id(2), 'level = "gold"'),
    ]


def test_links_that_stay_are_not_asked_for():
    made = make_visit({"shop": make_id(1), "stops": [{"client": make_id(2)}]}).values
    before = {**made, "stops": tuple(replace(line, id=make_id(9)) for line in made["stops"])}

    changed = make_visit({"day": "2026-11-23", "stops": [{"client": make_id(3)}]}, before)

    assert [target.id for target in link_targets(VISIT, changed, before)] == [make_id(3)]
