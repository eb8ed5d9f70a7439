/** Values of fields whose type changes: how many convert, and those that do not, each with its record and the reason. */
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { FieldCell } from '@/plugins/fields/field-cell'
import { FieldScopeProvider } from '@/plugins/fields/scope-provider'
import { entityWithId } from '@/shared/definition/definition'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'

import { say } from '../drafting/draft'
import { useDefinitions } from '../drafting/use-definitions'
import { anyField } from '../inspector/field-place'
import type { Conversion, Conversions, UnfitValue } from './conversions'
import { Part } from './part'
import styles from './publish.module.css'

export function ConversionsView({ conversions: { items, isTrying } }: { readonly conversions: Conversions }) {
  const { t } = useTranslation()
  if (items === undefined) return isTrying ? <Loading /> : null
  return (
    <Part title={t('designer:conversions.title')}>
      {items.map((conversion) => (
        <FieldConversion key={conversion.field} conversion={conversion} />
      ))}
    </Part>
  )
}

function FieldConversion({ conversion }: { readonly conversion: Conversion }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { drafted } = useDefinitions()
  const { fitting, unfit, examples } = conversion
  const entity = entityWithId(drafted, conversion.entity)
  const field = entity && anyField(entity, conversion.field)
  const names = { entity: text(entity?.label, locale), field: text(field?.label, locale), fitting: formatNumber(fitting, locale), unfit: formatNumber(unfit, locale) }
  if (unfit === 0) return <p>{t('designer:conversions.fit', names)}</p>
  return (
    <Alert
      type="error"
      showIcon
      title={t('designer:conversions.unfit', { ...names, count: unfit })}
      description={
        <>
          <p>{t('designer:conversions.correct')}</p>
          <UnfitValues conversion={conversion} />
          {unfit > examples.length && <p className={styles['quiet']}>{t(examples.length === 0 ? 'designer:conversions.unseen' : 'designer:conversions.more', { count: unfit - examples.length })}</p>}
        </>
      }
    />
  )
}

function UnfitValues({ conversion: { entity, field, examples } }: { readonly conversion: Conversion }) {
  const { t } = useTranslation()
  const { released } = useDefinitions()
  const stored = released && entityWithId(released, entity)
  const before = stored && anyField(stored, field)
  if (released === undefined || stored === undefined || before === undefined || examples.length === 0) return null
  return (
    <FieldScopeProvider definition={released}>
      <ul className={styles['unfit']} aria-label={t('designer:conversions.list')}>
        {examples.map((unfit, at) => (
          // Two lines of one record may hold the same value.
          // eslint-disable-next-line react/no-array-index-key
          <li key={at}>
            <RecordLink to={`/a/${released.app.name}/e/${stored.name}/${unfit.record}`} unfit={unfit} />
            <span>
              <FieldCell field={before} value={unfit.value} isFull />
            </span>
            <Reason unfit={unfit} />
          </li>
        ))}
      </ul>
    </FieldScopeProvider>
  )
}

/** Opened beside the designer, which asks again when one comes back. */
function RecordLink({ to, unfit }: { readonly to: string; readonly unfit: UnfitValue }) {
  const { t } = useTranslation()
  return (
    <Link to={to} target="_blank">
      {unfit.title || t('designer:conversions.record')}
    </Link>
  )
}

function Reason({ unfit }: { readonly unfit: UnfitValue }) {
  const locale = useLocale()
  return <span className={styles['quiet']}>{say(unfit.words, locale)}</span>
}
