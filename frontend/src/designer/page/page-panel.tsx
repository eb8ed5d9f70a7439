/** What holds for the whole page: its name, its icon, who may open it. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Role } from '@/generated/metadata'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, issuesAt } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { IconChoice } from '../inspector/icon-choice'
import styles from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { Property } from '../inspector/property'
import { inFolder, usePage } from './page-context'
import own from './page.module.css'

export function PagePanel() {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft, edit } = useDrafting()
  const { page } = usePage()
  const { languages } = appOf(draft)
  const set = (property: string, value: unknown) => void edit('set_page_property', { page: page.id, property, value })
  const issues = (part: string) => issuesAt(draft, `pages/${page.name}.json`, [part])
  const remove = async () => {
    const after = await edit('remove_page', { page: page.id })
    if (after !== null) await navigate(`/design/${draft.app}`)
  }
  return (
    <div className={styles['panel']}>
      <header className={styles['head']}>
        <span className={styles['headIcon']}>
          <Icon name={page.icon ?? 'app'} />
        </span>
        <h2 className={styles['headTitle']}>{text(page.label, locale, page.name)}</h2>
      </header>
      <Property title={t('viewdesign:page.label')} issues={issues('label')}>
        {() => <LabelEntry languages={languages} label={page.label} name={t('viewdesign:page.label')} onCommit={(label) => label && set('label', label)} />}
      </Property>
      <Property title={t('viewdesign:page.description')} issues={issues('description')}>
        {() => <LabelEntry languages={languages} label={page.description} name={t('viewdesign:page.description')} onCommit={(label) => set('description', label)} />}
      </Property>
      <Property title={t('viewdesign:icon')}>{({ id }) => <IconChoice id={id} value={page.icon} onChange={(icon) => set('icon', icon)} />}</Property>
      <Access />
      <p className={styles['hint']}>{t('viewdesign:page.hint')}</p>
      <div className={styles['removal']}>
        <Button block danger type="text" icon={<DeleteOutlined aria-hidden />} onClick={() => void remove()}>
          {t('viewdesign:page.remove')}
        </Button>
      </div>
    </div>
  )
}

function Access() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft, edit } = useDrafting()
  const { page } = usePage()
  const roles = inFolder<Role>(draft, 'roles')
  if (roles.length === 0) return null
  return (
    <Property title={t('viewdesign:page.access')} hint={t('viewdesign:page.access.hint')}>
      {() => (
        <div className={own['roles']}>
          {roles.map((role) => (
            <Checkbox key={role.id} checked={role.pages?.includes(page.id) === true} onChange={({ target }) => void edit('set_page_access', { role: role.id, page: page.id, shown: target.checked })}>
              {text(role.label, locale, role.name)}
            </Checkbox>
          ))}
        </div>
      )}
    </Property>
  )
}
