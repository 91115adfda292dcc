import assert from 'node:assert/strict'
import fc from 'fast-check'
import { sql } from 'kysely'
import { open } from '../../../src/db/index.ts'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { featuresOn, freshForm } from '../../support/features/ideas.ts'
import { line, WORKSHOP, workshopAt } from '../../support/workshops/harvest.ts'
import { followWall } from '../../support/workshops/wall.ts'

const TEXTS = [
  'Un garage à vélos fermé',
  'Des garages à vélo fermés',
  'Peser les restes à la cantine',
  'Les restes de la cantine, les peser',
  'Un banc devant l’accueil',
  '🌳🌳🌳',
]

const ACTS = [
  'type',
  'say',
  'correct',
  'support',
  'unsupport',
  'undo',
  'hide',
  'restore',
  'merge',
  'unmerge',
  'hide-on-wall',
  'show-on-wall',
  'approve',
  'undo',
  'correct',
  'merge',
  'review',
  'review-over',
  'unname',
] as const

type Act = { readonly act: (typeof ACTS)[number]; readonly which: number; readonly text: number }

const acts = fc.array(
  fc.record({ act: fc.constantFrom(...ACTS), which: fc.nat(40), text: fc.nat(TEXTS.length - 1) }),
  { minLength: 10, maxLength: 40, size: 'max' },
)

