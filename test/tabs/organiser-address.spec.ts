import { deepEqual, equal } from 'node:assert/strict'
import {
  addressIn,
  addressWanted,
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

  it('is what a deep link asks for, and nothing where that names no section', () => {
    equal(addressWanted('workshops:k3Jd9:seats'), '#/workshops/k3Jd9/seats')
    equal(addressWanted('today'), '#/')
    equal(addressWanted(''), undefined)
    equal(addressWanted('no such place'), undefined)
  })
})
