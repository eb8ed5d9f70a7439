/** `/design/:app`: the forms and decision tables of an app that a person may design, each one click from its designer. */
import { FormOutlined, TableOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Form } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import { entityWithId, type Definition } from '@/shared/definition/definition'
import { designableForms } from '@/shared/definition/designable'
import { useDefinition } from '@/shared/definition/use-definition'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { Icon } from '@/ui/icon'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import styles from './design-home.module.css'

export default function DesignHomePage() {
  const { t } = useTranslation()
  const locale = useLocale()
  const { app = '' } = useParams()
  const { data: definition, error } = useDefinition(app)
  const label = text(definition?.app.label, locale, app)
  return (
    <Page>
      <PageHeader
        title={t('designer:home.title', { app: label })}
        description={t('designer:home.description')}
        crumbs={[{ title: label, to: `/a/${app}` }, { title: t('designer:bar.design') }]}
      />
      {error !== null && <IssueList issues={issuesOf(error)} />}
      {definition === undefined ? error === null && <Loading /> : <Forms app={app} definition={definition} />}
    </Page>
  )
}

interface FormsProps {
  readonly app: string
  readonly definition: Definition
}

function Forms({ app, definition }: FormsProps) {
  const { t } = useTranslation()
  const forms = designableForms(definition)
  const { rules = [] } = definition
  if (forms.length + rules.length === 0) {
    return (
      <EmptyState
        icon={<FormOutlined aria-hidden />}
        title={t('designer:home.none')}
        hint={t('designer:home.noneHint')}
      />
    )
  }
  return (
    <>
      <ul className={styles['forms']}>
        {forms.map((form) => (
          <li key={form.id}>
            <FormCard app={app} definition={definition} form={form} />
          </li>
        ))}
      </ul>
      {rules.length > 0 && <Rules app={app} definition={definition} />}
    </>
  )
}

function Rules({ app, definition }: FormsProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  return (
    <section aria-labelledby="rules-heading">
      <h2 id="rules-heading" className={styles['heading']}>
        {t('rules:home')}
      </h2>
      <ul className={styles['forms']}>
        {definition.rules?.map((rule) => (
          <li key={rule.id}>
            <article className={styles['form']}>
              <TableOutlined aria-hidden />
              <h3 className={styles['title']}>
                <Link to={`/design/${app}/rule/${rule.name}`} className={styles['cover']}>
                  {text(rule.label, locale, rule.name)}
                </Link>
              </h3>
              <span className={styles['about']}>{t('designer:home.entity', { entity: text(entityWithId(definition, rule.entity)?.label, locale) })}</span>
            </article>
          </li>
        ))}
      </ul>
    </section>
  )
}

function FormCard({ app, definition, form }: FormsProps & { readonly form: Form }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const entity = entityWithId(definition, form.entity)
  return (
    <article className={styles['form']}>
      <Icon name={entity?.icon} />
      <h2 className={styles['title']}>
        <Link to={`/design/${app}/form/${form.name}`} className={styles['cover']}>
          {text(form.label, locale, form.name)}
        </Link>
      </h2>
      <span className={styles['about']}>{t('designer:home.entity', { entity: text(entity?.label, locale) })}</span>
    </article>
  )
}
