/** What a type must know before a field can be of it: where a link leads, what a lookup shows, how a formula computes. */
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Entity, FieldType } from '@/generated/metadata'

import { OptionControl } from '../inspector/option-control'
import { FIRST_OPTIONS, NEEDED, OPTION_ENTRIES } from '../inspector/option-entries'
import styles from './entity.module.css'

export type OptionValues = Readonly<Record<string, unknown>>

interface TypeDialogProps {
  readonly entity: Entity
  readonly type: FieldType
  /** What the field is called. */
  readonly label: string
  /** The settings chosen; null where the person changed their mind. */
  readonly onDone: (options: OptionValues | null) => void
}

export function TypeDialog({ entity, type, label, onDone }: TypeDialogProps) {
  const { t } = useTranslation()
  const [options, setOptions] = useState<OptionValues>(FIRST_OPTIONS[type] ?? {})
  const needed = NEEDED[type] ?? []
  const isReady = needed.every((key) => Boolean(options[key]))
  return (
    <Modal
      open
      width={440}
      title={t('entities:type.title', { field: label, type: t(`designer:type.${type}`) })}
      okText={t('entities:type.done')}
      okButtonProps={{ disabled: !isReady }}
      onOk={() => onDone(options)}
      onCancel={() => onDone(null)}
    >
      <div className={styles['dialog']}>
        {OPTION_ENTRIES[type]
          .filter(({ key }) => needed.includes(key))
          .map((entry) => (
            <OptionControl
              key={entry.key}
              entry={entry}
              entity={entity}
              options={options}
              onChange={(value) => setOptions({ ...options, [entry.key]: value ?? undefined })}
            />
          ))}
      </div>
    </Modal>
  )
}
