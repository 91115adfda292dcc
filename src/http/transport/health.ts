import type { ServerResponse } from 'node:http'
import { sendJson } from './problem.ts'
import { RETRY_S } from './problems.ts'
import { mountPage, type Request, type Restify } from './restify.ts'

export type HealthParts = {
  /** Readiness: why nothing can be served for now; undefined while healthy. Never rejects. */
  readonly healthIssue: () => Promise<string | undefined>
  /** Warnings for the operator, while everything is served. */
  readonly degraded: () => Promise<readonly string[]>
}

/** `GET /health/live` and `/health/ready`. */
export function mountHealth(server: Restify, parts: HealthParts): void {
  const live = async (_: Request, response: ServerResponse) => {
    sendJson(response, 200, { status: 'live' })
  }
  const look = async () => {
    const reason = await parts.healthIssue()
    if (reason !== undefined) return { status: 'not ready', reason }
    const degraded = await parts.degraded()
    return { status: 'ready', ...(degraded.length > 0 && { degraded }) }
  }
  let looking: ReturnType<typeof look> | undefined
  const ready = async (_: Request, response: ServerResponse) => {
    // Concurrent health checks share one look at the database.
    looking ??= look().finally(() => {
      looking = undefined
    })
    const found = await looking
    if (found.status !== 'ready') response.setHeader('retry-after', String(RETRY_S))
    sendJson(response, found.status === 'ready' ? 200 : 503, found)
  }
  mountPage(server, '/health/live', live)
  mountPage(server, '/health/ready', ready)
}
