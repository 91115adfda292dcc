import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { InitiativeSheet } from '../../../src/tabs/contract/initiatives/initiatives.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { CAMILLE, INES, KARIM, LEA, NADIA, type Person } from '../../support/sign-in/cast.ts'
import { counted } from '../counted.ts'
import { openInitiatives, retain } from '../initiatives.ts'
import type { Site } from '../site.ts'
import { heard, launch, openTab, type Tab, tabTo } from '../window.ts'

const PROBLEM = { type: 'about:blank', status: 500, title: 'Panne', code: 'fault', reference: 'ab12cd34' }

describe('the sheet of an initiative', function () {
  this.timeout(60_000)
  let browser: Browser
  let site: Site
  let handbook: string
  let visits: string
  let windows: Tab[] = []

  before(async () => {
    browser = await launch()
    ;({ site, handbook, visits } = await openInitiatives())
  })
  after(async () => {
    await browser.close()
    await site.close()
  })
  afterEach(async () => {
    for (const window of windows) await window.close()
    windows = []
  })

  /** A sheet, as a link into the tab opens it. */
  async function opened(person: Person, id: string): Promise<Tab> {
    const window = await openTab(browser, site, person, { tab: 'gallery', wanted: id })
    windows.push(window)
    await window.tab.locator('h1:focus').waitFor()
    return window
  }
  const sheetOf = (person: Person, id: string) => site.api(person).get<InitiativeSheet>(`/initiatives/${id}`)

  it('opens from a link, and tells who, why, how far, with whom and what is said of it', async () => {
    const { tab, complaints } = await opened(NADIA, handbook)
    const [head = ''] = await tab.locator('.sheet-title').allInnerTexts()
    const lines = head.split(/\n+/)
    assert.deepEqual(
      lines.map(line => line.replaceAll(/\s/g, ' ')),
      [
        'Le carnet de passation',
        'Faire équipe · portée par Karim Benali · origine : Direction des mobilités · 2 membres',
        'En création, étape 2 sur 3',
        '2 soutiens de 2 Directions sur 30',
      ],
    )
    assert.deepEqual(await tab.locator('.sheet h2').allInnerTexts(), [
      'Le problème',
      'L’histoire',
      'Ce qui peut inspirer ailleurs',
      'Pour aller plus loin',
      'Commentaires (1)',
      'Historique',
      'Avec',
      'Autres initiatives',
    ])
    const link = tab.getByRole('link', { name: 'Le modèle d’une page' })
    assert.equal(await link.getAttribute('href'), 'https://intranet.example/carnet?page=1')
    assert.match((await link.getAttribute('rel')) ?? '', /noopener/)
    await counted(tab.getByText('intranet.example', { exact: true }), 1)
    assert.deepEqual(await tab.locator('.names li span:last-child').allInnerTexts(), [
      'Karim Benali',
      'Inès Roques',
    ])
    await tab.getByText('L’idée de départ, de Nadia Ferrer').waitFor()
    const steps = await tab.locator('.timeline li').allInnerTexts()
    assert.match(steps.join('\n'), /Nouvelle étape de l’initiative, par Karim Benali\s+En création\s/)
    assert.deepEqual(complaints, [])
  })

  it('leads on to other initiatives, each with its own title in focus', async () => {
    const { tab } = await opened(NADIA, handbook)
    await tab.locator('.others a').first().press('Enter')
    const title = tab.locator('h1:focus')
    await title.waitFor()
    await tab.locator('h1', { hasText: 'Le carnet de passation' }).waitFor({ state: 'detached' })
    await title.waitFor()
  })

  it('keeps a comment that was not sent, for this sheet alone', async () => {
    const { tab } = await opened(INES, visits)
    const field = tab.getByRole('textbox', { name: 'Votre commentaire' })
    await field.fill('Le samedi')
    const turnTo = async (title: string) => {
      await tab.locator('.trail a').click()
      await tab.getByRole('link', { name: title }).first().click()
      await tab.locator('h1:focus', { hasText: title }).waitFor()
    }
    await turnTo('Le carnet de passation')
    assert.equal(await field.inputValue(), '')
    await turnTo('Bureau ouvert au marché')
    assert.equal(await field.inputValue(), 'Le samedi')
  })

  it('takes a comment with the keyboard, after the others', async () => {
    const window = await opened(INES, visits)
    const { page, tab } = window
    await tabTo(window, 'Votre commentaire')
    await page.keyboard.type('Le samedi matin, place aux herbes.')
    await tabTo(window, 'Commenter')
    await page.keyboard.press('Enter')
    await tab.locator('.comments').getByText('Le samedi matin, place aux herbes.').waitFor()
    await tab.getByRole('heading', { name: 'Commentaires (1)' }).waitFor()
    await heard(window, 'Votre commentaire est publié')
    assert.equal(await tab.getByRole('textbox', { name: 'Votre commentaire' }).inputValue(), '')
  })

  it('is joined and left again, the focus where it makes sense', async () => {
    const window = await opened(NADIA, visits)
    const { page, tab } = window
    await tab.getByRole('button', { name: /^Je rejoins/ }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Je rejoins' }).click()
    await window.focused('Vous participez')
    await tab.locator('.names').getByText('Nadia Ferrer').waitFor()
    await tab.getByText('À écrire.').first().waitFor()
    await tabTo(window, 'Quitter l’initiative')
    await page.keyboard.press('Enter')
    await window.focused('Bureau ouvert au marché')
    await tab.locator('.names').getByText('Nadia Ferrer').waitFor({ state: 'detached' })
    assert.equal(await tab.getByText('À écrire.').count(), 0)
  })

  it('proposes it to one’s own Direction, in words of one’s own', async () => {
    const window = await opened(CAMILLE, handbook)
    const { tab } = window
    await tab.getByRole('button', { name: 'S’en inspirer' }).click()
    const dialog = tab.getByRole('dialog')
    await dialog
      .getByText(/^Votre idée s’adresse à\u00A0: Direction .*Elle paraît tout de suite, avec votre nom/)
      .waitFor()
    const field = dialog.getByRole('textbox', { name: 'Ce que vous proposez' })
    assert.equal(
      await field.inputValue(),
      'Faire comme «\u00A0Le carnet de passation\u00A0». Une page, cinq questions, quinze minutes avec la personne qui part.',
    )
    await field.fill('Un carnet d’une page dans chaque lycée.')
    await dialog.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await window.focused('S’en inspirer')
    await heard(window, /^Votre idée est publiée/)
    const { items } = await site.api(CAMILLE).get<Page<IdeaView>>('/ideas?mine=1')
    assert.ok(items.some(({ text }) => text === 'Un carnet d’une page dans chaque lycée.'))
    await tab.getByText('Reprise dans une autre Direction').waitFor()
  })

  it('asks for a Direction before it is proposed to one', async () => {
    const { tab } = await opened(LEA, handbook)
    await tab.getByRole('button', { name: 'S’en inspirer' }).click()
    await tab
      .getByRole('dialog')
      .getByText(/^Votre Direction n’est pas encore connue/)
      .waitFor()
    assert.equal(await tab.getByRole('dialog').getByRole('textbox').count(), 0)
  })

  it('is written by its owner, who loses nothing when it cannot be saved', async () => {
    const window = await opened(KARIM, handbook)
    const { page, tab } = window
    await tab.getByRole('button', { name: 'Modifier la fiche' }).click()
    const dialog = tab.getByRole('dialog')
    const save = dialog.getByRole('button', { name: 'Enregistrer', exact: true })
    await dialog.getByRole('textbox', { name: 'Titre', exact: true }).fill('x'.repeat(121))
    await save.click()
    await dialog.getByText(/^121 caractères pour 120 possibles/).waitFor()
    await window.focused('Titre')
    await page.keyboard.press('Escape')
    await window.focused('Modifier la fiche')
    await page.keyboard.press('Enter')
    await dialog.getByText('Votre texte était resté ici').waitFor()
    await dialog.getByRole('textbox', { name: 'Titre', exact: true }).fill('Le carnet d’une page')
    await dialog.getByRole('combobox', { name: 'Étape' }).selectOption('En essai')
    await dialog.getByRole('textbox', { name: 'Le résultat' }).fill('Trois services le tiennent.')
    await dialog.getByRole('button', { name: 'Ajouter un lien' }).click()
    await window.focused('Adresse du lien 2')
    await dialog.getByRole('textbox', { name: 'Adresse du lien 2' }).fill('http://intranet.example/guide')
    await dialog.getByRole('textbox', { name: 'Titre du lien 2' }).fill('Le guide')
    await save.click()
    await dialog.getByText(/^Un lien ne commence pas par https/).waitFor()
    await window.focused('Adresse du lien 2')
    await dialog.getByRole('textbox', { name: 'Adresse du lien 2' }).fill('https://intranet.example/guide')
    await page.route(/\/initiatives\/[^/]+$/, route =>
      route.request().method() === 'PUT' ? route.fulfill({ status: 500, json: PROBLEM }) : route.continue(),
    )
    await save.click()
    await dialog.getByText(/ab12cd34/).waitFor()
    assert.equal(
      await dialog.getByRole('textbox', { name: 'Le résultat' }).inputValue(),
      'Trois services le tiennent.',
    )
    await page.unroute(/\/initiatives\/[^/]+$/)
    await dialog.getByRole('button', { name: /^Retirer le lien.*Le modèle/ }).click()
    await save.click()
    await tab.getByRole('heading', { name: 'Le carnet d’une page', level: 1 }).waitFor()
    await window.focused('Modifier la fiche')
    await tab.getByText('En essai, étape 3 sur 3').waitFor()
    await tab.getByText('Trois services le tiennent.').waitFor()
    const { resources, phase } = await sheetOf(NADIA, handbook)
    assert.deepEqual(
      [resources, phase],
      [[{ title: 'Le guide', url: 'https://intranet.example/guide' }], 'test'],
    )
  })

  it('is handed over to a member, left by its owner, then carried by whoever says so', async () => {
    const window = await opened(KARIM, handbook)
    const { tab } = window
    const dialog = tab.getByRole('dialog')
    await tab.getByRole('button', { name: /^Autres gestes/ }).click()
    await tab.getByRole('menuitem', { name: 'Passer la main' }).click()
    await dialog.getByRole('button', { name: 'Passer la main' }).click()
    await dialog.getByText('Il manque la personne.', { exact: false }).waitFor()
    await dialog.getByRole('radio', { name: 'Inès Roques' }).check()
    await dialog.getByRole('button', { name: 'Passer la main' }).click()
    await window.focused('Vous participez')
    await tab.getByText(/portée par Inès Roques/).waitFor()
    assert.equal(await tab.getByRole('button', { name: 'Modifier la fiche' }).count(), 0)
    const owner = await opened(INES, handbook)
    await owner.tab.getByRole('button', { name: /^Autres gestes/ }).click()
    await owner.tab.getByRole('menuitem', { name: 'Quitter l’initiative' }).click()
    await owner.tab
      .getByRole('dialog')
      .getByText(/^Plus personne ne la portera/)
      .waitFor()
    await owner.tab.getByRole('dialog').getByRole('button', { name: 'Quitter l’initiative' }).click()
    await owner.tab.getByText(/cherche une personne pour la porter/).waitFor()
    await owner.tab.locator('h1:focus').waitFor()
    await owner.tab.getByRole('button', { name: 'Je la porte' }).click()
    await owner.tab
      .getByRole('dialog')
      .getByText(/^Votre nom sera montré à tous/)
      .waitFor()
    await owner.tab.getByRole('dialog').getByRole('button', { name: 'Je la porte' }).click()
    await owner.focused('Vous la portez')
    assert.equal((await sheetOf(NADIA, handbook)).owner, 'Inès Roques')
  })

  it('comes of a retained idea that somebody carries, in the personal tab', async () => {
    const idea = await retain(site, NADIA, 'usager', 'Relire les courriers avec trois usagers.')
    const window = await openTab(browser, site, INES, { unfolded: true })
    windows.push(window)
    const { tab } = window
    const row = tab.locator('.idea', { hasText: 'Relire les courriers' })
    await row.getByRole('button', { name: /^Je la porte/ }).click()
    await tab.getByRole('dialog').getByRole('button', { name: 'Je la porte' }).click()
    await window.focused('Voir l’initiative')
    assert.equal((await sheetOf(NADIA, idea)).owner, 'Inès Roques')
    await window.page.keyboard.press('Enter')
    await tab.locator('h1:focus', { hasText: 'Relire les courriers' }).waitFor()
  })

  it('says that it is gone, with the way to all the others', async () => {
    const window = await openTab(browser, site, NADIA, { tab: 'gallery', wanted: 'nowhere' })
    windows.push(window)
    await window.tab.getByRole('alert').waitFor()
    await window.tab.getByRole('link', { name: 'Les initiatives' }).click()
    await window.tab.getByRole('heading', { name: 'Les initiatives', level: 1 }).waitFor()
  })
})
