"""Every cell of the permission matrix, on both databases."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.http.router import create_router as designer
from runtime.http.features import FEATURES
from runtime.server.app import create_app
from runtime.server.routes import collect
from tests.factories.server import Server
from tests.runtime.permissions.call import Cell
from tests.runtime.permissions.cells import cells
from tests.runtime.permissions.world import Actor, World

LEAST_CELLS = 3_000


@pytest.fixture
def world(database_url: str, tmp_path: Path) -> Iterator[World]:
    server = Server(database_url, tmp_path, features=(designer,))
    yield World(server)
    server.close()


def test_every_cell_answers_as_the_reference_policy_says(world: World) -> None:
    routes = collect(create_app(world.server.services, (*FEATURES, designer)).routes)
    wrong: list[str] = []
    counted: Counter[str] = Counter()

    for actor in world.actors():
        for cell in cells(list(routes), actor):
            counted[actor.name] += 1
            found = differs(world, actor, cell)
            if found:
                wrong.append(f"{actor.name}: {cell.words}: {cell.method} {cell.path} {cell.params}: {found}")

    assert not wrong, f"{len(wrong)} of {counted.total()}\n" + "\n".join(wrong[:60])
    assert counted.total() >= LEAST_CELLS, counted


def differs(world: World, actor: Actor, cell: Cell) -> str:
    """Make the call; return how its answer differs from what it must be, or nothing."""
    more = {} if cell.json is None else {"json": cell.json}
    answer = actor.client.request(
        cell.method, cell.path, params=cell.params or None, headers=cell.headers, **more
    )
    if cell.thrown_away and answer.status_code == 200:
        world.throw_away(*cell.thrown_away)
    if answer.status_code not in cell.status:
        return f"{answer.status_code} instead of {sorted(cell.status)} {answer.text[:120]}"
    shown = [text for text in cell.without if text in answer.text]
    missing = [text for text in cell.within if text not in answer.text]
    return f"shows {shown}, lacks {missing}" if shown or missing else ""
