/** What a role finds in the app: views and dashboards offered to it, and whether it may ask questions of its own. */
import { Checkbox, Radio, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Dashboard, Entity, Page, Role, View } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { documentsIn } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { reachOf } from './rights'
import styles from './role.module.css'

export function Offers({ role }: { readonly role: Role }) {
  const { draft, edit } = useDrafting()
  const isFixed = draft.effect[role.id] === undefined
  const set = (property: string, value: unknown) => void edit('set_role_property', { role: role.id, property, value })
  return (
    <div className={styles['parts']}>
      <Views role={role} isFixed={isFixed} onSet={(ids) => set('views', ids)} />
      <Boards kind="pages" documents={documentsIn<Page>(draft, 'pages')} chosen={role.pages} isFixed={isFixed} onSet={(ids) => set('pages', ids)} />
      <Boards kind="dashboards" documents={documentsIn<Dashboard>(draft, 'dashboards')} chosen={role.dashboards} isFixed={isFixed} onSet={(ids) => set('dashboards', ids)} />
      <Exploring role={role} isFixed={isFixed} onSet={(may) => set('explore', may)} />
    </div>
  )
}

interface PartProps<T> {
  readonly role: Role
  readonly isFixed: boolean
  readonly onSet: (value: T) => void
}

function Views({ role, isFixed, onSet }: PartProps<readonly string[]>) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const chosen = role.views ?? []
  const readable = documentsIn<Entity>(draft, 'entities').filter(({ id }) => reachOf(role, id, 'read') !== 'none')
  const views = documentsIn<View>(draft, 'views')
  const every = views.filter(({ entity }) => readable.some(({ id }) => id === entity)).map(({ id }) => id)
  const isAll = chosen.length === 0
  return (
    <section className={styles['part']} aria-labelledby="role-views">
      <h2 id="role-views" className={styles['partTitle']}>{t('roles:views')}</h2>
      <Radio.Group disabled={isFixed} value={isAll ? 'all' : 'some'} onChange={({ target }) => onSet(target.value === 'all' ? [] : every)}>
        <Radio value="all">{t('roles:views.all')}</Radio>
        <Radio value="some" disabled={every.length === 0}>{t('roles:views.some')}</Radio>
      </Radio.Group>
      {!isAll &&
        readable.map((entity) => (
          <Ticks
            key={entity.id}
            title={text(entity.label, locale, entity.name)}
            documents={views.filter((view) => view.entity === entity.id)}
            chosen={chosen}
            isFixed={isFixed}
            onSet={onSet}
          />
        ))}
    </section>
  )
}

const NOTHING: readonly string[] = []

interface BoardsProps {
  readonly kind: 'pages' | 'dashboards'
  readonly documents: readonly (Page | Dashboard)[]
  readonly chosen: readonly string[] | undefined
  readonly isFixed: boolean
  readonly onSet: (ids: readonly string[]) => void
}

function Boards({ kind, documents, chosen = NOTHING, isFixed, onSet }: BoardsProps) {
  const { t } = useTranslation()
  return (
    <section className={styles['part']} aria-labelledby={`role-${kind}`}>
      <h2 id={`role-${kind}`} className={styles['partTitle']}>{t(`roles:${kind}`)}</h2>
      <p className={styles['about']}>{documents.length === 0 ? t(`roles:${kind}.none`) : t(`roles:${kind}.hint`)}</p>
      <Ticks title="" documents={documents} chosen={chosen} isFixed={isFixed} onSet={onSet} />
    </section>
  )
}

function Exploring({ role, isFixed, onSet }: PartProps<boolean>) {
  const { t } = useTranslation()
  return (
    <section className={styles['part']} aria-labelledby="role-explore">
      <h2 id="role-explore" className={styles['partTitle']}>{t('roles:explore')}</h2>
      <label className={styles['switch']}>
        <Switch size="small" disabled={isFixed} checked={role.explore ?? false} onChange={onSet} aria-labelledby="role-explore" />
        <span className={styles['about']}>{t('roles:explore.hint')}</span>
      </label>
    </section>
  )
}

interface TicksProps {
  readonly title: string
  readonly documents: readonly (View | Page | Dashboard)[]
  readonly chosen: readonly string[]
  readonly isFixed: boolean
  readonly onSet: (ids: readonly string[]) => void
}

function Ticks({ title, documents, chosen, isFixed, onSet }: TicksProps) {
  const locale = useLocale()
  if (documents.length === 0) return null
  return (
    <div className={styles['ticks']}>
      {title !== '' && <h3 className={styles['ticksTitle']}>{title}</h3>}
      {documents.map(({ id, label, name }) => (
        <Checkbox
          key={id}
          disabled={isFixed}
          checked={chosen.includes(id)}
          onChange={({ target }) => onSet(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
        >
          {text(label, locale, name)}
        </Checkbox>
      ))}
    </div>
  )
}
