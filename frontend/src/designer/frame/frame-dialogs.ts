/** Which dialog of the frame is open; keys and buttons open the same ones. */
import { useEffect } from 'react'
import { create } from 'zustand'

export type FrameDialog = 'search' | 'keys' | 'usages'

interface FrameDialogs {
  readonly shown: FrameDialog | null
  readonly open: (dialog: FrameDialog) => void
  readonly close: () => void
}

export const useFrameDialogs = create<FrameDialogs>((set) => ({
  shown: null,
  open: (shown) => set({ shown }),
  close: () => set({ shown: null }),
}))

/** None stays open when the page it was opened on is left. */
export function useClosedOnLeaving(): void {
  const close = useFrameDialogs((dialogs) => dialogs.close)
  useEffect(() => close, [close])
}
