/** The chosen column: its width, its place, its colours. */
import { ArrowLeftOutlined, ArrowRightOutlined, LeftOutlined } from '@ant-design/icons'
import { Button, InputNumber, Space } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Column } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { fieldIn, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from '../inspector/inspector.module.css'
import { Property } from '../inspector/property'
import { KIND_ICONS } from '../palette/field-kinds'
import { ColorRules } from './color-rules'
import { LEAST_WIDTH, MOST_WIDTH, nudged, withWidth } from './column-edits'
import { useView } from './view-context'

export function ColumnPanel({ column }: { readonly column: Column }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const { view, entity, choose, setColumns, remove } = useView()
  const field = fieldIn(entity, column.field)
  const Drawn = KIND_ICONS[field?.type ?? 'text']
  const step = (by: -1 | 1) => nudged(view.columns, column.field, by)
  const go = (by: -1 | 1) => {
    const columns = step(by)
    if (columns !== null) setColumns(columns)
  }
  return (
    <div className={styles['panel']}>
      <Button type="text" size="small" icon={<LeftOutlined aria-hidden />} onClick={() => choose(null)}>
        {t('viewdesign:whole')}
      </Button>
      <header className={styles['head']}>
        <span className={styles['headIcon']}>
          <Drawn aria-hidden />
        </span>
        <div>
          <h2 className={styles['headTitle']}>{text(field?.label, locale, column.field)}</h2>
          {field !== undefined && <span className={styles['headKind']}>{t(`designer:type.${field.type}`)}</span>}
        </div>
      </header>
      <Property title={t('viewdesign:width')} hint={t('viewdesign:width.hint')} issues={issuesAt(draft, `views/${view.name}.json`, ['columns', view.columns.indexOf(column)])}>
        {({ id, describedBy }) => (
          <InputNumber
            id={id}
            aria-describedby={describedBy}
            min={LEAST_WIDTH}
            max={MOST_WIDTH}
            step={10}
            precision={0}
            value={column.width ?? null}
            placeholder={t('viewdesign:width.usual')}
            changeOnBlur
            onChange={(width) => setColumns(withWidth(view.columns, column.field, width))}
            className={styles['full'] ?? ''}
          />
        )}
      </Property>
      <Property title={t('viewdesign:colors')} hint={t('viewdesign:colors.column')}>
        {() => <ColorRules field={column.field} onSet={(value) => void edit('set_view_property', { view: view.id, property: 'colors', value })} />}
      </Property>
      <div className={styles['removal']}>
        <Space.Compact block>
          <Button block icon={<ArrowLeftOutlined aria-hidden />} disabled={step(-1) === null} onClick={() => go(-1)}>
            {t('viewdesign:left')}
          </Button>
          <Button block icon={<ArrowRightOutlined aria-hidden />} disabled={step(1) === null} onClick={() => go(1)}>
            {t('viewdesign:right')}
          </Button>
        </Space.Compact>
        <Button block danger type="text" onClick={() => remove(column.field)}>
          {t('viewdesign:column.remove')}
        </Button>
      </div>
    </div>
  )
}
