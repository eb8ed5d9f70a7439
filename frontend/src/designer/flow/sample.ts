/** The example a flow is looked at with: a record it would run on, and who submits it. */
import { createContext, useContext } from 'react'

export interface Sample {
  /** A record by its id; none means nothing is known of it. */
  readonly record: string | null
  /** A person by their id; none means whoever looks. */
  readonly submitter: string | null
}

interface SampleState {
  readonly sample: Sample
  readonly take: (sample: Sample) => void
}

export const NO_SAMPLE: Sample = { record: null, submitter: null }

export const SampleContext = createContext<SampleState>({ sample: NO_SAMPLE, take: () => undefined })

export function useSample(): SampleState {
  return useContext(SampleContext)
}
