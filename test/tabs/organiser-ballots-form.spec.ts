import assert from 'node:assert/strict'
import { askedOf, channelsOf, EMPTY, inputOf } from '../../src/tabs/client/organiser/ballots/form.ts'
import { presetOf, roomOf, usualEnd, workdaysAfter } from '../../src/tabs/client/organiser/ballots/presets.ts'

const channels = ['first', 'second'].map(id => ({ id, name: id, team: '' }))
const workshops = [
  { id: 'w', title: 'Un', startsAt: 1, endsAt: 2, channel: 'second', channels: ['second', 'first', 'gone'] },
  { id: 'v', title: 'Deux', startsAt: 2, endsAt: 3, channel: 'gone', channels: ['gone'] },
  { id: 'u', title: 'Trois', startsAt: 3, endsAt: 4 },
]
const choices = { channels, workshops }
const at = { now: Date.parse('2027-05-07T08:00:00Z'), zone: 'Europe/Paris' }

describe('whom a ballot asks', () => {
  it('brings the channels of the workshop with it, those that can be chosen, and no other', () => {
    const asked = (audience: string) => askedOf(audience, EMPTY, choices).channels
    assert.deepEqual(['workshop:w', 'workshop:v', 'workshop:u', 'everybody'].map(asked), [
      ['second', 'first'],
      [],
      [],
      [],
    ])
    assert.deepEqual(channelsOf('everybody', choices), [])
  })

  it('leaves the channels that somebody chose', () => {
    const placed = { ...EMPTY, channels: ['first'], placed: true }
    assert.deepEqual(askedOf('workshop:w', placed, choices), { audience: 'workshop:w' })
    assert.equal('placed' in inputOf(placed, at), false)
  })

  it('appears in the channels chosen and in those of the Directions chosen', () => {
    const places = { channels: ['first', 'second'], places: ['lycees', 'culture'], placed: true }
    const { channel, channels, directions } = inputOf({ ...EMPTY, ...places }, at)
    assert.deepEqual([channel, channels, directions], ['', 'first,second', 'lycees,culture'])
  })

  it('is in no channel that a form from before kept and this one does not show', () => {
    const kept = { ...EMPTY, channel: 'first' }
    assert.equal(inputOf(kept, at).channel, '')
  })
})

describe('a ballot ready to use', () => {
  const now = Date.parse('2027-05-07T08:00:00Z')
  const times = { now, today: '2027-05-07' }
  const room = { id: 'r', title: 'En cours', startsAt: now - 1, endsAt: now + 1, channels: ['first'] }
  const around = { channels, workshops: [...workshops, room] }

  it('ends a workshop with five points, three at most on one option, in a quarter of an hour', () => {
    const set = presetOf('workshop', EMPTY, around, times)
    const { kind, most, per, audience, channels, results, ends } = set
    assert.deepEqual([kind, most, per, results, ends], ['dots', '5', '3', 'closing', 'soon'])
    assert.deepEqual([audience, channels], ['workshop:r', ['first']])
    const { date, time } = inputOf({ ...EMPTY, ...set }, at)
    assert.deepEqual([date, time], ['2027-05-07', '10:15'])
  })

  it('asks the people of the last workshop until an evening, where none is under way', () => {
    const set = presetOf('workshop', { ...EMPTY, ...usualEnd('2027-05-07') }, choices, times)
    assert.deepEqual([set.audience, set.ends], ['workshop:u', 'day'])
    assert.equal(presetOf('workshop', EMPTY, { channels, workshops: [] }, times).audience, 'everybody')
  })

  it('asks everybody what to try first, for ten working days', () => {
    const { kind, most, audience, results, secret, date, time } = presetOf('first', EMPTY, choices, times)
    assert.deepEqual([kind, most, audience, results, secret], ['approval', '3', 'everybody', 'live', 'off'])
    assert.deepEqual([date, time], ['2027-05-21', '18:00'])
  })

  it('asks Directions of a delicate subject, in secret, and takes nothing that was typed', () => {
    const set = presetOf('delicate', { ...EMPTY, question: 'Quoi ?' }, choices, times)
    const { kind, audience, secret, date } = set
    assert.deepEqual([kind, audience, secret, date], ['single', 'directions', 'on', '2027-05-14'])
    for (const name of ['question', 'ideas', 'options']) assert.equal(name in set, false)
    // A channel that somebody chose stays, whichever is pressed.
    const placed = { ...EMPTY, channel: 'first', placed: true }
    assert.equal('channel' in presetOf('first', placed, choices, times), false)
  })

  it('begins a week from now, in the evening of a day on which people work', () => {
    assert.deepEqual(usualEnd('2027-05-07'), { date: '2027-05-14', time: '18:00' })
    assert.equal(usualEnd('2027-05-08').date, '2027-05-17')
    assert.equal(workdaysAfter('2027-05-07', 1), '2027-05-10')
  })

  it('knows the room that is together now, and no other', () => {
    assert.equal(roomOf('workshop:r', around, now)?.id, 'r')
    assert.equal(roomOf('workshop:r', around, now + 1), undefined)
    assert.equal(roomOf('workshop:w', around, now), undefined)
    assert.equal(roomOf('everybody', around, now), undefined)
  })
})
