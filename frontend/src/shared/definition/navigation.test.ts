import { expect, test } from 'vitest'

import { DEFINITION } from '@/app/testing/fixtures'

import { navigationTree, navigationViews } from './navigation'

test('views the person may not see are left out, and so are groups left empty', () => {
  const tree = navigationTree(DEFINITION)

  expect(tree.map((entry) => entry.kind === 'group' && entry.label['en'])).toEqual(['Orders'])
})

test('a view without an icon borrows the one of its entity', () => {
  expect(navigationViews(DEFINITION).map(({ view, icon }) => [view.name, icon])).toEqual([
    ['orders', 'cart'],
    ['large_orders', 'cart'],
  ])
})
