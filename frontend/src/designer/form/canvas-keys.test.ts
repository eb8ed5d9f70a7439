import { expect, test } from 'vitest'

import { keyAction } from './canvas-keys'

const NONE = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }

test.each([
  ['an arrow goes on', { key: 'ArrowDown' }, { kind: 'go', by: 1, isExtending: false }],
  ['an arrow with Shift chooses more', { key: 'ArrowUp', shiftKey: true }, { kind: 'go', by: -1, isExtending: true }],
  ['an arrow up with Alt moves', { key: 'ArrowUp', altKey: true }, { kind: 'move', by: -1 }],
  ['an arrow aside with Alt widens', { key: 'ArrowRight', altKey: true }, { kind: 'widen', by: 1 }],
  ['Delete takes off', { key: 'Delete' }, { kind: 'remove' }],
  ['F2 renames', { key: 'F2' }, { kind: 'rename' }],
  ['Ctrl A chooses all', { key: 'a', ctrlKey: true }, { kind: 'all' }],
  ['Ctrl D makes another', { key: 'D', metaKey: true }, { kind: 'duplicate' }],
  ['Ctrl C is left to the browser', { key: 'c', ctrlKey: true }, undefined],
  ['a letter means nothing', { key: 'x' }, undefined],
])('%s', (_, pressed, action) => expect(keyAction({ ...NONE, ...pressed })).toEqual(action))
