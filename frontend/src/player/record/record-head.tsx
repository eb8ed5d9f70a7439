/** The head of a record: what it is, how far it is, whether something is unsaved, and what can be done. */
import { ArrowLeftOutlined, DownOutlined, EllipsisOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Dropdown, Grid, Tooltip, type MenuProps } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Entry } from '@/core/forms/entry'
import type { Entity } from '@/generated/metadata'
import { FieldCell } from '@/plugins/fields/field-cell'
import { useFieldScope } from '@/plugins/fields/scope'

import type { RecordAction } from './record-actions'
import styles from './record.module.css'
import { recordTitle, statusField } from '../form/record-title'
import type { Neighbours } from './use-neighbours'

interface RecordHeadProps {
  readonly entity: Entity
  readonly entry: Entry
  readonly isNew: boolean
  readonly isDirty: boolean
  readonly neighbours: Neighbours
  readonly actions: readonly RecordAction[]
  /** The save button; elsewhere on a phone. */
  readonly saveButton: ReactNode
  readonly historyButton: ReactNode
}

export function RecordHead(props: RecordHeadProps) {
  const { entity, entry, isNew, isDirty, neighbours, actions, saveButton, historyButton } = props
  const { t } = useTranslation()
  const scope = useFieldScope()
  const kind = text(entity.label, scope.locale, entity.name)
  const title = recordTitle(entity, entry, scope) || (isNew ? t('record:new', { entity: kind }) : t('record:untitled'))
  const status = statusField(entity)
  const isPhone = Grid.useBreakpoint().md === false
  usePageTitle(title)
  return (
    <header className={styles['head']}>
      <div className={styles['heading']}>
        <Tooltip title={t('record:back')}>
          <Link to={neighbours.back} className={styles['back']} aria-label={t('record:back')}>
            <ArrowLeftOutlined aria-hidden />
          </Link>
        </Tooltip>
        <div className={styles['headingText']}>
          <div className={styles['kind']}>{kind}</div>
          <div className={styles['titleLine']}>
            <h1 className={styles['title']}>{title}</h1>
            {status !== undefined && <FieldCell field={status} value={entry.values[status.name]} />}
            {isDirty && <span className={styles['unsaved']}>● {t('record:unsaved')}</span>}
          </div>
        </div>
      </div>
      <div className={styles['actions']}>
        {!isPhone && <NeighbourButtons neighbours={neighbours} />}
        {historyButton}
        <MoreActions actions={actions} neighbours={neighbours} isPhone={isPhone} />
        {saveButton}
      </div>
    </header>
  )
}

function NeighbourButtons({ neighbours: { previous, next } }: { readonly neighbours: Neighbours }) {
  const { t } = useTranslation()
  if (previous === undefined && next === undefined) return null
  return (
    <span className={styles['neighbours']}>
      <NeighbourLink to={previous} name={t('record:previous')} icon={<LeftOutlined aria-hidden />} />
      <NeighbourLink to={next} name={t('record:next')} icon={<RightOutlined aria-hidden />} />
    </span>
  )
}

function NeighbourLink({ to, name, icon }: { readonly to: string | undefined; readonly name: string; readonly icon: ReactNode }) {
  if (to === undefined) return <Button type="text" icon={icon} aria-label={name} disabled />
  return (
    <Tooltip title={name}>
      <Link to={to} className={styles['neighbour']} aria-label={name}>
        {icon}
      </Link>
    </Tooltip>
  )
}

interface MoreActionsProps {
  readonly actions: readonly RecordAction[]
  readonly neighbours: Neighbours
  readonly isPhone: boolean
}

/** What is done more rarely; on a phone the way to the neighbours too, so that the title keeps its room. */
function MoreActions({ actions, neighbours, isPhone }: MoreActionsProps) {
  const { t } = useTranslation()
  const steps = useNeighbourItems(neighbours)
  const items = [...(isPhone ? steps : []), ...actions.map(({ key, icon, isDanger, run }) => ({ key, icon, danger: isDanger === true, label: t(`record:action.${key}`), onClick: run }))]
  if (items.length === 0) return null
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      {isPhone ? (
        <Button type="text" icon={<EllipsisOutlined aria-hidden />} aria-label={t('record:more')} />
      ) : (
        <Button icon={<DownOutlined aria-hidden />} iconPlacement="end">
          {t('record:more')}
        </Button>
      )}
    </Dropdown>
  )
}

function useNeighbourItems({ previous, next }: Neighbours): NonNullable<MenuProps['items']> {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const step = (key: 'previous' | 'next', to: string | undefined, icon: ReactNode) =>
    to === undefined ? [] : [{ key, icon, label: t(`record:${key}`), onClick: () => void navigate(to) }]
  return [...step('previous', previous, <LeftOutlined aria-hidden />), ...step('next', next, <RightOutlined aria-hidden />)]
}

function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 通道 Tongdao`
  }, [title])
}
