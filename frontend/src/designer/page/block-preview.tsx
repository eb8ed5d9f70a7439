/** A block while the page is arranged: what it will show. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'

import { text } from '@/core/i18n/text'
import type { Block, Entity, Field } from '@/generated/metadata'
import { ChartPicture } from '@/plugins/charts/chart-picture'
import { answerQuery } from '@/shared/reports/ask'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'
import { Markdown } from '@/ui/markdown/markdown'

import { fieldIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { blockOf } from './block-kinds'
import { buttonWords } from './button-words'
import type { Targets } from './page-context'
import styles from './page.module.css'
import { useBlockName } from './use-block-name'

interface BlockPreviewProps {
  readonly block: Block
  readonly targets: Targets
}

export function BlockPreview({ block, targets }: BlockPreviewProps) {
  const nameOf = useBlockName(targets)
  const { icon: Sign } = blockOf(block.kind)
  const isPlain = block.kind === 'text' || block.kind === 'buttons'
  return (
    <div className={styles['block']} data-plain={isPlain}>
      {(!isPlain || block.label !== undefined) && (
        <span className={styles['title']}>
          <Sign aria-hidden /> {nameOf(block)}
        </span>
      )}
      <Content block={block} targets={targets} />
    </div>
  )
}

function Content({ block, targets }: BlockPreviewProps) {
  const locale = useLocale()
  switch (block.kind) {
    case 'text':
      return <Markdown source={text(block.text, locale)} />
    case 'buttons':
      return (
        <span className={styles['buttons']}>
          {(block.buttons ?? []).map((button) => (
            <Button key={button.id} type={button.primary === true ? 'primary' : 'default'} icon={<Icon name={button.icon} />} tabIndex={-1}>
              {buttonWords(targets, button, locale)}
            </Button>
          ))}
        </span>
      )
    case 'chart':
      return <ChartPreview block={block} targets={targets} />
    case 'list':
      return <ListPreview block={block} targets={targets} />
    case 'form':
      return <FormPreview block={block} targets={targets} />
  }
}

/** Asked with the designer's own rights; a question that cannot be asked yet simply has no picture. */
function ChartPreview({ block, targets }: BlockPreviewProps) {
  const locale = useLocale()
  const { draft } = useDrafting()
  const report = targets.report.find(({ id }) => id === block.report)
  const { data: answer } = useQuery({ ...answerQuery(draft.app, report?.query ?? { measures: [] }, locale), enabled: report !== undefined, retry: false })
  if (report === undefined || answer === undefined) return null
  return (
    <div className={styles['chart']}>
      <ChartPicture chart={report.chart} query={report.query} answer={answer} onDrill={() => undefined} onChoose={undefined} />
    </div>
  )
}

const ROWS = [0, 1, 2, 3, 4, 5]

/** The columns of the list with room for its records. */
function ListPreview({ block, targets }: BlockPreviewProps) {
  const view = targets.view.find(({ id }) => id === block.view)
  const entity = targets.entities.find(({ id }) => id === view?.entity)
  const fields = (view?.columns ?? []).flatMap(({ field }) => (entity && fieldIn(entity, field)) ?? []).slice(0, Math.max(2, Math.floor(block.w / 2.5)))
  return (
    <div className={styles['rows']}>
      <Line fields={fields} />
      {ROWS.map((row) => (
        <span key={row} className={styles['line']} style={{ gridTemplateColumns: `repeat(${fields.length}, 1fr)` }}>
          {fields.map(({ id }) => (
            <span key={id} className={styles['bar']} />
          ))}
        </span>
      ))}
    </div>
  )
}

function Line({ fields }: { readonly fields: readonly Field[] }) {
  const locale = useLocale()
  return (
    <span className={styles['line']} style={{ gridTemplateColumns: `repeat(${fields.length}, 1fr)` }}>
      {fields.map(({ id, label, name }) => (
        <span key={id} className={styles['columnName']}>
          {text(label, locale, name)}
        </span>
      ))}
    </span>
  )
}

function FormPreview({ block, targets }: BlockPreviewProps) {
  const locale = useLocale()
  const form = targets.form.find(({ id }) => id === block.form)
  const entity: Entity | undefined = targets.entities.find(({ id }) => id === form?.entity)
  const fields = (form?.layout ?? []).flatMap(({ items }) => items).flatMap(({ field }) => (entity && fieldIn(entity, field)) ?? [])
  return (
    <div className={styles['fields']} data-wide={block.w >= 14}>
      {fields.slice(0, 12).map(({ id, label, name }) => (
        <span key={id} className={styles['fieldPreview']}>
          <span className={styles['columnName']}>{text(label, locale, name)}</span>
          <span className={styles['box']} />
        </span>
      ))}
    </div>
  )
}
