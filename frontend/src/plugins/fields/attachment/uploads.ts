/** Files on their way to the server: their progress, and giving up on them. */
import { useRef, useState } from 'react'

import type { Issue } from '@/core/issues/issue'
import type { StoredFile } from '@/core/values/value'
import { issuesOf } from '@/shared/api/problem'
import { upload } from '@/shared/api/upload'

export interface Upload {
  readonly key: number
  readonly name: string
  readonly share: number
  readonly issues: readonly Issue[]
  readonly cancel: () => void
}

export interface Uploads {
  readonly running: readonly Upload[]
  readonly start: (file: File) => void
}

export function useUploads(onStored: (file: StoredFile) => void): Uploads {
  const [running, setRunning] = useState<readonly Upload[]>([])
  const count = useRef(0)
  const change = (key: number, changes: Partial<Upload>) => setRunning((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)))
  const drop = (key: number) => setRunning((all) => all.filter((each) => each.key !== key))

  const start = (file: File) => {
    const key = (count.current += 1)
    const stop = new AbortController()
    const cancel = () => {
      stop.abort()
      drop(key)
    }
    setRunning((all) => [...all, { key, name: file.name, share: 0, issues: [], cancel }])
    upload<StoredFile>(`/files?name=${encodeURIComponent(file.name)}`, file, { onProgress: (share) => change(key, { share }), signal: stop.signal })
      .then((stored) => {
        drop(key)
        onStored(stored)
      })
      .catch((fault: unknown) => change(key, { issues: issuesOf(fault) }))
  }
  return { running, start }
}
