import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { feedbackStore } from '../../../src/features/feedback/store.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { CAMILLE, KARIM, PASCAL } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, NOW, nonce, openSite, type Site, seat } from '../site.ts'
import { launch, openTab, type Tab } from '../window.ts'

const UNBROKEN = 'Anticonstitutionnellement'.repeat(11)

/** Somebody's idea with an answer and comments, a commitment of mine with notes, one that a colleague shares. */
async function furnish(site: Site): Promise<void> {
  for (const person of [CAMILLE, KARIM, PASCAL]) await seat(site, person)
  const [camille, karim, pascal] = [site.api(CAMILLE), site.api(KARIM), site.api(PASCAL)]
  const propose = (text: string) => camille.post<IdeaView>('/ideas', { nonce: nonce(), axis: 'equipe', text })
  const { id } = await propose('Un carnet de passation d’une page')
  await karim.post(`/ideas/${id}/comments`, { nonce: nonce(), text: UNBROKEN })
  await pascal.post(`/ideas/${id}/answer`, { text: UNBROKEN })
  await propose('Un banc devant chaque accueil')
  const intention = { axis: 'usager', text: 'Relire un courrier', horizon: '2027-06-30' }
  const mine = await camille.post<CommitmentView>('/commitments', { nonce: nonce(), ...intention })
  await camille.post(`/commitments/${mine.id}/notes`, { nonce: nonce(), text: UNBROKEN })
  const shared = { ...intention, visibility: 'everyone' }
  await karim.post('/commitments', { nonce: nonce(), ...shared, text: UNBROKEN })
  await announce(site)
  await askAbout(site)
}

/** What those who were there say of the workshop is asked of me, who had no seat in it. */
async function askAbout(site: Site): Promise<void> {
  const { database, messages, people } = site.stage.app
  const { items } = await site.api(KARIM).get<Page<WorkshopView>>('/workshops')
  const { id: person } = await people.greet({ ...CAMILLE, language: 'fr' })
  const [workshop, until] = [items[0]?.id ?? '', NOW + DAY]
  const subject = { workshop }
  await database.transact(async tx => {
    await feedbackStore(tx).begin({ workshop, closesAt: until, closed: false })
    const reason = `feedback:${workshop}`
    await messages.tell(tx, { person, topic: 'workshop-feedback', reason, subject, by: 'feedback', until })
  })
}

describe('the personal tab’s dialogs, for everybody', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site

  before(async () => {
    browser = await launch()
    site = await openSite()
    await furnish(site)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  const close = async ({ page, tab }: Tab) => {
    await page.keyboard.press('Escape')
    await tab.getByRole('dialog').waitFor({ state: 'detached' })
  }
  const press = async ({ tab }: Tab, name: RegExp) => tab.getByRole('button', { name }).first().click()
  /** How each is reached, from the page and back to it. */
  const DIALOGS: Readonly<Record<string, (window: Tab) => Promise<void>>> = {
    'the thread': async window => press(window, /^Commenter[^:]* : Un carnet/),
    'a correction': async window => press(window, /^Corriger :/),
    'a note': async window => {
      await press(window, /^Agir/)
      await press(window, /^Faire le point/)
    },
    'what colleagues share': async window => press(window, /collègue a partagé/),
    '« Moi aussi »': async window => {
      await press(window, /collègue a partagé/)
      await press(window, /^Moi aussi/)
    },
    'what one says of a workshop': async window => {
      await press(window, /^Faire un retour/)
      await window.tab.getByRole('button', { name: 'Envoyer', exact: true }).click()
      await window.tab.getByText('Choisissez une réponse de 1 à 5.').waitFor()
    },
    preferences: async window => {
      await press(window, /^Préférences/)
      await window.tab.getByRole('menuitem', { name: 'Coups de pouce' }).click()
      await window.tab.getByRole('switch').first().waitFor()
    },
  }

  // Themes, widths and languages are changed in test/e2e/screens; here the words are as long as they may be.
  it('have nothing for axe to say in contrast, and fit in 360 px', async () => {
    const window = await openTab(browser, site, CAMILLE, {
      theme: 'contrast',
      width: 360,
      now: NOW,
      unfolded: true,
    })
    await window.ready()
    const check = async (what: string) => {
      assert.deepEqual(await violations(window), [], what)
      // Under a dialog the page gives up its scroll bar's room.
      assert.ok((await window.overflow()) <= 0, what)
    }
    await check('the page')
    for (const [name, open] of Object.entries(DIALOGS)) {
      await open(window)
      const dialog = window.tab.getByRole('dialog')
      await dialog.waitFor()
      await window.tab.locator('html:not(:has([aria-busy=true]))').waitFor()
      await check(name)
      assert.equal(await dialog.evaluate(box => box.scrollWidth - box.clientWidth), 0, name)
      if (name === '« Moi aussi »') await press(window, /^Revenir à la liste/)
      await close(window)
    }
    await window.close()
  })
})
