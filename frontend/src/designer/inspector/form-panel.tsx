/** What holds for the whole form: its name, how its sections are arranged, its columns. */
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'

import type { Form } from '@/generated/metadata'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './inspector.module.css'
import { LabelEntry } from './label-entry'
import { Property } from './property'

export function FormPanel({ form }: { readonly form: Form }) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const set = (property: string, value: unknown) => void edit('set_form_property', { form: form.id, property, value })
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <h2 className={styles['headTitle']}>{t('designer:form.title')}</h2>
      </header>
      <Property title={t('designer:form.label')}>
        {() => (
          <LabelEntry languages={appOf(draft).languages} label={form.label} name={t('designer:form.label')} onCommit={(label) => label && set('label', label)} />
        )}
      </Property>
      <Property title={t('forms:arrangement')} hint={t(`forms:arrangement.${form.arrangement ?? 'page'}.hint`)}>
        {() => (
          <Segmented
            block
            aria-label={t('forms:arrangement')}
            value={form.arrangement ?? 'page'}
            options={(['page', 'tabs', 'steps'] as const).map((value) => ({ value, label: t(`forms:arrangement.${value}`) }))}
            onChange={(arrangement) => set('arrangement', arrangement === 'page' ? null : arrangement)}
          />
        )}
      </Property>
      <Property title={t('designer:form.columns')}>
        {() => (
          <Segmented
            block
            aria-label={t('designer:form.columns')}
            value={form.columns ?? 2}
            options={[1, 2, 3, 4]}
            onChange={(columns) => set('columns', columns)}
          />
        )}
      </Property>
      <p className={styles['hint']}>{t('designer:form.hint')}</p>
      <KeyHints />
    </div>
  )
}

const KEYS = ['rename', 'move', 'widen', 'several', 'copy', 'remove'] as const

/** What the keyboard can do on the canvas. */
function KeyHints() {
  const { t } = useTranslation()
  return (
    <dl className={styles['keys']}>
      {KEYS.map((key) => (
        <div key={key} className={styles['key']}>
          <dt>{t(`forms:keys.${key}.keys`)}</dt>
          <dd>{t(`forms:keys.${key}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
