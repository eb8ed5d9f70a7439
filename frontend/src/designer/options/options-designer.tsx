/** The designer of one shared option list: its choices as rows, its name and where it is used beside them. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Options } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { DragArea } from '../canvas/drag-area'
import type { DragSubject, DropTarget } from '../canvas/drag-subject'
import { indexAfterRemoval } from '../canvas/drop-target'
import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import { designerAddress } from '../frame/places'
import inspector from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import { ChoiceTable } from './choice-table'
import styles from './options.module.css'
import { usesOf, type ListUse } from './uses'

interface OptionsDesignerProps {
  readonly options: Options
  readonly back: string
}

export function OptionsDesigner({ options, back }: OptionsDesignerProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { edit } = useDrafting()
  const nameOf = (subject: DragSubject) => {
    const value = subject.kind === 'field' ? subject.field : ''
    return text(options.choices.find((choice) => choice.value === value)?.label, locale, value)
  }
  const drop = (subject: DragSubject, { index }: DropTarget) => {
    if (subject.kind !== 'field') return
    const from = options.choices.findIndex(({ value }) => value === subject.field)
    const to = indexAfterRemoval(from, index)
    if (to !== from) void edit('move_choice', { list: options.id, choice: subject.field, index: to })
  }
  return (
    <DragArea nameOf={nameOf} whereIs={({ index }) => t('options:place', { n: index + 1 })} onDrop={drop} renderSubject={(subject) => <span className={styles['follower']}>{nameOf(subject)}</span>}>
      <DesignerFrame document={options} file={`options/${options.name}.json`} back={back} inspector={<Inspector options={options} />}>
        <div className={styles['page']}>
          <div className={styles['paper']}>
            <ChoiceTable options={options} />
            <p className={styles['quiet']}>{t('options:hint')}</p>
          </div>
        </div>
      </DesignerFrame>
    </DragArea>
  )
}

function Inspector({ options }: { readonly options: Options }) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const uses = usesOf(draft, options.id)
  return (
    <div className={inspector['panel']}>
      <header className={inspector['head']}>
        <h2 className={inspector['headTitle']}>{t('options:title')}</h2>
      </header>
      <Property title={t('options:label')}>
        {() => (
          <LabelEntry
            languages={appOf(draft).languages}
            label={options.label}
            name={t('options:label')}
            onCommit={(label) => label && void edit('set_options_property', { list: options.id, property: 'label', value: label })}
          />
        )}
      </Property>
      <Uses uses={uses} />
      <Removal options={options} isUsed={uses.length > 0} />
    </div>
  )
}

function Uses({ uses }: { readonly uses: readonly ListUse[] }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  return (
    <section className={styles['uses']} aria-label={t('options:uses')}>
      <h3>{t('options:uses')}</h3>
      {uses.length === 0 && <p className={styles['quiet']}>{t('options:unused')}</p>}
      <ul>
        {uses.map(({ entity, field, at }) => (
          <li key={field.id}>
            <Link to={designerAddress(draft.app, `entities/${entity.name}.json`, ['fields', at])}>
              {text(entity.label, locale, entity.name)} · {text(field.label, locale, field.name)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Removal({ options, isUsed }: { readonly options: Options; readonly isUsed: boolean }) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const navigate = useNavigate()
  const remove = async () => {
    if (await edit('remove_options', { list: options.id })) void navigate(`/design/${draft.app}/model`)
  }
  return (
    <Tooltip title={isUsed ? t('options:usedHint') : ''}>
      <Button block danger type="text" icon={<DeleteOutlined aria-hidden />} disabled={isUsed} onClick={() => void remove()}>
        {t('options:removeList')}
      </Button>
    </Tooltip>
  )
}