onEachEngine('whoever follows a wall', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, person } = {} as ReturnType<typeof featuresOn>
  let people: readonly Actor[] = []
  let lab = {} as Actor

  beforeEach(async () => {
    ;({ ideas, person } = featuresOn(fresh.db, clock, workshopAt(clock.now() - HOUR, clock.now)))
    lab = await person('maelle')
    people = [await person('camille', 'lycees'), await person('sophie', 'culture'), await person('ahmed')]
  })

  const followed = (limit: number) => followWall(after => ideas.wall(WORKSHOP, after, limit))
  const byId = (screen: ReturnType<typeof followed>) =>
    screen.ideas().toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const oneOf = <T>(all: readonly T[], which: number) => all[which % Math.max(1, all.length)]

  /** Some ideas of each kind, which the screen has. */
  async function begun(screen: ReturnType<typeof followed>): Promise<string[]> {
    const made: string[] = []
    for (let n = 0; n < 6; n++) await done(made, { act: n % 3 ? 'say' : 'type', which: n, text: n })
    await screen.catchUp()
    return made
  }

  let keys = 0
  /** Does an act to one of the ideas; what is refused changes nothing. */
  async function done(made: string[], { act, which, text: at }: Act): Promise<void> {
    const text = TEXTS[at] ?? ''
    const [id, other] = [oneOf(made, which) ?? 'none', oneOf(made, which + at + 1) ?? 'none']
    const who = oneOf(people, which) as Actor
    const author = await ideas.show(lab, id).then(
      idea => people.find(each => each.id === idea.author) ?? who,
      () => who,
    )
    const review = (reviewed: boolean) => fresh.db.transact(tx => ideas.reviewFirst(tx, WORKSHOP, reviewed))
    const doing: Record<Act['act'], () => Promise<unknown>> = {
      type: async () => {
        const [kept] = await ideas.harvest(lab, WORKSHOP, [line(`k${keys++}`, text, { anyway: true })])
        if (kept && 'id' in kept) made.push(kept.id)
      },
      say: async () => {
        const said = { workshop: WORKSHOP, table: '', text, axis: 'equipe' }
        made.push((await ideas.collect(who, said, freshForm(who))).id)
      },
      correct: () => ideas.correct(author, id, { text }),
      support: () => ideas.support(who, id, true),
      unsupport: () => ideas.support(who, id, false),
      undo: () => ideas.undo(author, id),
      hide: () => ideas.hide(lab, id, 'Blessante'),
      restore: () => ideas.restore(lab, id),
      merge: () => ideas.merge(lab, id, other),
      unmerge: () => ideas.undoMerge(lab, id),
      'hide-on-wall': () => ideas.hideOnWall(lab, WORKSHOP, id, true),
      'show-on-wall': () => ideas.hideOnWall(lab, WORKSHOP, id, false),
      approve: () => ideas.approveOnWall(lab, WORKSHOP, id),
      review: () => review(true),
      'review-over': () => review(false),
      unname: () => ideas.unname(author, id),
    }
    await doing[act]().catch(refused => {
      if (!(refused instanceof Refusal)) throw refused
    })
  }

  it('has what whoever comes now reads, after any acts, whenever they looked', async function () {
    this.timeout(120_000)
    await fc.assert(
      fc.asyncProperty(acts, fc.array(fc.boolean(), { maxLength: 40, size: 'max' }), async (all, looks) => {
        const screen = followed(3)
        const made = await begun(screen)
        for (const [at, act] of all.entries()) {
          await done(made, act)
          if (looks[at]) await screen.read()
        }
        await screen.catchUp()
        const now = followed(100)
        await now.catchUp()
        assert.deepEqual(byId(screen), byId(now))
      }),
      { numRuns: engine.name === 'sqlite' ? 40 : 10 },
    )
  })

  it('has it when all is done at once, and while they look', async function () {
    this.timeout(120_000)
    await fc.assert(
      fc.asyncProperty(acts, async all => {
        const screen = followed(2)
        const made = await begun(screen)
        for (let from = 0; from < all.length; from += 8) {
          const some = all.slice(from, from + 8)
          await Promise.all([
            ...some.map(act => done(made, act)),
            screen.read(),
            screen.read().catch(() => {}),
          ])
        }
        await screen.catchUp()
        const now = followed(100)
        await now.catchUp()
        assert.deepEqual(byId(screen), byId(now))
      }),
      { numRuns: engine.name === 'sqlite' ? 20 : 8 },
    )
  })

  it('never sees what is hidden, from the moment that it was', async () => {
    const made: string[] = []
    for (let n = 0; n < 6; n++) await done(made, { act: 'type', which: 0, text: n })
    const screen = followed(100)
    await screen.read()
    for (const [at, id] of made.entries()) {
      await done(made, { act: at % 2 ? 'hide' : 'hide-on-wall', which: at, text: 0 })
      await screen.read()
      assert.ok(!screen.ideas().some(idea => idea.id === id))
    }
    assert.deepEqual(screen.ideas(), [])
  })

  if (engine.name === 'sqlite') return

  /** A transaction that waits, once it has done its work, until it is let go. */
  function held(work: (tx: Tx) => Promise<unknown>) {
    const reached = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const ended = fresh.db.transact(async tx => {
      await work(tx)
      reached.resolve()
      await go.promise
    })
    return { reached: reached.promise, let: () => go.resolve(), ended }
  }
  const reword = (id: string, text: string) => (tx: Tx) => ideaStore(tx).setText(id, text)
  const numbered = async (tx: Tx) => sql`set constraints all immediate`.execute(open(tx))

  it('is told of a transaction that began before another and was committed after it', async () => {
    const made: string[] = []
    for (const text of [0, 2]) await done(made, { act: 'type', which: 0, text })
    const [first = '', second = ''] = made
    const screen = followed(100)
    await screen.read()
    const slow = held(reword(first, 'Lente'))
    await slow.reached
    await fresh.db.transact(reword(second, 'Vive'))
    assert.deepEqual(
      (await screen.read()).ideas.map(({ text }) => text),
      ['Vive'],
    )
    slow.let()
    await slow.ended
    assert.deepEqual(
      (await screen.read()).ideas.map(({ text }) => text),
      ['Lente'],
    )
  })

  it('never reads a later revision before an earlier one: whoever has its number first commits first', async () => {
    const made: string[] = []
    for (const text of [0, 2]) await done(made, { act: 'type', which: 0, text })
    const [first = '', second = ''] = made
    const screen = followed(100)
    await screen.read()
    const slow = held(async tx => {
      await reword(first, 'Lente')(tx)
      await numbered(tx)
    })
    await slow.reached
    let isOver = false
    const quick = fresh.db.transact(reword(second, 'Vive')).then(() => {
      isOver = true
    })
    const waits = sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
    while ((await fresh.db.read(tx => waits.execute(open(tx)))).rows.length === 0) assert.ok(!isOver)
    assert.deepEqual((await screen.read()).ideas, [])
    slow.let()
    await Promise.all([slow.ended, quick])
    assert.deepEqual(
      (await screen.read()).ideas.map(({ text }) => text),
      ['Lente', 'Vive'],
    )
  })

  it('loses nothing of transactions that overlap in any order', async function () {
    this.timeout(120_000)
    const made: string[] = []
    for (let n = 0; n < 4; n++) await done(made, { act: 'type', which: 0, text: n })
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })
    const early = fc.option(fc.nat(3), { nil: undefined })
    let turn = 0
    await fc.assert(
      fc.asyncProperty(order, order, early, async (begins, ends, numberedFirst) => {
        const screen = followed(2)
        await screen.catchUp()
        turn += 1
        const running = new Map<number, ReturnType<typeof held>>()
        for (const at of begins) {
          const one = held(reword(made[at] ?? '', `Tour ${turn}, idée ${at}`))
          await one.reached
          running.set(at, one)
          await screen.read()
        }
        for (const at of numberedFirst === undefined ? ends : [numberedFirst, ...ends]) {
          running.get(at)?.let()
          await running.get(at)?.ended
          await screen.read()
        }
        await screen.catchUp()
        const texts = new Map(screen.ideas().map(({ id, text }) => [id, text]))
        assert.deepEqual(
          made.map(id => texts.get(id)),
          made.map((_, at) => `Tour ${turn}, idée ${at}`),
        )
      }),
      { numRuns: 20 },
    )
  })
})
