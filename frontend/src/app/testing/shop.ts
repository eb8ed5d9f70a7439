/** A small shop for tests of questions: orders with lines, customers of channels, costs of channels. */
import type { Entity, Field } from '@/generated/metadata'

function field(id: string, type: string, options?: object): Field {
  return { id, name: id.slice(4), type, label: { zh: id, en: id }, ...(options === undefined ? {} : { options }) } as Field
}

function entity(id: string, fields: readonly Field[]): Entity {
  return { schema: 'tongdao/entity/1', id, name: id.slice(4), label: { zh: id, en: id }, fields }
}

export const CHANNEL = entity('ent_channel', [field('fld_chname', 'text')])
export const PRODUCT = entity('ent_product', [field('fld_prname', 'text')])
export const CUSTOMER = entity('ent_customer', [field('fld_city', 'text'), field('fld_cuchan', 'link', { entity: 'ent_channel' })])
export const ORDER = entity('ent_order', [
  field('fld_date', 'date'),
  field('fld_amount', 'money'),
  field('fld_orchan', 'link', { entity: 'ent_channel' }),
  field('fld_cust', 'link', { entity: 'ent_customer' }),
  field('fld_lines', 'lines', { fields: [field('fld_qty', 'decimal'), field('fld_prod', 'link', { entity: 'ent_product' })] }),
])
export const COST = entity('ent_cost', [
  field('fld_paid', 'date'),
  field('fld_booked', 'date'),
  field('fld_cost', 'money'),
  field('fld_cochan', 'link', { entity: 'ent_channel' }),
])
export const SHOP = [CHANNEL, PRODUCT, CUSTOMER, ORDER, COST]
