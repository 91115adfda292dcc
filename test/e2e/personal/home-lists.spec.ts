import assert from 'node:assert/strict'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { WorkshopView } from '../../../src/tabs/contract/workshops/workshops.ts'
import { CAMILLE, KARIM } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { announce, nonce } from '../site.ts'
import { visits } from '../visits.ts'

const LINK = 'https://teams.microsoft.com/l/meetup-join/1'

describe('lists in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  it('never call a page the whole, and read on where the focus is', async () => {
    for (let serial = 1; serial <= 23; serial++) {
      site().clock.advance(1)
      await site()
        .api(KARIM)
        .post('/ideas', { nonce: nonce(), axis: 'equipe', text: `Idée ${serial}` })
    }
    const window = await opened(CAMILLE)
    const ideas = window.tab.getByRole('region', { name: 'Idées des collègues' })
    await counted(ideas.locator('.idea'), 3)
    assert.equal(await ideas.getByRole('button', { name: /^Voir les/ }).count(), 0)
    await ideas.getByRole('button', { name: 'Voir plus' }).click()
    await counted(ideas.locator('.idea'), 20)
    await ideas.getByRole('button', { name: 'Voir plus' }).click()
    await ideas.getByText('Idée 1', { exact: true }).waitFor()
    await counted(ideas.locator('.idea'), 23)
    await window.focused('Faire équipe. Idée 3')
    assert.equal(await ideas.getByRole('button', { name: 'Voir plus' }).count(), 0)
    await ideas.getByRole('button', { name: 'Voir moins' }).click()
    await counted(ideas.getByRole('button', { name: 'Voir les 23' }), 1)
  })

  it('show the next workshop before those that are over', async () => {
    for (const [title, date] of [
      ['Un', '2027-05-18'],
      ['Deux', '2027-05-19'],
      ['Trois', '2027-05-20'],
      ['Le prochain', '2027-06-03'],
    ]) {
      await announce(site(), { title, date })
    }
    const { items } = await site().api(CAMILLE).get<{ items: WorkshopView[] }>('/workshops')
    for (const { id } of items) await site().api(CAMILLE).put(`/workshops/${id}/answer`, { answer: 'yes' })
    site().clock.advance(7 * DAY)
    const { tab } = await opened(CAMILLE, { now: site().clock.now() })
    const mine = tab.getByRole('region', { name: 'Mes ateliers' })
    assert.deepEqual(await mine.getByRole('heading', { level: 3 }).allInnerTexts(), [
      'Le prochain',
      'Trois',
      'Deux',
    ])
    await mine.getByRole('button', { name: 'Voir les 4' }).click()
    await mine.getByRole('heading', { name: 'Un', exact: true }).waitFor()
  })

  it('say where an online workshop is, and lead there before and after the answer', async () => {
    await announce(site(), {
      place: '',
      link: LINK,
      description: 'Une matinée pour préparer un premier jour.',
    })
    const { tab } = await opened(CAMILLE)
    const task = tab.locator('.task', { hasText: 'Soigner les arrivées' })
    await task
      .getByText(
        'Jeudi 3\u00A0juin, 14\u00A0h à 17\u00A0h · En ligne, sur teams.microsoft.com · 12\u00A0places libres',
      )
      .waitFor()
    await counted(task.getByText('Une matinée pour préparer un premier jour.'), 1)
    const link = { name: 'Rejoindre en ligne\u00A0: Soigner les arrivées' }
    assert.equal(await task.getByRole('link', link).getAttribute('href'), LINK)
    await task.getByRole('button', { name: 'Je participe' }).click()
    const mine = tab.getByRole('region', { name: 'Mes ateliers' })
    await mine.getByText(/En ligne, sur teams\.microsoft\.com/).waitFor()
    assert.equal(await mine.getByRole('link', link).getAttribute('href'), LINK)
  })

  it('ask the axis of an idea that was typed without one', async () => {
    await site().stage.as(CAMILLE).says('idée Un banc devant chaque accueil')
    const window = await opened(CAMILLE)
    const { tab } = window
    const mine = tab.getByRole('region', { name: 'Mes idées' })
    await mine.getByRole('button', { name: 'Choisir un axe' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Enregistrer l’axe' }).click()
    await dialog.getByText('Il manque l’axe. Choisissez le plus proche.').waitFor()
    await window.focused('Axe')
    await dialog.getByRole('combobox').selectOption('equipe')
    await dialog.getByRole('button', { name: 'Enregistrer l’axe' }).click()
    await window.focused('Faire équipe. Un banc devant chaque accueil')
    assert.equal(await window.said(), 'L’axe est enregistré')
    assert.equal(await mine.getByRole('button', { name: 'Choisir un axe' }).count(), 0)
  })
})
