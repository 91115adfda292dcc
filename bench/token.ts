import { systemClock } from '../src/kernel/time/clock.ts'
import { createPublishedKeys } from '../src/teams/published-keys.ts'
import { createTokenCheck } from '../src/teams/token-check.ts'
import { createSdkTokenCheck } from '../test/teams/sdk-token-check.ts'
import { APP, forged, goodDraft, serveKeys } from '../test/teams/token-forge.ts'
import { type Benchmark, inTurn, type Samples } from './benchmark.ts'

const TOKENS = 500
const ROUNDS = 15
const WARM = 4

/** As Teams sends them, each its own. */
function tokens(): readonly string[] {
  const draft = goodDraft(Math.floor(systemClock.now() / 1_000))
  return Array.from({ length: TOKENS }, (_, n) => forged({ ...draft, claims: { ...draft.claims, n } }))
}

/** Microseconds that this process had of a processor for each token. */
async function perToken(check: (authorization: string) => Promise<unknown>, all: readonly string[]) {
  const before = process.cpuUsage()
  for (const each of all) await check(each)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / all.length
}

async function measure(rounds: number): Promise<Samples> {
  const served = await serveKeys()
  const keys = createPublishedKeys(systemClock, served.url)
  const check = createTokenCheck({ appId: APP, keys, clock: systemClock })
  const sdk = createSdkTokenCheck(APP, served.url)
  const all = tokens()
  const [ours, theirs] = [() => perToken(check, all), () => perToken(sdk, all)]
  try {
    // Once over for the compiler of V8, which is what a server that has run for a minute is like.
    await inTurn(WARM, ours, theirs)
    return await inTurn(rounds, ours, theirs)
  } finally {
    await served.close()
  }
}

export const token: Benchmark = {
  name: 'token',
  about: 'the check of the token that Teams sends with an activity, in time of a processor; by the SDK',
  unit: 'µs',
  run: () => measure(ROUNDS),
}
