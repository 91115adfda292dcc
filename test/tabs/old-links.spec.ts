import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { addressWanted } from '../../src/tabs/client/organiser/parts/address.ts'

// Links stand in messages, mails and on paper: whatever becomes of a page, none of them stops arriving. Only add lines.
const ENTITIES = ['personal', 'direction', 'organiser', 'gallery']
/** What opens above the personal tab: a thing by its id, or a page by its name. */
const THINGS = ['idea', 'ballot', 'commitment', 'workshop']
const OPENED = ['preferences', 'propose']
/** Pages in place of the personal tab, by what stands before the colon. */
const PAGES = ['check-in', 'harvest', 'room', 'summary', 'series-summary', 'remote']
const PLACES = ['cockpit', 'data', 'past']
const ORGANISED: Readonly<Record<string, string>> = {
  today: '#/',
  'today:steps': '#/today/steps',
  'today:new': '#/today/new',
  'today:channels': '#/today/channels',
  workshops: '#/workshops',
  k3Jd9: '#/workshops/k3Jd9',
  'workshops:k3Jd9': '#/workshops/k3Jd9',
  'workshops:k3Jd9:run': '#/workshops/k3Jd9/run',
  'workshops:series:k3Jd9': '#/workshops/series/k3Jd9',
  'workshops:new': '#/workshops/new',
  'remote:k3Jd9': '#/workshops/k3Jd9/remote',
  ballots: '#/ballots',
  'ballots:k3Jd9': '#/ballots/k3Jd9',
  ideas: '#/ideas',
  'ideas:k3Jd9': '#/ideas/k3Jd9',
  'ideas:box': '#/ideas/box',
  broadcasts: '#/broadcasts',
  'broadcasts:k3Jd9': '#/broadcasts/k3Jd9',
  'broadcasts:announced': '#/broadcasts/announced',
  people: '#/people',
  'people:roles:manager': '#/people/roles/manager',
  'people:pilots:lycees': '#/people/pilots/lycees',
  programme: '#/programme',
  'programme:file': '#/programme/file',
  figures: '#/figures',
  'figures:export': '#/figures/export',
  'figures:publication': '#/figures/publication',
  journal: '#/journal',
  settings: '#/settings',
  'settings:channels': '#/settings/channels',
}

const textOf = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const navigation = (name: string) => textOf(`src/tabs/client/personal/navigation/${name}`)

describe('an old link', () => {
  it('finds its tab under the same entity id', () => {
    const { staticTabs } = JSON.parse(textOf('appPackage/manifest.json')) as {
      staticTabs: readonly { entityId: string }[]
    }
    const ids = staticTabs.map(({ entityId }) => entityId)
    deepEqual(
      ENTITIES.filter(id => !ids.includes(id)),
      [],
    )
  })

  it('finds its place in the organisers’ tab', () => {
    for (const [wanted, address] of Object.entries(ORGANISED)) equal(addressWanted(wanted), address, wanted)
  })

  // These files hold JSX, which Node does not read: what they name is read as text.
  it('finds what it opens in the personal tab', () => {
    const asked = /const ASKED = \/(.+)\/\n/.exec(navigation('linked-thing.tsx'))?.[1] ?? ''
    ok(asked !== '')
    for (const wanted of [...THINGS.map(thing => `${thing}:k3Jd9-x_1`), ...OPENED])
      match(wanted, new RegExp(asked))
    const pages = navigation('linked-page.tsx')
    for (const name of PAGES) match(pages, new RegExp(`^ {2}'?${name}'?: lazy`, 'm'))
    const named = /PAGE_NAMES = \[(.*)\]/.exec(navigation('addresses.ts'))?.[1] ?? ''
    for (const name of PLACES) ok(named.includes(`'${name}'`), name)
  })
})
