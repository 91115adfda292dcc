import { deepEqual, equal } from 'node:assert/strict'
import {
  addressIn,
  addressWanted,
  barPlaceOf,
  SECTION_NAMES,
  sectionAddress,
} from '../../src/tabs/client/organiser/parts/address.ts'

describe('an address of the organisers’ tab', () => {
  it('leads back to the section and to what lies within it', () => {
    for (const name of SECTION_NAMES)
      deepEqual(addressIn(sectionAddress(name, 'a:b@c', 'd')), { name, path: ['a:b@c', 'd'], query: '' })
  })

  it('keeps filters beside the place', () => {
    deepEqual(addressIn('#/journal?role=pilot&refused=1'), {
      name: 'journal',
      path: [],
      query: 'role=pilot&refused=1',
    })
  })

  it('is the first page where it names none', () => {
    equal(sectionAddress('today'), '#/')
    for (const hash of ['', '#/', '#', '#/%E0', '#elsewhere', '#/no such/place'])
      deepEqual(addressIn(hash), { path: [], query: '' })
  })

  it('still leads to a workshop from when the tab held nothing else', () => {
    deepEqual(addressIn('#/k3Jd9-x_1'), { name: 'workshops', path: ['k3Jd9-x_1'], query: '' })
    equal(addressWanted('k3Jd9-x_1'), '#/workshops/k3Jd9-x_1')
  })

  it('still leads to the channels from when they were one of the first steps alone', () => {
    deepEqual(addressIn('#/today/channels'), { name: 'settings', path: ['channels'], query: '' })
    equal(addressWanted('today:channels'), '#/today/channels')
  })

  it('stands under « Réglages » in the bar where it is no weekly work', () => {
    deepEqual(
      SECTION_NAMES.filter(name => barPlaceOf(name) === 'settings'),
      ['settings', 'programme', 'journal'],
    )
    equal(SECTION_NAMES.filter(name => barPlaceOf(name) === name).length, 8)
  })

  it('is what a deep link asks for, and nothing where that names no section', () => {
    equal(addressWanted('workshops:k3Jd9:seats'), '#/workshops/k3Jd9/seats')
    equal(addressWanted('today'), '#/')
    equal(addressWanted(''), undefined)
    equal(addressWanted('no such place'), undefined)
  })
})
