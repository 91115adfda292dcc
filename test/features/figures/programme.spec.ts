import assert from 'node:assert/strict'
import { programmePage } from '../../../src/features/figures/programme-page.ts'
import { total } from '../../../src/kernel/personal-data/counts.ts'
import { cell, figuresOf, pagesFrom, programmeWith } from '../../support/features/figures.ts'

const week = '2027-04-19'
const weeks = [{ week, day: '2027-04-22', takenAt: Date.UTC(2027, 3, 22, 4) }]

describe('the figures of the whole programme', () => {
  const programme = programmeWith([40, 60, 8, 22, 100])
  const [axis = '', other = ''] = programme.axes.map(({ id }) => id)
  const figures = figuresOf(programme, [
    { measure: 'participants', cells: [cell('d0', 23), cell('d1', 31), cell('d2', 8), cell('d3', 4)] },
    {
      measure: 'ideas',
      cells: [
        cell('d0', 14, axis, 'received'),
        cell('d1', 9, axis, 'received'),
        cell('d1', 4, other, 'answered'),
        cell('', 2, other, 'answered'),
      ],
    },
    { measure: 'commitments-unshared', cells: [cell('', 16, other)] },
  ])
  const participants = new Map([[week, figures.filter(({ measure }) => measure === 'participants')]])
  const page = programmePage({ programme, weeks, participants, last: figures })
  const pages = pagesFrom(programme, figures)

  it('count the people of all Directions by themselves, small ones too', () => {
    // 23 + 31 + 8 + 4 are 66; the Directions show 25 + 40 + 10.
    assert.equal(page.participation.count, 68)
    assert.equal(page.participation.share, pages[0]?.participation.average)
    assert.deepEqual(page.unshared, [
      { axis, count: 0 },
      { axis: other, count: 20 },
    ])
  })

  it('count all ideas, those of no Direction’s page too', () => {
    const received = (at: number) => page.ideas[at]?.states.find(({ state }) => state === 'received')?.count
    assert.equal(received(0), total(pages.map(each => each.ideas[0]?.received ?? total([]))))
    assert.equal(received(0), 23)
    assert.equal(total(pages.map(each => each.ideas[1]?.total ?? total([]))), 4)
    assert.equal(page.ideas[1]?.total, 6)
  })

  it('keep the programme’s order, and hide what a Direction’s page hides', () => {
    assert.deepEqual(
      page.directions.map(({ direction, count, share, small }) => [direction.id, count, share, small]),
      [
        ['d0', 25, 62, undefined],
        ['d1', 40, 66, undefined],
        ['d2', 0, 0, true],
        ['d3', 10, 45, undefined],
        ['d4', 0, 0, undefined],
      ],
    )
  })

  it('leave out a Direction that is no longer there', () => {
    const smaller = { ...programme, directions: programme.directions.slice(0, 1) }
    const { directions } = programmePage({ programme: smaller, weeks, participants, last: figures })
    assert.deepEqual(
      directions.map(({ direction }) => direction.id),
      ['d0'],
    )
  })

  it('are the sum of what Directions show where few people work, or in one alone: a second count would be a second look', () => {
    for (const headcounts of [[300], [60, 40, 30]]) {
      const few = programmeWith(headcounts)
      for (const draw of [() => 0, () => 0.3, () => 0.9]) {
        const counted = headcounts.map((headcount, at) => cell(`d${at}`, Math.floor(headcount / 2)))
        const kept = figuresOf(few, [{ measure: 'participants', cells: counted }], draw)
        assert.ok(kept.every(({ direction }) => direction !== ''))
        const parts = { programme: few, weeks, participants: new Map([[week, kept]]), last: kept }
        assert.equal(programmePage(parts).participation.count, total(kept.map(({ value }) => value)))
      }
    }
  })

  it('say nothing before the first snapshot', () => {
    const none = programmePage({ programme, weeks: [], participants: new Map(), last: [] })
    assert.equal(none.enough, false)
    assert.equal(none.takenAt, undefined)
    assert.deepEqual(none.weeks, [])
  })
})
