/** What a question is called before somebody names it: its figures by its groups, in both languages. */
import { fieldAt } from '@/core/query/field-tree'
import type { Entity, Label } from '@/generated/metadata'

import type { Asked } from './exploration'

export function proposedLabel(entities: readonly Entity[], { query }: Pick<Asked, 'query'>): Label {
  const figures = query.measures.slice(0, 2).map(({ label, id }) => label ?? { zh: id, en: id })
  const groups = (query.dimensions ?? []).slice(0, 2).map((dimension) => dimension.label ?? fieldAt(entities, dimension)?.label ?? {})
  const zh = groups.length === 0 ? said(figures, 'zh', '与') : `${said(groups, 'zh', '、')}的${said(figures, 'zh', '与')}`
  const en = groups.length === 0 ? said(figures, 'en', ' and ') : `${said(figures, 'en', ' and ')} by ${said(groups, 'en', ' and ').toLowerCase()}`
  return { zh: zh.slice(0, 100), en: en.slice(0, 100) }
}

function said(labels: readonly Label[], language: 'zh' | 'en', joint: string): string {
  return labels.map((label) => label[language] ?? Object.values(label)[0] ?? '').join(joint)
}
