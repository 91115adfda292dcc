import assert from 'node:assert/strict'
import type { SynthesisView } from '../../../src/tabs/contract/ideas/synthesis.ts'
import { ideasOf, keepIdeas } from '../../support/features/themes.ts'
import { HELENE, MAELLE } from '../../support/sign-in/cast.ts'
import { type Site, seat } from '../site.ts'
import { CARS, LONE, looksRight, PLACES, placed, SENTENCE, THEME } from '../syntheses.ts'
import { visits } from '../visits.ts'
import { heard, type Tab, tabTo } from '../window.ts'

const OTHER = 'Une place près de l’entrée est gardée pour le covoiturage.'

const draft = (site: Site) => site.api(MAELLE).get<SynthesisView>('/syntheses?axis=transitions')
const textsOf = async (site: Site) =>
  (await draft(site)).themes.flatMap(({ sentences }) => sentences.map(({ text }) => text))

/** Types a sentence on ideas of a theme, and sends it. */
async function write(window: Tab, title: string, text: string, ideas: readonly string[]): Promise<void> {
  const { page, tab } = window
  await tabTo(window, `Écrire une phrase\u00A0: ${title}`)
  await page.keyboard.press('Enter')
  await tab.getByRole('dialog').waitFor()
  await window.focused('Phrase')
  await page.keyboard.insertText(text)
  for (const idea of ideas) {
    await tabTo(window, idea)
    await page.keyboard.press('Space')
  }
  await tabTo(window, 'Ajouter')
  await page.keyboard.press('Enter')
}

