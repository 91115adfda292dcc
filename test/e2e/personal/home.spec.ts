import assert from 'node:assert/strict'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import { CAMILLE, KARIM, OWEN } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { listening } from '../listening.ts'
import { announce, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

const TEXT = 'Relire chaque mois un courrier type avec deux usagers'

function commitment(text = TEXT, axis = 'usager') {
  return { nonce: nonce(), axis, text, horizon: '2027-06-30', visibility: 'direction' }
}

describe('the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits()

  it('shows the five axes in the programme’s order, each with its promise', async () => {
    const { tab, complaints } = await opened(CAMILLE)
    const axes = await tab.locator('.axis h3').allInnerTexts()
    assert.deepEqual(axes, [
      'Accompagner les transitions',
      'Aller vers les territoires',
      'Renforcer notre culture «\u00A0usager\u00A0»',
      'Soigner notre marque employeur',
      'Faire équipe',
    ])
    await counted(tab.getByText('Être là où vivent les habitants.'), 1)
    await counted(tab.locator('.axis-name .quiet'), 5)
    await counted(tab.getByText('Phase «\u00A0Créer\u00A0», jusqu’au 30\u00A0juin'), 1)
    assert.deepEqual(complaints, [])
  })

  it('takes a commitment and finishes it with the keyboard alone', async () => {
    const window = await opened(CAMILLE)
    const { page, tab } = window
    await tabTo(window, 'Je m’engage : Renforcer notre culture «\u00A0usager\u00A0»'.replace(' :', '\u00A0:'))
    await page.keyboard.press('Enter')
    await tab.getByRole('dialog').waitFor()
    await window.focused('Je m’engage à')
    await page.keyboard.type(TEXT)
    await tabTo(window, 'Je m’engage')
    await page.keyboard.press('Enter')
    await tab.locator('.commitment', { hasText: TEXT }).waitFor()
    await window.focused(TEXT)
    assert.match(await window.said(), /Votre engagement est pris/)
    await tabTo(window, `C’est tenu\u00A0: ${TEXT}`)
    await page.keyboard.press('Enter')
    await tab.getByText('Tenu', { exact: true }).waitFor()
    await window.focused(TEXT)
    assert.equal(await window.said(), 'Votre engagement est tenu')
    const { items } = await site().api(CAMILLE).get<{ items: CommitmentView[] }>('/commitments')
    assert.deepEqual(
      items.map(({ text, axis, state, visibility }) => ({ text, axis, state, visibility })),
      [{ text: TEXT, axis: 'usager', state: 'kept', visibility: 'me' }],
    )
  })

  it('lets go of a commitment without asking, as it can be taken back', async () => {
    await site()
      .api(CAMILLE)
      .post('/commitments', { ...commitment(), visibility: 'me' })
    const { tab } = await opened(CAMILLE, { now: site().clock.now() })
    await tab.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: 'J’abandonne' }).click()
    await tab.getByText('Abandonné', { exact: true }).waitFor()
    await tab.getByRole('button', { name: /^Annuler/ }).click()
    await tab.getByText('Pris', { exact: true }).waitFor()
  })

  it('supports a colleague’s idea, withdraws, and counts what the server counts', async () => {
    await seat(site(), KARIM)
    await seat(site(), CAMILLE)
    await site().api(KARIM).post('/ideas', {
      nonce: nonce(),
      axis: 'equipe',
      text: 'Un banc devant chaque accueil',
    })
    const { tab } = await opened(CAMILLE, { width: 360, unfolded: true })
    const height = async () => (await tab.locator('.idea .acts').first().boundingBox())?.height
    const before = await height()
    await tab.getByRole('button', { name: 'Soutenir' }).click()
    await tab.getByText('Karim Benali · 2 soutiens de 2 Directions').waitFor()
    const supporting = tab.getByRole('button', { name: 'Vous soutenez' })
    // What was a line of buttons stays one, with its end in plain sight.
    assert.equal(await height(), before)
    await supporting.click()
    await tab.getByText('Karim Benali · Pas encore de soutien').waitFor()
  })

  it('shows a support and an answer before the server has them, and takes them back where it refuses', async () => {
    await seat(site(), CAMILLE)
    await announce(site())
    await site().api(KARIM).post('/ideas', { nonce: nonce(), axis: 'equipe', text: 'Un banc' })
    const window = await opened(CAMILLE, { unfolded: true })
    const { page, tab } = window
    for (const [path, act, then, place] of [
      ['ideas/*/support', 'Soutenir', 'Vous soutenez', '.idea'],
      ['workshops/*/answer', 'Je participe', 'Me désister', '.task'],
    ] as const) {
      const late = Promise.withResolvers<void>()
      await page.route(`${site().url}/api/v1/${path}`, async route => {
        await late.promise
        await route.fulfill({ status: 409, json: { status: 409, code: 'gone', title: 'Plus rien ici.' } })
      })
      const where = tab.locator(place)
      await where.getByRole('button', { name: act }).click()
      await where.getByRole('button', { name: then }).waitFor()
      await where.getByRole('button', { name: act }).waitFor({ state: 'detached' })
      await window.focused(place === '.idea' ? then : 'Place réservée')
      late.resolve()
      await where.getByText('Plus rien ici.').waitFor()
      await where.getByRole('button', { name: act === 'Soutenir' ? act : /liste d’attente/ }).waitFor()
      await window.focused(place === '.idea' ? act : 'Me mettre en liste d’attente')
    }
  })

  it('answers a workshop in place, changes the answer, and lists it among mine', async () => {
    await announce(site())
    await seat(site(), CAMILLE)
    const window = await opened(CAMILLE)
    const { tab } = window
    await tab.getByText('Jeudi 3\u00A0juin, 14\u00A0h à 17\u00A0h, Toulouse · 12 places').waitFor()
    await tab.getByRole('button', { name: 'Je participe' }).click()
    await tab.locator('.task').getByText('Place réservée').waitFor()
    await window.focused('Place réservée')
    const mine = tab.getByRole('region', { name: 'Mes ateliers' })
    await mine.getByRole('button', { name: 'Me désister' }).click()
    await mine.getByText('Vous n’y participez pas').waitFor()
    await counted(tab.locator('.task').getByText('Vous n’y participez pas'), 1)
  })

  it('shows an idea’s words as they were typed', async () => {
    const words = '<b>gras</b> **gras** [ici](http://evil) ${secret} <at>x</at> 👨‍👩‍👧'
    await site().api(KARIM).post('/ideas', { nonce: nonce(), axis: 'equipe', text: words })
    const { tab } = await opened(CAMILLE, { unfolded: true })
    await tab.getByText(words, { exact: true }).waitFor()
  })

  it('counts colleagues who share, and stays silent at none', async () => {
    await seat(site(), CAMILLE)
    await site()
      .api(KARIM)
      .post('/commitments', { ...commitment(), visibility: 'everyone' })
    // Who has begun reads under each axis what others share of it.
    await site().api(CAMILLE).post('/commitments', commitment('Un carnet', 'equipe'))
    const { tab } = await opened(CAMILLE)
    await counted(tab.getByText('1 collègue a partagé le sien'), 1)
    await counted(tab.getByText(/partagé/), 1)
  })

  it('shows two commitments under an axis, the rest on demand', async () => {
    for (const text of ['Un', 'Deux', 'Trois']) {
      await site()
        .api(CAMILLE)
        .post('/commitments', { ...commitment(text), visibility: 'me' })
    }
    const { tab } = await opened(CAMILLE)
    await counted(tab.locator('.commitment'), 2)
    await tab.getByRole('button', { name: 'Voir les 3' }).click()
    await counted(tab.locator('.commitment'), 3)
  })

  it('speaks the language of the person’s Teams, then the one they choose', async () => {
    const { tab } = await opened(OWEN)
    assert.equal(await tab.getByRole('heading', { level: 1 }).textContent(), 'My space')
    await tab.getByText(/^Changing our administration/).waitFor()
    await tab.getByRole('button', { name: 'Preferences' }).click()
    await tab.getByRole('menuitemradio', { name: 'Français', exact: true }).click()
    await tab.getByRole('heading', { name: 'Mon espace' }).waitFor()
    assert.equal(await tab.locator('html').getAttribute('lang'), 'fr')
    await tab.getByRole('heading', { name: 'Faire équipe' }).waitFor()
    await tab.getByRole('button', { name: 'Préférences' }).click()
    assert.equal(await tab.getByRole('menuitemradio', { name: 'Français', exact: true }).isChecked(), true)
    await tab.getByRole('menuitemradio', { name: 'Comme dans Teams' }).click()
    await tab.getByRole('heading', { name: 'My space' }).waitFor()
    await tab.getByRole('button', { name: 'Preferences' }).click()
    assert.equal(await tab.getByRole('menuitemradio', { name: 'As in Teams' }).isChecked(), true)
  })

  it('speaks English as Teams comes to, though it began in French', async () => {
    await (await opened(CAMILLE)).tab.getByRole('heading', { name: 'Mon espace' }).waitFor()
    const { tab } = await opened({ ...CAMILLE, locale: 'en-GB' })
    await tab.getByRole('heading', { name: 'My space' }).waitFor()
  })

  it('turns with the language that is chosen in the chat, the programme’s own words too', async () => {
    const window = await opened(CAMILLE)
    const { tab, page } = window
    // Once the page before is gone: its stream may still be opening.
    await page.reload({ waitUntil: 'commit' })
    await listening(window, site(), () => tab.getByRole('heading', { name: 'Faire équipe' }).waitFor())
    await site().stage.as(CAMILLE).presses('people.language', { language: 'en' })
    await tab.getByRole('heading', { name: 'Working as one team' }).waitFor()
    await tab.getByText('Explore', { exact: true }).first().waitFor()
  })

  it('follows Teams when it changes theme', async () => {
    const { page, tab } = await opened(CAMILLE)
    const ground = () =>
      tab
        .locator('#root > div')
        .evaluate(root => getComputedStyle(root).getPropertyValue('--colorNeutralBackground1'))
    const light = await ground()
    await page.locator('#theme').selectOption('contrast')
    await tab.locator('html[data-look=contrast]').waitFor()
    assert.notEqual(await ground(), light)
    assert.equal((await ground()).trim(), '#000000')
  })

  it('reads again when the person comes back to it', async () => {
    const { tab } = await opened(CAMILLE)
    await site()
      .api(CAMILLE)
      .post('/commitments', { ...commitment(), visibility: 'me' })
    await tab.locator('html').evaluate(() => window.dispatchEvent(new Event('focus')))
    await tab.getByText(TEXT).waitFor()
  })
})
