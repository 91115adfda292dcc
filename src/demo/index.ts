/**
 * The whole thing on one machine: personas to be, the Agents Playground for the chat, a simulated Teams host for the
 * tab. Loaded only with `--demo`, which config/ allows on loopback alone and never beside a registered bot.
 */
import { type App, compose } from '../compose.ts'
import type { Config } from '../config/index.ts'
import { randomIds } from '../kernel/crypto/ids.ts'
import type { Logger } from '../kernel/monitoring/logger.ts'
import { serve } from '../serve.ts'
import { demoClock, movingClock } from './clock.ts'
import { mountDemo } from './host/routes.ts'
import { startPage } from './host/start-page.ts'
import { registerPersonas } from './personas/enrolment.ts'
import { DEMO_TENANT, PERSONAS, personaOf } from './personas/personas.ts'
import { createIssuer } from './personas/token-issuer.ts'
import { openings } from './playground/page-openings.ts'
import { startPlayground } from './playground/playground.ts'
import { fillChannel, showAgain } from './sample/channel.ts'
import { playSample } from './sample/sample.ts'
import { ballotSecret, linkSecret } from './secret.ts'

const AUDIENCE = 'demo'
const FOLDER = '.data'
const PLAYGROUND_PORT = 56_150

function demoConfig(config: Config): Config {
  const organisers = PERSONAS.filter(({ role }) => role === 'organiser').map(({ objectId }) => objectId)
  const { databaseUrl, linkSecret: signing, ballotSecrets: wrapping } = config
  const secrets = {
    linkSecret: signing || linkSecret(databaseUrl, randomIds),
    ballotSecrets: wrapping.length > 0 ? wrapping : [ballotSecret(databaseUrl, randomIds)],
  }
  return { ...config, tenants: [DEMO_TENANT], organisers, tab: { audiences: [AUDIENCE] }, ...secrets }
}

/**
 * Wraps the app: fills the channel once the bot is in it, and posts its cards again when the Playground's page is
 * reopened, which keeps only what was posted before it was first opened.
 */
function showingChannel(app: App): App {
  let isAdded = false
  let isShown = false
  const begins = openings(app.clock)
  const receive: App['router']['receive'] = async incoming => {
    const isChannel = incoming.kind === 'installed' && incoming.place.kind !== 'personal'
    // The Playground repeats the event each time one looks at the channel: its cards would be redrawn under the
    // reader.
    if (isChannel && isAdded) return undefined
    const answer = await app.router.receive(incoming)
    if (isChannel) isShown = app.config.sample && (await fillChannel(app))
    else if (incoming.kind === 'installed' && begins()) {
      if (!isShown) await showAgain(app)
      isShown = false
    }
    isAdded ||= isChannel
    return answer
  }
  return { ...app, router: { ...app.router, receive } }
}

/** @returns the function that ends it all. `say` prints lines for a person: links, and a warning. */
export async function startDemo(config: Config, log: Logger, say: (line: string) => void) {
  const currentPersona = personaOf(config.persona)
  const clock = demoClock(config.databaseUrl)
  const app = await compose(demoConfig(config), log, { clock })
  await registerPersonas(app.people, app.programme)
  if (config.sample) await playSample(app, clock)
  const words = app.words(app.programme.language)
  const issuer = createIssuer(AUDIENCE, app.clock)
  let playground: Awaited<ReturnType<typeof startPlayground>> | undefined
  const page = () => startPage(words, { currentPersona, now: clock.now(), playground: playground?.url })
  const acts = {
    page,
    move: movingClock(clock, config.databaseUrl, app.delivery),
    showAgain: () => showAgain(app),
  }
  const { stop } = await serve(showingChannel(app), {
    keysUrl: `${config.publicUrl}/demo/keys`,
    extend: server => mountDemo(server, issuer, words, acts),
  })
  log.warn({ mode: 'demo' }, 'demo mode: requests from this machine are taken without a token')
  if (config.playground) {
    const name = words.say('app.name')
    playground = await startPlayground(config.publicUrl, FOLDER, name, PLAYGROUND_PORT, currentPersona).catch(
      error => {
        log.error({ err: error }, 'the Agents Playground did not start')
        return undefined
      },
    )
  }
  say(words.say('demo.ready'))
  if (playground) say(`  ${words.say('demo.chat')} ${playground.url}`)
  say(`  ${words.say('demo.page')} ${config.publicUrl}/demo`)
  return async () => {
    playground?.stop()
    await stop()
  }
}
