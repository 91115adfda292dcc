import { deepEqual } from 'node:assert/strict'
import { inputsOf, NO_CHANGE, shownOf } from '../../src/tabs/client/personal/settings/preferences.ts'
import type { PreferencesView } from '../../src/tabs/contract/messages.ts'

const HELD: PreferencesView = {
  perWeek: 2,
  most: 3,
  takenThisWeek: 0,
  daysOff: ['wednesday'],
  workdays: ['monday', 'wednesday', 'friday'],
  topics: [
    { topic: 'idea-answered', on: true },
    { topic: 'workshop-moved', on: false },
  ],
}

describe('what one prefers to receive', () => {
  it('sends only what differs, each topic on its own', () => {
    const changes = {
      perWeek: 1,
      pausedUntil: '2027-06-01',
      topics: { 'idea-answered': false, 'workshop-moved': false },
    }
    deepEqual(inputsOf(HELD, changes), [
      { perWeek: 1, pausedUntil: '2027-06-01' },
      { topic: { topic: 'idea-answered', on: false } },
    ])
    deepEqual(inputsOf(HELD, NO_CHANGE), [])
    deepEqual(inputsOf(HELD, { perWeek: 2, pausedUntil: '', topics: {} }), [])
  })

  it('sends the days off as they then are, and none that stay', () => {
    const chosen = (daysOff: PreferencesView['daysOff']) => inputsOf(HELD, { daysOff, topics: {} })
    deepEqual(chosen(['monday', 'wednesday']), [{ daysOff: ['monday', 'wednesday'] }])
    deepEqual(chosen([]), [{ daysOff: [] }])
    deepEqual(chosen(['wednesday']), [])
  })

  it('takes up a topic that fell silent', () => {
    const silent = { ...HELD, topics: [{ topic: 'idea-answered', on: false, quiet: true }] } as const
    deepEqual(shownOf(silent, NO_CHANGE), silent)
    const changes = { topics: { 'idea-answered': true } }
    deepEqual(shownOf(silent, changes).topics, [{ topic: 'idea-answered', on: true }])
    deepEqual(inputsOf(silent, changes), [{ topic: { topic: 'idea-answered', on: true } }])
  })

  it('ends a pause with nothing in its place', () => {
    const paused = { ...HELD, pausedUntil: '2027-06-01' }
    deepEqual(inputsOf(paused, { pausedUntil: '', topics: {} }), [{ pausedUntil: null }])
    deepEqual(inputsOf(paused, NO_CHANGE), [])
  })

  it('shows what was changed over what is held', () => {
    deepEqual(shownOf(HELD, { topics: { 'workshop-moved': true } }).topics, [
      { topic: 'idea-answered', on: true },
      { topic: 'workshop-moved', on: true },
    ])
  })
})
