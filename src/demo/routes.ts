import { readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Server } from '../http/index.ts'
import type { Key, Words } from '../i18n/words.ts'
import { escapeHtml } from '../kernel/text.ts'
import type { Issuer } from './issuer.ts'
import { PERSONAS } from './personas.ts'

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript', json: 'application/json' } as const
// The start page and the simulated host carry their own styles; nothing of them is served in production.
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"

const asked = z.object({ persona: z.enum(PERSONAS.map(persona => persona.key)) })

function send(response: ServerResponse, type: keyof typeof TYPES, body: string, status = 200): void {
  response.statusCode = status
  response.setHeader('content-type', `${TYPES[type]}; charset=utf-8`)
  response.setHeader('content-security-policy', POLICY)
  response.setHeader('cache-control', 'no-store')
  response.end(body)
}

function hostFile(name: string): string {
  return readFileSync(new URL(`host/${name}`, import.meta.url), 'utf8')
}

/** The simulated host calls tabs and roles as the programme does. */
export function hostPage({ say }: Words): string {
  return hostFile('host.html').replaceAll(/\{([a-z]+\.[a-z]+)\}/g, (_, key: Key) => escapeHtml(say(key)))
}

/** The start page, the simulated Teams host and the demo's tokens. `page` is drawn anew each time. */
export function mountDemo(server: Server, issuer: Issuer, words: Words, page: () => string): void {
  server.get('/demo', async (_, response) => send(response, 'html', page()))
  server.get('/demo/host', async (_, response) => send(response, 'html', hostPage(words)))
  server.get('/demo/host/host.css', async (_, response) => send(response, 'css', hostFile('host.css')))
  server.get('/demo/host/host.js', async (_, response) => send(response, 'js', hostFile('host.js')))
  server.get('/demo/keys', async (_, response) => send(response, 'json', JSON.stringify(issuer.keys())))
  server.post('/demo/token', async ({ body }, response) => {
    const { data } = asked.safeParse(body)
    const persona = PERSONAS.find(({ key }) => key === data?.persona)
    if (!persona) return send(response, 'json', JSON.stringify({ code: 'persona-unknown' }), 404)
    send(response, 'json', JSON.stringify({ token: issuer.tokenFor(persona) }))
  })
}
