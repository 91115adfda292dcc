import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import type { CheckInResult } from '../../src/features/attendance/domain.ts'
import { attendanceStore } from '../../src/features/attendance/store.ts'
import type { TypedNew } from '../../src/features/workshops/workshop/domain.ts'
import { Refusal } from '../../src/kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { attendanceOn, introduce } from '../support/workshops/attendance.ts'
import { agent, draft, lab, usecasesOn } from '../support/workshops/workshops.ts'

onEachEngine('attendance', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const on = () => attendanceOn(standing.db, clock, [1, 2, 3, 4, 5].map(agent))

  /** A workshop tomorrow in which these have a seat, and the clock at its start. */
  async function begun(
    seated: readonly number[],
    change: Partial<TypedNew> = {},
    after = DAY,
  ): Promise<string> {
    const workshops = usecasesOn(standing.db, clock)
    const startsAt = clock.now() + DAY
    const { id } = await workshops.publish(
      lab,
      draft(clock.now(), { startsAt, endsAt: startsAt + 3 * HOUR, ...change }),
      [],
    )
    for (const number of seated) await workshops.answer(agent(number), id, 'yes')
    clock.advance(after)
    return id
  }

  async function saidTo(act: Promise<unknown>): Promise<string> {
    try {
      await act
      return 'done'
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    }
  }

  const isIn = (entry: CheckInResult) => ('checkIn' in entry ? entry.checkIn.at : undefined)

  it('is kept once for each person, whatever they hold up, and twice answers with the hour of the first', async () => {
    const id = await begun([1, 2, 3])
    const at = clock.now()
    const { checkIn, onScreen, printed, inLetters, screen } = on()
    assert.equal(isIn(await checkIn(agent(1), onScreen(id))), at)
    assert.equal(isIn(await checkIn(agent(2), printed(id, at))), at)
    assert.equal(isIn(await checkIn(agent(3), inLetters(id, at))), at)
    const old = onScreen(id)
    clock.advance(HOUR)
    for (const proof of [old, onScreen(id), printed(id, at), inLetters(id, at)]) {
      const entry = await checkIn(agent(1), proof)
      assert.deepEqual([isIn(entry), 'again' in entry && entry.again], [at, true])
    }
    assert.equal((await screen(lab, id)).present, 3)
  })

  it('is kept once when somebody scans five times at once', async () => {
    const id = await begun([1])
    const { checkIn, onScreen, screen } = on()
    const entries = await Promise.all([1, 2, 3, 4, 5].map(() => checkIn(agent(1), onScreen(id))))
    assert.equal(new Set(entries.map(isIn)).size, 1)
    assert.equal((await screen(lab, id)).present, 1)
    const late = { workshop: id, person: 'p-1', at: 1, how: 'hand', by: 'p-lab', beyond: true } as const
    const kept = await standing.db.transact(async tx => {
      await attendanceStore(tx).add(late)
      return attendanceStore(tx).find(id, 'p-1')
    })
    assert.deepEqual([kept?.at, kept?.how], [isIn(entries[0] as CheckInResult), 'screen'])
  })

  it('says of who is listed that their seat is offered only, until they are ticked', async () => {
    const id = await begun([1, 2])
    await standing.db.transact(tx =>
      open(tx)
        .updateTable('registration')
        .set({ answer: 'offered', offered_until: clock.now() + HOUR })
        .where('person_id', '=', 'p-2')
        .execute(),
    )
    const { list, tick } = on()
    const listed = async () => {
      const { items } = await list(lab, id, { name: '', limit: 10 })
      return items.map(({ person, offered }) => [person, offered])
    }
    assert.deepEqual(await listed(), [
      ['p-1', undefined],
      ['p-2', true],
    ])
    assert.equal((await tick(lab, id, 'p-2', true)).listed?.offered, undefined)
    assert.deepEqual((await listed()).at(-1), ['p-2', undefined])
  })

  it('is not given to who shows a code that has left the screen', async () => {
    const id = await begun([1])
    const { checkIn, onScreen } = on()
    const photo = onScreen(id)
    clock.advance(60 * SECOND)
    assert.equal(await saidTo(checkIn(agent(1), photo)), 'done')
    const replayed = onScreen(id)
    clock.advance(90 * SECOND)
    assert.equal(await saidTo(on().checkIn(agent(2), replayed)), 'attendance-code-expired')
  })

  it('is not given to who shows yesterday’s sheet, nor one from before the workshop moved', async () => {
    const yesterday = await begun([1])
    const sheet = on().printed(yesterday, clock.now())
    clock.advance(DAY)
    assert.equal(await saidTo(on().checkIn(agent(1), sheet)), 'attendance-over')
    const moved = await begun([1])
    const before = on().printed(moved, clock.now() - DAY)
    assert.equal(await saidTo(on().checkIn(agent(1), before)), 'attendance-print-expired')
    assert.equal(await saidTo(on().checkIn(agent(1), on().printed(moved, clock.now()))), 'done')
  })

  it('is not given by the link of somebody else, or of another workshop, to who has no seat there', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const startsAt = clock.now() + DAY
    const elsewhere = { startsAt, endsAt: startsAt + HOUR, title: 'Ailleurs' }
    const other = await workshops.publish(lab, draft(clock.now(), elsewhere), [])
    await workshops.answer(agent(2), other.id, 'yes')
    const id = await begun([1])
    const { checkIn, onScreen, screen } = on()
    const link = onScreen(id)
    await checkIn(agent(1), link)
    for (const stranger of [agent(2), agent(3)]) {
      const entry = await checkIn(stranger, link)
      assert.deepEqual([isIn(entry), 'seatLeft' in entry && entry.seatLeft], [undefined, true])
    }
    assert.equal((await screen(lab, id)).present, 1)
    assert.equal((await screen(lab, other.id)).present, 0)
  })

  it('waits for the hour before the start, ends with the workshop, and never comes for one that is cancelled', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const { id } = await workshops.publish(
      lab,
      draft(clock.now(), { startsAt: clock.now() + 61 * MINUTE }),
      [],
    )
    await workshops.answer(agent(1), id, 'yes')
    assert.equal(await saidTo(on().checkIn(agent(1), on().onScreen(id))), 'attendance-early')
    clock.advance(MINUTE)
    const { state } = { state: 'cancelled' } as const
    await standing.db.transact(async tx => {
      await open(tx).updateTable('workshop').set({ state }).where('id', '=', id).execute()
    })
    assert.equal(await saidTo(on().checkIn(agent(1), on().onScreen(id))), 'attendance-cancelled')
  })

  it('is for those who came without a seat as long as one is left, ten at once', async () => {
    const id = await begun([1], { capacity: 3 })
    const { comeIn, onScreen, screen } = on()
    const proof = onScreen(id)
    const comers = Array.from({ length: 10 }, (_, n) => agent(n + 10))
    const said = await Promise.all(comers.map(each => saidTo(comeIn(each, proof))))
    assert.equal(said.filter(code => code === 'done').length, 2)
    assert.equal(said.filter(code => code === 'attendance-full').length, 8)
    const { workshop, present, beyond } = await screen(lab, id)
    assert.deepEqual([workshop.seatsTaken, present, beyond], [3, 2, 0])
    const late = await on().checkIn(agent(30), onScreen(id))
    assert.equal('seatLeft' in late && late.seatLeft, false)
  })

  it('is refused for an hour after ten wrong codes, right ones too, and only to who tried them', async () => {
    const id = await begun([1, 2])
    const { checkIn, inLetters } = on()
    const right = inLetters(id, clock.now())
    const attendance = on()
    for (let n = 0; n < 10; n++)
      assert.equal(await saidTo(attendance.checkIn(agent(1), { letters: 'BBBBBB' })), 'code-unknown')
    assert.equal(await saidTo(attendance.checkIn(agent(1), right)), 'attendance-tries')
    assert.equal(await saidTo(attendance.checkIn(agent(2), right)), 'done')
    clock.advance(HOUR)
    assert.equal(await saidTo(attendance.checkIn(agent(1), right)), 'done')
    assert.equal(await saidTo(checkIn(agent(1), inLetters(id, clock.now() - DAY))), 'code-unknown')
  })

  it('is put right by hand, and undone, each once, until a day after the end', async () => {
    const id = await begun([1, 2])
    for (const number of [1, 2]) await introduce(standing.db, agent(number))
    const { tick, list } = on()
    for (let n = 0; n < 2; n++) assert.equal((await tick(lab, id, 'p-1', true)).present, 1)
    const [first] = (await list(lab, id, { name: '', limit: 5 })).items
    assert.deepEqual([first?.name, first?.checkIn?.how, first?.checkIn?.by], ['Agent 1', 'hand', 'p-lab'])
    for (let n = 0; n < 2; n++) assert.equal((await tick(lab, id, 'p-1', false)).present, 0)
    assert.equal(await saidTo(tick(lab, id, 'p-3', true)), 'attendance-unlisted')
    clock.advance(3 * HOUR + DAY - 1)
    assert.equal(await saidTo(tick(lab, id, 'p-1', true)), 'done')
    clock.advance(1)
    assert.equal(await saidTo(tick(lab, id, 'p-2', true)), 'attendance-over')
    const acts = await standing.db.read(tx =>
      open(tx).selectFrom('audit').select('act').where('act', 'like', 'attendance.%').execute(),
    )
    assert.equal(acts.length, 3)
  })

  it('lets in beyond the seats by hand alone, and counts those apart', async () => {
    const id = await begun([1], { capacity: 2 })
    const { bringIn, screen } = on()
    const brought = async (person: string) => {
      const { present, beyond, workshop } = await bringIn(lab, id, person)
      return [present, beyond, workshop.seatsTaken]
    }
    assert.deepEqual(await brought('p-2'), [1, 0, 2])
    assert.deepEqual(await brought('p-3'), [2, 1, 2])
    assert.deepEqual(await brought('p-3'), [2, 1, 2])
    assert.deepEqual(await brought('p-1'), [3, 1, 2])
    assert.equal(await saidTo(bringIn(lab, id, 'nobody')), 'person-missing')
    assert.equal((await screen(lab, id)).beyond, 1)
  })

  it('lists who has a seat or came, by name whatever the accents, and a page at a time', async () => {
    const id = await begun([1, 2, 3])
    const names = ['Éloïse Martin', 'ahmed Saïdi', 'Zoé de La Tour', 'Marc Élie']
    for (const [at, name] of names.entries()) await introduce(standing.db, { ...agent(at + 1), name })
    await on().bringIn(lab, id, 'p-4')
    const { list } = on()
    const first = await list(lab, id, { name: '', limit: 3 })
    assert.deepEqual(
      first.items.map(each => each.name),
      ['ahmed Saïdi', 'Éloïse Martin', 'Marc Élie'],
    )
    const next = await list(lab, id, { name: '', limit: 3, after: first.next })
    assert.deepEqual([next.items.map(each => each.name), next.next], [['Zoé de La Tour'], undefined])
    const found = async (name: string) =>
      (await list(lab, id, { name, limit: 5 })).items.map(each => each.person)
    assert.deepEqual(await found('eli'), ['p-4'])
    assert.deepEqual(await found('tour zo'), ['p-3'])
    assert.deepEqual(await found('artin'), [])
    const seen = await on().colleagues(lab, id, 'marc', 5)
    assert.deepEqual(
      seen.map(({ name, present }) => [name, present]),
      [['Marc Élie', true]],
    )
    assert.deepEqual(await on().colleagues(lab, id, 'm', 5), [])
  })

  it('shows its list to organisers and to who facilitates that workshop, and to nobody else', async () => {
    const id = await begun([1])
    const other = await usecasesOn(standing.db, clock).publish(lab, draft(clock.now()), [])
    await standing.db.transact(async tx => {
      const row = { workshop_id: id, person_id: 'p-5', table_no: 1 }
      await open(tx).insertInto('workshop_facilitator').values(row).execute()
    })
    const { list, screen, tick, bringIn, kept, came, colleagues } = on()
    const page = { name: '', limit: 5 }
    const ways = (who: number, at: string) =>
      [
        list(agent(who), at, page),
        screen(agent(who), at),
        tick(agent(who), at, 'p-1', true),
        bringIn(agent(who), at, 'p-2'),
        came(agent(who), at, 5),
        colleagues(agent(who), at, 'ag', 5),
      ].map(saidTo)
    assert.deepEqual(new Set(await Promise.all(ways(5, id))), new Set(['done']))
    for (const [who, at] of [
      [5, other.id],
      [1, id],
    ] as const)
      assert.deepEqual(new Set(await Promise.all(ways(who, at))), new Set(['attendance-not-kept']))
    const keptBy = async (who: number) => (await kept(agent(who), 5)).items.map(each => each.id)
    assert.deepEqual([await keptBy(5), await keptBy(1)], [[id], []])
    assert.deepEqual(
      (await kept(lab, 5)).items.map(each => each.id),
      [id, other.id],
    )
  })

  it('tells the table once tables are shown, and finds one for whoever comes late', async () => {
    const id = await begun([1, 2], { startsAt: clock.now() + HOUR, endsAt: clock.now() + 4 * HOUR }, HOUR - 1)
    const { tables, checkIn, comeIn, bringIn, onScreen } = on()
    await tables.draw(lab, id, { wanted: { tables: 1 }, again: false, nonce: 'n1' })
    const tableOf = (entry: CheckInResult) => ('checkIn' in entry ? entry.table : 'none')
    assert.equal(tableOf(await checkIn(agent(1), onScreen(id))), undefined)
    await tables.show(lab, id)
    assert.deepEqual(
      [await checkIn(agent(1), onScreen(id)), await checkIn(agent(2), onScreen(id))].map(tableOf),
      [1, 1],
    )
    assert.equal(tableOf(await comeIn(agent(3), onScreen(id))), 1)
    await bringIn(lab, id, 'p-4')
    assert.equal(tableOf(await checkIn(agent(4), onScreen(id))), 1)
  })

  it('gives who came a page at a time, by when', async () => {
    const id = await begun([])
    const { comeIn, onScreen, came } = on()
    for (const number of [3, 1, 2]) {
      await comeIn({ ...agent(number), id: `p${number}` }, onScreen(id))
      clock.advance(SECOND)
    }
    const first = await came(lab, id, 2)
    const rest = await came(lab, id, 2, first.next)
    assert.deepEqual(
      [...first.items, ...rest.items].map(({ person, how }) => [person, how]),
      ['p3', 'p1', 'p2'].map(person => [person, 'walk-in']),
    )
    assert.equal(rest.next, undefined)
  })
})
