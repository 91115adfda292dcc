import assert from 'node:assert/strict'
import { exact } from '../../src/kernel/personal-data/counts.ts'
import { seatsText } from '../../src/tabs/client/organiser/workshops/workshop/texts.ts'
import type { PlannedStage } from '../../src/tabs/contract/workshops/planning.ts'
import { voice } from './translators.ts'

const said = (stage: PlannedStage) =>
  seatsText({ seats: exact('seats', 4), capacity: 24, stage }, voice('fr'))

describe('the seats of a day in the list of a series', () => {
  it('are not said of one that is cancelled: nobody has a seat there', () => {
    assert.equal(said('cancelled'), '')
  })

  it('are said of any other, taken or to come', () => {
    assert.deepEqual(
      [said('announced'), said('postponed'), said('draft')],
      ['4 sur 24', '4 sur 24', '24 places'],
    )
  })
})
