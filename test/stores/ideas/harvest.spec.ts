import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import type { Harvested } from '../../../src/features/ideas/harvest/domain.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { line, WORKSHOP, workshopAt } from '../../support/workshops/harvest.ts'

const texts = ['Un banc devant chaque accueil', 'Des horaires du soir', 'Un même badge partout', 'Un jardin']

onEachEngine('a harvest', engine => {
  let clock = fixedClock()
  const fresh = freshDatabase(engine, { clock: { now: () => clock.now() } })
  let { ideas, thread, person } = {} as ReturnType<typeof featuresOn>
  let [lab, pilot, camille, ahmed] = [] as unknown as [Actor, Actor, Actor, Actor]

  beforeEach(async () => {
    clock = fixedClock()
    const [seated, facilitators]: [string[], string[]] = [[], []]
    ;({ ideas, thread, person } = featuresOn(
      fresh.db,
      clock,
      workshopAt(clock.now() - HOUR, clock.now, seated, facilitators),
    ))
    lab = await person('maelle')
    pilot = { ...(await person('ines', 'mobilites')), role: 'pilot' }
    camille = await person('camille', 'lycees')
    seated.push(pilot.id, camille.id)
    ahmed = await person('ahmed')
    facilitators.push(ahmed.id)
  })

  const harvest = (...lines: Parameters<typeof ideas.harvest>[2]) => ideas.harvest(pilot, WORKSHOP, lines)
  const states = (results: readonly Harvested[]) => results.map(({ state }) => state).join(' ')
  const idOf = (result: Harvested | undefined) => (result && 'id' in result ? result.id : '')
  const standing = async () => (await ideas.harvestOf(pilot, WORKSHOP)).items.map(({ text }) => text).sort()

  it('keeps each line with its workshop, its table and no author', async () => {
    const [first] = await harvest(line('k1', ` ${texts[0]}  `))
    const idea = await ideas.show(camille, idOf(first))
    assert.equal(idea.text, texts[0])
    assert.equal(idea.authorName, 'La table 4')
    assert.deepEqual([idea.author, idea.mine, idea.supports, idea.axis], ['', false, 0, 'equipe'])
    assert.deepEqual(idea.origin, { workshop: WORKSHOP, title: 'Accueillir mieux, plus près', table: '4' })
    const { items } = await thread.of('idea', idea.id, 20)
    assert.deepEqual(
      items.map(({ kind, by }) => [kind, by]),
      [['received', undefined]],
    )
    assert.equal((await ideas.show(pilot, idea.id)).mine, false)
  })

  it('says whom a line comes from as it was typed: a table, somebody by name, or nobody', async () => {
    const results = await harvest(
      line('k1', 'Une', { by: 'person', name: ' Nadia  Ferrer ' }),
      line('k2', 'Deux', { by: 'nobody' }),
      line('k3', 'Trois', { table: '' }),
      line('k4', 'Quatre', { by: 'person', name: '' }),
    )
    const names = await Promise.all(results.map(async each => (await ideas.show(lab, idOf(each))).authorName))
    assert.deepEqual(names, ['Nadia Ferrer', '', '', ''])
  })

  it('says line by line what was kept, and keeps the others of one that is refused', async () => {
    const results = await harvest(
      line('k1', texts[0] as string),
      line('k2', 'x'.repeat(281)),
      line('k3', '   '),
      line('k4', 'Sans axe', { axis: 'nowhere' }),
      line('k5', 'Table sans fin', { table: 'x'.repeat(31) }),
      line('k6', 'Nom sans fin', { by: 'person', name: 'x'.repeat(61) }),
      line('k7', texts[1] as string),
    )
    assert.deepEqual(
      results.map(each => (each.state === 'refused' ? each.refusal.code : each.state)),
      ['accepted', 'too-long', 'empty-text', 'axis-missing', 'table-long', 'name-long', 'accepted'],
    )
    assert.deepEqual(await standing(), [texts[0], texts[1]].sort())
  })

  it('answers a repeat by the idea that it made, whatever is typed under the same key', async () => {
    const [first] = await harvest(line('k1', texts[0] as string))
    const [again, other] = await harvest(line('k1', texts[0] as string), line('k1', 'Autre chose'))
    assert.equal(again?.state, 'there')
    assert.deepEqual([idOf(again), idOf(other)], [idOf(first), idOf(first)])
    assert.equal((await ideas.harvestOf(lab, WORKSHOP)).count, 1)
  })

  it('holds back the same words once more, until they are sent all the same', async () => {
    const [first] = await harvest(line('k1', 'Un jardin'))
    const [same] = await ideas.harvest(lab, WORKSHOP, [line('k2', 'UN  JARDÎN')])
    assert.deepEqual(same, { key: 'k2', state: 'duplicate', of: { id: idOf(first), text: 'Un jardin' } })
    const [anyway] = await ideas.harvest(lab, WORKSHOP, [line('k2', 'UN  JARDÎN', { anyway: true })])
    assert.equal(anyway?.state, 'accepted')
    assert.equal(states(await harvest(line('k3', 'Un tri'), line('k4', 'un tri'))), 'accepted duplicate')
  })

  it('tells of an idea near another, and keeps it', async () => {
    const text = 'Un carnet de passation d’une page pour chaque départ'
    const theirs = await ideas.submit(camille, { text }, freshForm(camille))
    const [near] = await harvest(line('k1', 'Un carnet de passation à chaque départ'))
    assert.ok(near?.state === 'accepted')
    assert.deepEqual(near.near, { id: theirs.id, text })
  })

  it('takes a line back within ten minutes, by its key, for who typed it alone', async () => {
    const [first] = await harvest(line('k1', texts[0] as string), line('k2', texts[1] as string))
    await ideas.undoHarvest(lab, WORKSHOP, ['k1'])
    assert.equal((await standing()).length, 2)
    clock.advance(10 * MINUTE - SECOND)
    assert.deepEqual(await ideas.undoHarvest(pilot, WORKSHOP, ['k1']), [{ key: 'k1' }])
    assert.deepEqual(await ideas.undoHarvest(pilot, WORKSHOP, ['k1']), [{ key: 'k1' }])
    assert.deepEqual(await standing(), [texts[1]])
    assert.equal(states(await harvest(line('k1', texts[0] as string))), 'undone')
    await assert.rejects(ideas.show(lab, idOf(first)), { code: 'gone' })
    clock.advance(SECOND)
    const [late] = await ideas.undoHarvest(pilot, WORKSHOP, ['k2'])
    assert.equal(late?.refusal?.code, 'undo-over')
  })

  it('makes no idea of a line that was taken back before it came', async () => {
    await ideas.undoHarvest(pilot, WORKSHOP, ['k1'])
    assert.equal(states(await harvest(line('k1', texts[0] as string))), 'undone')
    assert.deepEqual(await standing(), [])
  })

  it('is for organisers, who facilitates and pilots who have a seat, from the start to a week after the end', async () => {
    const one = [line('k1', texts[0] as string)]
    const stranger: Actor = { ...(await person('sophie')), role: 'pilot' }
    for (const who of [camille, stranger])
      await assert.rejects(ideas.harvest(who, WORKSHOP, one), { code: 'harvest-not-yours' })
    assert.equal(states(await ideas.harvest(ahmed, WORKSHOP, [line('k0', texts[1] as string)])), 'accepted')
    await assert.rejects(ideas.harvest({ ...lab, role: 'observer' }, WORKSHOP, one), { code: 'role-needed' })
    await assert.rejects(ideas.harvest(lab, 'n0where', one), { code: 'gone' })
    clock.advance(-HOUR - SECOND)
    await assert.rejects(ideas.harvest(lab, WORKSHOP, one), { code: 'workshop-not-begun' })
    clock.advance(SECOND + 3 * HOUR + 7 * DAY - SECOND)
    assert.equal(states(await ideas.harvest(lab, WORKSHOP, one)), 'accepted')
    clock.advance(SECOND)
    await assert.rejects(ideas.harvest(lab, WORKSHOP, one), { code: 'harvest-over' })
  })

  it('takes fifty lines at once, and no more than two thousand a workshop', async () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => line(`k${from + n}`, `Idée numéro ${from + n}`))
    await assert.rejects(ideas.harvest(lab, WORKSHOP, many(0, 51)), { code: 'harvest-long' })
    await fresh.db.transact(async tx => {
      await open(tx).insertInto('harvest').values({ workshop_id: WORKSHOP, lines: 0 }).execute()
      const rows = Array.from({ length: 1_999 }, (_, n) => ({
        person_id: 'p',
        key: `seed-${n}`,
        workshop_id: WORKSHOP,
        idea_id: null,
        mark: '',
        undone: 1,
        at: 1,
      }))
      for (let from = 0; from < rows.length; from += 500)
        await open(tx)
          .insertInto('harvest_line')
          .values(rows.slice(from, from + 500))
          .execute()
      await open(tx).updateTable('harvest').set({ lines: 1_999 }).execute()
    })
    const results = await ideas.harvest(lab, WORKSHOP, many(0, 3))
    assert.deepEqual(
      results.map(each => (each.state === 'refused' ? each.refusal.code : each.state)),
      ['accepted', 'harvest-full', 'harvest-full'],
    )
  })

  it('is supported and decided like any idea, and joined by an organiser alone', async () => {
    const [first, second] = await harvest(line('k1', texts[0] as string), line('k2', texts[1] as string))
    const [one, two] = [idOf(first), idOf(second)]
    assert.equal((await ideas.support(camille, one, true)).supports, 1)
    const hers = await ideas.submit(camille, { text: 'Une des miennes' }, freshForm(camille))
    await assert.rejects(ideas.merge(camille, hers.id, one), { code: 'merge-harvested' })
    assert.equal((await ideas.merge(lab, two, one)).asked, false)
    assert.deepEqual(
      (await ideas.show(camille, one)).joined?.map(({ authorName }) => authorName),
      ['La table 4'],
    )
    await ideas.undoMerge(lab, two)
    assert.equal((await ideas.answer(lab, one, 'En juin')).state, 'answered')
    assert.equal((await ideas.decide(lab, one, { step: 'retained' })).state, 'retained')
    const told = await fresh.db.read(tx =>
      open(tx).selectFrom('message').select('person_id').distinct().execute(),
    )
    assert.ok(told.every(({ person_id }) => person_id !== '' && person_id !== pilot.id))
  })

  it('has in the end each line that was sent and not taken back, once, whatever came when', async () => {
    const KEYS = 5
    const act = fc.record({
      keys: fc.array(fc.nat(KEYS - 1), { minLength: 1, maxLength: 4 }),
      undo: fc.boolean(),
      together: fc.boolean(),
    })
    let run = 0
    const runs = fc.asyncProperty(fc.array(act, { maxLength: 8 }), async acts => {
      const turn = ++run
      const [sent, undone] = [new Set<string>(), new Set<string>()]
      const before = new Set(await standing())
      let waiting: Promise<unknown>[] = []
      for (const { keys, undo, together } of acts) {
        const named = keys.map(key => `run-${turn}-${key}`)
        for (const key of named) (undo ? undone : sent).add(key)
        waiting.push(
          undo
            ? ideas.undoHarvest(pilot, WORKSHOP, named)
            : harvest(...named.map(key => line(key, `Idée de ${key}`, { anyway: true }))),
        )
        if (!together) {
          await Promise.all(waiting)
          waiting = []
        }
      }
      await Promise.all(waiting)
      const wanted = [...sent].filter(key => !undone.has(key)).map(key => `Idée de ${key}`)
      assert.deepEqual((await standing()).filter(text => !before.has(text)).sort(), wanted.sort())
      await ideas.undoHarvest(pilot, WORKSHOP, [...sent])
    })
    await fc.assert(runs, { numRuns: engine.name === 'sqlite' ? 40 : 12 })
  })
})
