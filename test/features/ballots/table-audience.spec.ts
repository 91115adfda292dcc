import assert from 'node:assert/strict'
import { roomOf, tableNumber } from '../../../src/features/ballots/ballot/audience.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { BallotRow } from '../../../src/tabs/contract/ballots/sheets.ts'
import type { TableVoteView } from '../../../src/tabs/contract/ballots/table-votes.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { TablesView } from '../../../src/tabs/contract/workshops/tables.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { WHEN, WORKSHOP } from '../../support/product/inputs.ts'
import { callerOf } from '../../support/product/routes.ts'
import { type Someone, setStage } from '../../support/product/stage.ts'

const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
const ines = { objectId: 'ines', name: 'Inès Roques' }
const people = Array.from({ length: 6 }, (_, at) => ({ objectId: `p${at}`, name: `Personne ${at}` }))
const late = { objectId: 'late', name: 'Léa Fabre' }
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'

describe('whom a table’s vote asks', () => {
  // 7 May 2027, 9:30 in Paris: start of the workshop, which ends at 12:30.
  const clock = fixedClock(Date.parse('2027-05-06T08:00:00Z'))
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string
  /** By table. */
  let seated: readonly (readonly Someone[])[]
  let open: readonly TableVoteView[]

  const actor = (who: Someone): Promise<Actor> =>
    stage.app.people.greet({ ...who, tenant: TENANT, language: 'fr' })
  const call = async (who: Someone) => callerOf(stage.app.routes, await actor(who))
  const params = () => ({ params: { id: workshop } })
  const answer = async (who: Someone) =>
    (await call(who))('put', '/workshops/:id/answer', { ...params(), body: { answer: 'yes' } })
  const openVote = async (table: string) => {
    const lines = ['Un banc', 'Un abri'].map(text => ({
      key: randomIds.nonce(),
      text: `${text} ${table}`,
      axis: 'equipe',
      table,
    }))
    const lab = await call(maelle)
    await lab('post', '/workshops/:id/harvest', { ...params(), body: { lines } })
    const body = { table, nonce: randomIds.nonce() }
    return lab<TableVoteView>('post', '/workshops/:id/table-vote', { ...params(), body })
  }
  const listed = async (who: Someone) =>
    (await (await call(who))<Page<BallotView>>('get', '/ballots')).items.map(({ id }) => id)
  const vote = async (who: Someone, { ballot: { id, options } }: TableVoteView) =>
    (await call(who))<BallotView>('put', '/ballots/:id/vote', {
      params: { id },
      body: { choice: [{ option: options[0]?.id ?? '', points: 1 }] },
    })
  const at = <T>(list: readonly T[], index: number): T => list[index] ?? assert.fail('nothing there')

  before(async () => {
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const { card } = await stage
      .as(maelle)
      .presses('workshops.publish', { ...WHEN, ...WORKSHOP, nonce: randomIds.nonce() })
    workshop = (card.data as { id: string }).id
    for (const who of [ines, ...people]) await answer(who)
    const lab = await call(maelle)
    const leader = { person: (await actor(ines)).id, table: 2 }
    await lab('put', '/workshops/:id/facilitators', { ...params(), body: leader })
    const body = { wanted: { tables: 3 }, nonce: randomIds.nonce() }
    const { tables } = await lab<TablesView>('post', '/workshops/:id/tables', { ...params(), body })
    await lab('post', '/workshops/:id/tables/show', params())
    await answer(late)
    const byName = new Map(people.map(who => [who.name, who]))
    seated = tables.map(table => table.people.flatMap(({ name }) => byName.get(name) ?? []))
    clock.advance(24 * HOUR)
    open = [await openVote('1'), await openVote('2'), await openVote('3')]
  })
  after(() => stage.close())

  it('waits for the people of that table alone, of all that vote at once', async () => {
    for (const [index, table] of seated.entries())
      for (const who of table) assert.deepEqual(await listed(who), [at(open, index).ballot.id])
    assert.deepEqual(await listed(ines), [at(open, 1).ballot.id])
    assert.deepEqual(await listed(maelle), [])
  })

  it('takes no vote of another table, and counts the people of its own', async () => {
    const [one = at(people, 0)] = at(seated, 0)
    const { audience, table, voters } = at(open, 0).ballot
    assert.deepEqual([audience, table, voters], ['workshop', '1', at(seated, 0).length])
    assert.equal((await vote(one, at(open, 0))).votes, 1)
    await assert.rejects(vote(one, at(open, 1)), { code: 'not-at-table' })
    // Its facilitator sits there as well.
    assert.equal(at(open, 1).ballot.voters, at(seated, 1).length + 1)
    assert.equal((await vote(ines, at(open, 1))).votes, 1)
    await assert.rejects(vote(ines, at(open, 2)), { code: 'not-at-table' })
  })

  it('lets who has no table of their own say where they sit, by voting there', async () => {
    assert.deepEqual(await listed(late), [])
    await assert.rejects(vote({ objectId: 'nobody', name: 'Nora Diaz' }, at(open, 2)), {
      code: 'not-at-table',
    })
    await vote(late, at(open, 2))
    assert.deepEqual(await listed(late), [at(open, 2).ballot.id])
    const named = await openVote('Les lycées')
    assert.deepEqual([named.ballot.table, named.ballot.voters], ['Les lycées', undefined])
    assert.equal((await vote(at(people, 0), named)).votes, 1)
  })

  it('is one line in the list of the Lab’, with all of them behind it', async () => {
    const lab = await call(maelle)
    const { items } = await lab<Page<BallotRow>>('get', '/ballots/all')
    const [line, ...others] = items
    assert.equal(others.length, 0)
    const { workshop: of, count, open: running } = line?.tables ?? {}
    assert.deepEqual([of, count, running], [workshop, 4, 4])
    const all = await lab<Page<BallotRow>>('get', '/workshops/:id/table-votes', params())
    assert.deepEqual(all.items.map(each => each.table).toSorted(), ['1', '2', '3', 'Les lycées'])
    await stage.settle()
    clock.advance(11 * MINUTE)
    const { items: later } = await lab<Page<BallotRow>>('get', '/ballots/all')
    assert.deepEqual(
      later.map(({ tables }) => [tables?.count, tables?.open]),
      [[4, 0]],
    )
  })

  it('knows a table by its number, however that is written', () => {
    for (const name of ['4', ' 04 ', 'Table 4', 'table 4']) assert.equal(tableNumber(name), 4)
    for (const name of ['', '0', '4 bis', 'Les lycées', '4000']) assert.equal(tableNumber(name), undefined)
    assert.equal(roomOf({ kind: 'workshop', workshop: 'w', table: 'Table 4' }), '4')
    assert.equal(roomOf({ kind: 'present', workshop: 'w' }), '')
    assert.equal(roomOf({ kind: 'workshop', workshop: 'w' }), undefined)
  })
})
