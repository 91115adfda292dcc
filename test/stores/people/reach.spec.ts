import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import { REACH_FACTS } from '../../../src/features/people/person/reach-state.ts'
import type { ReachCounts, ReachFact } from '../../../src/features/people/reach/domain.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { reachModel } from '../../support/features/reach-model.ts'
import { setRoster } from '../../support/features/roster.ts'
import { fixedClock } from '../../support/product/clock.ts'

const LAB: Actor = { id: 'maelle', name: 'Maëlle', role: 'organiser', language: 'fr' }
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const NOW = fixedClock().now()

onEachEngine('who can be reached', engine => {
  const fresh = freshDatabase(engine)
  let at: ReturnType<typeof setRoster>
  beforeEach(() => {
    at = setRoster(fresh.db)
  })

  const whom = (who: string) => ({ tenant: TENANT, objectId: who, chat: `chat-${who}` })
  /** A moment of the story: all of it is past. */
  const moment = (n: number) => NOW - 1_000 + n

  /** As the event's own entry point records it. */
  async function tell(who: string, { kind, at: n }: ReachFact): Promise<void> {
    const { chat, ...greeting } = whom(who)
    const when = moment(n)
    if (kind === 'install' || kind === 'message') {
      await at.people.greet({ ...greeting, name: who, language: 'fr', chat, came: { kind, at: when } })
    } else if (kind === 'uninstall') await at.people.recordEvent(whom(who), { kind, at: when })
    else if (kind === 'sent') await at.people.answered({ to: chat, at: when })
    else await at.people.answered({ to: chat, at: when, refused: { status: kind === 'blocked' ? 403 : 404 } })
  }
  const reach = async (direction = 'lycees') => {
    const { directions } = await at.people.reachByDirection(LAB)
    const found = directions.find(({ id }) => id === direction)?.counts
    assert.ok(found)
    return found
  }
  const kept = async () => {
    const columns = ['object_id', 'reach', 'reach_since', 'reach_how'] as const
    const rows = await fresh.db.read(tx => open(tx).selectFrom('person').select(columns).execute())
    return new Map(
      rows.map(row => [row.object_id, [row.reach, row.reach_since - NOW + 1_000, row.reach_how]]),
    )
  }
  const facts = async () => (await at.facts()).map(({ kind }) => kind)

  it('ends as it was, whatever of it comes twice, late or out of order, by Direction', async () => {
    const people = ['ana', 'ben', 'chloe']
    const fact = fc.record({ kind: fc.constantFrom(...REACH_FACTS), at: fc.integer({ min: 1, max: 9 }) })
    const told = fc.record({ who: fc.constantFrom(...people), fact })
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(told, { maxLength: 10 })
          .chain(all =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length })),
          ),
        async ([story, shuffled]) => {
          run += 1
          const name = (who: string) => `${who}-${run}`
          const before = await reach()
          // They are known, and in a chat, at the start.
          for (const who of people) {
            await tell(name(who), { kind: 'message', at: 0 })
            await fresh.db.transact(tx =>
              open(tx)
                .updateTable('person')
                .set({ direction: 'lycees' })
                .where('object_id', '=', name(who))
                .execute(),
            )
          }
          for (const { who, fact } of shuffled) await tell(name(who), fact)
          const states = people.map(who => {
            const own = story.filter(each => each.who === who).map(each => each.fact)
            return reachModel([{ kind: 'message', at: 0 }, ...own]).state
          })
          const now = await reach()
          for (const state of ['installed', 'conversation', 'blocked', 'not-installed'] as const)
            assert.equal(now[state] - before[state], states.filter(each => each === state).length, state)
        },
      ),
      { numRuns: engine.name === 'sqlite' ? 60 : 15 },
    )
  }).timeout(60_000)

  it('is kept with since when and how it is known', async () => {
    await tell('ana', { kind: 'install', at: 3 })
    await tell('ben', { kind: 'message', at: 4 })
    await tell('chloe', { kind: 'message', at: 4 })
    await tell('chloe', { kind: 'blocked', at: 6 })
    await tell('dan', { kind: 'install', at: 2 })
    await tell('dan', { kind: 'uninstall', at: 7 })
    const { objectId, tenant } = whom('eve')
    await at.people.greet({ objectId, tenant, name: 'Eve', language: 'fr' })
    assert.deepEqual(
      await kept(),
      new Map([
        ['ana', ['installed', 3, 'install']],
        ['ben', ['conversation', 4, 'message']],
        ['chloe', ['blocked', 6, 'refused']],
        ['dan', ['not-installed', 7, 'uninstall']],
        ['eve', ['not-installed', 1_000, 'met']],
      ]),
    )
  })

  it('notes once that somebody can be written to, and again only after they could not', async () => {
    await tell('ana', { kind: 'install', at: 1 })
    await tell('ana', { kind: 'message', at: 2 })
    await tell('ana', { kind: 'install', at: 1 })
    assert.deepEqual(await facts(), ['people.reachable'])
    await tell('ana', { kind: 'blocked', at: 3 })
    await tell('ana', { kind: 'message', at: 2 })
    assert.deepEqual(await facts(), [])
    await tell('ana', { kind: 'message', at: 4 })
    assert.deepEqual(await facts(), ['people.reachable'])
  })

  it('takes note of nothing about a chat that is nobody’s, and of nobody it does not know', async () => {
    assert.equal(await at.people.answered({ to: 'a channel', at: NOW, refused: { status: 403 } }), undefined)
    await at.people.recordEvent(whom('nobody'), { kind: 'uninstall', at: NOW })
    assert.deepEqual(await kept(), new Map())
  })

  it('finds by their chat somebody whom Teams does not name', async () => {
    await tell('ana', { kind: 'install', at: 1 })
    await at.people.recordEvent({ ...whom('ana'), objectId: '' }, { kind: 'uninstall', at: moment(5) })
    assert.deepEqual((await kept()).get('ana'), ['not-installed', 5, 'uninstall'])
  })

  it('takes an event that says it is from tomorrow as one of now', async () => {
    await tell('ana', { kind: 'install', at: 90_000_000 })
    await tell('ana', { kind: 'blocked', at: 1_000 })
    assert.equal((await kept()).get('ana')?.[0], 'blocked')
  })

  it('counts those of the people file who never came under the Direction that it says, until they come', async () => {
    const shown = ({ people, reachable, expected }: ReachCounts) => [people, reachable, expected]
    await at.imports('ana@x.fr;Ana;lycees;', 'ben@x.fr;Ben;lycees;', 'zoe@x.fr;Zoé;;')
    assert.deepEqual(shown(await reach()), [2, 0, 2])
    assert.deepEqual(shown((await at.people.reachByDirection(LAB)).elsewhere), [1, 0, 1])
    await at.signsIn('ana', 'ana@x.fr')
    assert.deepEqual(shown(await reach()), [2, 0, 1])
    await tell('ana', { kind: 'install', at: 5 })
    assert.deepEqual(shown(await reach()), [2, 1, 1])
    await at.imports('ana@x.fr;Ana;lycees;', 'ben@x.fr;Ben;mobilites;', 'zoe@x.fr;Zoé;;')
    assert.deepEqual(
      [shown(await reach()), shown(await reach('mobilites'))],
      [
        [1, 1, 0],
        [1, 0, 1],
      ],
    )
  })

  it('is for organisers only', async () => {
    for (const role of ['agent', 'pilot', 'manager', 'observer'] as const)
      await assert.rejects(at.people.reachByDirection({ ...LAB, role }), { code: 'role-needed' })
  })
})
