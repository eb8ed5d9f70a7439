/** The people of the demo as cards: one click signs in as one of them. */
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { DemoPerson } from '@/shared/session/session'
import { useLocale } from '@/ui/locale/interface-language'
import { PersonAvatar } from '@/ui/person/person-avatar'

import styles from './sign-in.module.css'

interface DemoPeopleProps {
  readonly people: readonly DemoPerson[]
  readonly isBusy: boolean
  readonly onChoose: (login: string) => void
}

export function DemoPeople({ people, isBusy, onChoose }: DemoPeopleProps) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="demo-people">
      <h2 id="demo-people" className={styles['subtitle']}>
        {t('session:demo.title')}
      </h2>
      <ul className={styles['people']}>
        {people.map((person) => (
          <li key={person.login}>
            <PersonCard person={person} isBusy={isBusy} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PersonCard({ person, isBusy, onChoose }: Omit<DemoPeopleProps, 'people'> & { readonly person: DemoPerson }) {
  const locale = useLocale()
  const name = text(person.name, locale, person.login)
  const roles = person.roles.map((role) => text(role, locale)).join(locale === 'zh-CN' ? '、' : ', ')
  return (
    <button type="button" className={styles['person']} disabled={isBusy} onClick={() => onChoose(person.login)}>
      <PersonAvatar name={name} size={36} />
      <span className={styles['personWords']}>
        <span className={styles['personName']}>{name}</span>
        <span className={styles['personRoles']}>{roles}</span>
      </span>
    </button>
  )
}
