import assert from 'node:assert/strict'
import { MINUTE } from '../../../src/kernel/time/clock.ts'
import type { CommentView, IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { CAMILLE, KARIM, PASCAL } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { NOW, nonce, published, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

const TEXT = 'Un banc devant chaque accueil'

describe('ideas in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  const propose = (person = CAMILLE, text = TEXT) =>
    site().api(person).post<IdeaView>('/ideas', { nonce: nonce(), axis: 'equipe', text })
  const mine = async () => (await site().api(CAMILLE).get<{ items: IdeaView[] }>('/ideas?mine=1')).items

  it('takes an idea back with the keyboard, and leads the focus to the title of the list it leaves empty', async () => {
    await propose()
    const window = await opened(CAMILLE, { now: NOW })
    const { page, tab } = window
    await tabTo(window, `Autres gestes\u00A0: ${TEXT}`)
    await page.keyboard.press('Enter')
    await tab.getByRole('menuitem', { name: /^Retirer mon idée/ }).press('Enter')
    await tab.getByText('Aucune idée de votre part. Une phrase suffit pour commencer.').waitFor()
    assert.equal(await window.said(), 'C’est annulé.')
    await window.focused('Mes idées')
    assert.deepEqual(await mine(), [])
  })

  it('lets « … » go by itself when nothing is left in it, says so, and keeps the focus on the idea', async () => {
    const { id } = await propose()
    await site().api(CAMILLE).post(`/ideas/${id}/unname`, {})
    const window = await opened(CAMILLE, { from: NOW })
    const { page, tab } = window
    await tab.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: /jusqu’à 10 h 10$/ }).waitFor()
    await page.keyboard.press('Escape')
    await window.focused(`Autres gestes\u00A0: ${TEXT}`)
    await page.clock.fastForward(10 * MINUTE)
    await tab.getByRole('button', { name: /^Autres gestes/ }).waitFor({ state: 'detached' })
    await window.focused(`Faire équipe. ${TEXT}`)
    assert.equal(await window.said(), 'Le délai pour annuler votre idée est passé.')
  })

  it('says why an idea can no longer be taken back, where it was asked', async () => {
    await propose()
    const window = await opened(CAMILLE, { now: NOW })
    const { page, tab } = window
    // A press of the mouse has the page read again, and it would hear that the time is over.
    await page.route(`${site().url}/api/v1/batch?**`, () => undefined)
    site().clock.advance(11 * MINUTE)
    await tab.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: /^Retirer mon idée/ }).click()
    await tab
      .getByText('Les dix minutes sont passées : l’idée reste publiée.'.replace(' :', '\u00A0:'))
      .waitFor()
    await window.focused(`Faire équipe. ${TEXT}`)
    assert.equal((await mine()).length, 1)
  })

  it('corrects an idea, and keeps the typed text when somebody supported it meanwhile', async () => {
    const { id } = await propose()
    const window = await opened(CAMILLE)
    const { tab } = window
    const dialog = tab.getByRole('dialog')
    const field = dialog.getByRole('textbox')
    await tab.getByRole('button', { name: /^Corriger :/ }).click()
    assert.equal(await field.inputValue(), TEXT)
    await field.fill(`${TEXT}, à l’ombre`)
    await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await window.focused(`Faire équipe. ${TEXT}, à l’ombre`)
    await tab.getByRole('button', { name: /^Corriger :/ }).click()
    await site().api(KARIM).put(`/ideas/${id}/support`, { support: true })
    await field.fill('Un autre texte')
    await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await dialog
      .getByRole('alert')
      .getByText(/soutiennent déjà ce texte/)
      .waitFor()
    assert.equal(await field.inputValue(), 'Un autre texte')
    await dialog.getByRole('button', { name: 'Fermer sans enregistrer' }).click()
    await tab.getByRole('button', { name: /^Corriger :/ }).waitFor({ state: 'detached' })
    await window.focused(`Faire équipe. ${TEXT}, à l’ombre`)
  })

  it('shows the answer that an idea received, and its thread', async () => {
    await seat(site(), CAMILLE)
    await seat(site(), PASCAL)
    const { id } = await propose()
    await site().api(PASCAL).post(`/ideas/${id}/answer`, { text: 'Deux bancs arrivent en juin.' })
    await published(site())
    const { tab } = await opened(CAMILLE)
    const panel = tab.getByRole('region', { name: 'Mes idées' })
    await panel.getByText('Réponse donnée', { exact: true }).waitFor()
    await panel.getByText('Réponse\u00A0: Pascal Vidal, le 17\u00A0mai').waitFor()
    await panel.getByText('Deux bancs arrivent en juin.').waitFor()
    await panel.getByRole('button', { name: /^Commenter/ }).click()
    const steps = tab.getByRole('list', { name: 'Historique' }).getByRole('listitem')
    await steps.filter({ hasText: 'Réponse donnée, par Pascal Vidal' }).waitFor()
    assert.match(
      (await steps.first().textContent()) ?? '',
      /^Idée proposée, par Camille Martin.*17\u00A0mai, 10\u00A0h$/,
    )
  })

  it('comments a colleague’s idea with the keyboard, and counts the comment', async () => {
    const { id } = await propose(KARIM)
    const window = await opened(CAMILLE)
    const { page, tab } = window
    await tabTo(window, `Commenter\u00A0: ${TEXT}`)
    await page.keyboard.press('Enter')
    await window.focused(TEXT)
    await tabTo(window, 'Votre commentaire')
    await page.keyboard.type('Nous en avons un depuis janvier.')
    await tabTo(window, 'Commenter')
    await page.keyboard.press('Enter')
    const comments = tab.getByRole('list', { name: 'Commentaires' }).getByRole('listitem')
    await comments.filter({ hasText: 'Nous en avons un depuis janvier.' }).waitFor()
    assert.equal(await window.said(), 'Votre commentaire est publié')
    assert.equal(await tab.getByRole('textbox').inputValue(), '')
    await comments.getByRole('button', { name: /^Retirer/ }).press('Enter')
    await window.focused('Annuler\u00A0: Nous en avons un depuis janvier.')
    assert.equal(await comments.count(), 0)
    await page.keyboard.press('Enter')
    await comments.filter({ hasText: 'Nous en avons un depuis janvier.' }).waitFor()
    assert.equal(await window.said(), 'Votre commentaire est de nouveau publié')
    await window.focused('Vous\u00A0· ')
    await page.keyboard.press('Escape')
    await window.focused('Commenter\u00A0· 1')
    const { items } = await site().api(KARIM).get<{ items: CommentView[] }>(`/ideas/${id}/comments`)
    assert.deepEqual(
      items.map(({ text, author }) => [text, author]),
      [['Nous en avons un depuis janvier.', 'Camille Martin']],
    )
  })

  it('keeps a comment that could not be sent, and makes one of it when it is sent again', async () => {
    const { id } = await propose(KARIM)
    const { page, tab } = await opened(CAMILLE)
    await tab.getByRole('button', { name: /^Commenter/ }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Bonne idée')
    // The comment reaches the server; its answer is lost on the way back.
    await page.route(`${site().url}/api/v1/ideas/${id}/comments`, async route => {
      if (route.request().method() === 'POST') await route.fetch()
      await route.abort()
    })
    await dialog.getByRole('button', { name: 'Commenter' }).click()
    await dialog.getByText('Réseau absent. Vous pouvez réessayer sans risque de doublon.').waitFor()
    assert.equal(await dialog.getByRole('textbox').inputValue(), 'Bonne idée')
    await page.unroute(`${site().url}/api/v1/ideas/${id}/comments`)
    await dialog.getByRole('button', { name: 'Commenter' }).click()
    await dialog.getByRole('list', { name: 'Commentaires' }).getByText('Bonne idée').waitFor()
    const { items } = await site().api(KARIM).get<{ items: CommentView[] }>(`/ideas/${id}/comments`)
    assert.equal(items.length, 1)
  })

  it('reads comments on where the focus is', async () => {
    const { id } = await propose(KARIM)
    for (let serial = 1; serial <= 22; serial++) {
      site().clock.advance(1)
      await site()
        .api(KARIM)
        .post(`/ideas/${id}/comments`, { nonce: nonce(), text: `Mot ${serial}` })
    }
    const window = await opened(CAMILLE)
    await window.tab.getByRole('button', { name: /^Commenter/ }).click()
    const comments = window.tab.getByRole('list', { name: 'Commentaires' })
    await comments.getByText('Mot 20', { exact: true }).waitFor()
    await counted(comments.getByRole('listitem'), 20)
    await window.tab.getByRole('dialog').getByRole('button', { name: 'Voir plus' }).last().click()
    await comments.getByText('Mot 22', { exact: true }).waitFor()
    await window.focused('Karim Benali\u00A0· 17\u00A0mai, 10\u00A0hMot 21')
  })
})
