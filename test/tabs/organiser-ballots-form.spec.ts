import assert from 'node:assert/strict'
import { askedOf, channelOf, EMPTY, inputOf } from '../../src/tabs/client/organiser/ballots/form.ts'

const channels = ['first', 'second'].map(id => ({ id, name: id, team: '' }))
const workshops = [
  { id: 'w', title: 'Un', startsAt: 1, channel: 'second' },
  { id: 'v', title: 'Deux', startsAt: 2, channel: 'gone' },
  { id: 'u', title: 'Trois', startsAt: 3 },
]
const choices = { channels, workshops }

describe('whom a ballot asks', () => {
  it('brings the channel of the workshop with it, where that can be chosen, and no other', () => {
    const asked = (audience: string) => askedOf(audience, EMPTY, choices).channel
    assert.deepEqual(['workshop:w', 'workshop:v', 'workshop:u', 'everybody'].map(asked), [
      'second',
      '',
      '',
      '',
    ])
    assert.equal(channelOf('everybody', choices), undefined)
  })

  it('leaves the channel that somebody chose', () => {
    const placed = { ...EMPTY, channel: 'first', placed: true }
    assert.deepEqual(askedOf('workshop:w', placed, choices), { audience: 'workshop:w' })
    assert.equal('placed' in inputOf(placed), false)
  })

  it('appears in the channels of the Directions chosen, in the place of one', () => {
    const { channel, directions } = inputOf({ ...EMPTY, places: ['lycees', 'culture'], placed: true })
    assert.deepEqual([channel, directions], ['', 'lycees,culture'])
  })
})
