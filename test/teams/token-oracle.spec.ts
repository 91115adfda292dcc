import assert from 'node:assert/strict'
import fc from 'fast-check'
import { systemClock } from '../../src/kernel/time/clock.ts'
import { createPublishedKeys } from '../../src/teams/published-keys.ts'
import { createTokenCheck, type TokenProof } from '../../src/teams/token-check.ts'
import { BotKeysUnavailable, Unauthenticated } from '../../src/teams/unauthenticated.ts'
import { createSdkTokenCheck } from './sdk-token-check.ts'
import { APP, type Draft, forged, goodDraft, serveKeys } from './token-forge.ts'
import { HARMLESS, MUTATIONS, type Mutation } from './token-mutations.ts'

/** Several changes at once; `npm run prove -- tokens` tries 10,000. */
const RUNS = Number(process.env.TOKENS ?? 1_000)
const SEED = Number(process.env.SEED ?? 20_270_422)

type Verdict = { readonly status: number; readonly reason?: string; readonly claims?: TokenProof['claims'] }
type Check = (authorization: string) => Promise<TokenProof>

async function verdictOf(check: Check, authorization: string): Promise<Verdict> {
  try {
    const { claims } = await check(authorization)
    return { status: 200, claims }
  } catch (error) {
    if (error instanceof Unauthenticated) return { status: 401, reason: error.reason }
    if (error instanceof BotKeysUnavailable) return { status: 503 }
    throw error
  }
}

type Mutations = Readonly<Record<string, Mutation>>
const range = (length: number) => Array.from({ length }, (_, n) => n)

describe('a token of Teams, checked by us and by the SDK', () => {
  let keys: Awaited<ReturnType<typeof serveKeys>>
  let ours: Check
  let theirs: Check
  const { now } = Date
  // A second that does not end between the two.
  const second = Math.floor(now() / 1_000)
  before(async () => {
    Date.now = () => second * 1_000 + 400
    keys = await serveKeys()
    ours = createTokenCheck({
      appId: APP,
      keys: createPublishedKeys(systemClock, keys.url),
      clock: systemClock,
    })
    theirs = createSdkTokenCheck(APP, keys.url)
  })
  after(() => {
    Date.now = now
    return keys.close()
  })

  type Change = readonly [name: string, a: number, b: number]

  function forgedBy(mutations: Mutations, changes: readonly Change[]): string {
    const change = (draft: Draft, [name, a, b]: Change) => mutations[name]?.of(draft, a, b, second) ?? draft
    return forged(changes.reduce(change, goodDraft(second)))
  }

  /** The reason may differ where ours is `issuer`, which we say without Entra’s keys. */
  async function compare(what: string, authorization: string): Promise<{ status: number; fault?: string }> {
    const [one, other] = [await verdictOf(ours, authorization), await verdictOf(theirs, authorization)]
    const { status } = one
    try {
      assert.equal(status, other.status)
      assert.deepEqual(one.claims, other.claims)
      if (one.reason !== 'issuer') assert.equal(one.reason, other.reason)
      return { status }
    } catch {
      const said = ({ claims, ...rest }: Verdict) => JSON.stringify(rest)
      return { status, fault: `${what}: ${said(one)}, not ${said(other)}: ${authorization.slice(0, 120)}` }
    }
  }

  /** @returns how often each status was given */
  async function compareAll(mutations: Mutations, tries: readonly (readonly Change[])[]) {
    const statuses: Record<number, number> = {}
    const faults: string[] = []
    for (const changes of tries) {
      const { status, fault } = await compare(JSON.stringify(changes), forgedBy(mutations, changes))
      if (fault) faults.push(fault)
      statuses[status] = (statuses[status] ?? 0) + 1
    }
    assert.deepEqual(faults.slice(0, 5), [])
    return statuses
  }

  /** One change, in each way that there is. */
  const alone = (mutations: Mutations): readonly (readonly Change[])[] =>
    Object.entries(mutations).flatMap(([name, { ways }]) =>
      range(ways[0]).flatMap(a => range(ways[1]).map(b => [[name, a, b] as const])),
    )

  /** Several at once, by chance. */
  const together = (mutations: Mutations, numRuns: number): readonly (readonly Change[])[] => {
    const name = fc.constantFrom(...Object.keys(mutations))
    const changes = fc.array(fc.tuple(name, fc.nat(), fc.nat()), { minLength: 2, maxLength: 3, size: 'max' })
    return fc.sample(fc.noBias(changes), { numRuns, seed: SEED })
  }

  const tell = (what: string, statuses: object) => {
    if (process.env.TOKENS) process.stdout.write(`      ${what}: ${JSON.stringify(statuses)}\n`)
  }

  it('is taken or refused alike, whatever one thing is wrong with it', async function () {
    this.timeout(600_000)
    const statuses = await compareAll(MUTATIONS, alone(MUTATIONS))
    tell('alone', statuses)
    const [taken = 0, refused = 0] = [statuses[200], statuses[401]]
    assert.ok(taken > 500 && refused > 500, JSON.stringify(statuses))
    assert.equal(statuses[503], undefined)
  })

  it('is taken or refused alike, whatever things are wrong with it', async function () {
    this.timeout(600_000)
    const statuses = await compareAll(MUTATIONS, together(MUTATIONS, RUNS))
    tell('together', statuses)
    // Some of what is changed does not matter, most does.
    assert.ok((statuses[200] ?? 0) > RUNS / 100)
  })

  it('is taken by both where nothing is wrong with it', async function () {
    this.timeout(600_000)
    const tries = [...alone(HARMLESS), ...together(HARMLESS, Math.ceil(RUNS / 3))]
    const statuses = await compareAll(HARMLESS, tries)
    tell('harmless', statuses)
    assert.deepEqual(statuses, { 200: tries.length })
  })

  it('has the keys fetched once by each', () => {
    assert.deepEqual(keys.calls.toSorted(), ['document', 'document', 'keys', 'keys'])
  })
})
