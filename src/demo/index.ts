/**
 * The whole thing on one machine: personas to be, the Agents Playground for the chat, a simulated Teams host for the
 * tab. Loaded only with `--demo`, which config/ allows on loopback alone and never beside a registered bot.
 */
import { compose } from '../compose.ts'
import type { Config } from '../config/index.ts'
import { systemClock } from '../kernel/clock.ts'
import { randomIds } from '../kernel/ids.ts'
import type { Logger } from '../kernel/logger.ts'
import { serve } from '../serve.ts'
import { createIssuer } from './issuer.ts'
import { startPage } from './page.ts'
import { seatPersonas } from './people.ts'
import { DEMO_TENANT, PERSONAS } from './personas.ts'
import { startPlayground } from './playground.ts'
import { mountDemo } from './routes.ts'
import { playSample, type ShiftedClock } from './sample.ts'
import { ballotSecret, linkSecret } from './secret.ts'

const AUDIENCE = 'demo'

function demoConfig(config: Config): Config {
  const organisers = PERSONAS.filter(({ role }) => role === 'organiser').map(({ objectId }) => objectId)
  const { databaseUrl, linkSecret: signing, ballotSecrets: wrapping } = config
  const secrets = {
    linkSecret: signing || linkSecret(databaseUrl, randomIds),
    ballotSecrets: wrapping.length > 0 ? wrapping : [ballotSecret(databaseUrl, randomIds)],
  }
  return { ...config, tenants: [DEMO_TENANT], organisers, tab: { audiences: [AUDIENCE] }, ...secrets }
}

/** @returns what ends it all. `say` gets the lines a person reads: links, and a warning. */
export async function startDemo(config: Config, log: Logger, say: (line: string) => void) {
  const clock: ShiftedClock = { now: () => systemClock.now() + clock.shift, shift: 0 }
  const app = await compose(demoConfig(config), log, { clock })
  await seatPersonas(app.people, app.programme)
  if (config.sample) await playSample(app, clock)
  const words = app.words(app.programme.language)
  const issuer = createIssuer(AUDIENCE, app.clock)
  let playground: Awaited<ReturnType<typeof startPlayground>> | undefined
  const { stop } = await serve(app, {
    keysUrl: `${config.publicUrl}/demo/keys`,
    extend: server => mountDemo(server, issuer, words, () => startPage(words, playground?.url)),
  })
  log.warn({ mode: 'demo' }, 'demo mode: requests from this machine are taken without a token')
  if (config.playground) {
    playground = await startPlayground(config.publicUrl, '.data', words.say('app.name')).catch(error => {
      log.error({ err: error }, 'the Agents Playground did not start')
      return undefined
    })
  }
  say(words.say('demo.ready'))
  if (playground) say(`  ${words.say('demo.chat')} ${playground.url}`)
  say(`  ${words.say('demo.page')} ${config.publicUrl}/demo`)
  return async () => {
    playground?.stop()
    await stop()
  }
}
