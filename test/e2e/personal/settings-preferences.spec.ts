import assert from 'node:assert/strict'
import { silenceStore } from '../../../src/features/messages/response/silence-store.ts'
import type { PreferencesView } from '../../../src/tabs/contract/messages.ts'
import { CAMILLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { visits } from '../visits.ts'
import { heard, type Tab, tabTo } from '../window.ts'

describe('preferences in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  const held = () => site().api(CAMILLE).get<PreferencesView>('/me/messages')

  async function choose({ tab }: Tab) {
    await tab.getByRole('button', { name: 'Préférences' }).click()
    await tab.getByRole('menuitem', { name: 'Coups de pouce' }).click()
    return tab.getByRole('dialog')
  }

  it('lower the week’s number, pause and stop a topic with the keyboard', async () => {
    const window = await opened(CAMILLE)
    const { page, tab } = window
    await tabTo(window, 'Préférences')
    await page.keyboard.press('Enter')
    await window.focused('Indiquer ma Direction')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('switch').first().waitFor()
    await window.focused('Au plus par semaine')
    await page.keyboard.press('ArrowUp')
    await tabTo(window, 'Tout mettre en pause')
    await page.keyboard.press('ArrowDown')
    await tabTo(window, 'Mercredi')
    await page.keyboard.press('Space')
    await tabTo(window, 'Idées et initiatives que je suis')
    await page.keyboard.press('Space')
    await tabTo(window, 'Enregistrer')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    assert.equal(await window.said(), 'C’est enregistré.')
    await window.focused('Préférences')
    const { perWeek, pausedUntil, daysOff, topics } = await held()
    assert.deepEqual([perWeek, pausedUntil, daysOff], [2, '2027-05-24', ['wednesday']])
    assert.equal(topics.find(({ topic }) => topic === 'idea-answered')?.on, false)
  })

  it('renew the address of one’s own calendar, and show the new one', async () => {
    const window = await opened(CAMILLE)
    const dialog = await choose(window)
    const address = dialog.getByLabel('Mes ateliers dans mon agenda')
    const before = await address.inputValue()
    await dialog.getByRole('button', { name: 'Renouveler cette adresse' }).click()
    await heard(window, 'Votre adresse est renouvelée.')
    assert.notEqual(await address.inputValue(), before)
    assert.deepEqual(await violations(window), [])
    await window.close()
  })

  it('show what is held, say a topic’s state beside its switch, and take it up again', async () => {
    await site()
      .api(CAMILLE)
      .put('/me/messages', { pausedUntil: '2027-06-02', topic: { topic: 'idea-answered', on: false } })
    const window = await opened(CAMILLE)
    const dialog = await choose(window)
    const topic = dialog.locator('.topic', { hasText: 'Idées et initiatives que je suis' })
    await topic.getByText('Arrêté').waitFor()
    assert.equal(
      await dialog.getByLabel('Tout mettre en pause').locator('option:checked').textContent(),
      'Jusqu’au 2\u00A0juin inclus',
    )
    await topic.getByRole('switch').click()
    await topic.getByText('Reçu').waitFor()
    await dialog.getByLabel('Tout mettre en pause').selectOption('Pas de pause')
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await dialog.waitFor({ state: 'detached' })
    const { pausedUntil, topics } = await held()
    assert.equal(pausedUntil, undefined)
    assert.equal(topics.find(({ topic }) => topic === 'idea-answered')?.on, true)
  })

  it('say that a topic fell silent, and take it up again with its switch', async () => {
    const { app } = site().stage
    const { tenant, objectId, name } = CAMILLE
    const { id: person } = await app.people.greet({ tenant, objectId, name, language: 'fr' })
    const line = { person, topic: 'broadcast' } as const
    await app.database.transact(tx => silenceStore(tx).hush(line, app.clock.now()))
    const window = await opened(CAMILLE, { width: 360 })
    const dialog = await choose(window)
    const topic = dialog.locator('.topic', { hasText: 'En silence, faute de réponse' })
    assert.equal(await topic.getByRole('switch').isChecked(), false)
    assert.deepEqual(await violations(window), [])
    await topic.getByRole('switch').click()
    await dialog.getByText('En silence').waitFor({ state: 'detached' })
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await dialog.waitFor({ state: 'detached' })
    const { topics } = await held()
    assert.deepEqual(
      topics.find(each => each.topic === 'broadcast'),
      { topic: 'broadcast', on: true },
    )
  })

  it('say why a pause is refused, and keep what was chosen', async () => {
    const window = await opened(CAMILLE)
    const dialog = await choose(window)
    await dialog.getByLabel('Tout mettre en pause').selectOption('Une autre date')
    await dialog.getByLabel('Date').fill('2027-12-31')
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await dialog.getByText('Une pause dure trois mois au plus. Choisissez une date plus proche.').waitFor()
    assert.equal(await dialog.getByLabel('Date').inputValue(), '2027-12-31')
  })

  it('can be read again when they could not be', async () => {
    const window = await opened(CAMILLE)
    await window.page.route(`${site().url}/api/v1/me/messages`, route => route.abort())
    const dialog = await choose(window)
    await dialog.getByText(/^Réseau absent/).waitFor()
    await window.page.unroute(`${site().url}/api/v1/me/messages`)
    await dialog.getByRole('button', { name: 'Réessayer' }).click()
    await dialog.getByRole('switch').first().waitFor()
  })
})
