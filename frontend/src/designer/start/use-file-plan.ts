/** The plan of a file as somebody corrects it: remembered in this browser, checked against the values at every change. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { readChoice, writeChoice } from '@/ui/stored-choice'

import { checkPlan, headerRows, proposeApp, type Checked, type FileTable, type Proposal } from './file-plan'

const SETTLE = 400

export interface FilePlan {
  readonly tables: readonly FileTable[]
  readonly checked: Checked | undefined
  readonly change: (tables: readonly FileTable[]) => void
  /** Reads the table of a sheet again below another header row. */
  readonly readAgain: (sheet: string, headerRow: number) => Promise<void>
}

export function useProposal(id: string) {
  return useQuery({ queryKey: ['file-proposal', id], queryFn: () => proposeApp(id), staleTime: Infinity, retry: false })
}

export function useFilePlan(proposal: Proposal): FilePlan {
  const place = `file.${proposal.id}`
  const [tables, setTables] = useState(() => remembered(place) ?? proposal.tables)
  const settled = useSettled(tables)
  const { data: checked } = useQuery({
    queryKey: ['file-check', proposal.id, settled],
    queryFn: ({ signal }) => checkPlan(proposal.id, settled, signal),
    placeholderData: (before) => before,
  })
  const change = (next: readonly FileTable[]) => {
    setTables(next)
    writeChoice(place, JSON.stringify(next))
  }
  const readAgain = async (sheet: string, headerRow: number) => {
    const read = await proposeApp(proposal.id, { ...headerRows(tables), [sheet]: headerRow })
    change(tables.map((table) => (table.sheet === sheet ? (read.tables.find((each) => each.sheet === sheet) ?? table) : table)))
  }
  return { tables, checked, change, readAgain }
}

function remembered(place: string): readonly FileTable[] | null {
  const stored = readChoice(place)
  return stored === null ? null : (JSON.parse(stored) as readonly FileTable[])
}

/** The value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(value), SETTLE)
    return () => clearTimeout(waiting)
  }, [value])
  return settled
}
