/** Several chosen fields: what can be set for all of them at once. */
import { CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { ExpressionEntry } from '../expression/expression-entry'
import { offeredNames } from '../expression/offered-names'
import { useDrafting } from '../drafting/draft-context'
import inspector from '../inspector/inspector.module.css'
import { Property } from '../inspector/property'
import styles from './entity.module.css'
import { FIXED, NOT_ENTERED } from './kinds'
import { TypeMenu } from './type-menu'
import type { FieldEdits } from './use-field-edits'

interface BulkPanelProps {
  readonly entity: Entity
  readonly chosen: readonly string[]
  readonly edits: FieldEdits
  readonly onDone: () => void
}

export function BulkPanel({ entity, chosen, edits, onDone }: BulkPanelProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const fields = entity.fields.filter(({ id }) => chosen.includes(id))
  const entered = fields.filter(({ type }) => !NOT_ENTERED.includes(type) && type !== 'lines').map(({ id }) => id)
  const changed = fields.filter(({ type }) => !FIXED.includes(type))
  const [first] = changed
  const remove = async () => {
    await edits.remove(chosen)
    onDone()
  }
  return (
    <div className={inspector['panel']}>
      <header className={inspector['head']}>
        <div>
          <h2 className={inspector['headTitle']}>{t('entities:bulk.title', { count: fields.length })}</h2>
          <p className={inspector['headKind']}>{fields.map(({ label, name }) => text(label, locale, name)).join(' · ')}</p>
        </div>
      </header>
      <YesNo title={t('designer:field.required')} isDisabled={entered.length === 0} onChange={(on) => edits.setAll(entered, 'required', on || null)} />
      <YesNo title={t('entities:column.indexed')} onChange={(on) => edits.setAll(chosen, 'indexed', on || null)} />
      <YesNo title={t('entities:bulk.readOnly')} isDisabled={entered.length === 0} onChange={(on) => edits.setAll(entered, 'read_only', on || null)} />
      {first !== undefined && (
        <Property title={t('entities:column.type')}>
          {() => (
            <TypeMenu
              type={first.type}
              label={t('entities:column.type')}
              without={[...FIXED, 'link', 'lookup', 'formula']}
              onChosen={(type) => {
                for (const { id } of changed) edits.changeType(id, type)
              }}
            />
          )}
        </Property>
      )}
      {entered.length > 0 && (
        <ExpressionEntry
          title={t('designer:field.default')}
          value={undefined}
          names={offeredNames(draft, entity, locale)}
          sampleEntity={entity.name}
          onCommit={(expression) => edits.setAll(entered, 'default', expression)}
        />
      )}
      <Space.Compact block>
        <Button block icon={<CopyOutlined aria-hidden />} onClick={() => edits.duplicate(chosen)}>
          {t('entities:bulk.duplicate')}
        </Button>
        <Button block danger icon={<DeleteOutlined aria-hidden />} onClick={() => void remove()}>
          {t('entities:bulk.remove')}
        </Button>
      </Space.Compact>
      <p className={styles['quiet']}>{t('entities:bulk.hint')}</p>
    </div>
  )
}

interface YesNoProps {
  readonly title: string
  readonly isDisabled?: boolean
  readonly onChange: (on: boolean) => void
}

function YesNo({ title, isDisabled = false, onChange }: YesNoProps) {
  const { t } = useTranslation()
  return (
    <div className={styles['yesNo']} role="group" aria-label={title}>
      <span>{title}</span>
      <Space.Compact size="small">
        <Button size="small" disabled={isDisabled} onClick={() => onChange(true)}>
          {t('entities:bulk.yes')}
        </Button>
        <Button size="small" disabled={isDisabled} onClick={() => onChange(false)}>
          {t('entities:bulk.no')}
        </Button>
      </Space.Compact>
    </div>
  )
}
