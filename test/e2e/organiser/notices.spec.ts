import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { BindingView } from '../../../src/tabs/contract/channels.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { PlanView, SheetView } from '../../../src/tabs/contract/workshops/planning.ts'
import { CAMILLE, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { counted } from '../counted.ts'
import { announce, nonce, openSite, type Site, seat } from '../site.ts'
import { launch, openTab, type Tab } from '../window.ts'

const LOOKS = [
  ['default', 360],
  ['dark', 1280],
  ['contrast', 360],
] as const

const place = ({ tab }: Tab) => tab.getByRole('region', { name: 'Ce qui vient d’être fait' })

/** What is done is seen: it stands in the window, over no button of what it is about. */
async function stands(window: Tab, text: RegExp): Promise<void> {
  const notice = place(window)
  await notice.getByText(text).waitFor()
  const { top, bottom } = await notice.evaluate(each => each.getBoundingClientRect())
  const height = await window.tab.locator('html').evaluate(() => innerHeight)
  assert.ok(top >= 0 && bottom <= height, `${top} to ${bottom} of ${height}`)
  const under = await notice.evaluate(each => {
    const box = each.getBoundingClientRect()
    return [...document.querySelectorAll('main button, main a')].filter(other => {
      const { top: from, bottom: to, width } = other.getBoundingClientRect()
      return width > 1 && from < box.bottom && to > box.top
    }).length
  })
  assert.equal(under, 0)
}

describe('what was done', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  before(async () => {
    browser = await launch()
    site = await openSite()
    await site.stage.as(MAELLE).installs('channel')
  })
  after(async () => {
    await browser.close()
    await site.close()
  })
  beforeEach(async () => {
    const { items } = await site.api(MAELLE).get<Page<BindingView>>('/channels/bindings')
    const path = `/channels/${encodeURIComponent(items[0]?.id ?? '')}/binding`
    await site.api(MAELLE).put(path, { part: 'channel', direction: null })
  })
  const bound = async () => (await site.api(MAELLE).get<Page<BindingView>>('/channels/bindings')).items[0]

  for (const [theme, width] of LOOKS)
    it(`is seen where a channel is linked, taken back there, and gone elsewhere, in ${theme}, ${width} px wide`, async () => {
      const window = await openTab(browser, site, MAELLE, {
        ...{ tab: 'organiser', wanted: 'today:channels', theme, width },
      })
      const { tab } = window
      const channel = tab.getByRole('combobox', { name: 'Ateliers · Faire Administration' })
      await channel.selectOption('Direction des lycées')
      await tab.getByRole('button', { name: /^Rattacher/ }).click()
      await stands(window, /Le rattachement est enregistré\./)
      await counted(place(window).getByText('Ateliers · Faire Administration → Direction des lycées'), 1)
      assert.deepEqual(await violations(window), [])
      assert.equal(await window.overflow(), 0)
      assert.equal((await bound())?.direction, 'lycees')
      await place(window)
        .getByRole('button', { name: /^Annuler/ })
        .click()
      await stands(window, /C’est annulé\./)
      assert.equal((await bound())?.direction, undefined)
      await tab.locator('html').evaluate(() => {
        location.hash = '#/'
      })
      await tab.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor()
      assert.equal(await place(window).count(), 0)
      assert.deepEqual(window.complaints, [])
      await window.close()
    })

  it('is seen on the page that it led to, with the rules of before one press away, and not on the next', async () => {
    await announce(site, { title: 'Une heure seule', date: '2027-06-15', seats: 12 })
    const { items } = await site.api(MAELLE).get<Page<PlanView>>('/planning?text=heure%20seule')
    const id = items[0]?.id ?? ''
    const rules = async () => (await site.api(MAELLE).get<SheetView>(`/workshops/${id}/plan`)).rules
    const before = await rules()
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: `workshops:${id}` })
    const { tab } = window
    await tab.getByRole('link', { name: 'Changer les règles' }).click()
    await tab.getByLabel('Places gardées').fill('2')
    await tab.getByRole('button', { name: 'Enregistrer' }).click()
    await window.focused('Une heure seule')
    await stands(window, /C’est enregistré\./)
    await counted(place(window).getByText('Une heure seule'), 1)
    assert.equal((await rules()).reserved, 2)
    await place(window)
      .getByRole('button', { name: /^Annuler/ })
      .click()
    await stands(window, /C’est annulé\./)
    assert.deepEqual(await rules(), before)
    await tab.getByRole('link', { name: 'Changer les règles' }).click()
    await window.focused('Places et quotas')
    assert.equal(await place(window).count(), 0)
    await window.close()
  })

  it('is closed by the keyboard, which then is where it was', async () => {
    await seat(site, CAMILLE)
    const idea = { axis: 'equipe', text: 'Un banc devant chaque accueil' }
    await site.api(CAMILLE).post<IdeaView>('/ideas', { nonce: nonce(), ...idea })
    const window = await openTab(browser, site, CAMILLE, {
      from: site.clock.now(),
      width: 360,
      unfolded: true,
    })
    const { tab, page } = window
    await window.ready()
    await tab.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: /^Retirer mon idée/ }).click()
    await place(window)
      .getByText(/C’est annulé\./)
      .waitFor()
    await counted(place(window).getByText('Un banc devant chaque accueil'), 1)
    await window.focused('Mes idées')
    await place(window)
      .getByRole('button', { name: /^Fermer/ })
      .focus()
    await page.keyboard.press('Enter')
    await place(window).waitFor({ state: 'detached' })
    assert.notEqual(await window.focus(), '')
    assert.deepEqual(await violations(window), [])
    await window.close()
  })

  it('says what else can be done where nothing prints, and nothing where something does', async () => {
    const window = await openTab(browser, site, MAELLE, { tab: 'direction', direction: 'lycees' })
    const { tab } = window
    await window.ready()
    const prints = (events: readonly string[]) =>
      tab.locator('html').evaluate((_, told) => {
        globalThis.print = () => {
          for (const event of told) dispatchEvent(new Event(event))
        }
      }, events)
    await prints([])
    await tab.getByRole('button', { name: 'Imprimer' }).click()
    await stands(window, /^Rien ne s’imprime/)
    await place(window)
      .getByRole('button', { name: /^Fermer/ })
      .click()
    await prints(['beforeprint', 'afterprint'])
    await tab.getByRole('button', { name: 'Imprimer' }).click()
    await tab.locator('html').evaluate(() => new Promise(done => setTimeout(done, 1_100)))
    assert.equal(await place(window).count(), 0)
    await window.close()
  })
})
