import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { open } from '../../src/db/index.ts'
import { citedIdeaStore } from '../../src/features/synthesis/sentence/cited-store.ts'
import type { Sentence, Synthesis } from '../../src/features/synthesis/sentence/domain.ts'
import { objectionStore } from '../../src/features/synthesis/sentence/objection-store.ts'
import type { Objection } from '../../src/features/synthesis/sentence/objections.ts'
import { sampleStore } from '../../src/features/synthesis/sentence/sample-store.ts'
import { sentenceStore } from '../../src/features/synthesis/sentence/sentence-store.ts'
import { synthesisStore } from '../../src/features/synthesis/sentence/store.ts'
import { placementStore } from '../../src/features/themes/placement-store.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../support/database/engines.ts'
import { ideasOf, keepIdeas } from '../support/features/themes.ts'

const AXIS = 'equipe'
const DRAFT: Synthesis = { id: 'd', axis: AXIS, state: 'draft', changedAt: 5 }
const OUT: Synthesis = {
  id: 'p',
  axis: AXIS,
  state: 'published',
  changedAt: 7,
  published: { at: 7, by: 'm', ideas: 3, agreement: { read: 60, right: 55, whole: false } },
}

onEachEngine('the rows of a synthesis', engine => {
  const standing = freshDatabase(engine, { clock: fixedClock() })
  const ideas = ideasOf(AXIS, ['un', 'deux', 'trois'])
  const [one = '', two = '', three = ''] = ideas.map(({ id }) => id)
  const SENTENCE: Sentence = {
    id: 's',
    synthesis: 'd',
    theme: 'reunions',
    position: 1,
    text: 'Moins de réunions.',
    model: 'mistral',
    proposal: 'r',
    cited: 2,
    decision: 'undecided',
    ideas: [two, one],
  }

  const write = (work: (tx: Parameters<typeof open>[0]) => Promise<void>) => standing.db.transact(work)
  const held = (id = 'd') => standing.db.read(tx => sentenceStore(tx).of(id))

  it('keep one draft and one published of an axis', async () => {
    await write(async tx => {
      for (const synthesis of [DRAFT, { ...DRAFT, id: 'e' }, OUT]) await synthesisStore(tx).add(synthesis)
      await synthesisStore(tx).touch('d', 6)
    })
    const found = await standing.db.transact(async tx => [
      await synthesisStore(tx).lock(AXIS, 'draft'),
      await synthesisStore(tx).find(AXIS, 'published'),
      await synthesisStore(tx).find('usager', 'draft'),
    ])
    assert.deepEqual(found, [{ ...DRAFT, changedAt: 6 }, OUT, undefined])
    assert.deepEqual(await standing.db.read(tx => synthesisStore(tx).published([AXIS, 'usager'])), [OUT])
    assert.deepEqual(await standing.db.read(tx => synthesisStore(tx).published([])), [])
  })

  it('keep a sentence with its ideas in their order, change it, decide it and remove it', async () => {
    await keepIdeas(standing.db, ideas)
    const last: Sentence = { ...SENTENCE, id: 't', position: 2, ideas: [], cited: 0 }
    await write(async tx => {
      await synthesisStore(tx).add(DRAFT)
      for (const sentence of [last, SENTENCE]) await sentenceStore(tx).add(sentence)
    })
    assert.deepEqual(await held(), [SENTENCE, last])
    assert.equal(await standing.db.read(tx => synthesisStore(tx).axisOf('s')), AXIS)
    assert.equal(await standing.db.read(tx => synthesisStore(tx).axisOf('z')), undefined)
    const { model: _, ...plain } = SENTENCE
    const reworded = {
      ...plain,
      text: 'Autres mots',
      ideas: [three],
      cited: 1,
      decision: 'reworded',
    } as const
    await write(async tx => {
      await sentenceStore(tx).put({ ...reworded, decidedBy: 'm', decidedAt: 8 })
      await sentenceStore(tx).place('s', 3)
      await sentenceStore(tx).decide('t', 'removed', 'm', 9)
    })
    const removed = { ...last, decision: 'removed', decidedBy: 'm', decidedAt: 9 }
    const placed = { ...reworded, decidedBy: 'm', decidedAt: 8, position: 3 }
    assert.deepEqual(await held(), [removed, placed])
    await write(async tx => {
      await sentenceStore(tx).decide('s', 'undecided', undefined, 9)
      await sentenceStore(tx).remove(['t'])
      await sentenceStore(tx).remove([])
    })
    assert.deepEqual(await held(), [{ ...reworded, decision: 'undecided', position: 3 }])
    await write(tx => synthesisStore(tx).remove('d'))
    assert.deepEqual(await held(), [])
    assert.deepEqual(await standing.db.read(tx => citedIdeaStore(tx).citedIn('d', AXIS)), new Map())
  })

  it('keep what an author objects to, of each one, until it is forgotten or its sentence goes', async () => {
    await keepIdeas(standing.db, ideas)
    const said: Objection = { sentence: 's', person: 'a', wording: 'w', saidOn: '2027-04-22' }
    const ended: Objection = { ...said, person: 'b', endedOn: '2027-04-23' }
    const copy: Sentence = { ...SENTENCE, id: 'c', synthesis: 'p', origin: 's' }
    await write(async tx => {
      for (const synthesis of [DRAFT, OUT]) await synthesisStore(tx).add(synthesis)
      for (const sentence of [SENTENCE, copy]) await sentenceStore(tx).add(sentence)
      for (const each of [{ ...said, wording: 'v' }, said, ended]) await objectionStore(tx).put(each)
    })
    const objected = (axis = AXIS) => standing.db.read(tx => objectionStore(tx).of(axis))
    const byPerson = (one: Objection, other: Objection) => (one.person < other.person ? -1 : 1)
    assert.deepEqual(await held('p'), [copy])
    assert.deepEqual((await objected()).toSorted(byPerson), [said, ended])
    assert.deepEqual(await objected('usager'), [])
    await write(tx => objectionStore(tx).forget('2027-04-23'))
    assert.equal((await objected()).length, 2)
    await write(tx => objectionStore(tx).forget('2027-04-24'))
    assert.deepEqual(await objected(), [said])
    const find = (person: string) => standing.db.read(tx => objectionStore(tx).find('s', person))
    assert.deepEqual([await find('a'), await find('b')], [said, undefined])
    await write(async tx => {
      await objectionStore(tx).put(ended)
      await objectionStore(tx).remove(said)
    })
    assert.deepEqual(await objected(), [ended])
    await write(tx => sentenceStore(tx).remove(['s']))
    assert.deepEqual(await objected(), [])
  })

  it('read of ideas what everybody sees of the axis', async () => {
    await keepIdeas(standing.db, ideas)
    await write(async tx => {
      await synthesisStore(tx).add(DRAFT)
      await sentenceStore(tx).add(SENTENCE)
      await sql`update idea set hidden_at = 1 where id = ${two}`.execute(open(tx))
    })
    const read = async (axis: string) =>
      standing.db.read(async tx => [
        [...(await citedIdeaStore(tx).citedIn('d', axis)).keys()],
        [...(await citedIdeaStore(tx).among([one, two, three], axis)).keys()].sort(),
        [...(await citedIdeaStore(tx).among([], axis)).keys()],
      ])
    assert.deepEqual(await read(AXIS), [[one], [one, three], []])
    assert.deepEqual(await read('usager'), [[], [], []])
  })

  it('lose what stood on erased words: citations, sentences they alone carried, and those that may quote', async () => {
    await keepIdeas(standing.db, ideas)
    const quoting: readonly Sentence[] = ['« un »', '“un”', '"un"'].map((text, at) => ({
      ...SENTENCE,
      id: `q${at}`,
      text,
    }))
    await write(async tx => {
      await synthesisStore(tx).add(DRAFT)
      for (const sentence of [SENTENCE, { ...SENTENCE, id: 'a', ideas: [one] }, ...quoting])
        await sentenceStore(tx).add(sentence)
      await sentenceStore(tx).add({ ...SENTENCE, id: 'far', text: '« trois »', ideas: [three] })
    })
    await write(async tx => {
      await sql`update idea set text = 'autre' where id = ${one}`.execute(open(tx))
    })
    assert.equal((await held()).length, 6)
    await write(async tx => {
      await sql`update idea set text = '' where id = ${one}`.execute(open(tx))
    })
    assert.deepEqual(
      (await held()).map(({ id, ideas }) => [id, ideas]),
      [
        ['far', [three]],
        ['s', [two]],
      ],
    )
  })

  it('draw of what words have placed, and keep what was said of each', async () => {
    await keepIdeas(standing.db, ideas)
    await write(async tx => {
      await placementStore(tx).putByWords(ideas.map(idea => ({ ...idea, theme: 'reunions' })))
      await placementStore(tx).put(ideas[2] ?? { id: '', at: 0 }, { theme: 'reunions', placed: 'hand' })
    })
    const placed = await standing.db.read(tx => sampleStore(tx).placedByWords(AXIS, ['reunions', 'outils']))
    assert.deepEqual(
      placed.toSorted((a, b) => (a.idea < b.idea ? -1 : 1)),
      [
        { idea: one, theme: 'reunions' },
        { idea: two, theme: 'reunions' },
      ],
    )
    assert.deepEqual(await standing.db.read(tx => sampleStore(tx).placedByWords(AXIS, [])), [])
    const draw = { at: 4, words: 'w', of: 2 }
    await write(async tx => {
      await sampleStore(tx).put(AXIS, { ...draw, of: 1 }, [{ idea: three, theme: 'outils' }])
      await sampleStore(tx).put(AXIS, draw, placed)
      await sampleStore(tx).judge(AXIS, one, false)
      await sampleStore(tx).judge('usager', two, true)
      await sql`update idea set hidden_at = 1 where id in (${one}, ${two})`.execute(open(tx))
    })
    const read = () =>
      standing.db.read(async tx => [
        await sampleStore(tx).draw(AXIS),
        await sampleStore(tx).sampled(AXIS),
        await sampleStore(tx).toRead(AXIS),
      ])
    // Read and hidden since it counts; hidden before it was read it does not.
    assert.deepEqual(await read(), [draw, [{ idea: one, theme: 'reunions', right: false }], []])
    await write(async tx => {
      await sql`update idea set hidden_at = null where id = ${two}`.execute(open(tx))
      await sql`update idea set text = '' where id = ${one}`.execute(open(tx))
    })
    assert.deepEqual(await read(), [
      draw,
      [{ idea: two, theme: 'reunions' }],
      [{ id: two, text: 'deux', theme: 'reunions' }],
    ])
    assert.equal(await standing.db.read(tx => sampleStore(tx).draw('usager')), undefined)
  })

  it('read the ideas of a theme from the oldest on, with what each is for or against', async () => {
    await keepIdeas(standing.db, ideas)
    await write(async tx => {
      const [first, second, third] = ideas
      if (!first || !second || !third) return
      await placementStore(tx).put(second, { theme: 'a', placed: 'hand', stance: 'for' })
      await placementStore(tx).putByWords([{ ...first, theme: 'a' }])
      await placementStore(tx).put(third, { placed: 'hand' })
    })
    const standingOf = (theme?: string) => standing.db.read(tx => citedIdeaStore(tx).standing(AXIS, theme))
    assert.deepEqual(await standingOf('a'), [{ id: one }, { id: two, stance: 'for' }])
    assert.deepEqual(await standingOf(), [{ id: three }])
  })
})
