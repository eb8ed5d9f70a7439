/** A definition with a bit of everything, and a scope in which a test can draw fields. */
import type { ReactNode } from 'react'

import type { Entity, Field, FieldType } from '@/generated/metadata'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import type { Definition } from '@/shared/definition/definition'

import { ORDER, TREES } from './order'

export const CUSTOMER: Entity = {
  schema: 'tongdao/entity/1',
  id: 'ent_customer',
  name: 'customer',
  label: { en: 'Customer', zh: '客户' },
  title: 'fld_cname',
  search: ['fld_cname', 'fld_ccode'],
  fields: [
    { id: 'fld_cname', name: 'name', type: 'text', label: { en: 'Name', zh: '名称' }, required: true },
    { id: 'fld_ccode', name: 'code', type: 'text', label: { en: 'Code', zh: '编号' } },
    { id: 'fld_clevel', name: 'level', type: 'choice', label: { en: 'Level', zh: '等级' }, options: { list: 'opt_status' } },
  ],
}

const RIGHTS = { read: true, create: true, update: true, delete: true, export: true, import: true } as const

export const DEFINITION: Definition = {
  release: 1,
  app: { schema: 'tongdao/app/1', id: 'app_1', name: 'sales', label: { en: 'Sales' }, version: '1', languages: ['en', 'zh'], timezone: 'Asia/Shanghai', currency: 'CNY' },
  entities: [ORDER, CUSTOMER],
  forms: [],
  views: [],
  options: [
    {
      schema: 'tongdao/options/1',
      id: 'opt_status',
      name: 'status',
      label: { en: 'Status', zh: '状态' },
      choices: [
        { value: 'draft', label: { en: 'Draft', zh: '草稿' }, color: 'grey' },
        { value: 'sent', label: { en: 'Sent', zh: '已发送' }, color: 'green' },
      ],
    },
  ],
  rights: {
    order: { ...RIGHTS, fields: { no: 'read', status: 'edit', customer: 'edit', total: 'read', note: 'edit', lines: 'edit' } },
    customer: { ...RIGHTS, fields: { name: 'edit', code: 'edit', level: 'edit' } },
  },
  trees: TREES,
  design: [],
}

/** A field with the least that its type needs; `more` adds options. */
export function makeField<T extends FieldType>(type: T, more: object = {}): Extract<Field, { type: T }> {
  return { id: `fld_${type}`, name: type, label: { en: type }, type, ...more } as unknown as Extract<Field, { type: T }>
}

export function inScope(children: ReactNode, definition: Definition = DEFINITION) {
  return <FieldScopeProvider definition={definition}>{children}</FieldScopeProvider>
}
