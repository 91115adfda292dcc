import assert from 'node:assert/strict'
import { open } from '../../../src/db/index.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { CAMILLE, KARIM } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { counted } from '../counted.ts'
import { announce, type Site, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

const FULL = 'Soigner les arrivées'
const OTHER = 'Soigner les départs'

/** Two days of one series: the first has a single seat, which somebody else has. */
async function announceSeries(site: Site): Promise<string> {
  await announce(site, { seats: 1 })
  await announce(site, { title: OTHER, date: '2027-06-10' })
  await site.stage.app.database.transact(async tx => {
    const series = { id: 's1', title: 'Cinq jours', description: '', organiser: 'p', created_at: 0 }
    await open(tx)
      .insertInto('series')
      .values({ ...series, ...{ axis: 'employeur', announced_at: 0 } })
      .execute()
    await open(tx).updateTable('workshop').set({ series: 's1' }).execute()
  })
  const { items } = await site.api(KARIM).get<{ items: WorkshopView[] }>('/workshops')
  const { id = '' } = items.find(({ title }) => title === FULL) ?? {}
  await site.api(KARIM).put(`/workshops/${id}/answer`, { answer: 'yes' })
  return id
}

describe('a place in a workshop, in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  it('is waited for, taken when it is offered, and changed for another day', async () => {
    const id = await announceSeries(site())
    await seat(site(), CAMILLE)
    const now = site().clock.now()
    const before = await opened(CAMILLE, { now, width: 360 })
    const days = before.tab.locator('.task', { hasText: 'Cinq jours' })
    await days.getByText('Jeudi 3\u00A0juin, liste d’attente', { exact: true }).waitFor()
    await days.getByRole('button', { name: /^Voir les dates/ }).click()
    const task = days.getByRole('listitem').filter({ hasText: 'Jeudi 3\u00A0juin' })
    await task.getByText('Complet').waitFor()
    await task.getByRole('button', { name: /^Me mettre en liste d’attente/ }).click()
    await task.getByText('En liste d’attente, au rang\u00A01').waitFor()
    await before.focused('En liste d’attente, au rang\u00A01')
    const leave = task.getByRole('button', { name: /^Quitter la liste d’attente/, disabled: true })
    await leave.click({ force: true })
    await counted(task.getByText('En liste d’attente, au rang\u00A01'), 1)
    await task.getByRole('button', { name: /^Quitter la liste d’attente/, disabled: false }).waitFor()
    await site().api(KARIM).put(`/workshops/${id}/answer`, { answer: 'no' })

    const window = await opened(CAMILLE, { now, width: 360 })
    const { tab } = window
    const offer = tab.locator('.task', { hasText: 'Une place s’est libérée pour le jeudi 3\u00A0juin' })
    await offer.getByText(/À confirmer avant le mercredi 19\u00A0mai à 9\u00A0h/).waitFor()
    await offer.getByText('Jeudi 3\u00A0juin, 14\u00A0h à 17\u00A0h, Toulouse').waitFor()
    assert.deepEqual(await violations(window), [])
    await offer.getByRole('button', { name: /^Je confirme/ }).click()
    await tab.locator('.task').getByText('Place réservée').waitFor()
    await window.focused('Place réservée')

    const mine = tab.getByRole('region', { name: 'Mes ateliers' })
    await mine.getByRole('button', { name: `Changer de jour\u00A0: ${FULL}, jeudi 3\u00A0juin` }).click()
    const dialog = tab.getByRole('dialog')
    await dialog
      .getByText('Votre place du jeudi 3\u00A0juin n’est rendue qu’une fois l’autre prise.')
      .waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await dialog.evaluate(box => box.scrollWidth - box.clientWidth), 0)
    await dialog.getByRole('button', { name: 'Venir le jeudi 10\u00A0juin' }).click()
    await dialog.getByText('Votre place est maintenant le jeudi 10\u00A0juin').waitFor()
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await window.focused(OTHER)
    const { items } = await site().api(CAMILLE).get<{ items: WorkshopView[] }>('/workshops')
    assert.deepEqual(
      items.map(({ title, mine, stage }) => [title, mine, stage]),
      [
        [FULL, 'no', 'announced'],
        [OTHER, 'yes', 'announced'],
      ],
    )
  })

  it('is chosen by its date and place in the row of a series, each date with its own', async () => {
    await announce(site())
    await announce(site(), { date: '2027-06-10', place: 'Carcassonne' })
    await site().stage.app.database.transact(tx =>
      open(tx).updateTable('workshop').set({ series: 's1' }).execute(),
    )
    await seat(site(), CAMILLE)
    const window = await opened(CAMILLE, { now: site().clock.now(), width: 360 })
    const task = window.tab.locator('.task', { hasText: '2 journées à venir' })
    await task.getByText('Jeudi 3\u00A0juin\u00A0· Toulouse', { exact: true }).waitFor()
    assert.equal(await task.locator('.task-text').getByText('Toulouse').count(), 0)
    const other = task.getByRole('button', { name: /jeudi 10\sjuin\s· Carcassonne$/ })
    assert.equal(await other.textContent(), 'Jeudi 10\u00A0juin\u00A0· Carcassonne')
    assert.equal(await task.evaluate(box => box.scrollWidth - box.clientWidth), 0)
    await other.click()
    await task.getByText('Jeudi 10\u00A0juin\u00A0: Place réservée').waitFor()
    await task.getByText('2 journées à venir').waitFor()
    assert.deepEqual(await violations(window), [])
  })

  it('is given up once it is said above the buttons that others wait for it', async () => {
    const id = await announceSeries(site())
    for (const who of [CAMILLE, KARIM]) await seat(site(), who)
    await site().api(CAMILLE).put(`/workshops/${id}/answer`, { answer: 'yes', orWait: true })
    const { tab } = await opened(KARIM, { now: site().clock.now(), width: 360 })
    const mine = tab.getByRole('region', { name: 'Mes ateliers' })
    await mine.getByRole('button', { name: /^Me désister/ }).click()
    const sure = mine.getByRole('button', { name: /^Me désister quand même/ })
    const why = mine.getByText(/1\spersonne attend une place/)
    const [above, below] = [await why.boundingBox(), await sure.boundingBox()]
    assert.ok(above && below && above.y + above.height <= below.y)
  })

  it('on another day is plainly taken by who only waits, who goes on waiting', async () => {
    const id = await announceSeries(site())
    await seat(site(), CAMILLE)
    await site().api(CAMILLE).put(`/workshops/${id}/answer`, { answer: 'yes', orWait: true })
    const { tab } = await opened(CAMILLE, { now: site().clock.now(), width: 360 })
    const mine = tab.getByRole('region', { name: 'Mes ateliers' })
    await mine.getByRole('button', { name: /^Choisir un autre jour/ }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByText('Seuls les jours qui ont une place pour vous sont montrés.').waitFor()
    await dialog.getByRole('button', { name: 'Venir le jeudi 10\u00A0juin' }).click()
    await dialog.getByText('Votre place est réservée pour le jeudi 10\u00A0juin', { exact: true }).waitFor()
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await mine.getByText('En liste d’attente, au rang\u00A01').waitFor()
    await mine.getByText('Place réservée').waitFor()
  })

  it('is spoken of once it is over, by keyboard alone, and the focus comes back to where it is said', async () => {
    const { clock, stage, api } = site()
    await announce(site(), { date: '2027-05-18' })
    await seat(site(), CAMILLE)
    const { items } = await api(CAMILLE).get<{ items: WorkshopView[] }>('/workshops')
    await api(CAMILLE).put(`/workshops/${items[0]?.id}/answer`, { answer: 'yes' })
    clock.advance(DAY + 8 * HOUR)
    await stage.settle()
    const window = await opened(CAMILLE, { now: clock.now(), width: 360 })
    const { page, tab } = window
    await tab.getByText('Terminé', { exact: true }).waitFor()
    await tabTo(window, `Faire un retour\u00A0: ${FULL}, mardi 18\u00A0mai`)
    await page.keyboard.press('Enter')
    const dialog = tab.getByRole('dialog')
    await dialog.getByText(/^Réponses sans nom, lues par le Lab’ à partir du mardi 25\u00A0mai/).waitFor()
    await dialog.getByRole('button', { name: 'Envoyer', exact: true }).focus()
    await page.keyboard.press('Enter')
    await dialog.getByText('Choisissez une réponse de 1 à 5.').waitFor()
    await window.focused('5 · Très utile')
    await page.keyboard.press('ArrowDown')
    await window.focused('4 · Utile')
    await tabTo(window, 'Une chose à changer')
    await page.keyboard.type('Une pause')
    await dialog.getByText('9 caractères sur 280').waitFor()
    await tabTo(window, 'Envoyer')
    await page.keyboard.press('Enter')
    await dialog.getByText(/^Merci, votre retour est enregistré/).waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await dialog.evaluate(box => box.scrollWidth - box.clientWidth), 0)
    await page.keyboard.press('Escape')
    await window.focused('Réponse donnée')
    assert.equal(await tab.getByRole('button', { name: /^Faire un retour/ }).count(), 0)
  })
})
