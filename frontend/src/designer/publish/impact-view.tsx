/** Impact in words: changes, work on stored data, uses of what changes, and the rights of new fields. */
import { DatabaseOutlined, DeleteOutlined, EditOutlined, LinkOutlined, PlusCircleOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { formatNumber } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'

import { say, type Words } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import type { StorageStep } from '../drafting/foresee'
import type { Change, Impact } from './impact'
import { Part } from './part'
import styles from './publish.module.css'
import { RightsMatrix } from './rights-matrix'

const SIGNS: Readonly<Record<Change['action'], ReactNode>> = {
  add: <PlusCircleOutlined aria-hidden />,
  change: <EditOutlined aria-hidden />,
  remove: <DeleteOutlined aria-hidden />,
}

export function ImpactView({ impact }: { readonly impact: Impact }) {
  const { t } = useTranslation()
  return (
    <>
      <Part title={t('designer:impact.changes')}>
        <Changes changes={impact.changes} />
      </Part>
      {impact.fields.map((field) => (
        <RightsMatrix key={field.field} field={field} />
      ))}
      <Part title={t('designer:impact.data')}>
        <Steps steps={impact.steps} />
      </Part>
      {impact.usages.length > 0 && (
        <Part title={t('designer:impact.usages')}>
          <ul className={styles['list']}>
            {impact.usages.map(({ words }) => (
              <Line key={JSON.stringify(words)} sign={<LinkOutlined aria-hidden />} kind="change" words={words} />
            ))}
          </ul>
        </Part>
      )}
    </>
  )
}

/** What changes, document by document. */
function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const locale = useLocale()
  const { draft } = useDrafting()
  const documents = Object.values(draft.documents)
  const labelOf = (id: string) => text(documents.find((each) => each.id === id)?.label, locale)
  return [...new Set(changes.map(({ document }) => document))].map((id) => (
    <div key={id}>
      {labelOf(id) !== '' && <h4 className={styles['document']}>{labelOf(id)}</h4>}
      <ul className={styles['list']}>
        {changes
          .filter(({ document }) => document === id)
          .map((change) => (
            <Line key={JSON.stringify(change.words)} sign={SIGNS[change.action]} kind={change.action} words={change.words} />
          ))}
      </ul>
    </div>
  ))
}

function Steps({ steps }: { readonly steps: readonly StorageStep[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (steps.length === 0) return <p className={styles['quiet']}>{t('designer:impact.noData')}</p>
  return (
    <ul className={styles['list']}>
      {steps.map(({ words, rows, seconds }) => (
        <Line
          key={JSON.stringify(words)}
          sign={<DatabaseOutlined aria-hidden />}
          kind="change"
          words={words}
          more={t(rows === 0 ? 'designer:impact.noRows' : 'designer:impact.cost', {
            rows: formatNumber(rows, locale),
            seconds: formatNumber(Math.max(seconds, 0.1), locale, 1),
          })}
        />
      ))}
    </ul>
  )
}

interface LineProps {
  readonly sign: ReactNode
  readonly kind: Change['action']
  readonly words: Words
  readonly more?: string
}

function Line({ sign, kind, words, more }: LineProps) {
  const locale = useLocale()
  return (
    <li className={styles['line']}>
      <span className={styles['sign']} data-kind={kind}>
        {sign}
      </span>
      <span>
        {say(words, locale)}
        {more !== undefined && <span className={styles['quiet']}> · {more}</span>}
      </span>
    </li>
  )
}
