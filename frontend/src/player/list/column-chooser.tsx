/** Ticks the columns a list shows, in the order of the entity; the view's own choice is one click away. */
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Entity } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { listedFields, type useColumns } from '@/plugins/views/columns'
import styles from './list.module.css'

type ColumnChooserProps = ReturnType<typeof useColumns> & { readonly entity: Entity }

export function ColumnChooser({ entity, columns, isChosen, choose }: ColumnChooserProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const shown = columns.map(({ field }) => field.id)
  const toggle = (id: string, isShown: boolean) => choose(isShown ? [...shown, id] : shown.filter((each) => each !== id))
  return (
    <div className={styles['chooser']}>
      {listedFields(entity).map(({ id, label, name }) => (
        <Checkbox
          key={id}
          checked={shown.includes(id)}
          disabled={shown.length === 1 && shown.includes(id)}
          onChange={(event) => toggle(id, event.target.checked)}
        >
          {text(label, locale, name)}
        </Checkbox>
      ))}
      <Button size="small" type="link" disabled={!isChosen} onClick={() => choose(undefined)}>
        {t('list:columns.usual')}
      </Button>
    </div>
  )
}
