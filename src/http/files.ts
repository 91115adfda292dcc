import type { ServerResponse } from 'node:http'
import type { Download, FileRoute } from '../kernel/route.ts'
import { withoutNul } from '../kernel/text.ts'
import type { Request, Restify } from './restify.ts'

/** What one person asked for, for them alone. */
export function sendDownload(response: ServerResponse, { type, name, body }: Download): void {
  response.statusCode = 200
  response.setHeader('content-type', type)
  response.setHeader('content-disposition', `attachment; filename="${name}"`)
  response.setHeader('cache-control', 'no-store')
  response.end(body)
}

/** Files that carry no token; errors go up to the server. */
export function mountFiles(server: Restify, files: readonly FileRoute[]): void {
  for (const { method, path, run } of files) {
    server[method](path, async ({ params }: Request, response: ServerResponse) => {
      const { type, name, body } = await run(withoutNul(params))
      response.setHeader('content-type', type)
      response.setHeader('content-disposition', `attachment; filename="${name}"`)
      // Kept nowhere without asking again: it changes when what it tells of does.
      response.setHeader('cache-control', 'no-cache')
      response.end(body)
    })
  }
}
