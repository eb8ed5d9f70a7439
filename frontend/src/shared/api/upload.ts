/** Sends a file with progress, which `fetch` cannot report. */
import { csrfToken } from './held-session'
import { ApiProblem, UNREACHABLE, withWords } from './problem'

interface UploadOptions {
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void
  readonly signal: AbortSignal
}

export function upload<T>(path: string, file: Blob, { onProgress, signal }: UploadOptions): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', `/api${path}`)
    sending.responseType = 'json'
    sending.setRequestHeader('X-CSRF-Token', csrfToken())
    sending.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    sending.addEventListener('load', () => {
      if (sending.status < 300) resolve(sending.response as T)
      else void withWords().then(() => reject(new ApiProblem(sending.status, (sending.response ?? {}) as Record<string, unknown>)))
    })
    sending.addEventListener('error', () =>
      reject(new ApiProblem(UNREACHABLE, { issues: [{ code: 'request.unreachable', pointer: '', params: {} }] })),
    )
    signal.addEventListener('abort', () => sending.abort())
    sending.send(file)
  })
}
