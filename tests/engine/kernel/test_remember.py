import gc

from engine.kernel.remember import remember


class Thing:
    """Something that lives for a while."""


def test_a_result_is_made_once_per_object_and_arguments():
    made = []

    @remember
    def make(owner, number):
        made.append(number)
        return number * 2

    first, second = Thing(), Thing()

    assert [make(first, 1), make(first, 1), make(first, 2), make(second, 1)] == [2, 2, 4, 2]
    assert made == [1, 2, 1]


def test_what_was_remembered_goes_with_its_object():
    made = []

    @remember
    def make(owner):
        made.append(1)
        return 0

    for _ in range(3):
        thing = Thing()
        make(thing)
        del thing
        gc.collect()

    assert made == [1, 1, 1]
