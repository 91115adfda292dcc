import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { ideaStore } from '../../../src/features/ideas/idea/store.ts'
import { reviewDocument } from '../../../src/features/review/document-cards.ts'
import { wordsIn } from '../../../src/i18n/words.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import { LEAST_REVIEW, USUAL_REVIEW } from '../../support/features/published-review.ts'
import { CAMILLE, KARIM, MAELLE, NADIA } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { announce, nonce, type Site, seat } from '../site.ts'
import { visits } from '../visits.ts'
import { launch } from '../window.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SECRET = 'Un banc devant chaque accueil'

/** Two initiatives: one under a title of its own, one still under the text of its idea. */
async function lived(site: Site): Promise<void> {
  for (const person of [CAMILLE, KARIM, NADIA]) await seat(site, person)
  await announce(site)
  for (const [at, text] of [SECRET, 'Un carnet de liaison'].entries()) {
    const body = { nonce: nonce(), axis: 'equipe', text }
    const { id } = await site.api(CAMILLE).post<IdeaView>('/ideas', body)
    await site.stage.app.database.transact(tx => ideaStore(tx).setState(id, 'retained'))
    await site.api(CAMILLE).post('/initiatives', { nonce: nonce(), idea: id })
    const sheet = { problem: '', story: '', inspiring: '', outcome: '', phase: 'create', resources: [] }
    if (at === 0) await site.api(CAMILLE).put(`/initiatives/${id}`, { ...sheet, title: 'Mieux accueillir' })
  }
}

describe('« Publier le bilan »', function () {
  this.timeout(60_000)
  const { site, opened } = visits()
  const publication = () => opened(MAELLE, { tab: 'organiser', wanted: 'figures:publication' })

  it('is written, re-read, seen and taken, on one page', async () => {
    await lived(site())
    const window = await publication()
    const { tab, page } = window
    await tab.getByRole('heading', { name: 'Publier le bilan', level: 1 }).waitFor()
    await tab.getByRole('textbox', { name: 'Quelques phrases pour commencer' }).fill('Un an, ensemble.')
    await tab.getByRole('button', { name: 'Enregistrer : Quelques phrases pour commencer' }).click()
    await tab
      .getByRole('button', { name: 'Enregistrer : Quelques phrases pour commencer' })
      .waitFor({ state: 'detached' })
    await tab.getByRole('button', { name: 'Retenir ce titre : Mieux accueillir' }).click()
    await tab.getByText('Nommée sous ce titre').waitFor()
    assert.equal(
      await tab.getByRole('button', { name: 'Retenir ce titre : Un carnet de liaison' }).count(),
      0,
    )
    await tab.getByRole('button', { name: 'Reformuler : Un carnet de liaison' }).click()
    await tab.getByLabel('Les mots du fichier').fill('Garder trace de ce qui marche')
    await tab.getByRole('button', { name: 'Retenir ces mots' }).click()
    await tab.getByText('Nommée sous vos mots').waitFor()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('button', { name: 'Voir l’aperçu' }).click()
    const frame = tab.frameLocator('iframe[title="Aperçu du fichier"]')
    await frame.getByText('Un an, ensemble.').waitFor()
    await frame.getByText('Mieux accueillir').waitFor()
    await frame.getByText('Garder trace de ce qui marche').waitFor()
    const size = await frame.locator('h1').evaluate(title => getComputedStyle(title).fontSize)
    assert.notEqual(size, '32px', 'the frame has no style')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Télécharger le fichier' }).click(),
    ])
    assert.match(saved.suggestedFilename(), /^\d{4}-\d\d-\d\d-occitanie-bilan\.html$/)
    const html = readFileSync(await saved.path(), 'utf8')
    for (const hidden of [SECRET, 'Un carnet de liaison', CAMILLE.name])
      assert.ok(!html.includes(hidden), hidden)
    await tab.getByText('Le fichier est enregistré par votre navigateur').first().waitFor()
  })

  it('shows what somebody else saved meanwhile, and loses nothing of what is typed', async () => {
    await lived(site())
    const { tab } = await publication()
    const field = tab.getByRole('textbox', { name: 'Quelques phrases pour commencer' })
    await field.fill('Mes mots')
    const body = { kind: 'opening', axis: '', text: 'Les mots d’une autre', turn: 0 }
    await site().api(MAELLE).put('/review/publication/texts', body)
    await tab.getByText('Les mots d’une autre').waitFor()
    assert.equal(await field.inputValue(), 'Mes mots')
    await tab.getByRole('button', { name: 'Enregistrer : Quelques phrases pour commencer' }).click()
    await tab.getByText('Les mots d’une autre').waitFor({ state: 'detached' })
    assert.equal(await field.inputValue(), 'Mes mots')
  })

  it('says that there is nothing to publish yet', async () => {
    const { tab } = await publication()
    await tab.getByRole('button', { name: 'Télécharger le fichier' }).click()
    await tab.getByText('Il n’y a encore rien à publier').waitFor()
  })

  it('is offered to organisers at the head of the review', async () => {
    await lived(site())
    const { tab } = await opened(MAELLE, { tab: 'organiser', wanted: 'figures' })
    await tab.getByRole('link', { name: 'Publier le bilan' }).click()
    await tab.getByRole('heading', { name: '1. Écrire' }).waitFor()
  })
})

describe('the file of a review, opened anywhere', function () {
  this.timeout(120_000)
  const files = {
    'a usual one': reviewDocument(wordsIn('fr', 'Europe/Paris'), USUAL_REVIEW),
    'a usual one in English': reviewDocument(wordsIn('en', 'Europe/Paris'), USUAL_REVIEW),
    'one with little to say': reviewDocument(wordsIn('fr', 'Europe/Paris'), LEAST_REVIEW),
  }
  const looks = {
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    contrast: { colorScheme: 'dark', forcedColors: 'active' },
    print: { colorScheme: 'dark', media: 'print' },
  } as const
  let browser: Awaited<ReturnType<typeof launch>>
  before(async () => {
    browser = await launch()
  })
  after(() => browser.close())

  const found = async (page: Page): Promise<readonly string[]> => {
    await page.evaluate(AXE)
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const { violations: all } = await axe.run({ resultTypes: ['violations'] })
      return all.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
    })
  }

  for (const [name, html] of Object.entries(files))
    it(`has nothing for axe to say and no sideways scroll, in each look and width (${name})`, async () => {
      // axe is a script, which the file itself forbids.
      const context = await browser.newContext({ bypassCSP: true })
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', request => asked.push(request.url()))
      for (const [look, media] of Object.entries(looks))
        for (const width of [320, 360, 800]) {
          await page.emulateMedia({ media: 'screen', forcedColors: 'none', ...media })
          await page.setViewportSize({ width, height: 800 })
          await page.setContent(html)
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          assert.equal(over, 0, `${look} ${width}`)
          if (width !== 320) assert.deepEqual(await found(page), [], `${look} ${width}`)
        }
      assert.deepEqual(asked, [])
      await context.close()
    })

  it('is white on paper, whatever the screen, and goes onto A4', async () => {
    const page = await browser.newPage()
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    await page.setContent(files['a usual one'])
    const ground = await page.locator('body').evaluate(body => getComputedStyle(body).backgroundColor)
    assert.equal(ground, 'rgb(255, 255, 255)')
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    assert.match(pdf, /\/MediaBox \[0 0 59[45][.\d]* 84[12]/)
    assert.ok((pdf.match(/\/Type \/Page\b/g) ?? []).length <= 12)
    await page.close()
  })
})
