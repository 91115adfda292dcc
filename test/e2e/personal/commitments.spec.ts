import assert from 'node:assert/strict'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import { CAMILLE, KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { announce, nonce, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { tabTo } from '../window.ts'

const TEXT = 'Relire chaque mois un courrier type avec deux usagers'

describe('commitments in the personal tab', function () {
  this.timeout(60_000)
  const { site, opened } = visits({ unfolded: true })

  const take = (person = CAMILLE, visibility = 'everyone') => {
    const intention = { axis: 'usager', text: TEXT, horizon: '2027-06-30', visibility }
    return site()
      .api(person)
      .post<CommitmentView>('/commitments', { nonce: nonce(), ...intention })
  }

  // The first visit shows what each axis promises, the others what colleagues share of it.
  beforeEach(() => site().api(CAMILLE).post('/ideas', { nonce: nonce(), axis: 'equipe', text: 'Un banc' }))

  it('takes stock with the keyboard: the stage goes on, the note stands below and in the dialog', async () => {
    await take()
    const window = await opened(CAMILLE)
    const { page, tab } = window
    await tabTo(window, `Faire le point\u00A0: ${TEXT}`)
    await page.keyboard.press('Enter')
    await window.focused('Où en êtes-vous')
    await page.keyboard.type('Premier courrier relu.')
    await tabTo(window, 'Enregistrer')
    await page.keyboard.press('Enter')
    await window.focused(TEXT)
    assert.equal(await window.said(), 'C’est noté')
    await tab.getByText('En cours', { exact: true }).waitFor()
    await tab.getByText(/^Dernière note, 17\u00A0mai\u00A0: Premier courrier relu\.$/).waitFor()
    await tab.getByRole('button', { name: /^Faire le point/ }).click()
    await tab.getByRole('list', { name: 'Mes notes' }).getByText('Premier courrier relu.').waitFor()
  })

  it('is changed with the keyboard, and says who would see it before it is saved', async () => {
    await take(CAMILLE, 'me')
    const window = await opened(CAMILLE)
    const { page, tab } = window
    await tabTo(window, `Autres gestes\u00A0: ${TEXT}`)
    await page.keyboard.press('Enter')
    await window.focused('Modifier')
    await page.keyboard.press('Enter')
    const dialog = tab.getByRole('dialog', { name: 'Modifier votre engagement' })
    await window.focused('Je m’engage à')
    await page.keyboard.press('End')
    await page.keyboard.type(', et le dire')
    await dialog.getByLabel('Échéance').selectOption('2027-09-30')
    await dialog.getByLabel('Tout le monde').check()
    await dialog.getByText('Tout le monde verra votre nom et cet engagement.').waitFor()
    await tabTo(window, 'Enregistrer')
    await page.keyboard.press('Enter')
    await window.focused(TEXT)
    assert.equal(await window.said(), 'Votre engagement est modifié')
    await tab.getByText(/^Fin septembre.*vu de tout le monde$/).waitFor()
    const { items } = await site().api(CAMILLE).get<{ items: CommitmentView[] }>('/commitments')
    assert.deepEqual(
      items.map(({ text, horizon, visibility }) => [text, horizon, visibility]),
      [[`${TEXT}, et le dire`, '2027-09-30', 'everyone']],
    )
  })

  it('comes back as it was when its end is undone, and is shown to the Direction once kept', async () => {
    await seat(site(), CAMILLE)
    await take(CAMILLE, 'me')
    const window = await opened(CAMILLE, { now: site().clock.now() })
    const { tab } = window
    await tab.getByRole('button', { name: /^C’est tenu/ }).click()
    await tab.getByRole('button', { name: /^Annuler/ }).click()
    await window.focused(TEXT)
    assert.equal(await window.said(), 'C’est annulé.')
    await tab.getByRole('button', { name: /^C’est tenu/ }).click()
    await tab.getByRole('button', { name: /^Le montrer à ma Direction/ }).click()
    const dialog = tab.getByRole('dialog', { name: 'Le montrer à ma Direction' })
    await dialog.getByText(/^Les collègues de votre Direction et son encadrement verront/).waitFor()
    assert.equal(await dialog.getByRole('textbox').count(), 0)
    await dialog.getByRole('button', { name: 'Le montrer à ma Direction' }).click()
    await tab.getByText(/vu de votre Direction$/).waitFor()
    await tab
      .getByRole('region', { name: 'Ce qui vient d’être fait' })
      .getByRole('button', { name: /^Annuler/ })
      .click()
    await tab.getByText(/vu de vous seulement$/).waitFor()
  })

  it('shares one sentence of two colleagues as one, with both names', async () => {
    await seat(site(), CAMILLE)
    await seat(site(), KARIM)
    await take(KARIM)
    await take(MAELLE)
    const { tab } = await opened(CAMILLE)
    await tab.getByRole('button', { name: /collègues ont partagé/ }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByText(/^Karim Benali/).waitFor()
    await dialog.getByText(/^Maëlle/).waitFor()
    assert.equal(await dialog.getByText(TEXT, { exact: true }).count(), 1)
    assert.equal(await dialog.getByRole('button', { name: /^Moi aussi/ }).count(), 1)
  })

  it('keeps a note that is refused or lost', async () => {
    await take()
    const { page, tab } = await opened(CAMILLE)
    await tab.getByRole('button', { name: /^Faire le point/ }).click()
    const dialog = tab.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await dialog.getByText('Il manque le texte. Une phrase suffit.').waitFor()
    await dialog.getByRole('textbox').fill('Premier courrier relu.')
    await page.route(`${site().url}/api/v1/commitments/*/notes`, route => route.abort())
    await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await dialog.getByText(/^Réseau absent/).waitFor()
    assert.equal(await dialog.getByRole('textbox').inputValue(), 'Premier courrier relu.')
  })

  it('says « Moi aussi » to a colleague’s commitment with the keyboard, and shows what was joined', async () => {
    await seat(site(), CAMILLE)
    await seat(site(), KARIM)
    await take(KARIM)
    const window = await opened(CAMILLE)
    const { page, tab } = window
    const dialog = tab.getByRole('dialog')
    await tabTo(window, '1 collègue a partagé le sien')
    await page.keyboard.press('Enter')
    await dialog.getByText('Karim Benali · Direction du numérique et des systèmes d’information').waitFor()
    await tabTo(window, `Moi aussi\u00A0: ${TEXT}`)
    await page.keyboard.press('Enter')
    await dialog.getByRole('heading', { name: 'Moi aussi' }).waitFor()
    await window.focused(TEXT)
    await tabTo(window, 'Moi aussi')
    await page.keyboard.press('Enter')
    await window.focused(TEXT)
    await dialog.getByText('Vous aussi').waitFor()
    assert.match(await window.said(), /Votre engagement est pris/)
    await dialog.getByRole('button', { name: 'Fermer' }).click()
    await window.focused('1 collègue a partagé le sien')
    await tab.locator('.commitment', { hasText: TEXT }).getByText('Repris d’un engagement partagé').waitFor()
    const { items } = await site().api(CAMILLE).get<{ items: CommitmentView[] }>('/commitments')
    assert.deepEqual(
      items.map(({ text, visibility }) => [text, visibility]),
      [[TEXT, 'me']],
    )
  })

  it('gives the list back with Escape, and leaves what was not sent', async () => {
    await take(KARIM)
    const window = await opened(CAMILLE)
    const { page, tab } = window
    const dialog = tab.getByRole('dialog')
    await tab.getByRole('button', { name: /collègue a partagé/ }).click()
    await dialog.getByRole('button', { name: /^Moi aussi/ }).click()
    await dialog.getByRole('heading', { name: 'Moi aussi' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.getByRole('heading', { name: /^Engagements partagés/ }).waitFor()
    await window.focused(TEXT)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const { items } = await site().api(CAMILLE).get<{ items: CommitmentView[] }>('/commitments')
    assert.deepEqual(items, [])
  })

  it('leads to the calendar file of a workshop where I have a seat', async () => {
    await announce(site())
    const { tab } = await opened(CAMILLE)
    const link = { name: 'Ajouter à mon agenda\u00A0: Soigner les arrivées' }
    assert.equal(await tab.getByRole('link', link).count(), 0)
    await tab.getByRole('button', { name: 'Je participe' }).click()
    const mine = tab.getByRole('region', { name: 'Mes ateliers' }).getByRole('link', link)
    assert.match((await mine.getAttribute('href')) ?? '', /^https:.*\/calendar\/.*\.ics$/)
    assert.equal(await mine.getAttribute('target'), '_blank')
  })

  it('tells who cannot be written to how to add the app, through Teams', async () => {
    const { page, tab } = await opened(CAMILLE)
    await tab.getByRole('link', { name: 'Ajouter l’application' }).click()
    await page.waitForFunction(() => Reflect.get(window, 'teamsHost').signals.includes('executeDeepLink'))
    await counted(tab.getByText(/^Ajoutée dans votre Teams/), 1)
  })
})
