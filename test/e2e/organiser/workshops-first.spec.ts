import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { HOUR, MINUTE } from '../../../src/kernel/time/clock.ts'
import type { ScreenView } from '../../../src/tabs/contract/attendance.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA, OWEN } from '../../support/sign-in/cast.ts'
import { violations } from '../axe.ts'
import { openSite, type Site, seat } from '../site.ts'
import { heard, launch, openTab, type Tab } from '../window.ts'

const TITLE = 'Simplifier nos courriers'
const IDEAS = [
  'Relire chaque courrier type avec deux usagers',
  'Dire dès la première ligne ce que l’on attend',
  'Une page au plus, et un numéro qui répond',
]
const GUESTS = [CAMILLE, KARIM, NADIA, AHMED]

/** docs/premier-atelier.md, done as it is written there, from the first opening to the summary. */
describe('a first workshop, in ten steps', function () {
  this.timeout(120_000)
  let browser: Browser
  let site: Site
  let id: string
  before(async () => {
    browser = await launch()
    site = await openSite()
    for (const person of [...GUESTS, OWEN]) await seat(site, person)
  })
  after(async () => {
    await browser.close()
    await site.close()
  })

  async function atLab(wanted: string | undefined, work: (window: Tab) => Promise<void>): Promise<void> {
    const window = await openTab(browser, site, MAELLE, {
      tab: 'organiser',
      width: 1280,
      from: site.clock.now(),
      ...(wanted !== undefined && { wanted }),
    })
    await window.ready()
    await work(window)
    assert.deepEqual(window.complaints, [])
    await window.close()
  }

  it('1, 2: opens on the first steps, and leads to the channels', () =>
    atLab(undefined, async ({ tab }) => {
      const steps = tab.getByRole('region', { name: 'Premiers pas' })
      await steps.waitFor()
      await tab.getByRole('link', { name: /^Rattacher les canaux/ }).click()
      await tab.getByText('Le bot n’est encore dans aucune équipe').waitFor()
      await site.stage.as(MAELLE).installs('channel')
      await tab.getByRole('link', { name: 'Aujourd’hui' }).first().click()
      await tab.getByRole('link', { name: /^Rattacher les canaux/ }).click()
      await tab.getByRole('combobox').last().selectOption('modernisation')
      await tab.getByRole('button', { name: /^Rattacher :/ }).click()
      await tab.getByRole('button', { name: /^Rattacher :/ }).waitFor({ state: 'detached' })
    }))

  it('3, 4: prepares the workshop, looks at its card, announces it', () =>
    atLab('workshops', async window => {
      const { tab } = window
      await tab.getByRole('link', { name: 'Nouvel atelier' }).click()
      await tab.getByLabel('Titre').fill(TITLE)
      await tab.getByLabel('Description').fill('Nous relirons dix courriers. Rien à préparer.')
      await tab.getByLabel('Axe').selectOption('usager')
      await tab.getByLabel('Jour').fill('2027-05-17')
      await tab.getByLabel('Début').fill('14:00')
      await tab.getByLabel('Fin').fill('16:30')
      await tab.getByLabel('Places').fill('8')
      await tab.getByLabel('Lieu').fill('Salle Garonne')
      await tab.getByRole('group', { name: 'Canaux' }).getByRole('checkbox').first().check()
      const card = tab.locator('.look')
      for (const act of ['Je participe', 'Je ne peux pas']) await card.getByText(act).waitFor()
      await tab.getByRole('button', { name: 'Annoncer' }).click()
      await tab.getByRole('heading', { level: 1, name: TITLE }).waitFor()
      await site.stage.settle()
      id = (await site.api(MAELLE).get<Page<{ id: string }>>('/attendance/workshops')).items[0]?.id ?? ''
    }))

  it('5: shows how many come, and whom to write to', async () => {
    for (const person of GUESTS) await site.api(person).put(`/workshops/${id}/answer`, { answer: 'yes' })
    await atLab(id, async ({ tab }) => {
      await tab.getByText('4 places libres sur 8').waitFor()
      await tab.getByRole('link', { name: 'Modifier', exact: true }).waitFor()
      await tab.getByRole('button', { name: /^Autres gestes/ }).click()
      await tab.getByRole('menuitem', { name: 'Annuler ou reporter' }).waitFor()
    })
    await atLab('broadcasts', async ({ tab }) => {
      await tab.getByRole('link', { name: 'Écrire aux agents' }).click()
      await tab.getByLabel('Message').fill('À tout à l’heure, salle Garonne.')
      await tab.getByRole('radio', { name: 'Les personnes inscrites à un atelier' }).check()
      await tab.getByRole('combobox', { name: /^Atelier/ }).selectOption({ index: 1 })
      await tab.getByRole('button', { name: 'Vérifier avant d’envoyer' }).click()
      await tab.getByRole('heading', { name: 'Ce que donnerait cet envoi' }).waitFor()
    })
  })

  it('6: names who leads a table, draws the tables, shows them', () =>
    atLab(id, async window => {
      const { tab } = window
      const leaders = tab.getByRole('region', { name: 'Animation' })
      await leaders.getByRole('button', { name: 'Ajouter une personne' }).click()
      await leaders.getByRole('textbox', { name: 'Nom, deux lettres' }).fill('Owen')
      await leaders.getByLabel('Table, si').fill('1')
      await leaders.getByRole('button', { name: /^Confier l’animation/ }).click()
      await heard(window, 'Owen Price anime l’atelier')
      const hall = tab.getByRole('region', { name: 'Tables' })
      await hall.getByRole('radio', { name: 'Personnes par table' }).check()
      await hall.getByRole('spinbutton').fill('2')
      await hall.getByRole('button', { name: 'Tirer au sort' }).click()
      await hall.getByRole('button', { name: 'Montrer à chaque personne' }).click()
      await hall.getByText('Chaque personne voit sa table.').waitFor()
      await hall.getByRole('button', { name: 'Imprimer la liste' }).waitFor()
      const needs = tab.getByRole('region', { name: 'Places', exact: true })
      await needs.getByText('Besoins pratiques').click()
      await needs.getByRole('button', { name: 'Voir la liste' }).waitFor()
    }))

  it('7: takes in who scans the screen, who has no phone, and who has no seat', async () => {
    site.clock.advance(3 * HOUR + 30 * MINUTE)
    const { link } = await site.api(MAELLE).get<ScreenView>(`/attendance/${id}`)
    const wanted = JSON.parse(new URL(link).searchParams.get('context') ?? '{}').subEntityId as string
    const phone = await openTab(browser, site, CAMILLE, { wanted, width: 360 })
    await phone.tab.getByRole('heading', { level: 1, name: 'Présence enregistrée' }).waitFor()
    await phone.tab.getByText(/^Votre table\s: \d/).waitFor()
    await phone.close()
    await atLab(id, async ({ tab }) => {
      for (const name of ['Plein écran', 'Imprimer la feuille'])
        await tab.getByRole('button', { name }).waitFor()
      await tab.getByRole('button', { name: `Noter la présence : ${KARIM.name}` }).click()
      const others = tab.getByRole('region', { name: 'Sans inscription' })
      await others.getByLabel('Nom d’un collègue').fill('owen')
      await others.getByRole('button', { name: 'Faire entrer : Owen Price' }).click()
      await others.getByText('déjà là').waitFor()
    })
  })

  it('7: has the workshop that runs before the first steps that are left', () =>
    atLab(undefined, async ({ tab }) => {
      await tab.getByRole('link', { name: /^Animer/ }).waitFor()
      const titles = await tab.getByRole('heading', { level: 2 }).allTextContents()
      assert.deepEqual(titles, ['Ce qui demande votre attention', 'Premiers pas'])
    }))

  it('8: gathers what a table says, line by line', async () => {
    site.clock.advance(50 * MINUTE)
    await atLab(id, async ({ tab }) => {
      await tab.getByRole('button', { name: 'Récolter les idées' }).waitFor()
    })
    await site.api(OWEN).put('/me', { language: 'fr' })
    const from = site.clock.now()
    const phone = await openTab(browser, site, OWEN, { wanted: `harvest:${id}:1`, width: 360, from })
    await phone.tab.getByRole('textbox', { name: 'Une idée par ligne' }).fill(IDEAS.join('\n'))
    await phone.tab.getByRole('button', { name: 'Envoyer 3 idées' }).click()
    await phone.tab
      .getByText(/^Envoyée à 14\sh\s20/)
      .nth(2)
      .waitFor()
    await phone.tab.getByRole('button', { name: /^Faire voter la table/ }).waitFor()
    await phone.close()
  })

  it('9: puts a question to the room, and reads its result', async () => {
    await atLab('ballots', async ({ tab }) => {
      await tab.getByRole('link', { name: 'Nouveau scrutin' }).click()
      await tab.getByRole('textbox', { name: 'Question' }).fill('Laquelle essayer d’abord ?')
      for (const idea of IDEAS.slice(0, 2))
        await tab.getByRole('button', { name: new RegExp(`^Ajouter.*${idea}`) }).click()
      await tab
        .getByRole('textbox', { name: 'Autres propositions, une par ligne' })
        .fill('Aucune pour l’instant')
      const audience = tab.getByRole('combobox', { name: 'Qui peut voter' })
      await audience.selectOption(`workshop:${id}`)
      const chosen = (await audience.locator('option:checked').textContent()) ?? ''
      assert.match(chosen, /^Les personnes qui participent à l’atelier\s: /)
      await tab.getByRole('radio', { name: 'Un jour et une heure' }).check()
      await tab.getByLabel('Dernier jour').fill('2027-05-17')
      await tab.getByLabel('Heure de fin').fill('15:45')
      await tab.locator('.look').getByText('Aucune pour l’instant').first().waitFor()
      await tab.getByRole('button', { name: 'Ouvrir le scrutin' }).click()
      await tab.getByRole('button', { name: 'Clore maintenant' }).waitFor()
    })
    const { items } = await site.api(CAMILLE).get<Page<BallotView>>('/ballots')
    const [ballot] = items
    for (const person of [...GUESTS, OWEN])
      await site.api(person).put(`/ballots/${ballot?.id}/vote`, { option: ballot?.options[0]?.id })
    site.clock.advance(90 * MINUTE)
    await site.stage.settle()
    await atLab(`ballots:${ballot?.id}`, async ({ tab }) => {
      await tab.getByText(`« ${IDEAS[0]} » arrive en tête`).waitFor()
    })
  })

  it('10: says what comes next, where it was announced', async () => {
    site.clock.advance(50 * MINUTE)
    await site.stage.settle()
    await atLab(id, async ({ tab }) => {
      await tab.getByRole('region', { name: 'Feuille de présence' }).getByRole('button').waitFor()
      await tab.getByRole('region', { name: 'Retours' }).waitFor()
      await tab.getByRole('link', { name: 'Publier le bilan' }).click()
      await tab.getByLabel('La suite').fill('Dix courriers relus avec des usagers avant le 30 juin.')
      await tab.getByRole('button', { name: 'Publier' }).click()
      await tab.getByRole('heading', { level: 1, name: TITLE }).waitFor()
      const published = tab.getByRole('region', { name: /^Bilan publié le/ })
      await published.getByText('Lire le bilan').click()
      await published.getByText('Dix courriers relus').waitFor()
      await published.getByRole('link', { name: 'Corriger le bilan' }).waitFor()
      assert.equal(await tab.getByRole('link', { name: 'Publier le bilan' }).count(), 0)
      await tab.getByRole('link', { name: 'Répondre aux idées' }).waitFor()
    })
    await site.stage.settle()
    const cards = [...site.stage.sent.values()].map(({ card }) => JSON.stringify(card))
    assert.ok(cards.some(card => card.includes('avant le 30 juin')))
  })

  it('11: is read in the tab of who was there, on whose list it stands as attended', async () => {
    const phone = await openTab(browser, site, CAMILLE, { width: 360, unfolded: true })
    const { tab } = phone
    const mine = tab.getByRole('region', { name: 'Mes ateliers' })
    await mine.getByText('Présence enregistrée').waitFor()
    await mine.getByRole('link', { name: /^Lire le bilan/ }).click()
    await tab.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await tab.getByText('Dix courriers relus').waitFor()
    assert.deepEqual(await violations(phone), [])
    await tab.getByRole('button', { name: 'Mon espace' }).click()
    await mine.getByRole('link', { name: /^Lire le bilan/ }).waitFor()
    await phone.close()
  })

  it('12: is read by whoever follows the link of the card', async () => {
    const phone = await openTab(browser, site, CAMILLE, { wanted: `workshop:${id}`, width: 360 })
    await phone.tab.getByRole('heading', { level: 1, name: TITLE }).waitFor()
    await phone.tab.getByText('Dix courriers').waitFor()
    await phone.close()
  })
})
