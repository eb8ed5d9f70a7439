/** Audits what a test has drawn with axe-core; colour contrast needs a real browser and is left to the journeys. */
import axe from 'axe-core'
import { expect } from 'vitest'

const OPTIONS: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'color-contrast': { enabled: false } },
}

export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, OPTIONS)
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([])
}
