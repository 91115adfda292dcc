import assert from 'node:assert/strict'
import { cancellationStore } from '../../../src/features/workshops/cancellation/store.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { seriesOn } from '../../support/workshops/series.ts'
import { agent, channel, draft, factsOf, lab, usecasesOn } from '../../support/workshops/workshops.ts'

const SERIES = { title: 'Cinq journées', description: '', axis: 'territoires' }
const RULES = { reserved: 4, quotas: true, releaseDays: 7, opensAt: null, closeDays: 1, confirmHours: 24 }
const WHERE = { channel: channel.id, directions: [] }

onEachEngine('series', engine => {
  const clock = fixedClock()
  const standing = freshDatabase(engine, { clock })
  const series = () => seriesOn(standing.db, clock)

  function typed(day: number, change = {}) {
    const startsAt = clock.now() + (20 + day) * DAY
    return draft(clock.now(), { startsAt, endsAt: startsAt + 3 * HOUR, capacity: 64, ...change })
  }

  async function begun(days: number) {
    const id = await series().begin(lab, SERIES, [])
    const ids = []
    for (let day = 0; day < days; day++) ids.push(await series().addDay(lab, id, typed(day), []))
    return { id, days: ids }
  }

  const sumOf = (quotas: ReadonlyMap<string, number> | undefined) =>
    [...(quotas ?? [])].reduce((sum, [, seats]) => sum + seats, 0)
  const quotasOf = async (id: string, day: string) => (await series().sheet(lab, id)).quotas.get(day)

  it('come back as they were written, the newest first, page after page', async () => {
    const ids: string[] = []
    for (let one = 0; one < 5; one++) {
      ids.unshift(await series().begin(lab, { ...SERIES, title: `Série ${one} ﷽` }, []))
      clock.advance(MINUTE)
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await series().list(lab, 2, after)
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after !== undefined)
    assert.deepEqual(seen, ids)
    const { series: first } = await series().sheet(lab, seen[4] ?? '')
    assert.deepEqual([first.title, first.announcedAt, first.stage], ['Série 0 ﷽', null, 'draft'])
  })

  it('begin once for one form, however often it arrives at once; so do their days', async () => {
    const key = [{ key: 'form', forMs: DAY }]
    const ids = await Promise.all(Array.from({ length: 8 }, () => series().begin(lab, SERIES, key)))
    assert.equal(new Set(ids).size, 1)
    const [id = ''] = ids
    const one = [{ key: 'day', forMs: DAY }]
    await Promise.all(Array.from({ length: 8 }, () => series().addDay(lab, id, typed(0), one)))
    const { days } = (await series().sheet(lab, id)).series
    assert.deepEqual(
      days.map(({ stage, capacity }) => [stage, capacity]),
      [['draft', 64]],
    )
  })

  it('take several days at once, all or none, under the rules that the first of them are given', async () => {
    const id = await series().begin(lab, SERIES, [])
    const five = Array.from({ length: 5 }, (_, week) => typed(7 * week))
    const key = [{ key: 'five', forMs: DAY }]
    const made = await Promise.all(
      Array.from({ length: 4 }, () => series().addDays(lab, id, five, key, RULES)),
    )
    assert.equal(new Set(made).size, 1)
    const { days } = (await series().sheet(lab, id)).series
    assert.deepEqual(
      days.map(day => [(day.startsAt - (days[0]?.startsAt ?? 0)) / DAY, day.quotas, day.reserved]),
      [0, 7, 14, 21, 28].map(at => [at, true, 4]),
    )
    for (const day of days) assert.equal(sumOf(await quotasOf(id, day.id)), 60)
    const eight = Array.from({ length: 8 }, (_, day) => typed(40 + day))
    await assert.rejects(series().addDays(lab, id, eight, []), { code: 'days-many' })
    assert.equal((await series().sheet(lab, id)).series.days.length, 5)
    const plain = { ...RULES, quotas: false, reserved: 0 }
    await series().addDays(lab, id, [typed(40)], [], plain)
    const last = (await series().sheet(lab, id)).series.days.at(-1)
    assert.deepEqual([last?.quotas, last?.reserved], [true, 4])
  })

  it('hold twelve days at most, however many are added at once', async () => {
    const id = await series().begin(lab, SERIES, [])
    const tries = Array.from({ length: 16 }, (_, day) => series().addDay(lab, id, typed(day), []))
    const refused = (await Promise.allSettled(tries)).filter(each => each.status === 'rejected')
    for (const { reason } of refused) assert.ok(reason instanceof Refusal && reason.code === 'days-many')
    assert.equal((await series().sheet(lab, id)).series.days.length, 12)
    assert.equal(refused.length, 4)
  })

  it('share out their seats by headcount, and again when the seats change, until somebody gives others', async () => {
    const { id, days } = await begun(2)
    const [first = '', second = ''] = days
    await series().rule(lab, id, RULES)
    for (const day of days) assert.equal(sumOf(await quotasOf(id, day)), 60)
    await series().changeDay(lab, first, typed(0, { capacity: 104 }))
    assert.equal(sumOf(await quotasOf(id, first)), 100)

    const given = new Map([
      ['lycees', 40],
      ['finances', 20],
    ])
    await assert.rejects(series().share(lab, id, days, given), { code: 'quota-sum' })
    assert.equal(sumOf(await quotasOf(id, second)), 60)
    await series().share(lab, id, [second], given)
    assert.deepEqual(await quotasOf(id, second), given)
    await series().changeDay(lab, second, typed(1, { capacity: 34 }))
    assert.deepEqual(
      await quotasOf(id, second),
      new Map([
        ['lycees', 20],
        ['finances', 10],
      ]),
    )
    // A new day takes the rules of the last one, and quotas by headcount.
    const third = await series().addDay(lab, id, typed(2, { capacity: 14 }), [])
    const own = await quotasOf(id, third)
    assert.equal(sumOf(own), 10)
    await series().rule(lab, id, { ...RULES, quotas: false })
    assert.equal(await quotasOf(id, second), undefined)
  })

  it('keep quotas whole when a day that is announced has other seats, and hand on what comes free', async () => {
    const {
      id,
      days: [day = ''],
    } = await begun(1)
    await series().rule(lab, id, { ...RULES, reserved: 0, quotas: false })
    await series().changeDay(lab, day, typed(0, { capacity: 1 }))
    await series().announce(lab, id, WHERE, [])
    const workshops = usecasesOn(standing.db, clock)
    await workshops.answer(agent(1), day, 'yes')
    await workshops.answer(agent(2), day, 'yes', { orWait: true })
    await series().change(lab, day, typed(0, { capacity: 3 }), [])
    assert.equal((await workshops.show(agent(2), day)).mine, 'offered')
    await series().rule(lab, id, { ...RULES, reserved: 0 })
    assert.equal(sumOf(await quotasOf(id, day)), 3)
    await series().change(lab, day, typed(0, { capacity: 33 }), [])
    assert.equal(sumOf(await quotasOf(id, day)), 33)
  })

  it('move the dates of their rules with the day', async () => {
    const {
      id,
      days: [day = ''],
    } = await begun(1)
    await series().rule(lab, id, RULES)
    const before = (await series().day(lab, day)).releaseAt ?? 0
    const later = await series().changeDay(lab, day, typed(10))
    assert.equal(later.releaseAt, before + 10 * DAY)
    await series().announce(lab, id, WHERE, [])
    await series().change(lab, day, typed(12), [])
    const { releaseAt, closesAt, startsAt } = await series().day(lab, day)
    assert.deepEqual([releaseAt, closesAt], [startsAt - 7 * DAY, startsAt - DAY])
  })

  it('are announced once, whoever announces them at once', async () => {
    const { id } = await begun(3)
    const others = Array.from({ length: 6 }, (_, at) => ({ ...lab, id: `p-lab-${at}` }))
    // Concurrent where nobody waits for a connection: once it is announced, no day is left to announce.
    await Promise.all(others.map(each => series().sheet(each, id)))
    const all = await Promise.all(others.map(each => series().announce(each, id, WHERE, [])))
    for (const { stage, days } of all)
      assert.deepEqual(
        [stage, days.map(day => day.stage)],
        ['announced', ['announced', 'announced', 'announced']],
      )
    const facts = await factsOf(standing.db)
    assert.equal(facts.filter(({ kind }) => kind === 'workshops.series-changed').length, 1)
    await assert.rejects(series().removeDay(lab, all[0]?.days[0]?.id ?? ''), { code: 'day-announced' })
    await assert.rejects(series().remove(lab, id), { code: 'series-announced' })
  })

  it('are thrown away whole while nothing of them is announced', async () => {
    const { id, days } = await begun(2)
    await series().rule(lab, id, RULES)
    await series().removeDay(lab, days[0] ?? '')
    await series().remove(lab, id)
    await assert.rejects(series().sheet(lab, id), { code: 'gone' })
    await assert.rejects(series().day(lab, days[1] ?? ''), { code: 'gone' })
  })

  it('tell those concerned page after page, each once, and free their day elsewhere', async () => {
    const { id, days } = await begun(2)
    await series().addDay(lab, id, typed(0, { title: 'L’autre atelier', capacity: 200 }), [])
    for (const day of days) await series().changeDay(lab, day, typed(0, { capacity: 200 }))
    await series().announce(lab, id, WHERE, [])
    const [first = '', second = ''] = days
    const workshops = usecasesOn(standing.db, clock)
    for (let one = 0; one < 120; one++)
      await workshops.answer(agent(one), first, one % 10 === 3 ? 'no' : 'yes')
    await assert.rejects(workshops.answer(agent(1), second, 'yes'), { code: 'same-day' })
    await factsOf(standing.db)
    const stands = await Promise.all(days.map(day => series().day(lab, day)))
    await workshops.answer(lab, first, 'yes')
    // Whoever would call it off is not written to; of these people the bot knows no chat.
    assert.deepEqual(await series().concerned(lab, stands), { seated: 108, waiting: 0, untold: 108 })
    await workshops.answer(lab, first, 'no')
    const off = await series().callOff(lab, first, 'cancelled', 'Salle prise')
    assert.deepEqual(await series().concerned(lab, [off]), { seated: 0, waiting: 0, untold: 0 })
    assert.equal(
      await series()
        .callOff(lab, first, 'cancelled', 'Autre')
        .then(({ revision }) => revision),
      off.revision,
    )
    for (let turns = 0; turns < 5; turns++)
      for (const { kind, payload } of await factsOf(standing.db))
        if (kind === 'workshops.called-off') await series().tellConcerned(payload as never)
    const concerned = []
    for (let after = ''; ; ) {
      const page = await standing.db.read(tx => cancellationStore(tx).concerned(first, 50, after))
      concerned.push(...page)
      if (page.length < 50) break
      after = page.at(-1) ?? ''
    }
    assert.equal(concerned.length, 108)
    await workshops.answer(agent(1), second, 'yes')
    const offers = await series().offersFor(agent(2), off)
    assert.equal(offers.length, 2)
    assert.deepEqual(await series().offersFor(agent(1), off), [])
  })

  it('count each person once whom calling all days off concerns: with a seat somewhere, or waiting only', async () => {
    const { id, days } = await begun(3)
    for (const [at, day] of days.entries())
      await series().changeDay(lab, day, typed(at, { capacity: at === 0 ? 2 : 3 }))
    await series().announce(lab, id, WHERE, [])
    const workshops = usecasesOn(standing.db, clock)
    const answer = (one: number, at: number) =>
      workshops.answer(agent(one), days[at] ?? '', 'yes', { orWait: true })
    for (const [one, at] of [
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0],
      [1, 1],
      [3, 2],
    ] as const)
      await answer(one, at)
    const all = (await series().sheet(lab, id)).series.days
    // 3 waits for the first day and has a seat on the last; 4 only waits.
    assert.deepEqual(await series().concerned(lab, all), { seated: 3, waiting: 1, untold: 4 })
    assert.deepEqual(await series().concerned(lab, []), { seated: 0, waiting: 0, untold: 0 })
    await assert.rejects(series().concerned(agent(1), all), { code: 'role-needed' })
    const starts = (now: number) =>
      standing.db.read(tx => cancellationStore(tx).firstStarts(days, ['p-1', 'p-3', 'p-9'], now))
    const [first, second, third] = all.map(({ startsAt }) => startsAt)
    const before = await starts(clock.now())
    assert.deepEqual([before.get('p-1'), before.get('p-3'), before.size], [first, first, 2])
    const later = await starts(first ?? 0)
    assert.deepEqual([later.get('p-1'), later.get('p-3')], [second, third])
  })
})
