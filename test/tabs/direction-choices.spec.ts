import { deepEqual, equal } from 'node:assert/strict'
import { firstShown, isInCharge, offeredTo } from '../../src/tabs/client/data/sources/direction-choices.ts'
import { directionOf, tabOf } from '../../src/tabs/client/direction/choice/channel-tab.ts'

const named = (...ids: string[]) => ids.map(id => ({ id, name: `Direction ${id}` }))
const programme = { directions: named('a', 'b', 'c', 'd') }
const [a, b] = programme.directions

describe('the Directions that a tab offers', () => {
  it('are those led, then one’s own, then all others, each once', () => {
    const offered = offeredTo({ leads: named('d', 'b'), direction: { id: 'a', name: '' } }, programme)
    deepEqual(offered, { led: named('b', 'd'), own: named('a'), others: named('c') })
  })

  it('name one’s own among those led when it is', () => {
    deepEqual(offeredTo({ leads: named('b'), ...(b && { direction: b }) }, programme).own, [])
  })

  it('begin with what a link hints at, else the first led, else one’s own, else none', () => {
    const me = { leads: named('d'), ...(a && { direction: a }) }
    equal(firstShown(me, programme, 'c'), 'c')
    equal(firstShown(me, programme, 'nowhere'), 'd')
    equal(firstShown({ ...me, leads: [] }, programme, ''), 'a')
    equal(firstShown({ leads: [] }, programme, ''), undefined)
  })
})

describe('who is in charge of a Direction', () => {
  it('is who manages it, and the Lab’; a pilot leads it, and is not', () => {
    const leads = named('d')
    equal(isInCharge({ role: 'manager', leads }, 'd'), true)
    equal(isInCharge({ role: 'manager', leads }, 'a'), false)
    equal(isInCharge({ role: 'organiser', leads: [] }, 'a'), true)
    equal(isInCharge({ role: 'pilot', leads }, 'd'), false)
    equal(isInCharge({ role: 'observer', leads: [] }, 'a'), false)
  })
})

describe('a channel’s tab', () => {
  it('shows the chosen Direction to all its members, and is known again when it is set anew', () => {
    const tab = tabOf({ id: 'lycees', name: 'Direction des lycées' }, 'https://bot.example')
    deepEqual(tab, {
      entityId: 'direction-lycees',
      contentUrl: 'https://bot.example/tabs/direction?direction=lycees',
      name: 'Direction des lycées',
    })
    equal(directionOf(tab.entityId), 'lycees')
    equal(directionOf('personal'), '')
    equal(directionOf(undefined), '')
  })
})
