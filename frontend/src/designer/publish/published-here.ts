/** The release this page itself published last, which is no news to it. */
import { create } from 'zustand'

interface Published {
  readonly app: string
  readonly release: number
}

export const usePublishedHere = create<Published>(() => ({ app: '', release: 0 }))
