/** Beside a value that a decision table gives: the way to the table, for those who may change it. */
import { TableOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Field } from '@/generated/metadata'
import { useFieldScope } from '@/plugins/fields/scope'

export function RuleLink({ field }: { readonly field: Field }) {
  const { t } = useTranslation()
  const { app, definition, locale } = useFieldScope()
  const { pathname } = useLocation()
  const rule = field.type === 'formula' ? definition.rules?.find(({ id }) => id === field.options.rule) : undefined
  if (rule === undefined) return null
  const words = t('rules:edit', { rule: text(rule.label, locale, rule.name) })
  return (
    <Tooltip title={words}>
      <Link to={`/design/${app}/rule/${rule.name}?back=${encodeURIComponent(pathname)}`} aria-label={words}>
        <TableOutlined aria-hidden />
      </Link>
    </Tooltip>
  )
}
