import { expect, test } from 'vitest'

import { indexText } from './plugin-index'

test('an index names every plug-in by its key, reserved words included', () => {
  const text = indexText({ file: 'cell', member: 'Cell', table: 'CELLS' }, ['switch', 'multi_choice'])
  expect(text).toContain(
    "import { Cell as MultiChoiceCell } from './multi_choice/cell'\nimport { Cell as SwitchCell } from './switch/cell'",
  )
  expect(text).toContain('export const CELLS = {\n  multi_choice: MultiChoiceCell,\n  switch: SwitchCell,\n} as const')
})
