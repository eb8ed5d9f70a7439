/** Who has the role: given and taken at once, beside the draft, with an entry in the audit trail. */
import { CloseOutlined, EyeOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

import { text } from '@/core/i18n/text'
import type { Role } from '@/generated/metadata'
import { isProblem, issuesOf } from '@/shared/api/problem'
import { holdersQuery, setHolder, type StaffMember } from '@/shared/people/staff'
import { StaffSelect } from '@/shared/people/staff-select'
import { useSeeAs } from '@/shared/seeing/use-see-as'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { PersonAvatar } from '@/ui/person/person-avatar'

import { useDrafting } from '../drafting/draft-context'
import styles from './role.module.css'

export function PeoplePanel({ role }: { readonly role: Role }) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const { data, error } = useQuery(holdersQuery(draft.app, role.id))
  const change = useHolding(role)
  if (isProblem(error, 404)) return <EmptyState title={t('roles:people.unpublished')} hint={t('roles:people.unpublishedHint')} />
  if (error !== null) return <IssueList issues={issuesOf(error)} />
  if (data === undefined) return <Loading />
  return (
    <div className={styles['part']}>
      <p className={styles['about']}>{t(data.may_change ? 'roles:people.hint' : 'roles:people.fixed')}</p>
      {data.may_change && (
        <div className={styles['picker']}>
        <StaffSelect
          app={draft.app}
          value={null}
          except={data.items.map(({ id }) => id)}
          label={t('roles:people.add')}
          placeholder={t('roles:people.add')}
          onChange={(person) => person !== null && change.mutate({ person, has: true })}
        />
        </div>
      )}
      {change.error !== null && <IssueList issues={issuesOf(change.error)} />}
      {data.items.length === 0 && <p className={styles['about']}>{t('roles:people.nobody')}</p>}
      <ul className={styles['people']}>
        {data.items.map((person) => (
          <Holder key={person.id} person={person} mayChange={data.may_change} onTake={() => change.mutate({ person: person.id, has: false })} />
        ))}
      </ul>
    </div>
  )
}

function useHolding(role: Role) {
  const client = useQueryClient()
  const { draft } = useDrafting()
  return useMutation({
    mutationFn: ({ person, has }: { readonly person: string; readonly has: boolean }) => setHolder(draft.app, role.id, person, has),
    onSuccess: (holders) => {
      client.setQueryData(holdersQuery(draft.app, role.id).queryKey, holders)
      return client.invalidateQueries({ queryKey: ['staff', draft.app] })
    },
  })
}

interface HolderProps {
  readonly person: StaffMember
  readonly mayChange: boolean
  readonly onTake: () => void
}

function Holder({ person, mayChange, onTake }: HolderProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const seeAs = useSeeAs()
  const name = text(person.name, locale, person.login)
  return (
    <li className={styles['person']}>
      <PersonAvatar name={name} />
      <span className={styles['personName']}>
        {name} <span className={styles['about']}>{person.login}</span>
      </span>
      <Button size="small" icon={<EyeOutlined aria-hidden />} onClick={() => seeAs.mutate({ app: draft.app, person: person.id })}>
        {t('explain:seeAs')}
      </Button>
      {mayChange && <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('roles:people.take', { name })} title={t('roles:people.take', { name })} onClick={onTake} />}
    </li>
  )
}
