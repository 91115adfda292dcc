import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Key } from '../../src/i18n/words.ts'
import { messageAt } from '../../src/i18n/words.ts'
import type { Person } from '../support/sign-in/cast.ts'
import { CAMILLE, INES, MAELLE } from '../support/sign-in/cast.ts'
import { BASILE, ODILE, openDirections } from './directions.ts'
import type { Site } from './site.ts'
import { FAULTS, type Fault, spoil } from './spoiling.ts'
import { launch, openTab, type Tab } from './window.ts'

/** A reading of a page, and the part that says when it failed. */
type Reading = readonly [path: string, part: Extract<Key, `unread.${string}`>]

const PERSONAL: readonly Reading[] = [
  ['/commitments', 'unread.commitments'],
  ['/ideas?mine=1', 'unread.my-ideas'],
  ['/commitments/shared', 'unread.shared'],
  ['/ideas', 'unread.ideas'],
  ['/workshops', 'unread.workshops'],
  ['/merges', 'unread.merges'],
  ['/ballots', 'unread.ballots'],
  ['/me/feedback', 'unread.feedback'],
  ['/initiatives?mine=1', 'unread.initiatives'],
]
const DIRECTION: readonly Reading[] = [
  ['/directions/mobilites/figures', 'unread.figures'],
  ['/directions/mobilites/waiting', 'unread.waiting'],
  ['/directions/mobilites/workshops', 'unread.workshops'],
  ['/directions/mobilites/commitments/stages', 'unread.stages'],
  ['/initiatives', 'unread.gallery'],
  ['/directions/mobilites/commitments', 'unread.shared'],
]
const COCKPIT: readonly Reading[] = [
  ['/directions/tourisme/waiting', 'unread.waiting'],
  ['/directions/tourisme/week', 'unread.week'],
  ['/directions/tourisme/workshops', 'unread.workshops'],
  ['/directions/tourisme/relay', 'unread.relay'],
  ['/me/messages', 'unread.choices'],
  ['/directions/tourisme/figures', 'unread.figures'],
]
const TODAY: readonly Reading[] = [
  ['/attendance/workshops', 'unread.workshops'],
  ['/attendance/past', 'unread.past'],
  ['/ballots', 'unread.ballots'],
  ['/ideas/register/count', 'unread.register'],
  ['/ideas/register?part=reported', 'unread.reported'],
  ['/comments/reported', 'unread.remarks'],
  ['/broadcasts', 'unread.broadcasts'],
  ['/announced', 'unread.announced'],
  ['/pilots', 'unread.pilots'],
  ['/reach', 'unread.reach'],
  ['/channels/bindings', 'unread.channels'],
]
/** By the address of the section that shows it. */
const SECTIONS: readonly (readonly [address: string, ...Reading])[] = [
  ['today/channels', '/channels/bindings', 'unread.channels'],
  ['workshops', '/planning', 'unread.workshops'],
  ['ballots', '/ballots/all', 'unread.ballots'],
  ['ideas', '/ideas/register', 'unread.register'],
  ['ideas/comments', '/comments/reported', 'unread.remarks'],
  ['broadcasts', '/broadcasts', 'unread.broadcasts'],
  ['broadcasts/announced', '/announced', 'unread.announced'],
  ['people', '/reach', 'unread.reach'],
  ['people/roles/manager', '/people/roles', 'unread.roles'],
  ['people/pilots', '/pilots', 'unread.pilots'],
  ['programme', '/programme/whole', 'unread.programme'],
  ['figures', '/review', 'unread.review'],
  ['figures', '/figures', 'unread.figures'],
  ['figures/export', '/exports', 'unread.exports'],
  ['figures/publication', '/review/publication', 'unread.publication'],
  ['figures/publication', '/review/publication/titles', 'unread.titles'],
  ['journal', '/audit', 'unread.journal'],
]

const sentence = (part: Key) => messageAt(part, 'fr') ?? part

/** Every second one from `turn` on, each with a fault that is another one at each turn. */
function faultsAt(readings: readonly Reading[], turn: number) {
  const failing = readings.filter((_, at) => at % 2 === turn % 2)
  const faults = failing.map(([path], at) => [path, FAULTS[(at + turn) % FAULTS.length]] as const)
  return { failing, faults: new Map(faults.flatMap(([path, fault]) => (fault ? [[path, fault]] : []))) }
}

