/** What a role finds in the app: views and dashboards offered to it, and whether it may ask questions of its own. */
import { Checkbox, Radio, Switch } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Dashboard, Entity, Role, View } from '@/generated/metadata'
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
      <Boards role={role} isFixed={isFixed} onSet={(ids) => set('dashboards', ids)} />
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

function Boards({ role, isFixed, onSet }: PartProps<readonly string[]>) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const boards = documentsIn<Dashboard>(draft, 'dashboards')
  return (
    <section className={styles['part']} aria-labelledby="role-boards">
      <h2 id="role-boards" className={styles['partTitle']}>{t('roles:dashboards')}</h2>
      <p className={styles['about']}>{boards.length === 0 ? t('roles:dashboards.none') : t('roles:dashboards.hint')}</p>
      <Ticks title="" documents={boards} chosen={role.dashboards ?? []} isFixed={isFixed} onSet={onSet} />
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
  readonly documents: readonly (View | Dashboard)[]
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
