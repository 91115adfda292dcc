import assert from 'node:assert/strict'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { clockIn, dateIn } from '../../../src/kernel/time/time-zone.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { CAMILLE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, NOW, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

const ZONE = 'Europe/Paris'

describe('« Me prévenir de l’ouverture »', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })
  const mine = async () =>
    (await site().api(CAMILLE).get<Page<WorkshopView>>('/workshops')).items.map(({ reminded }) => reminded)

  /** A workshop whose registration opens in two hours. */
  async function begin() {
    for (const person of [CAMILLE, KARIM]) await seat(site(), person)
    await announce(site())
    const [workshop] = (await site().api(CAMILLE).get<Page<WorkshopView>>('/workshops')).items
    const opensAt = NOW + 2 * HOUR
    await site()
      .api(MAELLE)
      .put(`/workshops/${workshop?.id}/rules`, {
        ...{ reserved: 0, quotas: false, releaseDays: 0, closeDays: 0, confirmHours: 24 },
        ...{ openDate: dateIn(opensAt, ZONE), openTime: clockIn(opensAt, ZONE) },
      })
  }

  it('is asked and taken back on the workshop’s row, by the keyboard, and read again', async () => {
    await begin()
    const window = await opened(CAMILLE, { width: 360, now: NOW })
    const { page, tab } = window
    const row = tab.locator('.workshop').first()
    await row.scrollIntoViewIfNeeded()
    await row.getByText(/^Inscriptions à partir du lundi 17\smai à/).waitFor()
    assert.equal(await row.getByRole('button', { name: /^Je participe/ }).count(), 0)
    await tabTo(window, 'Me prévenir de l’ouverture')
    await page.keyboard.press('Enter')
    await heard(window, 'Le bot vous écrira à l’ouverture')
    await row.getByText('Le bot vous écrira à l’ouverture').waitFor()
    assert.deepEqual(await mine(), [true])
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await row.getByRole('button', { name: /^Ne plus me prévenir/ }).click()
    await heard(window, 'C’est noté : le bot ne vous écrira pas à l’ouverture')
    await row.getByRole('button', { name: /^Me prévenir de l’ouverture/ }).waitFor()
    assert.deepEqual(await mine(), [undefined])
  })

  it('is said to the Lab’ on the first page of the day, with the day in the list', async () => {
    await begin()
    await site()
      .api(CAMILLE)
      .put(`/workshops/${await idOf()}/opening`, { on: true })
    const window = await opened(MAELLE, { tab: 'organiser', width: 1280, now: NOW })
    const { tab } = window
    await tab.getByText(/^Les inscriptions ouvrent aujourd’hui à/).waitFor()
    // One person is no number.
    assert.equal(await tab.getByText(/que le bot les prévienne/).count(), 0)
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('link', { name: 'Ateliers' }).first().click()
    await tab.getByText('Ouvre le lundi 17 mai').first().waitFor()
    assert.equal(await tab.getByText('Places libres').locator('visible=true').count(), 0)
    assert.deepEqual(await violations(window), [])
  })

  const idOf = async () => (await site().api(CAMILLE).get<Page<WorkshopView>>('/workshops')).items[0]?.id
})
