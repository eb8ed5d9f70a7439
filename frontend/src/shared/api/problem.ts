/** A refusal by the server: problem details (RFC 9457) with our issues. */
import { loadAreas } from '@/core/i18n/translator'
import type { Issue } from '@/core/issues/issue'

/** The body of a refusal; members beyond these are kept in `body` of the problem. */
interface ProblemBody {
  readonly title?: string
  readonly detail?: string
  readonly issues?: readonly Issue[]
}

export class ApiProblem extends Error {
  readonly status: number
  readonly issues: readonly Issue[]
  /** Everything the server said, for members particular to one route. */
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    const { title, detail, issues = [] } = body as ProblemBody
    super(detail ?? title ?? `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.issues = issues
    this.body = body
  }
}

/** Status of a refusal that never came from the server: no connection, or it broke. */
export const UNREACHABLE = 0

export function isProblem(fault: unknown, status?: number): fault is ApiProblem {
  return fault instanceof ApiProblem && (status === undefined || fault.status === status)
}

/** The refusal's issues; a fault of another kind becomes one general issue. */
export function issuesOf(fault: unknown): readonly Issue[] {
  if (fault instanceof ApiProblem && fault.issues.length > 0) return fault.issues
  const message = fault instanceof Error ? fault.message : String(fault)
  return [{ code: 'request.failed', pointer: '', params: {}, message }]
}

/** Brings the engine's sentences, which no visit without refusals needs; out of reach, the server's own will do. */
export async function withWords(): Promise<void> {
  await loadAreas(['refusals']).catch(() => undefined)
}

export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}))
  return new ApiProblem(response.status, isObject(body) ? body : {})
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
