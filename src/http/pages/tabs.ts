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
/** A page is packed for each answer: this takes a quarter of a millisecond, and leaves a quarter of its bytes. */
const PACKED = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
const TAKES_BROTLI = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/

type TabParts = {
  /** Where the build put the pages and, under `assets`, all they load. */
  readonly folder: string
  /** Origins that may show a page besides Teams: the demo's own. */
  readonly framers: readonly string[]
  readonly ids: Ids
  /** Title of a page until it says more. */
  readonly name: string
}

/** The pages by name, read once: they are a few kB each and change only with a build. */
function pagesIn({ folder, name: title }: TabParts): ReadonlyMap<string, string> {
  const files = existsSync(folder) ? readdirSync(folder).filter(name => /^[a-z-]+\.html$/.test(name)) : []
  const html = (name: string) => readFileSync(join(folder, name), 'utf8')
  return new Map(
    files.map(name => [name.slice(0, -5), html(name).replaceAll('__NAME__', () => escapeHtml(title))]),
  )
}

/** `GET /`: what this is, to whoever looks at the address alone. */
function mountRoot(server: Restify, name: string): void {
  mountPage(server, '/', async ({ url = '' }: Request, response: ServerResponse) => {
    // `/tabs/%2e%2e` leads here as well.
    if (!/^\/(\?|$)/.test(url)) throw new Refusal('gone')
    response.setHeader('content-type', 'text/plain; charset=utf-8')
    response.setHeader('cache-control', 'no-cache')
    response.end(`${name}\n`)
  })
}

/** `GET /tabs/<page>`: the page, its styles tied to this answer by a nonce. */
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
 * Whether the answer's turn on its connection has come; false once nobody waits for it. Whoever asks for many files at once and
 * reads none would else have all of them open.
 */
function hasTurn(request: Request, response: ServerResponse): Promise<boolean> {
  if (response.socket) return Promise.resolve(true)
  return new Promise(resolve => {
    response.once('socket', () => resolve(true))
    request.once('close', () => request.socket.destroyed && resolve(false))
  })
}

/** sirv leaves a file open, and its errors unheard, when the client goes away in the midst of it. */
function closeWith(response: ServerResponse): void {
  response.once('pipe', (file: Readable) => {
    file.once('error', () => response.destroy())
    response.once('close', () => file.destroy())
  })
}

/** `GET /tabs/assets/<file>`: compressed at build time, named by their content, so kept for a year. */
function mountAssets(server: Restify, folder: string): void {
  const assets = join(folder, 'assets')
  if (!existsSync(assets)) return
  // Files are listed once and looked up by name: a path can lead nowhere else.
  const serve = sirv(assets, { brotli: true, gzip: true, immutable: true, maxAge: YEAR_S, extensions: [] })
  mountPage(server, '/tabs/assets/*', async (request: Request, response: ServerResponse) => {
    // A range that ends before it begins would throw in a stream.
    delete request.headers.range
    if (!(await hasTurn(request, response))) return
    closeWith(response)
    request.url = (request.url ?? '').slice('/tabs/assets'.length)
    // sirv never says when it is done, and restify would count the request as running for ever.
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
