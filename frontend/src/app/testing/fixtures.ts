/** A small app and a signed-in person, as the server would describe them. */
import type { Entity, Form, View } from '@/generated/metadata'
import type { Definition } from '@/shared/definition/definition'
import type { Nobody, Session } from '@/shared/session/session'

import type { FakeRoutes } from './fake-server'

export const SESSION: Session = {
  user: { id: 'u-lina', login: 'lina', name: 'Li Na', language: 'en', theme: 'system' },
  roles: ['rol_sales1'],
  administer: [],
  csrf_token: 'token-1',
  expires_at: '2026-11-24T00:00:00Z',
  demo: false,
  warning: null,
}

export const NOBODY: Nobody = { user: null, demo: false }

export const ORDER: Entity = {
  schema: 'tongdao/entity/1',
  id: 'ent_order1',
  name: 'sales_order',
  label: { zh: '销售订单', en: 'Sales order' },
  icon: 'cart',
  title: 'fld_no0001',
  fields: [
    { id: 'fld_no0001', name: 'no', type: 'text', label: { zh: '单号', en: 'No.' } },
    { id: 'fld_amount', name: 'amount', type: 'money', label: { zh: '金额', en: 'Amount' } },
  ],
}

export const ORDER_FORM: Form = {
  schema: 'tongdao/form/1',
  id: 'frm_order1',
  name: 'order',
  label: { zh: '订单录入', en: 'Order entry' },
  entity: ORDER.id,
  layout: [],
}

export const ALL_ORDERS: View = {
  schema: 'tongdao/view/1',
  id: 'viw_orders',
  name: 'orders',
  label: { zh: '全部订单', en: 'All orders' },
  entity: ORDER.id,
  columns: [{ field: 'fld_no0001' }],
}

export const LARGE_ORDERS: View = {
  ...ALL_ORDERS,
  id: 'viw_large1',
  name: 'large_orders',
  label: { zh: '大额订单', en: 'Large orders' },
  conditions: [{ field: 'fld_amount', operator: 'greater', value: '10000' }],
}

export const DEFINITION: Definition = {
  release: 1,
  app: {
    schema: 'tongdao/app/1',
    id: 'app_sales1',
    name: 'channel_sales',
    label: { zh: '渠道销售', en: 'Channel sales' },
    version: '1.0.0',
    languages: ['zh', 'en'],
    navigation: [
      { group: { zh: '订单', en: 'Orders' }, icon: 'cart', items: [{ view: 'viw_orders' }, { view: 'viw_large1' }] },
      { group: { zh: '财务', en: 'Finance' }, items: [{ view: 'viw_hidden' }] },
    ],
  },
  entities: [ORDER],
  forms: [],
  views: [ALL_ORDERS, LARGE_ORDERS],
  options: [],
  rights: {
    sales_order: {
      read: true,
      create: true,
      update: true,
      delete: false,
      export: true,
      import: false,
      fields: { no: 'read', amount: 'edit' },
    },
  },
  trees: {},
  design: [],
}

export const APP = {
  name: 'channel_sales',
  label: DEFINITION.app.label,
  description: { zh: '所有渠道在一处', en: 'All channels in one place' },
  icon: 'channel',
  color: '#1554ad',
  version: '1.0.0',
  entities: [{ name: 'sales_order', label: ORDER.label }],
  may_design: false,
}

/** The routes every page behind the sign-in asks. */
export const SIGNED_IN: FakeRoutes = {
  'GET /session': () => SESSION,
  'GET /apps': () => ({ items: [APP] }),
  'GET /apps/channel_sales/definition': () => DEFINITION,
}
