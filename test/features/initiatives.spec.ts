import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { ideaStore } from '../../src/features/ideas/idea/store.ts'
import { firstTitle } from '../../src/features/initiatives/initiative/domain.ts'
import { membershipStore } from '../../src/features/initiatives/initiative/membership-store.ts'
import { resourcesIn, stepsBetween } from '../../src/features/initiatives/initiative/sheet.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { featuresOn, freshForm } from '../support/features/ideas.ts'

const TEXT = 'Un carnet de passation d’une page'
const SHEET = { problem: '', story: '', inspiring: '', outcome: '', phase: 'explore', resources: [] } as const

describe('the sheet of an initiative', () => {
  it('begins with the idea’s words, cut between two of them when they are too long', () => {
    assert.equal(firstTitle(TEXT), TEXT)
    assert.equal(firstTitle(`${'mot '.repeat(40)}fin`), `${'mot '.repeat(29).trim()}…`)
    assert.equal(firstTitle('🪪'.repeat(200)), `${'🪪'.repeat(119)}…`)
  })

  it('reads links line by line, the address last', () => {
    assert.deepEqual(
      resourcesIn('Le guide : https://a.example\n\n  https://b.example  \nhttps://c.example fin'),
      [
        { title: 'Le guide', url: 'https://a.example' },
        { title: '', url: 'https://b.example' },
        { title: 'https://c.example', url: 'fin' },
      ],
    )
  })

  it('has others hear of another phase and of a first outcome, and of nothing else', () => {
    const before = { ...SHEET, title: 'Une' }
    assert.deepEqual(stepsBetween(before, { ...before, title: 'Deux', problem: 'Un' }), [])
    const steps = (now: object) => stepsBetween(before, { ...before, ...now }).map(({ kind }) => kind)
    assert.deepEqual(steps({ phase: 'test', outcome: 'Oui' }), ['phase', 'outcome'])
    assert.deepEqual(steps({ phase: 'done' }), ['phase'])
    assert.deepEqual(steps({ phase: 'done', outcome: 'Oui' }), ['outcome'])
    assert.deepEqual(stepsBetween({ ...before, outcome: 'Oui' }, { ...before, outcome: 'Non' }), [])
  })
})