async function says({ tab }: Tab, part: Key): Promise<void> {
  const notice = tab.getByRole('alert').filter({ hasText: sentence(part) })
  await notice.first().waitFor()
  await notice.first().getByRole('button', { name: 'Réessayer' }).waitFor()
  assert.equal(await tab.getByText('Cet élément n’existe plus.').count(), 0)
}

describe('a part that cannot be read', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: Site
  before(async () => {
    browser = await launch()
    site = await openDirections()
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  for (const [name, person, tab, readings, turns, wanted] of [
    ['« Mon espace »', CAMILLE, 'personal', PERSONAL, 8, undefined],
    ['the Direction', ODILE, 'direction', DIRECTION, 4, undefined],
    ['the pilot’s week', BASILE, 'personal', COCKPIT, 2, 'cockpit'],
    ['« Aujourd’hui »', MAELLE, 'organiser', TODAY, 4, undefined],
  ] as const satisfies readonly (readonly [string, Person, string, readonly Reading[], number, unknown])[])
    it(`says so by its name in ${name}, and all others stand`, async () => {
      for (let turn = 0; turn < turns; turn++) {
        const { failing, faults } = faultsAt(readings, turn)
        const window = await openTab(browser, site, person, {
          tab,
          ...(wanted && { wanted }),
          ...(tab === 'direction' && { direction: 'mobilites' }),
          first: page => spoil(page, faults),
        })
        for (const [, part] of failing) await says(window, part)
        for (const [path, part] of readings)
          if (!faults.has(path)) assert.equal(await window.tab.getByText(sentence(part)).count(), 0, part)
        assert.equal(await window.tab.getByRole('heading', { level: 1 }).count(), 1)
        assert.deepEqual(window.complaints, [])
        await window.close()
      }
    })

  it('says so in each section of the organisers’ tab', async () => {
    const faults = SECTIONS.map(([, path], at) => [path, FAULTS[at % FAULTS.length] as Fault] as const)
    const window = await openTab(browser, site, MAELLE, {
      tab: 'organiser',
      first: page => spoil(page, new Map(faults)),
    })
    await window.tab.getByRole('navigation').first().waitFor()
    for (const [address, , part] of SECTIONS) {
      await window.tab.locator('html').evaluate((_, hash) => {
        location.hash = hash
      }, `#/${address}`)
      await says(window, part)
    }
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('says so in the gallery, and in « Mes données » of what is held', async () => {
    for (const fault of FAULTS) {
      const gallery = await openTab(browser, site, INES, {
        tab: 'gallery',
        first: page => spoil(page, new Map([['/initiatives', fault]])),
      })
      await says(gallery, 'unread.gallery')
      await gallery.tab.getByRole('searchbox').waitFor()
      await gallery.close()
      const data = await openTab(browser, site, INES, {
        wanted: 'data',
        first: page =>
          spoil(
            page,
            new Map<string, Fault>([
              ['/me/data', fault],
              ['/me/feedback', fault],
            ]),
          ),
      })
      await says(data, 'unread.data')
      assert.equal(await data.tab.getByRole('alert').count(), 1)
      assert.equal(await data.tab.getByRole('button', { name: /^Effacer/ }).count(), 1)
      await data.close()
    }
  })

  it('keeps what was read before, says from when, and reads it again when asked', async () => {
    await site.api(INES).put('/me', { direction: 'recherche' })
    const window = await openTab(browser, site, INES)
    await window.ready()
    await spoil(window.page, new Map<string, Fault>([['/commitments', 'fault']]))
    await window.tab.locator('html').evaluate(() => dispatchEvent(new Event('focus')))
    const notice = window.tab.getByRole('alert')
    await notice
      .getByText(
        /^Vos engagements n’ont pas pu être lus\. Ce qui est affiché date de .* Référence\s: ab12cd34\.$/,
      )
      .waitFor()
    assert.equal(await window.tab.getByRole('alert').count(), 1)
    assert.equal(await window.tab.locator('.axis').count(), 5)
    await window.page.unrouteAll({ behavior: 'wait' })
    await window.close()
  })
})
