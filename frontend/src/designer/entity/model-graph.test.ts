import { expect, test } from 'vitest'

import { ORDER } from '@/app/testing/fixtures'
import type { Entity } from '@/generated/metadata'

import { BOX, boxOf, boxesOf, linkPath, modelLinks, neighbour, placesOf } from './model-graph'

const CUSTOMER: Entity = { ...ORDER, id: 'ent_cust01', name: 'customer', fields: [{ id: 'fld_name01', name: 'name', type: 'text', label: { en: 'Name' } }], title: 'fld_name01' }
const LINKED: Entity = {
  ...ORDER,
  fields: [
    ...ORDER.fields,
    { id: 'fld_cust01', name: 'customer', type: 'link', label: { en: 'Customer' }, options: { entity: CUSTOMER.id } },
    { id: 'fld_lines1', name: 'lines', type: 'lines', label: { en: 'Lines' }, options: { fields: [{ id: 'fld_again1', name: 'again', type: 'link', label: { en: 'Again' }, options: { entity: ORDER.id } }] } },
  ],
}
const LOOSE: Entity = { ...CUSTOMER, id: 'ent_loose1', name: 'loose', fields: [] }

test('links are found on entities and in their detail lines', () => {
  expect(modelLinks([LINKED, CUSTOMER]).map(({ from, to, lines }) => [from, to, lines?.name])).toEqual([
    [ORDER.id, CUSTOMER.id, undefined],
    [ORDER.id, ORDER.id, 'lines'],
  ])
})

test('what is linked to stands left, what is alone below', () => {
  const boxes = boxesOf([LINKED, CUSTOMER, LOOSE])
  const links = modelLinks([LINKED, CUSTOMER, LOOSE])
  const places = placesOf(boxes, links)
  const [order, customer, loose] = [ORDER.id, CUSTOMER.id, LOOSE.id].map((id) => places.get(id) ?? { x: 0, y: 0 })

  expect((customer?.x ?? 0) + BOX.width).toBeLessThan(order?.x ?? 0)
  expect(loose?.y ?? 0).toBeGreaterThan(order?.y ?? 0)
  expect(neighbour(places, ORDER.id, 'ArrowLeft')).toBe(CUSTOMER.id)
  expect(neighbour(places, CUSTOMER.id, 'ArrowUp')).toBeUndefined()
  const paths = links.map((link) => linkPath(link, new Map(boxes.map((box) => [box.entity.id, box])), places))
  expect(paths.map((each) => each?.side)).toEqual(['right', 'right'])
})

test('a box with many fields shows the title and the links first and counts the rest', () => {
  const many: Entity = { ...LINKED, fields: [...Array.from({ length: 12 }, (_, at) => ({ id: `fld_x${at}000`, name: `x${at}`, type: 'text', label: { en: `X${at}` } }) as const), ...LINKED.fields] }
  const box = boxOf(many)

  expect(box.shown.slice(0, 3).map(({ name }) => name)).toEqual(['no', 'customer', 'lines'])
  expect([box.shown.length, box.hidden]).toEqual([8, 8])
})
