/** Incidents as rows: what happened in a sentence, in which flow, to which record, when. */
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { formatInstant, formatRelative } from '@/core/i18n/format'
import { text } from '@/core/i18n/text'
import { useLocale } from '@/ui/locale/interface-language'
import { useNow } from '@/ui/use-now'

import type { Incident } from './incidents'
import styles from './incidents.module.css'

interface IncidentListProps {
  readonly incidents: readonly Incident[]
  readonly shown: string | undefined
}

export function IncidentList({ incidents, shown }: IncidentListProps) {
  return (
    <ul className={styles['rows']}>
      {incidents.map((incident) => (
        <IncidentRow key={incident.id} incident={incident} isShown={incident.id === shown} />
      ))}
    </ul>
  )
}

function IncidentRow({ incident, isShown }: { readonly incident: Incident; readonly isShown: boolean }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { id, kind, words, flow, node, record, at, code } = incident
  const where = [text(flow?.label, locale, flow?.name ?? ''), text(node?.label, locale), record?.title ?? ''].filter((part) => part !== '')
  return (
    <li className={styles['row']} data-shown={isShown}>
      <div className={styles['rowHead']}>
        <span className={styles['kind']}>{t(`flows:incidents.kind.${kind}`)}</span>
        <time className={styles['quiet']} dateTime={at} title={formatInstant(at, locale)}>
          {formatRelative(at, locale, useNow())}
        </time>
      </div>
      <Link to={`/incidents/${id}`} className={styles['cover']} aria-current={isShown || undefined}>
        {text(words, locale, code)}
      </Link>
      <div className={styles['quiet']}>{where.join(' · ')}</div>
    </li>
  )
}
