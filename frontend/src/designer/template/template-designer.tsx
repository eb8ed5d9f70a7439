/** The designer of one message: its words on the left of what people will read. */
import { Button, Popconfirm, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'

import { documentLanguage } from '@/core/i18n/locale'
import { text } from '@/core/i18n/text'
import type { Entity, Template } from '@/generated/metadata'
import { useLocale } from '@/ui/locale/interface-language'

import { appOf, documentsIn, entityWithId } from '../drafting/draft'
import { useDrafting } from '../drafting/draft-context'
import { DesignerFrame } from '../frame/designer-frame'
import inspector from '../inspector/inspector.module.css'
import { LabelEntry } from '../inspector/label-entry'
import { MessageWords } from '../inspector/message-words'
import { Property } from '../inspector/property'
import { filled } from './filled'
import styles from './template.module.css'

interface TemplateDesignerProps {
  readonly template: Template
  readonly back: string
}

export function TemplateDesigner({ template, back }: TemplateDesignerProps) {
  const { t } = useTranslation()
  const { draft } = useDrafting()
  const entity = entityWithId(draft, template.entity)
  return (
    <DesignerFrame document={template} file={`templates/${template.name}.json`} back={back} inspector={<TemplatePanel template={template} />}>
      <div className={styles['page']}>
        <section className={styles['words']} aria-label={t('messages:words')}>
          {entity !== undefined && <MessageWords template={template} entity={entity} rows={8} />}
        </section>
        {entity !== undefined && <Preview template={template} entity={entity} />}
      </div>
    </DesignerFrame>
  )
}

function Preview({ template, entity }: { readonly template: Template; readonly entity: Entity }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const { draft } = useDrafting()
  const [language, setLanguage] = useState<string>(documentLanguage(locale))
  const valueOf = (name: string) => `‹${entity.fields.find((field) => field.name === name.split('.')[0])?.label[language] ?? name}›`
  return (
    <section className={styles['preview']} aria-label={t('messages:preview')}>
      <Segmented size="small" aria-label={t('messages:language')} value={language} options={appOf(draft).languages.map((each) => ({ value: each, label: t(`designer:language.${each}`) }))} onChange={setLanguage} />
      <article className={styles['letter']}>
        <h2>{filled(template.subject[language] ?? '', valueOf)}</h2>
        <p>{filled(template.body[language] ?? '', valueOf)}</p>
      </article>
    </section>
  )
}

function TemplatePanel({ template }: { readonly template: Template }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { draft, edit } = useDrafting()
  const { languages } = appOf(draft)
  const set = (property: string, value: unknown) => void edit('set_template', { template: template.id, property, value })
  const remove = async () => {
    if (await edit('remove_template', { template: template.id })) void navigate(`/design/${draft.app}`)
  }
  const about = documentsIn<Entity>(draft, 'entities').find(({ id }) => id === template.entity)
  return (
    <div className={inspector['panel']}>
      <header className={inspector['head']}>
        <div>
          <h2 className={inspector['headTitle']}>{text(template.label, locale, template.name)}</h2>
          <p className={inspector['headKind']}>{t('messages:about', { entity: text(about?.label, locale) })}</p>
        </div>
      </header>
      <Property title={t('messages:name')}>{() => <LabelEntry languages={languages} label={template.label} name={t('messages:name')} onCommit={(label) => label !== null && set('label', label)} />}</Property>
      <Property title={t('messages:description')}>
        {() => <LabelEntry languages={languages} label={template.description} name={t('messages:description')} rows={2} onCommit={(label) => set('description', label)} />}
      </Property>
      <div className={inspector['removal']}>
        <Popconfirm title={t('messages:removeAsk')} okButtonProps={{ danger: true }} onConfirm={() => void remove()}>
          <Button block danger type="text">
            {t('messages:remove')}
          </Button>
        </Popconfirm>
      </div>
    </div>
  )
}
