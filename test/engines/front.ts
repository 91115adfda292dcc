import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Site } from '../e2e/site.ts'
import type { Person } from '../support/sign-in/cast.ts'

const HOST = new URL('../../src/demo/host/', import.meta.url)
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json' } as const

function send(response: ServerResponse, type: keyof typeof TYPES, body: string): void {
  response.writeHead(200, { 'content-type': `${TYPES[type]}; charset=utf-8`, 'cache-control': 'no-store' })
  response.end(body)
}

/** A window around a page that Teams does not show. */
const frame = (query: URLSearchParams) => {
  const address = query.get('at')?.replace(/["<&]/g, '') ?? 'about:blank'
  return `<!doctype html><body style="margin:0"><iframe style="border:0;width:100%;height:640px" src="${address}"></iframe>`
}

/**
 * The site and the simulated host under one origin, since these engines cannot be told that another is Teams. The pages are
 * those of production, with two things changed: this origin may frame them, and page.js is their first script.
 */
export async function openFront(site: Site, people: readonly Person[]) {
  const script = `<script src="/engines/page.js" data-now="${site.clock.now()}"></script>`

  function pass(incoming: IncomingMessage, response: ServerResponse): void {
    const headers = {
      ...incoming.headers,
      host: new URL(site.url).host,
      'accept-encoding': 'identity',
      'accept-language': 'fr',
    }
    const { method = 'GET', url = '/' } = incoming
    const asked = request(site.url + url, { method, headers }, answer => {
      void answerWith(answer).catch(() => response.destroy())
    })
    async function answerWith(answer: IncomingMessage): Promise<void> {
      const { statusCode = 500, headers: given } = answer
      const isPage = given['content-type']?.startsWith('text/html') ?? false
      if (!isPage) {
        response.writeHead(statusCode, given)
        return void answer.pipe(response)
      }
      const written = String(given['content-security-policy'])
      const policy = written
        .replace("frame-ancestors 'none'", 'frame-ancestors')
        .replace('frame-ancestors', "frame-ancestors 'self'")
        // The short pages run nothing of their own.
        .concat(written.includes('script-src') ? '' : "; script-src 'self'")
      const { 'content-length': _, etag: __, ...others } = given
      const html = (await text(answer)).replace('<head>', `<head>${script}`)
      response.writeHead(statusCode, { ...others, 'content-security-policy': policy })
      response.end(html)
    }
    asked.on('error', () => response.destroy())
    response.on('close', () => asked.destroy())
    incoming.pipe(asked)
  }

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://front')
    const file = /^\/demo\/host\/host\.(js|css)$/.exec(pathname)?.[1] as 'js' | 'css' | undefined
    if (file) return send(response, file, readFileSync(new URL(`host.${file}`, HOST), 'utf8'))
    if (pathname === '/demo/host')
      return send(response, 'html', readFileSync(new URL('host.html', HOST), 'utf8'))
    if (pathname === '/engines/page.js')
      return send(response, 'js', readFileSync(new URL('page.js', import.meta.url), 'utf8'))
    if (pathname === '/engines/frame') return send(response, 'html', frame(searchParams))
    if (pathname !== '/demo/token') return pass(incoming, response)
    const { persona } = JSON.parse(await text(incoming)) as { persona: string }
    const person = people.find(({ objectId }) => objectId === persona)
    if (person) return send(response, 'json', JSON.stringify({ token: await site.tokenOf(person) }))
    response.writeHead(404)
    response.end()
  }

  // A page that is left drops what it asked for.
  const server = createServer((incoming, response) => {
    void serve(incoming, response).catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
