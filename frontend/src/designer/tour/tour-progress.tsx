/** On the design home: the seven steps with what is done, and going on where one stopped. */
import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from '@tanstack/react-query'

import { useSession } from '@/shared/session/session-context'

import { draftQuery } from '../drafting/draft-query'
import { STEPS } from './tour-steps'
import { nextStep, useTour } from './tour-store'
import styles from './tour.module.css'

export function TourProgress({ app }: { readonly app: string }) {
  const { t } = useTranslation()
  const { user } = useSession()
  const [tour, change] = useTour(user.id, app)
  const { data: draft } = useQuery({ ...draftQuery(app), enabled: false })
  if (tour === null || nextStep(tour) === undefined) return null
  const facts = { app, draft, path: '' }
  return (
    <section className={styles['progress']} aria-labelledby="tour-progress">
      <div className={styles['progressHead']}>
        <h2 id="tour-progress" className={styles['title']}>
          {t('tour:progress')}
        </h2>
        <Progress className={styles['bar'] ?? ''} percent={Math.round((tour.done.length * 100) / STEPS.length)} size="small" showInfo={false} aria-label={t('tour:progress')} />
        <span className={styles['quiet']}>{t('tour:done', { done: tour.done.length, of: STEPS.length })}</span>
        <span className={styles['space']} />
        {tour.isAside && (
          <Button size="small" onClick={() => change({ isAside: false })}>
            {t('tour:resume')}
          </Button>
        )}
        <Button size="small" type="text" onClick={() => change({ skipped: STEPS.map(({ key }) => key), isAside: true })}>
          {t('tour:end')}
        </Button>
      </div>
      <ol className={styles['steps']}>
        {STEPS.map((step) => (
          <li key={step.key} data-done={tour.done.includes(step.key)}>
            {tour.done.includes(step.key) ? <CheckCircleFilled aria-label={t('tour:isDone')} /> : <MinusCircleOutlined aria-hidden />}
            <Link to={step.place(facts)}>{t(`tour:title.${step.key}`)}</Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