onEachEngine('initiatives', engine => {
  const clock = fixedClock()
  const fresh = freshDatabase(engine, { clock })
  let { ideas, initiatives, person, thread } = {} as ReturnType<typeof featuresOn>
  let [camille, sophie, maelle] = [] as unknown as [Actor, Actor, Actor]

  beforeEach(async () => {
    ;({ ideas, initiatives, person, thread } = featuresOn(fresh.db, clock))
    camille = await person('camille', 'lycees')
    sophie = await person('sophie')
    maelle = await person('maelle')
  })

  async function retained(author = camille): Promise<string> {
    const { id } = await ideas.submit(author, { text: TEXT, axis: 'equipe' }, freshForm(author))
    await fresh.db.transact(tx => ideaStore(tx).setState(id, 'retained'))
    return id
  }
  const crowd = (size: number) => Promise.all(Array.from({ length: size }, (_, n) => person(`personne-${n}`)))

  it('are carried by one of those who say so at once, however often each tap arrives', async () => {
    const id = await retained()
    const people = await crowd(16)
    const taps = people.flatMap(actor => {
      const keys = freshForm(actor)
      return [1, 2].map(() => initiatives.carry(actor, id, keys))
    })
    const ends = await Promise.allSettled(taps)
    const refused = ends.filter(end => end.status === 'rejected').map(({ reason }) => reason.code)
    assert.deepEqual(new Set(refused), new Set(['initiative-carried']))
    const sheet = await initiatives.sheet(sophie, id)
    assert.deepEqual([sheet.members, sheet.names.length, sheet.names[0] === sheet.ownerName], [1, 1, true])
    const { items } = await thread.of('idea', id, 20)
    assert.equal(items.filter(({ kind }) => kind === 'initiative').length, 1)
  })

  it('count who takes part, whatever the order of taps', async () => {
    const id = await retained()
    await initiatives.carry(sophie, id, freshForm(sophie))
    const people = await crowd(16)
    await Promise.all(
      people.flatMap((actor, n) => [
        initiatives.join(actor, id, true),
        initiatives.join(actor, id, n % 2 === 0),
      ]),
    )
    const { members } = await initiatives.sheet(sophie, id)
    const rows = await fresh.db.read(tx => membershipStore(tx).members(id, 50))
    assert.equal(members, rows.length)
    await Promise.all(people.map(actor => initiatives.join(actor, id, false)))
    assert.equal((await initiatives.sheet(sophie, id)).members, 1)
  })

  it('are not carried again by a tap that arrives late, after its owner left', async () => {
    const id = await retained()
    const keys = freshForm(sophie)
    await initiatives.carry(sophie, id, keys)
    await initiatives.join(sophie, id, false)
    const late = await initiatives.carry(sophie, id, keys)
    assert.deepEqual([late.mine, late.mayCarry], [false, true])
  })

  it('are gone while their idea is hidden, and as they were once it is shown again', async () => {
    const id = await retained()
    await initiatives.carry(sophie, id, freshForm(sophie))
    const { id: other } = { id: await retained() }
    await initiatives.carry(sophie, other, freshForm(sophie))
    const before = await initiatives.sheet(sophie, id)
    const listed = async () =>
      (await initiatives.list(sophie, { sort: 'supported' }, 20)).items.map(each => each.id)
    await ideas.hide(maelle, id, 'Nomme quelqu’un')
    assert.deepEqual(await listed(), [other])
    assert.deepEqual((await initiatives.sheet(sophie, other)).others, [])
    const refused = { code: 'idea-hidden', details: { reason: 'Nomme quelqu’un' } }
    await assert.rejects(initiatives.sheet(sophie, id), refused)
    await assert.rejects(initiatives.join(maelle, id, true), refused)
    await assert.rejects(initiatives.edit(sophie, id, { ...SHEET, title: 'Une' }), refused)
    await assert.rejects(
      initiatives.inspire(camille, id, { text: 'Une', unnamed: false }, freshForm(camille)),
      refused,
    )
    assert.equal((await initiatives.posted(id))?.gone, true)
    await ideas.restore(maelle, id)
    assert.equal((await listed()).length, 2)
    const after = await initiatives.sheet(sophie, id)
    assert.deepEqual([after.title, after.names, after.members], [before.title, before.names, before.members])
  })

  it('never name an author who chose not to be, nor one who is inspired', async () => {
    const id = await retained()
    await fresh.db.transact(tx =>
      open(tx).updateTable('idea').set({ unnamed: 1 }).where('id', '=', id).execute(),
    )
    await initiatives.carry(sophie, id, freshForm(sophie))
    const { idea, names } = await initiatives.sheet(maelle, id)
    assert.deepEqual([idea.authorName, names], ['', ['sophie']])
    await ideas.submit(camille, { text: 'Aussi', inspiredBy: id, unnamed: true }, freshForm(camille))
    const inspired = (await thread.of('idea', id, 20)).items.filter(({ kind }) => kind === 'inspired')
    assert.deepEqual(
      inspired.map(({ by }) => by),
      [undefined],
    )
  })

  it('keep the link of what was proposed after them while it can be read', async () => {
    const id = await retained()
    await initiatives.carry(sophie, id, freshForm(sophie))
    const made = await initiatives.inspire(
      camille,
      id,
      { text: 'Ici aussi', unnamed: false },
      freshForm(camille),
    )
    assert.deepEqual(made.source, { id, text: TEXT })
    await ideas.hide(maelle, id, 'Nomme quelqu’un')
    assert.equal((await ideas.show(sophie, made.id)).source, undefined)
  })
})
