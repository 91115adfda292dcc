import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { type Claims, createServer, type Server, type ServerParts } from '../../src/http/index.ts'
import { wordsIn } from '../../src/i18n/words.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { silentLogger } from '../../src/kernel/monitoring/logger.ts'
import { createLimits } from '../../src/kernel/requests/limits.ts'
import type { ApiRoute, FileRoute } from '../../src/kernel/requests/route.ts'
import { type Language, languageOf } from '../../src/kernel/text/language.ts'
import { systemClock } from '../../src/kernel/time/clock.ts'
import { TENANT } from '../support/sign-in/cast.ts'
import { startSignIn } from '../support/sign-in/tokens.ts'

export const CLIENT = '22222222-2222-4222-8222-222222222222'
/** Another tenant whose people may act. */
export const ALLIED = '88888888-8888-4888-8888-888888888888'
export const URI = `api://app.example/botid-${CLIENT}`
export const SCRIPT = 'console.log("the tab")'
const LICENCES = [
  { name: 'react', version: '19.3.1', identifier: 'MIT', text: 'MIT License\n\nCopyright (c) Équipe' },
  { name: 'tabster', version: '8.5.6' },
]

const NO_SCREENS: ServerParts['screens'] = {
  find: async () => undefined,
  stillPaired: async () => new Set(),
  routes: [],
  openRoutes: [],
}

/** A folder as the tab's build leaves it, with something beside it that nobody may read. */
function buildPages(): string {
  const root = mkdtempSync(join(tmpdir(), 'pages-'))
  mkdirSync(join(root, 'dist-tabs/assets'), { recursive: true })
  mkdirSync(join(root, 'dist-tabs-secret'))
  writeFileSync(join(root, 'dist-tabs-secret/s.txt'), 'secret')
  writeFileSync(
    join(root, 'dist-tabs/personal.html'),
    '<meta name="csp-nonce" content="__NONCE__"><title>__NAME__</title>',
  )
  writeFileSync(join(root, 'dist-tabs/secret.txt'), 'secret')
  writeFileSync(join(root, 'dist-tabs/licences.json'), JSON.stringify(LICENCES))
  writeFileSync(join(root, 'dist-tabs/assets/personal-AbC1.js'), SCRIPT)
  writeFileSync(join(root, 'dist-tabs/assets/personal-AbC1.js.br'), brotliCompressSync(SCRIPT))
  return root
}

export type Logged = { readonly message: string; readonly fields: Record<string, unknown> }

type Options = Partial<
  Pick<
    ServerParts,
    | 'demo'
    | 'healthIssue'
    | 'degraded'
    | 'resolveActor'
    | 'clock'
    | 'times'
    | 'flowTimes'
    | 'limits'
    | 'trustedProxies'
    | 'subscribe'
    | 'streams'
    | 'screens'
    | 'screenStreams'
    | 'holdsRemote'
    | 'leadsTo'
    | 'opens'
    | 'shares'
  >
> & {
  routes?: readonly ApiRoute[]
  files?: readonly FileRoute[]
}

/** The web server on a free port of loopback, with a sign-in of its own. */
export async function startWeb({ routes = [], files = [], clock = systemClock, ...options }: Options = {}) {
  const signIn = await startSignIn({ appId: CLIENT })
  const root = buildPages()
  const logged: Logged[] = []
  const greeted: Claims[] = []
  const refusals: { act: string; code: string }[] = []
  const say = (language: Language) => wordsIn(language, 'Europe/Paris').say
  let nonces = 0
  const server: Server = createServer({
    tokens: {
      audiences: [CLIENT, URI],
      tenants: [TENANT.toUpperCase(), ALLIED],
      organisation: 'Région Occitanie',
      keysUrl: signIn.keysUrl,
    },
    refused: async attempt => void refusals.push(attempt),
    limits: createLimits(clock),
    trustedProxies: 0,
    resolveActor: async claims => {
      greeted.push(claims)
      return { id: 'p1', name: claims.name, role: 'agent', language: languageOf(claims.locale) }
    },
    routes,
    files,
    healthIssue: async () => undefined,
    degraded: async () => [],
    subscribe: () => () => {},
    screens: NO_SCREENS,
    holdsRemote: async () => false,
    leadsTo: async () => {
      throw new Refusal('room-address')
    },
    opens: () => undefined,
    pages: join(root, 'dist-tabs'),
    demo: false,
    words: {
      name: 'Pôles & « $& » </title>',
      refusal: ({ code, details }, language) => say(language)(`refusal.${code}` as 'refusal.gone', details),
      fault: (ref, language) => say(language)('error.fault', { ref }),
      outside: language => say(language)('error.outside'),
      unavailable: language => say(language)('error.unavailable'),
      firstLanguage: languageOf,
    },
    log: {
      ...silentLogger,
      info: (fields, message) => void logged.push({ message, fields: { ...fields } }),
      error: (fields, message) => void logged.push({ message, fields: { ...fields } }),
    },
    clock,
    ids: { next: () => 'referenceabcdef', nonce: () => `nonce${++nonces}` },
    ...options,
  })
  const port = await server.listen(0, '127.0.0.1')
  const url = `http://127.0.0.1:${port}`
  return {
    server,
    pages: join(root, 'dist-tabs'),
    port,
    url,
    signIn,
    logged,
    greeted,
    refusals,
    get: (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers }),
    close: async () => {
      await server.close()
      await signIn.close()
      rmSync(root, { recursive: true })
    },
  }
}

/** A GET whose path is sent letter by letter, where fetch would tidy it. */
export function rawGet(port: number, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path }, response => {
      let body = ''
      response.on('data', chunk => {
        body += String(chunk)
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Sends bytes as they are and answers the first line of what comes back. */
export function rawSend(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', chunk => {
      answer += String(chunk)
      socket.end()
    })
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })
}
