/** Asking questions of one's own: fields onto shelves, a picture that follows, and from there onto a dashboard. */
import { SaveOutlined, UndoOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'

import { text } from '@/core/i18n/text'
import type { Issue } from '@/core/issues/issue'
import type { Pill } from '@/core/query/field-tree'
import { dimensionsOn, EMPTY_SHELVES, put, queryOf, shapeOf, usualShelf, type ShelfName, type Shelves } from '@/core/query/shelves'
import type { Chart, Query } from '@/generated/metadata'
import { issuesOf } from '@/shared/api/problem'
import type { Definition } from '@/shared/definition/definition'
import { useDefinition } from '@/shared/definition/use-definition'
import { answerQuery } from '@/shared/reports/ask'
import { EmptyState } from '@/ui/feedback/empty-state'
import { IssueList } from '@/ui/feedback/issue-list'
import { Loading } from '@/ui/feedback/loading'
import { useLocale } from '@/ui/locale/interface-language'
import { Page } from '@/ui/page/page'
import { PageHeader } from '@/ui/page/page-header'

import { DrillDrawer, type Drilled } from '../reporting/drill-drawer'
import { DragShelves } from './drag-shelves'
import styles from './explore.module.css'
import { FieldPanel } from './field-panel'
import { FilterChips } from './filter-chips'
import { Result } from './result'
import { SaveDialog } from './save-dialog'
import { DimensionChips, MeasureChips } from './shelf-chips'
import { suggestedCharts } from './suggest'

export default function ExplorePage() {
  const { app = '' } = useParams()
  const { t } = useTranslation()
  const { data: definition, error } = useDefinition(app)
  if (error !== null) {
    return (
      <Page>
        <IssueList issues={issuesOf(error)} />
      </Page>
    )
  }
  if (definition === undefined) return <Loading />
  if (definition.explore !== true) return <EmptyState title={t('explore:denied')} hint={t('explore:denied.hint')} />
  return <Explorer key={app} app={app} definition={definition} />
}

function Explorer({ app, definition }: { readonly app: string; readonly definition: Definition }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const navigate = useNavigate()
  const { shelves, change, undo } = useShelves()
  const [kind, setKind] = useState<Chart['kind'] | null>(null)
  const [drilled, setDrilled] = useState<Drilled | null>(null)
  const [isSaving, setSaving] = useState(false)
  const readable = useMemo(() => definition.entities.filter(({ name }) => definition.rights[name]?.read === true), [definition])
  const query = useMemo(() => queryOf(definition.entities, shelves), [definition, shelves])
  const charts = suggestedCharts(shapeOf(shelves))
  const chart = charts.find((each) => each.kind === kind) ?? charts[0]
  const refused = useRefused(app, query, shelves)
  const dashboards = (definition.dashboards ?? []).filter(({ id }) => definition.design.includes(id))
  const nameOf = ({ field, entity }: Pill) => text(field?.label ?? entity.label, locale)
  const drop = (pill: Pill, shelf: ShelfName) => change(put(shelves, shelf, pill))
  const all = { shelves, onChange: change, refused }
  return (
    <Page wide>
      <PageHeader
        title={t('shell:explore')}
        description={t('explore:description')}
        actions={
          <>
            <Button icon={<UndoOutlined aria-hidden />} disabled={undo === undefined} onClick={undo}>
              {t('explore:undo')}
            </Button>
            {dashboards.length > 0 && (
              <Button type="primary" icon={<SaveOutlined aria-hidden />} disabled={query === null || refused.size > 0} onClick={() => setSaving(true)}>
                {t('explore:save')}
              </Button>
            )}
          </>
        }
      />
      <DragShelves nameOf={nameOf} onDrop={drop}>
        <div className={styles['explorer']}>
          <FieldPanel entities={readable} onChoose={(pill) => drop(pill, usualShelf(shelves, pill))} />
          <div className={styles['main']}>
            <div className={styles['shelves']}>
              <MeasureChips {...all} />
              <DimensionChips name="rows" entities={definition.entities} {...all} />
              <DimensionChips name="columns" entities={definition.entities} {...all} />
              <DimensionChips name="color" entities={definition.entities} {...all} />
              <FilterChips app={app} definition={definition} {...all} />
            </div>
            <Result app={app} query={query} charts={charts} chart={chart} onChart={setKind} onDrill={setDrilled} />
          </div>
        </div>
      </DragShelves>
      <DrillDrawer app={app} definition={definition} drilled={drilled} onClose={() => setDrilled(null)} />
      {isSaving && query !== null && chart !== undefined && (
        <SaveDialog
          app={app}
          query={query}
          chart={chart}
          dashboards={dashboards}
          onClose={() => setSaving(false)}
          onSaved={({ name }) => void navigate(`/a/${app}/dashboards/${name}`)}
        />
      )}
    </Page>
  )
}

/** The shelves with every state before, so that a drag that did not help is taken back. */
function useShelves() {
  const [past, setPast] = useState<readonly Shelves[]>([EMPTY_SHELVES])
  return {
    shelves: past.at(-1) ?? EMPTY_SHELVES,
    change: (shelves: Shelves) => setPast([...past, shelves]),
    undo: past.length > 1 ? () => setPast(past.slice(0, -1)) : undefined,
  }
}

/** The ids of what on the shelves the server refuses to ask, so that their chips can be marked. */
function useRefused(app: string, query: Query | null, shelves: Shelves): ReadonlySet<string> {
  const { error } = useQuery({ ...answerQuery(app, query ?? NO_QUERY, useLocale()), enabled: query !== null })
  return new Set(error === null ? [] : issuesOf(error).map((issue) => refusedId(issue, shelves) ?? issue.code))
}

const NO_QUERY: Query = { measures: [] }

function refusedId({ pointer }: Issue, shelves: Shelves): string | undefined {
  const [, list, at] = /(dimensions|measures)\/(\d+)/.exec(pointer) ?? []
  const parts: readonly { readonly part: { readonly id: string } }[] = list === 'measures' ? shelves.values : dimensionsOn(shelves)
  return list === undefined ? undefined : parts[Number(at)]?.part.id
}
