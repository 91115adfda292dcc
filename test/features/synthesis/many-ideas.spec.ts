import assert from 'node:assert/strict'
import fc from 'fast-check'
import { acceptedPoints } from '../../../src/features/grounding/domain.ts'
import { AXIS, ideaAt, lab, writerOf } from '../../support/features/syntheses.ts'
import { ideasOf, keepIdeas } from '../../support/features/themes.ts'
import { setStage } from '../../support/product/stage.ts'

const LONE = 'Un potager partagé sur le toit de la maison de Région'
const LONE_AT = 4_321
const TEXTS = Array.from({ length: 10_000 }, (_, at) =>
  at === LONE_AT ? LONE : `Une réunion de moins le ${at % 28} du mois`,
)

describe('a synthesis of ten thousand ideas', function () {
  this.timeout(120_000)
  let stage: Awaited<ReturnType<typeof setStage>>
  let by: Awaited<ReturnType<typeof writerOf>>
  before(async () => {
    stage = await setStage({ organisers: [lab.objectId] })
    by = await writerOf(stage)
    await keepIdeas(stage.app.database, ideasOf(AXIS, TEXTS))
    await by.call('post', '/themes/run', { body: { axis: AXIS } })
    await stage.settle()
  })
  after(() => stage.close())

  it('counts the one idea that is like no other, and takes a sentence on it alone', async () => {
    const before = await by.draft()
    assert.deepEqual([before.coverage.placed, before.coverage.aside, before.coverage.alone], [9_999, 1, 0])
    await by.call('put', '/ideas/:id/theme', {
      params: { id: ideaAt(LONE_AT) },
      body: { axis: AXIS, to: 'alone' },
    })
    const { id } = await by.write('Un potager serait partagé sur le toit.', [LONE_AT])
    const { alone, coverage } = await by.draft()
    assert.deepEqual([coverage.alone, alone.count, coverage.cited], [1, 1, 1])
    assert.deepEqual(
      alone.sentences.map(each => [each.id, each.ideas.map(({ text }) => text), each.faults]),
      [[id, [LONE], []]],
    )
  })

  it('draws sixty of them to be read', async () => {
    await by.drawSample()
    assert.equal((await by.draft()).sample.size, 60)
  })
})

describe('what is accepted of a model', () => {
  const given = new Map([
    ['i1', 'Un potager sur le toit'],
    ['i2', 'Deux réunions de moins'],
    ['i3', 'Une salle pour le silence'],
  ])
  const said = [
    { text: 'Un potager serait sur le toit.', ideas: ['i1'] },
    { text: '{n} veulent une salle de plus.', ideas: ['i3'] },
    { text: 'Deux réunions seraient de trop.', ideas: ['i2', 'i3'] },
    { text: 'La plupart veulent une salle.', ideas: ['i3'] },
    { text: 'Une salle pour les 12 agents.', ideas: ['i3'] },
    { text: 'Il y aurait {x} salles de plus.', ideas: ['i3'] },
  ]
  const texts = (points: readonly unknown[], sent: ReadonlyMap<string, string>, slots: readonly string[]) =>
    acceptedPoints(points, sent, 'fr', slots)
      .map(({ text }) => text)
      .toSorted()

  it('does not depend on the order of what it says, nor of what it was given', () => {
    const whole = texts(said, given, ['n'])
    assert.equal(whole.length, 3)
    const orders = fc.tuple(
      fc.shuffledSubarray(said, { minLength: said.length }),
      fc.shuffledSubarray([...given], { minLength: given.size }),
    )
    fc.assert(
      fc.property(orders, ([points, sent]) => {
        assert.deepEqual(texts(points, new Map(sent), ['n']), whole)
      }),
    )
  })

  it('is without a slot where none is offered', () => {
    assert.deepEqual(
      texts(said, given, []),
      texts(said, given, ['n']).filter(text => !text.includes('{')),
    )
  })
})
