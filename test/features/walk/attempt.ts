import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { SAY } from '../../../src/conversation/replies/bot-cards.ts'
import { fr as french } from '../../../src/i18n/fr/index.ts'
import { messageAt } from '../../../src/i18n/words.ts'
import type { Role } from '../../../src/kernel/access/role.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { type ApiRoute, Flow } from '../../../src/kernel/requests/route.ts'
import type { LinkedKind } from '../../../src/kernel/requests/thing-link.ts'
import { callsOn, pressesOn } from '../../support/product/inputs.ts'
import type { Way } from './doors.ts'
import { rowOf, saidBy } from './rows.ts'
import type { Ground, Made, Thing } from './things.ts'

type Begun = Awaited<ReturnType<Ground['begin']>>
/** `said`: `done` or the code of a refusal; `seen`: all that was answered, as text. */
export type Outcome = { readonly said: string; readonly seen: string }
/** One way through one door, for somebody who has begun. */
export type Attempt = (ground: Ground, begun: Begun, way: Way) => Promise<Outcome>

const COMMAND_TEXT: Readonly<Record<string, string>> = {
  annoncer: 'annoncer',
  envois: 'envois',
  ateliers: 'ateliers',
  presence: 'présence',
  idee: 'idée',
  voter: 'voter',
  initiatives: 'initiatives',
  idees: 'idées',
  engager: 'm’engager',
  'mes-engagements': 'mes engagements',
  'coups-de-pouce': 'coups de pouce',
  langue: 'langue',
  demander: 'demander les courriers',
  suites: 'mes suites',
  'mes-donnees': 'mes données',
  'passer-le-relais': 'passer le relais',
}

/** What a sentence looks like whatever fills its places. */
function looksLike(message: string): RegExp {
  const [from, to] = [message.indexOf('{'), message.lastIndexOf('}')]
  const plain = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (from < 0) return new RegExp(`^${plain(message)}$`)
  return new RegExp(`^${plain(message.slice(0, from))}.*${plain(message.slice(to + 1))}$`, 's')
}

const NO: readonly (readonly [string, RegExp])[] = Object.keys(french)
  .filter(key => key.startsWith('refusal.') || key === 'error.fault' || key === 'unknown')
  // What it takes a role for is said in several ways.
  .map(key => [
    key.replace('refusal.', '').replace(/^role-needed\..*/, 'role-needed'),
    looksLike(messageAt(key, 'fr') ?? ''),
  ])

function codeOf(sentence: string): string {
  return NO.find(([, like]) => like.test(sentence))?.[0] ?? 'done'
}

const heard = (reply: Reply): Outcome => ({
  said: codeOf(reply.notice?.title ?? reply.summary),
  seen: JSON.stringify(reply),
})

export const pressing =
  (verb: string): Attempt =>
  async ({ stage }, { me, things }, { data }) =>
    heard(await stage.as(me).presses(verb, { ...pressesOn(things)[verb], ...data?.(things) }))

export const typing =
  (command: string): Attempt =>
  async ({ stage }, { me }) =>
    heard(await stage.as(me).says(COMMAND_TEXT[command] ?? ''))

export const pushing =
  (command: string): Attempt =>
  async ({ stage }, { me }) =>
    heard(await stage.as(me).presses(SAY, { command }))

export const quoting =
  (command: string): Attempt =>
  async ({ stage }, { me }) =>
    heard(await stage.as(me).quotes(command, 'Relire nos lettres'))

export const searching =
  (command: string): Attempt =>
  async ({ stage }, { me }) => {
    const found = await stage.as(me).searches(command)
    return { said: 'sentence' in found ? codeOf(found.sentence) : 'done', seen: JSON.stringify(found) }
  }

export const pasting =
  (kind: string): Attempt =>
  async ({ stage }, { me }) => {
    const found = await stage.as(me).pastes({ kind: kind as LinkedKind, id: 'nothing' })
    return { said: 'done', seen: JSON.stringify(found ?? '') }
  }

/** What a file says that is sent as it comes. */
async function textOf({ parts, end }: Flow): Promise<string> {
  let text = ''
  try {
    for await (const part of parts) text += String(part)
  } finally {
    await end()
  }
  return text
}

/** Asks for every page of a list, and once for anything else. */
export const calling =
  (door: string): Attempt =>
  async (ground, { me, things }, { data }) => {
    const [method, path = ''] = door.split(' ') as [ApiRoute['method'], string]
    const usual = callsOn(things)[door]
    if (!usual) throw new Error(`test/support/product/inputs.ts does not say what ${door} is called with`)
    const request = { ...usual, ...data?.(things) }
    let seen = ''
    let next: string | undefined
    try {
      do {
        const query = next === undefined ? {} : { query: { ...request.query, after: next } }
        const page = (await ground.call(me, method, path, { ...request, ...query })) as {
          next?: unknown
          items?: unknown
        }
        seen += page instanceof Flow ? await textOf(page) : JSON.stringify(page)
        // Of a page alone: elsewhere the word names something else.
        const { next: further } = page
        next =
          method === 'get' && Array.isArray(page.items) && typeof further === 'string' ? further : undefined
      } while (next !== undefined)
    } catch (error) {
      return { said: error instanceof Refusal ? error.code : `fault: ${error}`, seen }
    }
    return { said: 'done', seen }
  }

/** What the table says of it: `done`, `hidden` when the thing is left out, or the code of the refusal. */
export function expected({ acts, shows, leaves }: Way, thing: Thing, role: Role): string {
  for (const row of acts.map(rowOf)) {
    const said = saidBy(row, thing, role)
    if (said !== 'done' && (row.act !== shows || said === 'role-needed')) return said
  }
  if (shows === undefined) return 'done'
  return saidBy(rowOf(shows), thing, role) === 'done' && !leaves?.(thing) ? 'done' : 'hidden'
}

/** The same of what was answered. */
export function observed({ shows }: Way, { word }: Pick<Made, 'word'>, { said, seen }: Outcome): string {
  return said === 'done' && shows !== undefined && !seen.includes(word) ? 'hidden' : said
}
