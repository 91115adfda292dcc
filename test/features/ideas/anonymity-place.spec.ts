import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TELL_AFTER } from '../../../src/features/ideas/answers/take-back.ts'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { FEWEST, smallGroups } from '../../../src/kernel/personal-data/counts.ts'
import type { IdeaView, WaitingView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { InitiativeView } from '../../../src/tabs/contract/initiatives/initiatives.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { ideaRows } from '../../support/features/idea-stores.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { callerOf } from '../../support/product/routes.ts'
import { type Someone, setStage } from '../../support/product/stage.ts'

/** One person too few in the first, just enough in the second. */
const [SMALL, LARGE] = ['europe', 'culture'] as const
const HEADCOUNTS = { [SMALL]: FEWEST - 1, [LARGE]: FEWEST }
const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const lab = { objectId: 'maelle', name: 'Maëlle Rivière' }
const [owen, lea] = [
  { objectId: 'owen', name: 'Owen Price' },
  { objectId: 'lea', name: 'Léa Marty' },
]

onEachEngine('the Direction of an idea that shows no name', engine => {
  const clock = fixedClock()
  let stage: Awaited<ReturnType<typeof setStage>>
  let end: () => Promise<void>
  beforeEach(async () => {
    const made = await engine.begin()
    const folder = await mkdtemp(join(tmpdir(), 'place-'))
    const programmeFile = join(folder, 'method.yaml')
    const text = Object.entries(HEADCOUNTS).reduce(
      (method, [id, count]) => method.replace(new RegExp(`(id: ${id}, .*headcount: )\\d+`), `$1${count}`),
      await readFile('programmes/occitanie.yaml', 'utf8'),
    )
    await writeFile(programmeFile, text)
    stage = await setStage({ clock, url: made.url, organisers: [lab.objectId], programmeFile })
    end = async () => {
      await stage.close()
      await made.drop()
      await rm(folder, { recursive: true })
    }
  })
  afterEach(() => end())

  async function callsOf(who: Someone, direction?: string, role?: 'manager') {
    const greeting = { ...who, tenant: TENANT, language: 'fr' } as const
    const { people } = stage.app
    const known = await people.greet(greeting)
    if (direction !== undefined) await people.chooseDirection(known, direction)
    if (role !== undefined) await people.assignRole(known.id, role, [direction ?? ''])
    return callerOf(stage.app.routes, await people.greet(greeting))
  }

  /** Written by somebody of the Direction, or of none that is known, under their name or not. */
  async function written(direction: string | undefined, unnamed: boolean, who = owen): Promise<string> {
    const call = await callsOf(who, direction)
    const body = { nonce: randomIds.nonce(), axis: 'usager', text: `Idée ${direction} ${unnamed}`, unnamed }
    return (await call<IdeaView>('post', '/ideas', { body })).id
  }

  /** Direction shown, and support count; an author's own support is not shown. */
  const placeIn = async (call: Awaited<ReturnType<typeof callsOf>>, id: string) => {
    const { direction } = await call<IdeaView>('get', '/ideas/:id', { params: { id } })
    const idea = await stage.app.database.read(tx => ideaRows(tx).find(id))
    return [direction, idea?.directions]
  }

  it('is not told to anybody where a handful of people work there, and is elsewhere', async () => {
    const [hidden, named] = [await written(SMALL, true), await written(SMALL, false)]
    const shown = await written(LARGE, true)
    for (const call of [await callsOf(lab), await callsOf(lea, SMALL, 'manager'), await callsOf(owen)]) {
      assert.deepEqual(await placeIn(call, hidden), [undefined, 0])
      assert.deepEqual(await placeIn(call, named), [SMALL, 1])
      assert.deepEqual(await placeIn(call, shown), [LARGE, 1])
      const { items } = await call<Page<IdeaView>>('get', '/ideas')
      assert.deepEqual(items.map(({ direction }) => direction ?? '').sort(), ['', LARGE, SMALL])
    }
  })

  it('goes unsaid by what is waited for, looked for and counted there: the Lab’ answers', async () => {
    const [hidden, named] = [await written(SMALL, true), await written(SMALL, false)]
    const [manager, organiser] = [await callsOf(lea, SMALL, 'manager'), await callsOf(lab)]
    const waiting = await manager<WaitingView>('get', '/directions/:id/waiting', { params: { id: SMALL } })
    assert.deepEqual(
      waiting.items.map(({ id }) => id),
      [named],
    )
    const answer = { params: { id: hidden }, body: { text: 'Nous essayons' } }
    await assert.rejects(manager('post', '/ideas/:id/answer', answer), Refusal)
    const found = await organiser<Page<{ id: string }>>('get', '/ideas/register', {
      query: { part: 'all', direction: SMALL },
    })
    assert.deepEqual(
      found.items.map(({ id }) => id),
      [named],
    )
    assert.equal(
      (await organiser<IdeaView>('post', '/ideas/:id/answer', answer)).answer?.text,
      'Nous essayons',
    )
    await stage.settle()
    clock.advance(TELL_AFTER)
    await stage.settle()
    const small = smallGroups(stage.app.programme.directions)
    const counts = await stage.app.database.read(tx => ideaRows(tx, small).cells())
    assert.deepEqual(counts.map(({ direction, state, count }) => [direction, state, count]).sort(), [
      ['', 'answered', 1],
      [SMALL, 'received', 1],
    ])
    const here = await stage.app.database.read(tx => ideaRows(tx, small).cellsOf(SMALL))
    assert.deepEqual(
      here.map(({ state, count }) => [state, count]),
      [['received', 1]],
    )
  })

  it('nor by a support from there, nor by the initiative that it becomes', async () => {
    const hidden = await written(SMALL, true)
    const call = await callsOf(lea, SMALL)
    const params = { id: hidden }
    await call('put', '/ideas/:id/support', { params, body: { support: true } })
    // One Direction is hers; that it is the author's as well is shown nowhere.
    assert.deepEqual(await placeIn(call, hidden), [undefined, 1])
    const organiser = await callsOf(lab)
    await organiser('put', '/ideas/:id/state', { params, body: { state: 'retained' } })
    await organiser('post', '/initiatives', { body: { nonce: randomIds.nonce(), idea: hidden } })
    const all = await call<Page<InitiativeView>>('get', '/initiatives')
    assert.deepEqual(
      all.items.map(({ direction }) => direction),
      [undefined],
    )
    const there = await call<Page<InitiativeView>>('get', '/initiatives', { query: { direction: SMALL } })
    assert.deepEqual(there.items, [])
  })

  /** How `who`, of whom no Direction is known, comes to work in the large one. */
  const FIRST: Readonly<Record<string, (who: Someone) => Promise<unknown>>> = {
    'they declare': who => callsOf(who, LARGE),
    'an organiser gives them': async who => {
      const { id } = await stage.app.people.greet({ ...who, tenant: TENANT, language: 'fr' })
      const placed = { params: { id }, body: { direction: LARGE } }
      return (await callsOf(lab))('put', '/people/:id/direction', placed)
    },
  }
  for (const [how, place] of Object.entries(FIRST))
    it(`stays unsaid by the first Direction that ${how}, which their named idea is put under`, async () => {
      const theirs = await written(SMALL, false, lea)
      const [named, hidden, joined] = [
        await written(undefined, false),
        await written(undefined, true),
        await written(undefined, true),
      ]
      const organiser = await callsOf(lab)
      await organiser('post', '/ideas/:id/merge', { params: { id: joined }, body: { into: theirs } })
      const read = () =>
        Promise.all(
          [hidden, joined, theirs].map(id => organiser<IdeaView>('get', '/ideas/:id', { params: { id } })),
        )
      const listed = async () => {
        const { items } = await organiser<Page<IdeaView>>('get', '/ideas')
        return items.filter(({ id }) => id !== named)
      }
      const [before, list] = [await read(), await listed()]
      await place(owen)
      await stage.settle()
      assert.deepEqual(await placeIn(organiser, named), [LARGE, 1])
      assert.deepEqual(await placeIn(organiser, hidden), [undefined, 0])
      assert.deepEqual(await read(), before)
      assert.deepEqual(await listed(), list)
    })

  it('stays unsaid by a first Direction while it is joined with their named one, and once it is taken from it', async () => {
    const [named, hidden] = [await written(undefined, false), await written(undefined, true)]
    const organiser = await callsOf(lab)
    await organiser('post', '/ideas/:id/merge', { params: { id: hidden }, body: { into: named } })
    await callsOf(owen, LARGE)
    await stage.settle()
    assert.deepEqual(await placeIn(organiser, named), [LARGE, 1])
    await organiser('post', '/ideas/:id/merge/undo', { params: { id: hidden } })
    assert.deepEqual(await placeIn(organiser, named), [LARGE, 1])
    assert.deepEqual(await placeIn(organiser, hidden), [undefined, 0])
  })

  it('keeps from nobody else that they are counted under theirs', async () => {
    const hidden = await written(undefined, true, lea)
    const params = { id: hidden }
    await (await callsOf(owen))('put', '/ideas/:id/support', { params, body: { support: true } })
    await callsOf(owen, LARGE)
    await stage.settle()
    assert.deepEqual(await placeIn(await callsOf(lab), hidden), [undefined, 1])
  })
})
