/** The order of records: one field after the other, up or down. */
import { DeleteOutlined, PlusOutlined, SortAscendingOutlined, SortDescendingOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Sort } from '@/generated/metadata'
import { listedFields } from '@/plugins/views/columns'
import { useLocale } from '@/ui/locale/interface-language'

import { useView } from './view-context'
import styles from './view.module.css'

const UNSORTED = new Set(['attachment', 'multi_choice', 'lines'])

export function SortEntries({ onSet }: { readonly onSet: (sort: readonly Sort[]) => void }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { view, entity } = useView()
  const sort = view.sort ?? []
  const fields = listedFields(entity).filter(({ type }) => !UNSORTED.has(type))
  const options = fields.map(({ id, label, name }) => ({ value: id, label: text(label, locale, name) }))
  const free = options.filter(({ value }) => !sort.some(({ field }) => field === value))
  const [next] = free
  return (
    <div className={styles['entries']}>
      {sort.map((key, at) => {
        const isDown = key.descending === true
        return (
          <div key={key.field} className={styles['entryRow']}>
            <Select
              aria-label={t('viewdesign:sort.field', { n: at + 1 })}
              value={key.field}
              showSearch={{ optionFilterProp: 'label' }}
              options={options.filter(({ value }) => value === key.field || free.some((each) => each.value === value))}
              onChange={(field) => onSet(sort.with(at, { ...key, field }))}
            />
            <Button
              icon={isDown ? <SortDescendingOutlined aria-hidden /> : <SortAscendingOutlined aria-hidden />}
              aria-label={t(isDown ? 'viewdesign:sort.down' : 'viewdesign:sort.up')}
              title={t(isDown ? 'viewdesign:sort.down' : 'viewdesign:sort.up')}
              onClick={() => onSet(sort.with(at, isDown ? { field: key.field } : { field: key.field, descending: true }))}
            />
            <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('viewdesign:sort.remove', { n: at + 1 })} onClick={() => onSet(sort.toSpliced(at, 1))} />
          </div>
        )
      })}
      <Button block type="dashed" size="small" icon={<PlusOutlined aria-hidden />} disabled={next === undefined || sort.length >= 8} onClick={() => next && onSet([...sort, { field: next.value }])}>
        {t('viewdesign:sort.add')}
      </Button>
    </div>
  )
}
