import { type AppOverrides, compose } from '../../../src/compose.ts'
import type { Config } from '../../../src/config/index.ts'
import type { Pressed, Quoted, Typed } from '../../../src/conversation/protocol/incoming.ts'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { type Logger, silentLogger } from '../../../src/kernel/monitoring/logger.ts'
import { noLimits } from '../../../src/kernel/requests/limits.ts'
import { type LinkedThing, thingAddress } from '../../../src/kernel/requests/thing-link.ts'
import { schemaFor } from '../database/schema.ts'

export type Someone = { readonly objectId: string; readonly name: string; readonly tenant?: string }

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
export const CHANNEL = '19:ateliers@thread.tacv2'
export const TEAM = { id: '19:team@thread.tacv2', name: 'Faire Administration' }

/** The conversation without Teams: what handlers answer, and what delivery would have sent. */
export type Sent = { readonly to: string; readonly card: object; readonly summary: string; edits: number }

export const LINK_SECRET = 'signs the links of these tests alone'
const SECRETS = ['wraps the ballots of these tests alone']

type Settings = {
  readonly url?: string
  readonly organisers?: readonly string[]
  readonly programmeFile?: string
  readonly ballotSecrets?: readonly string[]
  /** A language model; none by default. */
  readonly assistant?: Config['assistant'] | undefined
}

export function configOf({
  url: databaseUrl = 'file::memory:',
  organisers = [],
  programmeFile = 'programmes/occitanie.yaml',
  ballotSecrets = SECRETS,
  assistant,
}: Settings): Config {
  return {
    mode: 'production',
    host: '127.0.0.1',
    port: 0,
    trustedProxies: 0,
    publicUrl: 'https://bot.example',
    tab: { audiences: ['app'] },
    tenants: [TENANT],
    guests: false,
    databaseUrl,
    programmeFile,
    organisers: [...organisers],
    playground: false,
    sample: false,
    logLevel: 'info',
    teamsAppId: 'teams-app',
    linkSecret: LINK_SECRET,
    ballotSecrets,
    ...(assistant && { assistant }),
    // The clock stands still in these tests, so rate limits would block.
    rates: { perSecond: 100_000, reserve: 5 },
  }
}

/**
 * The whole product without the bot SDK and the network, on an in-memory SQLite unless `url` is given. `organisers`:
 * object ids; `assistant`: an endpoint of a test's own. Delivery runs when `settle` is called, until nothing is due.
 */
export async function setStage({
  url = 'file::memory:',
  organisers = [] as readonly string[],
  programmeFile = 'programmes/occitanie.yaml',
  ballotSecrets = SECRETS,
  assistant,
  log = silentLogger,
  ...overrides
}: {
  url?: string
  organisers?: readonly string[]
  programmeFile?: string
  ballotSecrets?: readonly string[]
  assistant?: Config['assistant']
  log?: Logger
} & AppOverrides = {}) {
  const sent = new Map<string, Sent>()
  let serial = 0
  const teams: AppOverrides['teams'] = {
    post: async (to, { card, summary }) => {
      const id = `message-${++serial}`
      sent.set(id, { to, card, summary, edits: 0 })
      return id
    },
    update: async (to, id, { card, summary }) => {
      sent.set(id, { to, card, summary, edits: (sent.get(id)?.edits ?? 0) + 1 })
    },
    channelsOf: async () => [{ id: CHANNEL, name: 'Ateliers', address: CHANNEL }],
  }
  const app = await compose(configOf({ url, organisers, programmeFile, ballotSecrets, assistant }), log, {
    teams,
    limits: noLimits,
    migrations: schemaFor(url),
    ...overrides,
  })

  await app.start()

  const arrival = (who: Someone, place: 'personal' | 'channel', id: string) => ({
    id,
    from: { tenant: TENANT, ...who },
    locale: 'fr-FR',
    place:
      place === 'personal'
        ? ({ key: `chat-${who.objectId}`, kind: 'personal', address: `chat-${who.objectId}` } as const)
        : ({
            key: CHANNEL,
            kind: 'channel',
            address: `${CHANNEL};thread`,
            channelAddress: CHANNEL,
            team: TEAM,
            channelName: 'Ateliers',
          } as const),
  })

  type Where = { readonly in?: 'personal' | 'channel'; readonly id?: string; readonly card?: string }
  const answer = async (incoming: Typed | Pressed | Quoted): Promise<Reply> => {
    const reply = await app.router.answer(incoming)
    if (!reply) throw new Error('nothing was answered')
    return reply
  }

  return {
    app,
    sent,
    /** Acts of one person; `id` repeats a delivery. */
    as: (who: Someone) => ({
      says: (text: string, where: Where = {}) =>
        answer({
          kind: 'typed',
          text,
          ...arrival(who, where.in ?? 'personal', where.id ?? `says-${++serial}`),
        }),
      presses: (verb: string, data: Record<string, unknown> = {}, where: Where = {}) =>
        answer({
          kind: 'pressed',
          verb,
          data,
          ...(where.card !== undefined && { card: where.card }),
          ...arrival(who, where.in ?? 'personal', where.id ?? `presses-${++serial}`),
        }),
      quotes: (command: string, text: string) =>
        answer({ kind: 'quoted', command, text, ...arrival(who, 'personal', `quotes-${++serial}`) }),
      searches: (command: string, text = '') =>
        app.router.search({
          kind: 'searched',
          command,
          text,
          skip: 0,
          count: 25,
          ...arrival(who, 'personal', `searches-${++serial}`),
        }),
      pastes: (thing: LinkedThing) =>
        app.router.unfold({
          kind: 'linked',
          url: thingAddress(app.config.publicUrl, thing),
          ...arrival(who, 'personal', `pastes-${++serial}`),
        }),
      installs: (where: 'personal' | 'channel') =>
        app.router.answer({ kind: 'installed', ...arrival(who, where, `installs-${++serial}`) }),
      removes: (where: 'personal' | 'channel') =>
        app.router.answer({ kind: 'removed', ...arrival(who, where, `removes-${++serial}`) }),
    }),
    /** Delivers what is due. */
    settle: () => app.delivery.idle(),
    close: async () => {
      await app.delivery.stop()
      await app.database.close()
    },
  }
}
