import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Loopback: metrics are for the operator only. */
const HOST = '127.0.0.1'
const PATH = '/metrics'

type Page = { readonly text: () => Promise<string>; readonly type: string }

async function answer(request: IncomingMessage, response: ServerResponse, page: Page): Promise<void> {
  const [path] = (request.url ?? '').split('?')
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  // Not chained: importing restify changes `writeHead` for the whole process.
  response.statusCode = path === PATH && isRead ? 200 : 404
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
  if (response.statusCode === 404) return void response.end()
  response.setHeader('content-type', page.type)
  const text = await page.text()
  response.end(request.method === 'HEAD' ? undefined : text)
}

export type Listener = {
  /** The port that was asked for, or a free one for 0. */
  readonly port: number
  readonly close: () => Promise<void>
}

/** `GET /metrics`, and nothing else. Rejects where the port is taken. */
export function listen(port: number, page: Page): Promise<Listener> {
  const server = createServer((request, response) => {
    request.resume()
    answer(request, response, page).catch(() => {
      // A gauge cannot be read: the scrape fails as a whole.
      response.statusCode = 500
      response.end()
    })
  })
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => resolve({ port: (server.address() as AddressInfo).port, close }))
  })
}
