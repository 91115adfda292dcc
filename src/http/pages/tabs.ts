import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { brotliCompressSync, constants } from 'node:zlib'
import sirv from 'sirv'
import type { Ids } from '../../kernel/crypto/ids.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { escapeHtml } from '../../kernel/text/text.ts'
import { mountPage, type Request, type Restify } from '../transport/restify.ts'
import { mountLicences } from './licences.ts'
import { pagePolicy } from './security-headers.ts'

const YEAR_S = 31_536_000
/** Brotli for each response: a quarter of a millisecond, for a quarter of the bytes. */
const PACKED = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const TAKES_BROTLI = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/

type TabParts = {
  /** Build output: the pages and, under `assets`, all they load. */
  readonly folder: string
  /** Origins that may frame a page besides Teams: the demo's own. */
  readonly framers: readonly string[]
  readonly ids: Ids
  /** Initial title of a page. */
  readonly name: string
}

/** The pages by name, cached: a few kB each, which change only with a build. */
function pagesIn({ folder, name: title }: TabParts): ReadonlyMap<string, string> {
  const files = existsSync(folder) ? readdirSync(folder).filter(name => /^[a-z-]+\.html$/.test(name)) : []
  const html = (name: string) => readFileSync(join(folder, name), 'utf8')
  return new Map(
    files.map(name => [name.slice(0, -5), html(name).replaceAll('__NAME__', () => escapeHtml(title))]),
  )
}

/** `GET /`: the product's name, for somebody who opens the bare address. */
function mountRoot(server: Restify, name: string): void {
  mountPage(server, '/', async ({ url = '' }: Request, response: ServerResponse) => {
    // `/tabs/%2e%2e` is normalised to this route.
    if (!/^\/(\?|$)/.test(url)) throw new Refusal('gone')
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.setHeader('cache-control', 'no-cache')
    response.end(`${name}\n`)
  })
}

/** `GET /tabs/<page>`: the page, with a nonce for its styles. */
function mountPages(server: Restify, parts: TabParts): void {
  const { framers, ids } = parts
  const pages = pagesIn(parts)
  mountPage(server, '/tabs/:page', async ({ params, headers }: Request, response: ServerResponse) => {
    const html = pages.get(params.page ?? '')
    if (html === undefined) throw new Refusal('gone')
    const nonce = ids.nonce()
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('cache-control', 'no-cache')
    response.setHeader('content-security-policy', pagePolicy(nonce, framers))
    response.setHeader('vary', 'accept-encoding')
    const page = html.replaceAll('__NONCE__', nonce)
    if (!TAKES_BROTLI.test(String(headers['accept-encoding'] ?? ''))) return void response.end(page)
    response.setHeader('content-encoding', 'br')
    response.end(brotliCompressSync(page, PACKED))
  })
}

/**
 * Waits for the response's turn on its connection (HTTP pipelining); false once the client is gone. A client that
 * requests many files at once and reads none would else have all of them open.
 */
function waitPipelined(request: Request, response: ServerResponse): Promise<boolean> {
  if (response.socket) return Promise.resolve(true)
  return new Promise(resolve => {
    response.once('socket', () => resolve(true))
    request.once('close', () => request.socket.destroyed && resolve(false))
  })
}

/** sirv neither closes the file nor handles its errors when the client disconnects in the middle. */
function closeWith(response: ServerResponse): void {
  response.once('pipe', (file: Readable) => {
    file.once('error', () => response.destroy())
    response.once('close', () => file.destroy())
  })
}

/** `GET /tabs/assets/<file>`: compressed at build time, named by content hash, so cached for a year. */
function mountAssets(server: Restify, folder: string): void {
  const assets = join(folder, 'assets')
  if (!existsSync(assets)) return
  // Files are listed at start and looked up by name: no path traversal.
  const serve = sirv(assets, { brotli: true, gzip: true, immutable: true, maxAge: YEAR_S, extensions: [] })
  mountPage(server, '/tabs/assets/*', async (request: Request, response: ServerResponse) => {
    // sirv would throw in a stream for a range that ends before it begins.
    delete request.headers.range
    if (!(await waitPipelined(request, response))) return
    closeWith(response)
    request.url = (request.url ?? '').slice('/tabs/assets'.length)
    // sirv has no completion callback, and restify would count the request as running for ever.
    const found = await new Promise(resolve => {
      response.once('close', () => resolve(true))
      serve(request, response, () => resolve(false))
    })
    if (!found) throw new Refusal('gone')
  })
}

export function mountTabs(server: Restify, parts: TabParts): void {
  mountRoot(server, parts.name)
  mountLicences(server, parts.folder)
  mountPages(server, parts)
  mountAssets(server, parts.folder)
}
