import { deepEqual, equal } from 'node:assert/strict'
import { TITLE_LENGTH } from '../../src/features/initiatives/initiative/domain.ts'
import { PROSE_LENGTH, RESOURCES } from '../../src/features/initiatives/initiative/sheet.ts'
import { galleryActs } from '../../src/tabs/client/data/actions/gallery.ts'
import type { Call } from '../../src/tabs/client/data/api/call.ts'
import { EVERYTHING, isNarrowed, pathOf, queryIn } from '../../src/tabs/client/data/sources/gallery-query.ts'
import type { ListSources, SheetSources } from '../../src/tabs/client/data/store/gallery-stores.ts'
import { createStore } from '../../src/tabs/client/data/store/store.ts'
import { LIMITS, MOST_LINKS } from '../../src/tabs/client/gallery/dialogs/limits.ts'
import {
  addressOf,
  galleryAt,
  isAtTrial,
  sheetIn,
  trialAddressOf,
} from '../../src/tabs/client/gallery/initiative/address.ts'
import { initialsOf } from '../../src/tabs/client/gallery/initiative/carrier.tsx'
import { isBlank, isHttps } from '../../src/tabs/client/gallery/initiative/link.ts'

describe('the gallery’s addresses', () => {
  it('lead to the sheet of an initiative and back, and nowhere else', () => {
    equal(sheetIn(addressOf('0192-ab')), '0192-ab')
    equal(sheetIn(trialAddressOf('0192-ab')), '0192-ab')
    deepEqual([addressOf('0192-ab'), trialAddressOf('0192-ab')].map(isAtTrial), [false, true])
    for (const other of ['', '#', '#/', '#0192', '#/a/b', '#/%E9', '#/<script>', '#/:trial'])
      equal(sheetIn(other), '')
  })
})

describe('what is looked for in the gallery', () => {
  it('is asked of the server, and nothing that was not', () => {
    equal(pathOf(EVERYTHING), '/initiatives?sort=new')
    const query = {
      q: 'réparer & co',
      axis: 'equipe',
      direction: 'lycees',
      sort: 'supported',
      mine: true,
      trial: 'stopped',
    } as const
    equal(
      pathOf(query),
      '/initiatives?sort=supported&q=r%C3%A9parer+%26+co&axis=equipe&direction=lycees&trial=stopped&mine=1',
    )
  })

  it('stands in the address, which gives it back; what is not known there says nothing', () => {
    const query = {
      q: 'réparer & co',
      axis: 'equipe',
      direction: 'lycees',
      sort: 'supported',
      mine: true,
      trial: 'stopped',
    } as const
    const across = { ...EVERYTHING, sort: 'across' } as const
    for (const one of [EVERYTHING, query, across, { ...EVERYTHING, q: '#/?a=1' }]) {
      deepEqual(queryIn(galleryAt(one)), one)
      equal(sheetIn(galleryAt(one)), '')
    }
    equal(galleryAt(EVERYTHING), '#/')
    deepEqual(queryIn('#/?sort=worst&mine=yes&trial=planned&x=1'), EVERYTHING)
    deepEqual(queryIn('#/0192-ab'), EVERYTHING)
  })

  it('leaves some out only when it says what is wanted', () => {
    equal(isNarrowed({ ...EVERYTHING, sort: 'supported' }), false)
    for (const part of [
      { q: 'a' },
      { axis: 'a' },
      { direction: 'a' },
      { mine: true },
      { trial: 'running' } as const,
    ])
      equal(isNarrowed({ ...EVERYTHING, ...part }), true)
  })
})

describe('a person’s initials', () => {
  it('are those of their first and last words', () => {
    deepEqual(
      ['Karim Benali', 'Marie-Hélène de Saint-Amans', 'Élodie', 'Ana (Lab’)', '李 小龙', ''].map(initialsOf),
      ['KB', 'MA', 'É', 'A', '李小', ''],
    )
  })
})

describe('a link on a sheet', () => {
  it('is https, or nothing yet', () => {
    deepEqual(
      [
        'https://a.example/x',
        ' https://a.example ',
        'http://a.example',
        'javascript:alert(1)',
        'a.example',
        '',
      ].map(isHttps),
      [true, true, false, false, false, false],
    )
    deepEqual([isBlank({ title: ' ', url: '' }), isBlank({ title: 'a', url: '' })], [true, false])
  })
})

describe('a sheet’s fields', () => {
  it('take as much as the server does', () => {
    const { title, linkTitle, url: _, ...prose } = LIMITS
    deepEqual([title, linkTitle, MOST_LINKS], [TITLE_LENGTH, TITLE_LENGTH, RESOURCES])
    deepEqual(new Set(Object.values(prose)), new Set([PROSE_LENGTH]))
  })
})

describe('an act on a sheet', () => {
  it('shows at once on the sheet and in the list behind it', async () => {
    const one = { id: 'i1', idea: 'i1', title: 'Le carnet', supported: false, supports: 1, directions: 1 }
    const call = (async (method: string, path: string) => {
      if (method === 'PUT')
        return { id: 'i1', supported: true, supports: 2, directions: 2, text: 'a word of the idea' }
      return path === '/list' ? { items: [one, { ...one, id: 'i2', idea: 'i2' }] } : one
    }) as Call
    const list = createStore<ListSources>(call, {
      initiatives: async read => ({
        value: (await read<{ items: never[] }>('GET', '/list')).items,
        cut: false,
      }),
    })
    const sheet = createStore<SheetSources>(call, {
      sheet: async read => ({ value: await read<never>('GET', '/sheet'), cut: false }),
      trials: async () => ({ value: { past: [], mayPlan: false }, cut: false }),
    })
    await Promise.all([list.refresh(), sheet.refresh()])
    const [first] = list.snapshot().values.initiatives ?? []
    if (!first) throw new Error('the list is empty')
    await galleryActs({ list, sheet }).support(first, true)
    const after = { ...one, supported: true, supports: 2, directions: 2 }
    deepEqual(list.snapshot().values.initiatives?.[0], after)
    equal(list.snapshot().values.initiatives?.[1]?.supported, false)
    deepEqual(sheet.snapshot().values.sheet, after)
  })
})
