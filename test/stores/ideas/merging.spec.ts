import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'

const PEOPLE = ['camille', 'sophie', 'karim', 'nadia', 'lea'] as const
const DIRECTIONS = ['lycees', 'europe', 'culture', 'lycees', 'europe'] as const
/** Who wrote each idea: two are of one person, who is not named on the second. */
const AUTHORS: readonly number[] = [0, 1, 2, 0]
const UNNAMED = 3

type Act =
  | { readonly kind: 'support' | 'withdraw'; readonly who: number; readonly idea: number }
  | { readonly kind: 'merge'; readonly from: number; readonly into: number }
  | { readonly kind: 'undo'; readonly from: number }

const who = fc.nat(PEOPLE.length - 1)
const idea = fc.nat(AUTHORS.length - 1)
const byHand = fc.record({ kind: fc.constantFrom('support' as const, 'withdraw' as const), who, idea })
const merging = fc.record({ kind: fc.constant('merge' as const), from: idea, into: idea })
const undoing = fc.record({ kind: fc.constant('undo' as const), from: idea })
const acts = fc.array<Act>(
  fc.oneof({ weight: 3, arbitrary: byHand }, { weight: 2, arbitrary: merging }, undoing),
  {
    maxLength: 24,
  },
)

/**
 * Reference model: supports by person, and merge groups. Supports are never moved here, so that the product is compared
 * with what people meant.
 */
function modelOf(ids: readonly string[]) {
  const given = new Map(ids.map((id, at) => [id, new Set([AUTHORS[at] ?? 0])]))
  const behind = new Map<string, string>()
  const rootOf = (id: string): string => {
    const into = behind.get(id)
    return into === undefined ? id : rootOf(into)
  }
  const groupOf = (id: string) => ids.filter(each => rootOf(each) === id)
  const authors = (group: readonly string[]) => group.map(id => AUTHORS[ids.indexOf(id)] ?? 0)
  /** Beside the idea that shows no name, what an author gave their own counts for itself. */
  const supporters = (id: string) => {
    const apart = groupOf(id).includes(ids[UNNAMED] ?? '')
    const keyOf = (idea: string, who: number) => (apart && AUTHORS[ids.indexOf(idea)] === who ? idea : who)
    const all = groupOf(id).flatMap(idea =>
      [...(given.get(idea) ?? [])].map(who => [keyOf(idea, who), who] as const),
    )
    return [...new Map(all).values()]
  }

  function act(did: Act): void {
    if (did.kind === 'undo') {
      behind.delete(ids[did.from] ?? '')
      return
    }
    if (did.kind === 'merge') {
      const [from = '', into = ''] = [ids[did.from], ids[did.into]]
      if (from !== into && !behind.has(from) && !behind.has(into)) behind.set(from, into)
      return
    }
    const id = ids[did.idea] ?? ''
    if (behind.has(id) || AUTHORS[did.idea] === did.who) return
    if (did.kind === 'support') given.get(id)?.add(did.who)
    else if (!authors(groupOf(id)).includes(did.who))
      for (const each of groupOf(id)) given.get(each)?.delete(did.who)
  }

  return {
    act,
    behind,
    /** Supports and Directions stored beside the idea. */
    counted: (id: string) => {
      const all = supporters(id)
      return [all.length, new Set(all.map(each => DIRECTIONS[each])).size]
    },
    given: (id: string) => [...(given.get(id) ?? [])].sort(),
  }
}

