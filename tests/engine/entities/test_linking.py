from dataclasses import replace

from engine.entities.linking import link_targets
from engine.entities.record import prepare
from engine.metadata.definition import places
from tests.factories.definitions import CUSTOMER, load, make_sales_documents
from tests.factories.documents import make_entity, make_field
from tests.factories.surroundings import make_context, make_id

LINES = [make_field("fld_vprod1", "client", "link", options={"entity": CUSTOMER, "filter": 'level = "gold"'})]
FIELDS = [
    make_field("fld_vdate1", "day", "date"), make_field("fld_vshop1", "shop", "link", options={"entity": CUSTOMER}),
    make_field("fld_vguide", "guide", "person"), make_field("fld_vline1", "stops", "lines", options={"fields": LINES}),
]  # fmt: skip
DOCUMENTS = {"entities/visit.json": make_entity("ent_visit1", "visit", FIELDS)}
DEFINITION = load(make_sales_documents() | DOCUMENTS)
VISIT = DEFINITION.entities["ent_visit1"]
EVERY = frozenset(place.field.id for place in places(VISIT))


def make_visit(incoming, existing=None):
    return prepare(DEFINITION, VISIT, incoming, existing, make_context(), writable=EVERY)


def named(targets):
    return {(target.path, target.target, target.id, target.filter) for target in targets}


def test_newly_linked_records_and_people_are_named_with_the_filter_of_their_link():
    visit = make_visit({"shop": make_id(1), "guide": make_id(5), "stops": [{}, {"client": make_id(2)}]})

    assert named(link_targets(VISIT, visit)) == {
        (("shop",), CUSTOMER, make_id(1), None),
        (("guide",), "person", make_id(5), None),
        (("stops", 1, "client"), CUSTOMER, make_id(2), 'level = "gold"'),
    }


def test_links_that_stay_are_not_asked_for():
    made = make_visit({"shop": make_id(1), "stops": [{"client": make_id(2)}]}).values
    before = {**made, "stops": tuple(replace(line, id=make_id(9)) for line in made["stops"])}

    changed = make_visit({"day": "2026-11-23", "stops": [{"client": make_id(3)}]}, before)

    assert {target.id for target in link_targets(VISIT, changed, before)} == {make_id(3)}
