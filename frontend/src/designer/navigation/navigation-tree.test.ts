import { expect, test } from 'vitest'

import { afterMove, editForDrop, editForStep, targetsIn } from './navigation-tree'

const ITEMS = [{ group: { en: 'Work' }, items: [{ view: 'a' }, { page: 'b' }] }, { dashboard: 'c' }, { view: 'd' }]

test('a drop on its own place, or into itself, changes nothing', () => {
  expect(editForDrop({ kind: 'item', at: [1] }, [1], {})).toBeNull()
  expect(editForDrop({ kind: 'item', at: [1] }, [2], {})).toBeNull()
  expect(editForDrop({ kind: 'item', at: [0] }, [0, 1], {})).toBeNull()
})

test('an item is told where it was and before what it goes', () => {
  expect(editForDrop({ kind: 'item', at: [2] }, [0, 0], {})).toEqual({ kind: 'move_navigation_item', params: { at: [2], to: [0, 0] }, after: [0, 0] })
  expect(editForDrop({ kind: 'target', target: 'page', id: 'x' }, [1], {})).toMatchObject({ kind: 'add_navigation_item', params: { page: 'x', at: [1] } })
  expect(editForDrop({ kind: 'group' }, [3], { en: 'New' })).toMatchObject({ kind: 'add_navigation_group', params: { label: { en: 'New' }, at: [3] } })
})

test('places behind a moved item come nearer', () => {
  expect(afterMove([0], [3])).toEqual([2])
  expect(afterMove([0], [2, 1])).toEqual([1, 1])
  expect(afterMove([0, 0], [1])).toEqual([1])
  expect(afterMove([2], [0])).toEqual([0])
})

test('keys step among siblings, into the group above and out of a group', () => {
  expect(editForStep(ITEMS, [1], 'in')?.after).toEqual([0, 2])
  expect(editForStep(ITEMS, [0, 1], 'out')?.after).toEqual([1])
  expect(editForStep(ITEMS, [1], 'down')?.after).toEqual([2])
  expect(editForStep(ITEMS, [0, 1], 'up')?.after).toEqual([0, 0])
  expect(editForStep(ITEMS, [2], 'in')).toBeNull()
  expect(editForStep(ITEMS, [0], 'out')).toBeNull()
})

test('what the navigation leads to is known at every depth', () => {
  expect([...targetsIn(ITEMS)].toSorted()).toEqual(['a', 'b', 'c', 'd'])
})
