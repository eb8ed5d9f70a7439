/** What holders of a role may design, document by document and how far, and what of the installation they run. */
import { Alert, Checkbox, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Label, Role } from '@/generated/metadata'
import { useSession } from '@/shared/session/session-context'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import styles from './role.module.css'

const FOLDERS = ['entities', 'forms', 'views', 'pages', 'flows', 'rules', 'templates', 'reports', 'dashboards', 'roles', 'options', 'connectors'] as const
const PARTS = ['people', 'roles', 'tokens', 'audit', 'data', 'flows', 'connectors', 'apps'] as const
const REACHES = ['none', 'propose', 'publish'] as const
type Reach = (typeof REACHES)[number]

export function DesignRights({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const app = appOf(draft)
  const isAll = effectOn(role, app.id) === 'publish'
  return (
    <div className={styles['parts']}>
      <section className={styles['part']} aria-labelledby="role-design">
        <h2 id="role-design" className={styles['partTitle']}>{t('roles:design')}</h2>
        <p className={styles['about']}>{t('roles:design.hint')}</p>
        <DesignLine role={role} document={app} name={t('roles:design.app')} />
        {!isAll && FOLDERS.map((folder) => <Folder key={folder} role={role} folder={folder} />)}
      </section>
      <Administering role={role} />
    </div>
  )
}

function effectOn(role: Role, document: string): Reach {
  return role.design?.find((each) => each.document === document)?.effect ?? 'none'
}

interface Named {
  readonly id: string
  readonly label: Label
}

function Folder({ role, folder }: { readonly role: Role; readonly folder: string }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const documents = Object.entries(draft.documents).filter(([file]) => file.startsWith(`${folder}/`)).map(([, document]) => document)
  const count = documents.filter(({ id }) => effectOn(role, id) !== 'none').length
  if (documents.length === 0) return null
  return (
    <details className={styles['folder']} open={count > 0}>
      <summary>
        {t(`roles:folder.${folder}`)} <span className={styles['about']}>{count > 0 ? t('roles:design.count', { count, all: documents.length }) : documents.length}</span>
      </summary>
      {documents.map((document) => (
        <DesignLine key={document.id} role={role} document={document} name={text(document.label, locale, document.id)} />
      ))}
    </details>
  )
}

function DesignLine({ role, document, name }: { readonly role: Role; readonly document: Named; readonly name: string }) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const set = (effect: Reach) => void edit('set_design_right', { role: role.id, document: document.id, effect: effect === 'none' ? null : effect })
  return (
    <div className={styles['line']}>
      <span>{name}</span>
      <Segmented<Reach>
        size="small"
        aria-label={t('roles:design.of', { document: name })}
        disabled={draft.effect[role.id] === undefined}
        value={effectOn(role, document.id)}
        options={REACHES.map((each) => ({ value: each, label: t(`roles:effect.${each}`), title: t(`roles:effect.${each}.hint`) }))}
        onChange={set}
      />
    </div>
  )
}

/** Only who administers roles changes what a role runs; the server says so as well. */
function Administering({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const { draft, edit } = useDrafting()
  const { administer } = useSession()
  const runs: readonly string[] = role.administer ?? []
  const isFixed = draft.effect[role.id] === undefined || !administer.includes('roles')
  const set = (parts: readonly string[]) => void edit('set_role_property', { role: role.id, property: 'administer', value: parts })
  return (
    <section className={styles['part']} aria-labelledby="role-administer">
      <h2 id="role-administer" className={styles['partTitle']}>{t('roles:administer')}</h2>
      <p className={styles['about']}>{t('roles:administer.hint')}</p>
      {!administer.includes('roles') && <Alert type="info" showIcon title={t('roles:administer.fixed')} />}
      <div className={styles['ticks']}>
        {PARTS.map((part) => (
          <Checkbox
            key={part}
            disabled={isFixed}
            checked={runs.includes(part)}
            onChange={({ target }) => set(target.checked ? PARTS.filter((each) => each === part || runs.includes(each)) : runs.filter((each) => each !== part))}
          >
            {t(`roles:administer.${part}`)}
          </Checkbox>
        ))}
      </div>
    </section>
  )
}
