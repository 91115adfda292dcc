import assert from 'node:assert/strict'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { KARIM } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, seat } from '../site.ts'
import { visits } from '../visits.ts'

const LATER = { date: '2027-05-20', start: '09:30', end: '12:00' }

describe('adding the app to a chat or a meeting', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  it('asks which workshop it follows, and keeps the one that is chosen', async () => {
    await seat(site(), KARIM)
    await announce(site(), LATER)
    const [workshop] = (await site().api(KARIM).get<Page<WorkshopView>>('/workshops')).items
    assert.ok(workshop)
    const window = await opened(KARIM, { tab: 'config', chat: true, width: 360 })
    const { page, tab, ready, complaints, overflow } = window
    await ready()
    await tab.getByRole('heading', { name: 'Quel atelier suivre ?' }).waitFor()
    assert.equal(await page.locator('#save').isDisabled(), true)
    await tab.getByRole('combobox', { name: 'Atelier suivi' }).selectOption(workshop.id)
    assert.deepEqual(await violations(window), [])
    assert.equal(await overflow(), 0)
    await page.locator('#save:enabled').click()
    await page.waitForFunction(() => Reflect.get(window, 'teamsHost').kept)
    assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'teamsHost').kept), {
      entityId: `workshop-${workshop.id}`,
      contentUrl: `${site().url}/tabs/personal?open=room%3A${workshop.id}`,
      suggestedDisplayName: workshop.title,
    })
    assert.deepEqual(complaints, [])
  })

  it('says what to do where no workshop lies ahead', async () => {
    await seat(site(), KARIM)
    const { tab, page, ready } = await opened(KARIM, { tab: 'config', chat: true })
    await ready()
    await tab
      .getByText('Aucun atelier à venir. Annoncez-le d’abord, puis revenez ajouter l’onglet.')
      .waitFor()
    assert.equal(await page.locator('#save').isDisabled(), true)
  })
})
