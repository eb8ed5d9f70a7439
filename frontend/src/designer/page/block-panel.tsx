/** The block in hand: what it shows, its heading, its place. */
import { DeleteOutlined, LeftOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Block, Label } from '@/generated/metadata'
import { PlaceEntry } from '@/ui/board/place-entry'
import type { Place } from '@/ui/board/places'
import { useLocale } from '@/ui/locale/interface-language'

import { issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { designerAddress } from '../frame/places'
import styles from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import { blockOf } from './block-kinds'
import { ButtonEntries } from './button-entries'
import { usePage, type Targets } from './page-context'
import { useBlockName } from './use-block-name'

interface BlockPanelProps {
  readonly block: Block
  readonly targets: Targets
  readonly onPlace: (place: Place) => void
  readonly onRemove: () => void
}

export function BlockPanel({ block, targets, onPlace, onRemove }: BlockPanelProps) {
  const { t } = useTranslation()
  const nameOf = useBlockName(targets)
  const { draft, edit } = useDrafting()
  const { page: shown, choose } = usePage()
  const { icon: Sign } = blockOf(block.kind)
  const set = (property: string, value: unknown) => void edit('set_block', { page: shown.id, block: block.id, property, value })
  const issues = (part: string) => issuesAt(draft, `pages/${shown.name}.json`, ['blocks', shown.blocks.indexOf(block), part])
  const { languages } = targets.app
  return (
    <div className={styles['panel']}>
      <Button type="text" size="small" icon={<LeftOutlined aria-hidden />} onClick={() => choose(null)}>
        {t('viewdesign:page.whole')}
      </Button>
      <header className={styles['head']}>
        <span className={styles['headIcon']}>
          <Sign aria-hidden />
        </span>
        <div>
          <h2 className={styles['headTitle']}>{nameOf(block)}</h2>
          <span className={styles['headKind']}>{t(`viewdesign:block.${block.kind}`)}</span>
        </div>
      </header>
      <Shown block={block} targets={targets} onSet={set} issues={issues} />
      <Property title={t('viewdesign:block.label')} hint={t('viewdesign:block.label.hint')} issues={issues('label')}>
        {() => <LabelEntry languages={languages} label={block.label} name={t('viewdesign:block.label')} onCommit={(label) => set('label', label)} />}
      </Property>
      <Property title={t('viewdesign:block.place')}>{() => <PlaceEntry place={block} onChange={onPlace} />}</Property>
      <div className={styles['removal']}>
        <Button block danger type="text" icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>
          {t('viewdesign:block.remove')}
        </Button>
      </div>
    </div>
  )
}

interface ShownProps extends Pick<BlockPanelProps, 'block' | 'targets'> {
  readonly onSet: (property: string, value: unknown) => void
  readonly issues: (part: string) => ReturnType<typeof issuesAt>
}

function Shown({ block, targets, onSet, issues }: ShownProps) {
  const { t } = useTranslation()
  switch (block.kind) {
    case 'list':
      return <TargetChoice title={t('viewdesign:target.view')} folder="views" offered={targets.view} value={block.view} issues={issues('view')} onChange={(id) => onSet('view', id)} />
    case 'form':
      return <TargetChoice title={t('viewdesign:target.form')} folder="forms" offered={targets.form} value={block.form} issues={issues('form')} onChange={(id) => onSet('form', id)} />
    case 'chart':
      return <TargetChoice title={t('viewdesign:target.report')} folder="reports" offered={targets.report} value={block.report} issues={issues('report')} onChange={(id) => onSet('report', id)} />
    case 'text':
      return (
        <Property title={t('viewdesign:block.text')} hint={t('viewdesign:block.text.marks')} issues={issues('text')}>
          {() => <LabelEntry languages={targets.app.languages} label={block.text} name={t('viewdesign:block.text')} rows={6} maxLength={8000} onCommit={(words) => onSet('text', words)} />}
        </Property>
      )
    case 'buttons':
      return <ButtonEntries block={block} targets={targets} issues={issues('buttons')} onSet={(buttons) => onSet('buttons', buttons)} />
  }
}

interface TargetChoiceProps {
  readonly title: string
  readonly folder: string
  readonly offered: readonly { readonly id: string; readonly name: string; readonly label: Label }[]
  readonly value: string | undefined
  readonly issues: ReturnType<typeof issuesAt>
  readonly onChange: (id: string) => void
}

function TargetChoice({ title, folder, offered, value, issues, onChange }: TargetChoiceProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const chosen = offered.find(({ id }) => id === value)
  return (
    <>
      <Property title={title} issues={issues}>
        {({ id, describedBy }) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            value={value ?? null}
            placeholder={t(offered.length === 0 ? 'viewdesign:target.none' : 'viewdesign:target.choose')}
            showSearch={{ optionFilterProp: 'label' }}
            options={offered.map((each) => ({ value: each.id, label: text(each.label, locale, each.name) }))}
            onChange={onChange}
          />
        )}
      </Property>
      {chosen !== undefined && <Link to={designerAddress(draft.app, `${folder}/${chosen.name}.json`)}>{t('viewdesign:target.open')}</Link>}
    </>
  )
}
