import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { ScreenView } from '../../../src/tabs/contract/attendance.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA, OWEN, type Person } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { firstLoad } from '../first-load.ts'
import { scan } from '../scan.ts'
import { announce, openSite, type Site, seat } from '../site.ts'
import { heard, launch, openTab, type Tab } from '../window.ts'

describe('the organiser’s tab', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let today: string

  const idOf = async (title: string) => {
    const { items } = await site.api(MAELLE).get<Page<{ id: string; title: string }>>('/attendance/workshops')
    return items.find(each => each.title === title)?.id ?? ''
  }
  const screenOf = (id: string) => site.api(MAELLE).get<ScreenView>(`/attendance/${id}`)
  /** The link that a code holds, as Teams hands it to the tab. */
  const wantedIn = (link: string) =>
    JSON.parse(new URL(link).searchParams.get('context') ?? '{}').subEntityId as string

  before(async () => {
    browser = await launch()
    site = await openSite()
    for (const person of [CAMILLE, KARIM, NADIA, AHMED]) await seat(site, person)
    await announce(site, { date: '2027-05-17', seats: 4 })
    await announce(site, { title: 'Faire équipe', seats: 1 })
    today = await idOf('Soigner les arrivées')
    for (const person of [CAMILLE, KARIM, AHMED])
      await site.api(person).put(`/workshops/${today}/answer`, { answer: 'yes' })
    // 14:12: it began at two.
    site.clock.advance(4 * HOUR + 12 * MINUTE)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  async function opened(options: object, who: Person = MAELLE): Promise<Tab> {
    const window = await openTab(browser, site, who, { tab: 'organiser', from: site.clock.now(), ...options })
    await window.ready()
    return window
  }

  it('offers the workshops to come, by day, and leads back to them', async () => {
    const window = await opened({ wanted: 'workshops' })
    const { tab } = window
    const list = tab.getByRole('table', { name: 'À venir' })
    await list.getByText('3 sur 4').waitFor()
    await list.getByText('Faire équipe').waitFor()
    await list.getByRole('link', { name: 'Soigner les arrivées' }).click()
    await tab.getByRole('heading', { level: 1, name: 'Soigner les arrivées' }).waitFor()
    await tab
      .getByRole('navigation', { name: 'Vous êtes ici' })
      .getByRole('link', { name: 'Ateliers' })
      .click()
    await list.waitFor()
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('offers to tick and to let in from the hour before the start on, and says so until then', async () => {
    const later = await idOf('Faire équipe')
    await site.api(CAMILLE).put(`/workshops/${later}/answer`, { answer: 'yes' })
    await site.api(NADIA).put(`/workshops/${later}/answer`, { answer: 'yes', orWait: true })
    const window = await opened({ wanted: `workshops:${later}:run` })
    await window.tab.getByText('1 place prise sur 1 · 1 en attente').waitFor()
    const list = window.tab.getByRole('region', { name: 'Liste' })
    await list.getByText('Camille Martin').waitFor()
    await list.getByText(/Faire entrer.* seront ici à partir du/).waitFor()
    assert.equal(await window.tab.getByRole('button', { name: /^Noter la présence/ }).count(), 0)
    assert.equal(await window.tab.getByRole('region', { name: 'Sans inscription' }).count(), 0)
    await window.tab.getByRole('button', { name: 'Imprimer la feuille' }).waitFor()
    assert.equal(await window.tab.getByRole('img', { name: 'Code de présence à scanner' }).count(), 0)
    assert.equal(await window.tab.getByRole('button', { name: 'Plein écran' }).count(), 0)
    await window.close()
  })

  it('says to everybody else whose page it is', async () => {
    const { tab, close } = await opened({}, NADIA)
    await tab.getByText(/^Cette page est réservée/).waitFor()
    assert.equal(await tab.getByRole('link').count(), 0)
    await close()
  })

  it('leads whoever scans the screen to « Présence enregistrée », and the count follows', async () => {
    const window = await opened({ wanted: today })
    const { page, tab } = window
    await tab.getByText('Personne n’est encore là · 3 places prises sur 4').waitFor()
    const code = tab.getByRole('img', { name: 'Code de présence à scanner' })
    const link = await scan(page, code)
    assert.equal(link, (await screenOf(today)).link)
    const phone = await openTab(browser, site, CAMILLE, { wanted: wantedIn(link ?? ''), width: 360 })
    await phone.tab.getByRole('heading', { level: 1, name: 'Présence enregistrée' }).waitFor()
    await phone.tab.getByText('Arrivée à 14 h 12.').waitFor()
    assert.deepEqual(await violations(phone), [])
    await phone.tab.getByRole('button', { name: 'Ouvrir mon espace' }).click()
    await phone.tab.locator('.axes').waitFor()
    await phone.close()
    await page.clock.runFor(6_000)
    await tab.getByText('1 présence · 3 places prises sur 4').waitFor()
    await tab.getByText('arrivée à 14 h 12, code à l’écran').waitFor()
    await window.close()
  })

  it('offers a seat that is left to who has none, and sends on to the door when none is', async () => {
    const { link } = await screenOf(today)
    const come = (person: Person) => openTab(browser, site, person, { wanted: wantedIn(link), width: 360 })
    const nadia = await come(NADIA)
    await nadia.tab
      .getByRole('heading', { level: 1, name: 'Vous n’avez pas de place à cet atelier' })
      .waitFor()
    await nadia.tab.getByRole('button', { name: 'J’entre sans inscription' }).click()
    await nadia.tab.getByRole('heading', { level: 1, name: 'Présence enregistrée' }).waitFor()
    await nadia.close()
    const owen = await come(OWEN)
    await owen.tab.getByText('No seat is left. Please ask the organiser at the door.').waitFor()
    assert.equal(await owen.tab.getByRole('button', { name: /without/ }).count(), 0)
    await owen.close()
  })

  it('is ticked by hand and undone, and lets in who has no seat', async () => {
    const window = await opened({ wanted: today })
    const { tab } = window
    const list = tab.getByRole('region', { name: 'Liste' })
    await list.getByLabel('Chercher un nom').fill('saïdi')
    await list.getByText('Karim Benali').waitFor({ state: 'detached' })
    await list.getByRole('button', { name: 'Noter la présence : Ahmed Saïdi' }).click()
    await heard(window, 'Présence notée : Ahmed Saïdi')
    await list.getByText(/à la main$/).waitFor()
    await list.getByRole('button', { name: 'Annuler : Ahmed Saïdi' }).click()
    await list.getByRole('button', { name: 'Noter la présence : Ahmed Saïdi' }).waitFor()
    const others = tab.getByRole('region', { name: 'Sans inscription' })
    await others.getByLabel('Nom d’un collègue').fill('owen')
    await others.getByRole('button', { name: 'Faire entrer : Owen Price' }).click()
    await others.getByText('déjà là').waitFor()
    await tab.getByText('Dont 1 personne au-delà des places').waitFor()
    await window.close()
  })

  for (const [theme, width] of [
    ['dark', 1100],
    ['contrast', 360],
  ] as const) {
    it(`has nothing for axe to say, fits, and is scanned in ${theme}, ${width} px wide`, async () => {
      const window = await opened({ wanted: today, theme, width })
      const { page, tab } = window
      const code = tab.getByRole('img', { name: 'Code de présence à scanner' })
      await tab
        .getByRole('button', { name: /^Noter la présence/ })
        .first()
        .waitFor()
      assert.deepEqual(await violations(window), [])
      assert.equal(await window.overflow(), 0)
      assert.equal(await scan(page, code), (await screenOf(today)).link)
      await tab.getByRole('button', { name: 'Plein écran' }).click()
      const filled = tab.getByRole('dialog', { name: 'Soigner les arrivées' })
      await filled.getByText(/^Lundi\s17\smai/).waitFor()
      assert.equal(await scan(page, filled.getByRole('img')), (await screenOf(today)).link)
      assert.deepEqual(await violations(window), [])
      await page.keyboard.press('Escape')
      await filled.waitFor({ state: 'detached' })
      assert.deepEqual(window.complaints, [])
      await window.close()
    })
  }

  it('prints a sheet that is good for that workshop alone, whatever the theme', async () => {
    const window = await opened({ wanted: today, theme: 'dark' })
    const { page, tab } = window
    await tab.getByRole('button', { name: 'Imprimer la feuille' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    const { printLink } = await screenOf(today)
    assert.equal(await scan(page, tab.locator('.print-sheet .qr')), printLink)
    assert.equal(await tab.getByRole('heading', { level: 1 }).isVisible(), false)
    await window.close()
  })

  it('asks before a workshop is postponed, and names it once it is', async () => {
    const later = await idOf('Faire équipe')
    const window = await opened({ wanted: `workshops:${later}:call-off` })
    const { tab } = window
    await tab.getByLabel('Raison').fill('La salle est prise')
    const postpone = tab.getByRole('button', { name: 'Reporter, date à préciser' })
    await postpone.click()
    const asked = tab.getByRole('alertdialog', { name: /^Reporter l’atelier « Faire équipe »/ })
    await asked.getByRole('button', { name: 'Garder la date' }).click()
    await asked.waitFor({ state: 'detached' })
    await postpone.click()
    assert.deepEqual(await violations(window), [])
    await asked.getByRole('button', { name: /^Reporter( et prévenir .*)?$/ }).click()
    await tab.locator('.notice-text', { hasText: /^Faire équipe.*L’atelier est reporté/ }).waitFor()
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('keeps of a cancelled workshop why it is, and the list', async () => {
    const later = await idOf('Faire équipe')
    const off = { off: 'cancelled', reason: 'La salle est prise' }
    await site.api(MAELLE).post(`/workshops/${later}/call-off`, off)
    const window = await opened({ wanted: later })
    const { tab } = window
    await tab.getByRole('alert').getByText('La salle est prise').waitFor()
    await tab.getByRole('region', { name: 'Liste' }).waitFor()
    const parts = await tab.getByRole('heading', { level: 2 }).allTextContents()
    assert.deepEqual(
      parts.filter(part => !part.startsWith('Places')),
      ['Liste'],
    )
    assert.equal(await tab.getByText(/seront ici|Récolte|Tirer au sort/).count(), 0)
    assert.deepEqual(await violations(window), [])
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('fades the tabs on a phone, on the side where there are more of them', async () => {
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser', wanted: 'workshops', width: 360 })
    await window.ready()
    const fadedAt = (left: number) =>
      window.tab.locator('.tabs ul').evaluate(async (row, to) => {
        row.scrollLeft = to
        for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
        const style = getComputedStyle(row)
        return [style.getPropertyValue('--tabs-before'), style.getPropertyValue('--tabs-after')]
      }, left)
    assert.deepEqual(await fadedAt(0), ['0px', '28px'])
    assert.deepEqual(await fadedAt(200), ['28px', '28px'])
    assert.deepEqual(await fadedAt(2000), ['28px', '0px'])
    await window.close()
  })

  it('loads in 100 kB of brotli, with the section that it opens on', async () => {
    const window = await openTab(browser, site, MAELLE, { tab: 'organiser' })
    await window.ready()
    await window.tab.getByRole('heading', { level: 1 }).waitFor()
    const sizes = await firstLoad(window)
    const total = sizes.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
    assert.ok(sizes.length >= 3, `page, script and style were measured: ${JSON.stringify(sizes)}`)
    assert.ok(total > 0 && total <= 100_000, `first load is ${total} bytes`)
    await window.close()
  })
})