describe('a synthesis, by keyboard', function () {
  this.timeout(90_000)
  const { site, opened } = visits()

  async function begun(): Promise<Tab> {
    await placed(site())
    const window = await opened(MAELLE, { tab: 'organiser', wanted: 'ideas', width: 360 })
    await tabTo(window, 'Synthèse')
    await window.page.keyboard.press('Enter')
    await window.tab.getByText(/^3 idées\u00A0: 2 sous un thème, 0 à ranger, 1 seule\./).waitFor()
    return window
  }

  it('refuses what code finds wrong under the field, and keeps what was typed', async () => {
    const window = await begun()
    const { page, tab } = window
    // No model is set up: all is written by hand.
    assert.equal(await tab.getByRole('button', { name: /^Proposer des phrases/ }).count(), 0)
    await write(window, THEME, 'La plupart veulent des voitures.', [CARS])
    await tab
      .getByRole('dialog')
      .getByText(/un mot de quantité n’est pas dans les idées citées/)
      .waitFor()
    await window.focused('Phrase')
    await looksRight(window)
    assert.deepEqual(await textsOf(site()), [])
    await page.keyboard.press('Control+A')
    await page.keyboard.insertText('Sur , des voitures partagées.')
    await page.keyboard.press('Home')
    for (let letter = 0; letter < 4; letter++) await page.keyboard.press('ArrowRight')
    await tabTo(window, 'Insérer le nombre d’idées')
    await page.keyboard.press('Enter')
    await window.focused('Phrase')
    await tabTo(window, 'Ajouter')
    await page.keyboard.press('Enter')
    await heard(window, 'La phrase est ajoutée.')
    await tab.getByText('Sur 2 idées, des voitures partagées.').waitFor()
    assert.deepEqual(await textsOf(site()), ['Sur {n}, des voitures partagées.'])
  })

  it('is decided and ordered, says why it cannot be published, then is', async () => {
    const window = await begun()
    const { page, tab } = window
    const publish = tab.getByRole('button', { name: 'Publier', exact: true })
    await tab.getByText('gardez ou écrivez au moins une phrase').waitFor()
    assert.equal(await publish.getAttribute('aria-disabled'), 'true')

    await write(window, THEME, SENTENCE, [CARS, PLACES])
    await heard(window, 'La phrase est ajoutée.')
    await write(window, THEME, OTHER, [PLACES])
    await tab.getByText(OTHER).waitFor()
    await write(window, 'Idées seules', 'Une ruche sur le toit du lycée.', [LONE])
    await tab.getByText('Gardée par Maëlle Rivière').nth(2).waitFor()

    await tabTo(window, `Descendre\u00A0: ${SENTENCE}`)
    await page.keyboard.press('Enter')
    await heard(window, 'La phrase est plus bas.')
    await tab.locator('.synthesis-sentence').first().getByText(OTHER).waitFor()
    // It stays where it was pressed.
    await window.focused(`Descendre\u00A0: ${SENTENCE}`)
    assert.deepEqual(await textsOf(site()), [OTHER, SENTENCE])

    await tabTo(window, `Retirer\u00A0: ${OTHER}`)
    await page.keyboard.press('Enter')
    // What was pressed is gone: its sentence takes the focus.
    await window.focused('Retirée par Maëlle Rivière')
    await tabTo(window, `Reprendre\u00A0: ${OTHER}`)
    await page.keyboard.press('Enter')
    await tab.getByText('décidez de la phrase qui attend').waitFor()
    assert.equal(await publish.getAttribute('aria-disabled'), 'true')
    await tabTo(window, `Garder\u00A0: ${OTHER}`)
    await page.keyboard.press('Enter')
    await tab.getByText('Avant de publier').waitFor({ state: 'detached' })
    await looksRight(window)

    await tabTo(window, 'Publier')
    await page.keyboard.press('Enter')
    await tab.getByRole('dialog').getByText('Chacun lira 3 phrases').waitFor()
    await tabTo(window, 'Publier')
    await page.keyboard.press('Enter')
    await heard(window, 'La synthèse est publiée.')
    await tab.getByText('Publiée le 17 mai par Maëlle Rivière. Chacun lit ce qui est ici.').first().waitFor()
    assert.equal(await publish.getAttribute('aria-disabled'), 'true')

    await tabTo(window, 'Retirer la publication')
    await page.keyboard.press('Enter')
    await tab.getByRole('dialog').waitFor()
    await tabTo(window, 'Retirer la publication')
    await page.keyboard.press('Enter')
    await heard(window, 'La synthèse n’est plus publiée.')
    await tab.getByText('Rien n’est publié sur cet axe.').first().waitFor()
  })

  it('has people read what words have placed, one after the other, and says what to do where too little is right', async () => {
    const texts = Array.from({ length: 4 }, (_, at) => `Du covoiturage pour aller au lycée numéro ${at}`)
    await keepIdeas(site().stage.app.database, ideasOf('transitions', texts))
    await site().api(MAELLE).post('/themes/run', { axis: 'transitions' })
    await site().stage.settle()
    const window = await opened(MAELLE, { tab: 'organiser', wanted: 'ideas:synthesis', width: 360 })
    const { page, tab } = window
    await tab.getByText('tirez l’échantillon à relire').waitFor()
    await tabTo(window, 'Tirer au hasard')
    await page.keyboard.press('Enter')
    await window.focused('Relecture d’un échantillon')
    await tab.getByText('0 idée relue sur 4.').waitFor()
    await tab.getByText(`Rangée sous «\u00A0${THEME}\u00A0»`).waitFor()

    /** Presses what holds the focus, or comes after it, and waits until as many are read. */
    const say = async (name: string, read: number) => {
      await tabTo(window, name)
      await page.keyboard.press('Enter')
      await tab
        .getByText(read === 4 ? /sur 4 à leur place/ : new RegExp(`^${read} idées? relues? sur 4`))
        .waitFor()
      await window.focused(name)
    }
    await say('Pas à sa place', 1)
    await looksRight(window)
    await tabTo(window, 'Revenir à la précédente')
    await page.keyboard.press('Enter')
    await tab.getByText('Vous avez dit\u00A0: pas à sa place.').last().waitFor()
    await say('À sa place', 1)
    await say('À sa place', 2)
    await say('Pas à sa place', 3)
    await say('Pas à sa place', 4)
    await tab.getByText('2 sur 4 à leur place, soit 50\u202F% au moins.').waitFor()
    await tab.getByText(/^Il en faut 75\u202F%\. Changez les mots d’un thème/).waitFor()
    await tab.getByText('l’accord est de 50\u202F% au moins, il en faut 75\u202F%').waitFor()
    await tab.getByText('Tout est relu.').waitFor()
    await tabTo(window, 'Revenir à la précédente')
    await page.keyboard.press('Enter')
    await tabTo(window, 'À sa place')
    await page.keyboard.press('Enter')
    await tab.getByText('3 sur 4 à leur place, soit 75\u202F% au moins.').waitFor()
    await tab
      .getByText(/il en faut 75/i)
      .first()
      .waitFor({ state: 'detached' })
  })

  it('is read by an observer, who is offered no act', async () => {
    await placed(site())
    await seat(site(), HELENE)
    const window = await opened(HELENE, { tab: 'organiser', wanted: 'ideas:synthesis' })
    const { tab } = window
    await tab.getByText('gardez ou écrivez au moins une phrase').waitFor()
    assert.equal(await tab.locator('.synthesis-board button').count(), 0)
    await looksRight(window)
  })
})
