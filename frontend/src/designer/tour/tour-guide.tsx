/** Stands beside the pages of an app while somebody is shown around: what to do next, where, and how far they are. */
import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate, useParams } from 'react-router'

import { useSession } from '@/shared/session/session-context'

import { draftQuery } from '../drafting/draft-query'
import { Pointer } from './pointer'
import { isThere, STEP_KEYS, STEPS, type Facts, type StepKey, type TourStep } from './tour-steps'
import { nextStep, useTour, type Tour } from './tour-store'
import styles from './tour.module.css'

export default function TourGuide() {
  const { app } = useParams()
  return app === undefined ? null : <GuideOf key={app} app={app} />
}

function GuideOf({ app }: { readonly app: string }) {
  const { user } = useSession()
  const [tour, change] = useTour(user.id, app)
  const facts = useFacts(app)
  useFollowing(tour, facts, change)
  const key = tour === null ? undefined : nextStep(tour)
  const step = STEPS.find((each) => each.key === key)
  if (tour === null || tour.isAside || step === undefined) return null
  return <Guide tour={tour} step={step} facts={facts} onChange={change} />
}

/** What is known of the app: the draft as the designers last had it, and the page that is open. */
function useFacts(app: string): Facts {
  const { pathname } = useLocation()
  const { data: draft } = useQuery({ ...draftQuery(app), enabled: false })
  return { app, draft, path: pathname }
}

/** Ticks off what was done, whoever is at it and in whatever order. */
function useFollowing(tour: Tour | null, facts: Facts, change: (change: Partial<Tour>) => void): void {
  const isPublished = tour?.done.includes('publish') === true
  const fresh = tour === null ? [] : STEPS.filter((step) => !tour.done.includes(step.key) && (step.key !== 'use' || isPublished) && step.isDone(facts))
  const keys = fresh.map(({ key }) => key).join(' ')
  useEffect(() => {
    if (tour !== null && keys !== '') change({ done: [...tour.done, ...(keys.split(' ') as StepKey[])] })
    // Only what is newly done matters; `change` is another function each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [keys])
}

interface GuideProps {
  readonly tour: Tour
  readonly step: TourStep
  readonly facts: Facts
  readonly onChange: (change: Partial<Tour>) => void
}

function Guide({ tour, step, facts, onChange }: GuideProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const isHere = isThere(step, facts)
  const number = STEP_KEYS.indexOf(step.key) + 1
  useRoom()
  return (
    <>
      {(isHere || step.key === 'publish' || step.key === 'use') && <Pointer targets={step.targets} words={t(`tour:point.${step.key}`)} />}
      <aside className={styles['guide']} aria-label={t('tour:title')}>
        <header className={styles['head']}>
          <span className={styles['quiet']}>{t('tour:step', { number, of: STEP_KEYS.length })}</span>
          <Button type="text" size="small" icon={<CloseOutlined aria-hidden />} aria-label={t('tour:aside')} onClick={() => onChange({ isAside: true })} />
        </header>
        <div aria-live="polite">
          <h2 className={styles['title']}>{t(`tour:title.${step.key}`)}</h2>
          <p className={styles['text']}>{t(`tour:text.${step.key}`)}</p>
        </div>
        <Marks tour={tour} current={step.key} />
        <footer className={styles['foot']}>
          <Button size="small" onClick={() => onChange({ skipped: [...tour.skipped, step.key] })}>
            {t('tour:skip')}
          </Button>
          {!isHere && (
            <Button size="small" type="primary" onClick={() => void navigate(step.place(facts))}>
              {t('tour:go')}
            </Button>
          )}
        </footer>
      </aside>
    </>
  )
}

/** Panels below the guide get room at their end, so that whatever they hold can be scrolled out from under it. */
function useRoom(): void {
  useEffect(() => {
    document.documentElement.dataset['guided'] = 'true'
    return () => {
      delete document.documentElement.dataset['guided']
    }
  }, [])
}

function Marks({ tour, current }: { readonly tour: Tour; readonly current: StepKey }) {
  return (
    <ol className={styles['marks']} aria-hidden>
      {STEP_KEYS.map((key) => (
        <li key={key} data-state={tour.done.includes(key) ? 'done' : key === current ? 'current' : 'open'}>
          {tour.done.includes(key) && <CheckOutlined aria-hidden />}
        </li>
      ))}
    </ol>
  )
}
