import assert from 'node:assert/strict'
import { DAY, SECOND } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import { CAMILLE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { NOW, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const QUESTION = 'Par quoi commencer ?'
const WILL = /^La suite sera dite avant le/

describe('what follows a ballot, in the organiser’s tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  let id = ''

  /** A ballot that three people know of, closed. */
  beforeEach(async () => {
    for (const person of [CAMILLE, KARIM, MAELLE]) await seat(site(), person)
    await site().stage.as(MAELLE).installs('channel')
    const { channels } = await site().api(MAELLE).get<{ channels: { id: string }[] }>('/ballots/choices')
    const asked = { question: QUESTION, options: 'Les vélos\nLe calme', channel: channels[0]?.id ?? '' }
    const until = { date: dayOf(NOW + 7 * DAY), time: '18:00' }
    const ballot = await site()
      .api(MAELLE)
      .post<BallotView>('/ballots', { ...asked, ...until, nonce: nonce() })
    id = ballot.id
    await site().api(KARIM).put(`/ballots/${id}/vote`, { option: ballot.options[1]?.id })
    await site().api(MAELLE).post(`/ballots/${id}/close`, {})
    site().clock.advance(SECOND)
    await site().stage.settle()
  })

  const organiser = (wanted: string, width = 1280) =>
    opened(MAELLE, { tab: 'organiser', wanted, width, from: site().clock.now() })

  it('is asked for under « Aujourd’hui », and written on the page that leads to', async () => {
    const window = await organiser('today')
    const { tab } = window
    const alert = tab.locator('.hand', { hasText: QUESTION })
    await alert.getByText('Sa suite est à dire').waitFor()
    await alert.getByRole('link', { name: /^Dire la suite/ }).click()
    await tab.getByRole('heading', { level: 1, name: QUESTION }).waitFor()
    await tab.getByText(WILL).waitFor()
    await tab.getByRole('button', { name: /^Écrire une suite/ }).click()
    await tab.getByLabel('La suite, en une phrase').fill('Fermer la salle deux heures')
    await tab.getByLabel('Avant quand').fill(dayOf(NOW + 9 * DAY))
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    await tab.getByRole('button', { name: 'Je m’en charge' }).click()
    await tab.getByText('Fermer la salle deux heures', { exact: false }).first().waitFor()
    await tab.getByText(WILL).waitFor({ state: 'detached' })
    await tab.getByRole('link', { name: 'Scrutins', exact: true }).first().click()
    await tab.getByRole('link', { name: QUESTION }).waitFor()
    assert.equal(await tab.getByText('La suite est à dire').count(), 0)
  })

  it('is nothing for a reason, by keyboard at 360 px, and that is taken back', async () => {
    const window = await organiser(`ballots:${id}`, 360)
    const { tab, page } = window
    await tab.getByText(WILL).waitFor()
    await tabTo(window, 'Sans suite')
    await page.keyboard.press('Enter')
    await window.focused('En un mot, pourquoi')
    await tabTo(window, 'Sans suite')
    await page.keyboard.press('Enter')
    await tab.getByText('Il manque le texte.').waitFor()
    await tab.getByLabel('En un mot, pourquoi').fill('Trop peu de voix')
    assert.deepEqual([await violations(window), await window.overflow()], [[], 0])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await tab.getByText('Trop peu de voix', { exact: false }).waitFor()
    await heard(window, 'C’est noté\u00A0: ce vote est sans suite')
    await window.focused('Annuler')
    await page.keyboard.press('Enter')
    await tab.getByText(WILL).waitFor()
  })
})
