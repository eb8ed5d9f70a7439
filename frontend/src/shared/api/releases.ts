/** The newest published release of each app that any answer has mentioned. */
import { create } from 'zustand'

type Releases = Readonly<Record<string, number>>

const useReleases = create<Releases>(() => ({}))

/** Reads the answer's `X-Release`; `path` tells which app it speaks of. */
export function noteRelease(path: string, headers: Headers): void {
  const app = /^\/apps\/([^/?]+)/.exec(path)?.[1]
  const release = Number(headers.get('X-Release') ?? 0)
  if (app !== undefined && release > (useReleases.getState()[app] ?? 0)) useReleases.setState({ [app]: release })
}

export function forgetReleases(): void {
  useReleases.setState({}, true)
}

export function useNewestRelease(app: string): number {
  return useReleases((releases) => releases[app] ?? 0)
}