onEachEngine('ideas that are joined', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  // A server takes five times as long.
  const numRuns = engine.name === 'sqlite' ? 60 : 12

  async function begin() {
    const features = featuresOn(fresh.db, clock)
    const people = await Promise.all(PEOPLE.map((name, at) => features.person(name, DIRECTIONS[at])))
    const lab = await features.person('maelle')
    const ids: string[] = []
    for (const [at, author] of AUTHORS.entries()) {
      clock.advance(SECOND)
      const actor = people[author] as Actor
      const submission = { text: `Idée ${author}`, unnamed: at === UNNAMED }
      ids.push((await features.ideas.submit(actor, submission, freshForm(actor))).id)
    }
    return { ...features, people, lab, ids }
  }
  type Begun = Awaited<ReturnType<typeof begin>>

  async function run({ ideas, people, lab, ids }: Begun, did: Act): Promise<void> {
    clock.advance(SECOND)
    const at = (n: number) => ids[n] ?? ''
    const done =
      did.kind === 'undo'
        ? ideas.undoMerge(lab, at(did.from))
        : did.kind === 'merge'
          ? ideas.merge(lab, at(did.from), at(did.into))
          : ideas.support(people[did.who] as Actor, at(did.idea), did.kind === 'support')
    await (done as Promise<unknown>).catch(error => {
      if (!(error instanceof Refusal)) throw error
    })
  }

  /** Every row of a group of ideas that a merge could touch, and what was counted. */
  const rows = (ids: readonly string[]) =>
    fresh.db.read(async tx => ({
      ideas: await open(tx).selectFrom('idea').selectAll().where('id', 'in', ids).orderBy('id').execute(),
      supports: await open(tx)
        .selectFrom('idea_support')
        .selectAll()
        .where('idea_id', 'in', ids)
        .orderBy('idea_id')
        .orderBy('person_id')
        .execute(),
    }))

  async function assertAs({ people, ids }: Begun, model: ReturnType<typeof modelOf>): Promise<void> {
    const { ideas, supports } = await rows(ids)
    const place = new Map(people.map(({ id }, at) => [id, at]))
    for (const idea of ideas) {
      const held = supports.filter(row => row.idea_id === idea.id).map(row => place.get(row.person_id) ?? -1)
      assert.deepEqual(held.sort(), model.given(idea.id), 'what was given')
      assert.equal(idea.merged_into, model.behind.get(idea.id) ?? null)
      assert.equal(idea.state === 'merged', model.behind.has(idea.id))
      assert.deepEqual([idea.supports, idea.directions], model.counted(idea.id), 'what is counted')
    }
  }

  it('count each supporter once, and keep every support as it was given, whatever happens between', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async all => {
        const begun = await begin()
        const model = modelOf(begun.ids)
        for (const did of all) {
          await run(begun, did)
          model.act(did)
        }
        await assertAs(begun, model)
        for (const at of begun.ids.keys()) {
          await run(begun, { kind: 'undo', from: at })
          model.act({ kind: 'undo', from: at })
        }
        await assertAs(begun, model)
      }),
      { numRuns },
    )
  }).timeout(60_000)

  it('are as before, row by row, once every merge is undone in any order', async () => {
    const merges = fc.array(merging, { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.array(byHand, { maxLength: 10 }), merges, fc.nat(), async (hands, joined, turn) => {
        const begun = await begin()
        for (const did of hands) await run(begun, did)
        const before = await rows(begun.ids)
        for (const did of joined) await run(begun, did)
        const order = begun.ids.map((_, at) => (at * (turn % 2 === 0 ? 1 : 3) + turn) % begun.ids.length)
        for (const from of order) await run(begun, { kind: 'undo', from })
        assert.deepEqual(await rows(begun.ids), before)
      }),
      { numRuns },
    )
  }).timeout(60_000)

  it('hold when 16 write at once, and come apart as they were given', async () => {
    const begun = await begin()
    const { ids } = begun
    const writes: Act[] = []
    for (let n = 0; n < 160; n++) {
      const [who, idea, into] = [(n * 7) % 5, (n * 3) % 4, (n * 5 + 1) % 4]
      if (n % 5 === 0) writes.push({ kind: 'merge', from: idea, into })
      else if (n % 5 === 3) writes.push({ kind: 'undo', from: idea })
      else writes.push({ kind: n % 3 === 0 ? 'withdraw' : 'support', who, idea })
    }
    const waiting = [...writes]
    const write = async () => {
      for (let did = waiting.shift(); did; did = waiting.shift()) await run(begun, did)
    }
    await Promise.all(Array.from({ length: 16 }, write))
    for (const from of ids.keys()) await run(begun, { kind: 'undo', from })
    const { ideas, supports } = await rows(ids)
    for (const { id, supports: counted, directions } of ideas) {
      const own = supports.filter(row => row.idea_id === id)
      assert.ok(own.every(row => row.counts_for === id))
      assert.deepEqual([counted, directions], [own.length, new Set(own.map(row => row.direction)).size])
    }
    for (const [at, id] of ids.entries()) {
      const author = begun.people[AUTHORS[at] ?? 0]?.id
      assert.ok(supports.some(row => row.idea_id === id && row.person_id === author))
    }
  }).timeout(60_000)
})
