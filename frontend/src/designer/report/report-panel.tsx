/** A report's own words, and the dashboards it is on. */
import { Button, Select, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Dashboard, Report } from '@/generated/metadata'
import { sizeOf } from '@/plugins/boards/board-edits'
import { freePlace } from '@/ui/board/places'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { designerAddress } from '../frame/places'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import styles from './report.module.css'

export function ReportPanel({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const languages = appOf(draft).languages ?? ['zh', 'en']
  const set = (property: string, value: unknown) => void edit('set_report', { report: report.id, property, value })
  return (
    <div className={styles['panel']}>
      <Property title={t('explore:report.label')}>{() => <LabelEntry languages={languages} label={report.label} name={t('explore:report.label')} onCommit={(label) => label && set('label', label)} />}</Property>
      <Property title={t('explore:report.description')} hint={t('explore:report.description.hint')}>
        {() => <LabelEntry languages={languages} label={report.description} name={t('explore:report.description')} rows={1} onCommit={(label) => set('description', label)} />}
      </Property>
      <Property title={t('explore:report.source')} hint={t('explore:report.source.hint')}>
        {() => <LabelEntry languages={languages} label={report.source} name={t('explore:report.source')} onCommit={(label) => set('source', label)} />}
      </Property>
      <Shown report={report} />
    </div>
  )
}

/** Where it is shown; nobody sees a report that is on no dashboard. */
function Shown({ report }: { readonly report: Report }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const boards = documentsIn<Dashboard>(draft, 'dashboards')
  const showing = boards.filter(({ tiles }) => tiles.some((tile) => tile.report === report.id))
  const others = boards.filter((board) => !showing.includes(board) && draft.effect[board.id] !== undefined)
  const add = (id: string) => {
    const board = boards.find((each) => each.id === id)
    if (board !== undefined) void edit('add_tile', { dashboard: id, report: report.id, ...freePlace(board.tiles, sizeOf(report.chart)) })
  }
  return (
    <Property title={t('explore:report.shown')} {...(showing.length === 0 && { hint: t('explore:report.shown.none') })}>
      {() => (
        <div className={styles['boards']}>
          {showing.map(({ id, name, label }) => (
            <Tag key={id}>
              <Link to={designerAddress(draft.app, `dashboards/${name}.json`)}>{text(label, locale, name)}</Link>
            </Tag>
          ))}
          {others.length > 0 && (
            <Select
              size="small"
              aria-label={t('explore:report.put')}
              placeholder={t('explore:report.put')}
              value={null}
              options={others.map(({ id, label, name }) => ({ value: id, label: text(label, locale, name) }))}
              onChange={(id: string) => add(id)}
              popupMatchSelectWidth={false}
            />
          )}
          {boards.length === 0 && (
            <Link to={`/design/${draft.app}?new=dashboard`}>
              <Button size="small">{t('dashboards:new')}</Button>
            </Link>
          )}
        </div>
      )}
    </Property>
  )
}
