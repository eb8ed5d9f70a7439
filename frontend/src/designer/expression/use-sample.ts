/** Records of the live app to try an expression on, seen with the reader's own rights. */
import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { isFault, parse } from '@/core/expressions/parse'
import { namesIn } from '@/core/expressions/tree'
import { collapsed, isReference, type Value } from '@/core/values/value'
import type { Entity, Field } from '@/generated/metadata'
import { listRecords } from '@/shared/records/list-records'
import { readRecord } from '@/shared/records/one-record'
import { recordTitle, type StoredRecord } from '@/shared/records/record'

import { entityWithId } from '../drafting/draft'
import { useExpressionSite } from './expression-site'

export interface Sample {
  /** Records to choose from, the newest first. */
  readonly records: readonly { readonly id: string; readonly title: string }[]
  readonly chosen: string | undefined
  readonly choose: (id: string) => void
  /** What the chosen record gives for the names of an expression, by dotted path. */
  readonly values: Readonly<Record<string, unknown>>
}

type Given = Readonly<Record<string, unknown>>

const MOST = 20
const FRESH = 60_000

export function useSample(entity: Entity | undefined, lines: Field | undefined, text: string, isWanted: boolean): Sample {
  const site = useExpressionSite()
  const [picked, choose] = useState<string>()
  const name = entity?.name ?? ''
  const list = useQuery({
    queryKey: ['design-samples', site.app, name],
    queryFn: ({ signal }) => listRecords(site.app, name, { limit: MOST, sort: '-modified_at', expand: '*' }, signal),
    enabled: isWanted && name !== '',
    staleTime: FRESH,
    retry: false,
  })
  const items = list.data?.items ?? []
  const chosen = picked ?? items[0]?.id
  const record = useQuery({
    queryKey: ['design-sample', site.app, name, chosen],
    queryFn: () => readRecord({ app: site.app, entity: name }, chosen ?? ''),
    enabled: isWanted && chosen !== undefined,
    staleTime: FRESH,
    retry: false,
  }).data
  const paths = useMemo(() => pathsOf(text), [text])
  const linked = useLinked(entity, record, paths, isWanted)
  const values = record === undefined ? {} : Object.fromEntries(paths.map((path) => [path.join('.'), lines === undefined ? valueAt(record, path, linked) : valueInLine(record, lines.name, path)]))
  return { records: items.map((each) => ({ id: each.id, title: entity === undefined ? each.id : recordTitle(entity, each) })), chosen, choose, values }
}

function pathsOf(text: string): string[][] {
  const tree = parse(text)
  return isFault(tree) ? [] : [...namesIn(tree)].map((path) => path.split('.'))
}

/** The records that links of the sample lead to, where the expression follows them. */
function useLinked(entity: Entity | undefined, record: StoredRecord | undefined, paths: readonly string[][], isWanted: boolean): ReadonlyMap<string, StoredRecord> {
  const site = useExpressionSite()
  const followed = [...new Set(paths.filter(({ length }) => length === 2).map(([first = '']) => first))]
  const links = followed.flatMap((name) => {
    const field = entity?.fields.find((each) => each.name === name)
    const target = field?.type === 'link' ? entityWithId(site, field.options.entity)?.name : undefined
    const reference = record?.[name]
    return target !== undefined && isReference(reference) ? [{ name, target, id: reference.id }] : []
  })
  const found = useQueries({
    queries: links.map(({ target, id }) => ({
      queryKey: ['design-sample', site.app, target, id],
      queryFn: () => readRecord({ app: site.app, entity: target }, id),
      enabled: isWanted,
      staleTime: FRESH,
      retry: false,
    })),
  })
  return new Map(links.flatMap(({ name }, at) => (found[at]?.data === undefined ? [] : [[name, found[at].data]])))
}

function valueAt(record: StoredRecord, [first = '', second]: readonly string[], linked: ReadonlyMap<string, StoredRecord>): unknown {
  const own = record[first]
  if (second === undefined) return plain(own)
  if (Array.isArray(own)) return (own as readonly Given[]).map((line) => plain(line[second]))
  return plain(linked.get(first)?.[second])
}

/** The first line stands for all of them. */
function valueInLine(record: StoredRecord, lines: string, [first = '', second]: readonly string[]): unknown {
  if (first === 'parent') return plain(record[second ?? ''])
  const own = record[lines]
  return Array.isArray(own) ? plain((own as readonly Given[])[0]?.[first]) : null
}

function plain(value: unknown): unknown {
  return collapsed((value ?? null) as Value)
}
