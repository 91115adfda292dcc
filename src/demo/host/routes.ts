import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Server } from '../../http/index.ts'
import type { Key, Words } from '../../i18n/words.ts'
import { escapeHtml } from '../../kernel/text/text.ts'
import { type ClockStep, STEPS } from '../clock.ts'
import { PERSONAS } from '../personas/personas.ts'
import type { Issuer } from '../personas/token-issuer.ts'

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript', json: 'application/json' } as const
// Security policy of the start page and the simulated host, which have inline styles; neither is served in
// production.
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"

/** State and acts of the start page. */
type DemoActs = {
  readonly page: () => string
  readonly move: (step: ClockStep) => Promise<void>
  readonly showAgain: () => Promise<void>
}

const asked = z.object({ persona: z.enum(PERSONAS.map(persona => persona.key)) })

function send(response: ServerResponse, type: keyof typeof TYPES, body: string, status = 200): void {
  response.statusCode = status
  response.setHeader('content-type', `${TYPES[type]}; charset=utf-8`)
  response.setHeader('content-security-policy', POLICY)
  response.setHeader('cache-control', 'no-store')
  response.end(body)
}

function hostFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
}

/** The simulated host, with the programme's names of tabs and roles. */
export function hostPage({ say }: Words): string {
  return hostFile('host.html').replaceAll(/\{([a-z]+\.[a-z]+)\}/g, (_, key: Key) => escapeHtml(say(key)))
}

/** Runs an act and redirects to the start page; refuses cross-site requests. */
function acting(act: () => Promise<void>) {
  return async ({ headers }: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (headers['sec-fetch-site'] === 'cross-site') return send(response, 'json', '{"code":"foreign"}', 403)
    await act()
    response.statusCode = 303
    response.setHeader('location', '/demo')
    response.end()
  }
}

/** Mounts the start page, the simulated Teams host and the demo's tokens. */
export function mountDemo(server: Server, issuer: Issuer, words: Words, acts: DemoActs): void {
  const { page, move, showAgain } = acts
  for (const step of Object.keys(STEPS) as ClockStep[])
    server.post(
      `/demo/clock/${step}`,
      acting(() => move(step)),
    )
  server.post('/demo/channel', acting(showAgain))
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
