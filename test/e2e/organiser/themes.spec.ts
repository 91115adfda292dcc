import assert from 'node:assert/strict'
import type { ThemeBoardView } from '../../../src/tabs/contract/ideas/themes.ts'
import { ideasOf, keepIdeas } from '../../support/features/themes.ts'
import { KARIM, MAELLE } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { proposeThemes, proposing } from '../screens/proposing.ts'
import { openSite, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { heard, tabTo } from '../window.ts'

const AXIS = 'transitions'
const LONE = 'Une ruche sur le toit du lycée, dite une seule fois'
const TEXTS = [
  ...Array.from({ length: 999 }, (_, at) => `Du covoiturage pour aller au lycée numéro ${at}`),
  LONE,
]

describe('the board of themes, by keyboard', function () {
  this.timeout(90_000)
  const { site, opened } = visits()

  const board = () => site().api(MAELLE).get<ThemeBoardView>(`/themes?axis=${AXIS}`)

  it('puts a thousand ideas by words, moves one by hand, takes that back, and makes a theme', async () => {
    await keepIdeas(site().stage.app.database, ideasOf(AXIS, TEXTS))
    const window = await opened(MAELLE, { tab: 'organiser', wanted: 'ideas', width: 360 })
    const { page, tab, overflow, complaints } = window
    await tabTo(window, 'Thèmes')
    await page.keyboard.press('Enter')
    await tab.getByText(/^1.000 idées\u00A0: 0 sous un thème, 1.000 à ranger/).waitFor()
    await tabTo(window, 'Ranger par les mots')
    await page.keyboard.press('Enter')
    await heard(window, 'Le rangement commence.')
    await site().stage.settle()
    await tab.getByText(/999 sous un thème, 1 à ranger/).waitFor()
    await tab.getByText('parce que\u00A0: covoiturage').first().waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await overflow(), 0)

    // What was said once stands whole, beside a theme of 999.
    await tab.getByRole('link', { name: LONE }).waitFor()
    await tabTo(window, `Déplacer\u00A0: ${LONE}`)
    await page.keyboard.press('Enter')
    await tab.getByRole('menuitem', { name: 'Sous « Nature et eau »' }).waitFor()
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await heard(window, 'L’idée est sous « Nature et eau ».')
    await tab.getByText('rangée à la main', { exact: true }).waitFor()
    assert.deepEqual(
      (await board()).themes.map(({ id, count }) => [id, count]).filter(([, count]) => count !== 0),
      [
        ['deplacements', 999],
        ['nature', 1],
      ],
    )
    await tabTo(window, 'Annuler')
    await page.keyboard.press('Enter')
    await tab.getByText(/999 sous un thème, 1 à ranger/).waitFor()
    assert.equal((await board()).coverage.byHand, 0)

    await tabTo(window, 'Créer un thème')
    await page.keyboard.press('Enter')
    await tab.getByRole('dialog').waitFor()
    await window.focused('Titre')
    // The page behind is hidden a quarter of a second later, and is there again once the dialog is gone.
    await tab.locator('#root[aria-hidden=true]').waitFor({ state: 'attached' })
    await page.keyboard.type('Ruches')
    await page.keyboard.press('Tab')
    await page.keyboard.type('ruche, miel')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await heard(window, 'Le thème est créé.')
    await tab.getByRole('heading', { name: 'Ruches' }).waitFor()
    assert.deepEqual((await board()).themes.at(-1)?.words, ['ruche', 'miel'])
    assert.deepEqual(complaints, [])
  })
})

describe('themes that a model proposes, by keyboard', function () {
  this.timeout(90_000)
  const { site, opened } = visits({ tab: 'organiser', wanted: 'ideas:themes', width: 360 }, () =>
    openSite({ assist: proposing }),
  )
  const PARENTS = 'Être parent et travailler à la Région'
  const THANKS = 'La reconnaissance du travail d’équipe, écrite et dite'

  it('are asked for, set aside, put back, and on the board once one was added', async () => {
    await seat(site(), KARIM)
    await seat(site(), MAELLE)
    await proposeThemes(site())
    const window = await opened(MAELLE)
    const { page, tab, overflow, complaints } = window
    await tab.locator('.theme-board').getByRole('combobox').selectOption('employeur')
    await tab.getByText('Proposés par un modèle d’IA (Albert, opéré par la DINUM). À vérifier.').waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await overflow(), 0)

    await tabTo(window, `Écarter\u00A0: ${THANKS}`)
    await page.keyboard.press('Enter')
    await heard(window, 'La proposition est écartée.')
    await tab.getByRole('heading', { name: THANKS }).waitFor({ state: 'detached' })
    await tabTo(window, 'Annuler')
    await page.keyboard.press('Enter')
    await tab.getByRole('heading', { name: THANKS }).waitFor()

    await tabTo(window, `Ajouter ce thème\u00A0: ${PARENTS}`)
    await page.keyboard.press('Enter')
    await tab.getByRole('dialog').waitFor()
    await window.focused('Titre')
    assert.equal(await tab.getByLabel('Titre').inputValue(), PARENTS)
    await tab.getByRole('dialog').getByRole('button', { name: 'Ajouter', exact: true }).click()
    await heard(window, /^Le thème est ajouté/)
    await tab.getByRole('heading', { level: 2, name: PARENTS }).waitFor()
    const { themes, proposals } = await site().api(MAELLE).get<ThemeBoardView>('/themes?axis=employeur')
    assert.deepEqual([themes.at(-1)?.title, themes.at(-1)?.count], [PARENTS, 0])
    assert.deepEqual(
      proposals.map(({ title }) => title),
      [THANKS],
    )

    await tabTo(window, 'Proposer d’autres thèmes')
    await page.keyboard.press('Enter')
    await heard(window, 'Les thèmes proposés sont là.')
    assert.deepEqual(complaints, [])
  })

  it('leave a board that says so where nothing the model says stands', async () => {
    await keepIdeas(site().stage.app.database, ideasOf(AXIS, TEXTS.slice(0, 3)))
    const window = await opened(MAELLE)
    await window.tab.getByText('Albert, opéré par la DINUM lit une centaine d’idées').waitFor()
    await tabTo(window, 'Proposer des thèmes')
    await window.page.keyboard.press('Enter')
    await window.tab
      .getByText(/^Aucun thème n’a pu être proposé/)
      .first()
      .waitFor()
    assert.deepEqual(window.complaints, [])
  })
})
