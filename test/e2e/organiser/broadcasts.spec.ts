import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import { type Bot, startBot } from '../../support/product/bot.ts'
import { announceSeries, SERIES_TITLE } from '../../support/product/series.ts'
import {
  AHMED,
  CAMILLE,
  INES,
  KARIM,
  MAELLE,
  NADIA,
  OWEN,
  PASCAL,
  type Person,
} from '../../support/sign-in/cast.ts'
import { chatId } from '../../support/teams/chats.ts'
import { WORKSHOPS } from '../../support/teams/index.ts'
import { violations } from '../axe.ts'
import { heard, launch, openTab, type Served } from '../window.ts'

const HERE = [AHMED, CAMILLE, INES, NADIA, OWEN]
/** They never added the app. */
const AWAY = [KARIM, PASCAL]
const TEXT = 'Les journées du 7 mai approchent.\nVenez avec une idée.'

describe('a broadcast, from the organiser’s tab to the strict Teams', function () {
  this.timeout(60_000)
  let browser: Browser
  let bot: Bot
  let site: Served

  const got = (person: Person) =>
    bot
      .as(person)
      .reads()
      .filter(
        ({ text }) => /Le Lab’ vous écrit|message from the Lab’/.test(text) && !/Aperçu|Preview/.test(text),
      )

  before(async () => {
    browser = await launch()
    bot = await startBot('file::memory:')
    site = { url: bot.origin, tokenOf: person => bot.signIn.tabToken(person) }
    await bot.seat([MAELLE, ...HERE, ...AWAY])
    await bot.as(MAELLE).installs(WORKSHOPS)
    for (const person of [MAELLE, ...HERE]) await bot.as(person).installs()
    await bot.settle()
  })
  after(async () => {
    await browser.close()
    await bot.close()
  })

  it('is written, rehearsed, held, taken up again and reported, on a phone', async () => {
    const options = { tab: 'organiser', wanted: 'broadcasts', width: 360 } as const
    const window = await openTab(browser, site, MAELLE, options)
    const { tab } = window
    const press = (name: string | RegExp) => tab.getByRole('button', { name }).click()
    const figure = (name: string) =>
      tab
        .locator('.cast-numbers > div')
        .filter({ hasText: new RegExp(`^ ?${name}`) })
        .locator('strong')
    await window.ready()
    await tab.getByText('Aucune diffusion.').waitFor()
    await tab.getByRole('link', { name: 'Écrire aux agents' }).click()
    await press('Vérifier avant d’envoyer')
    await tab.getByText('Il manque les destinataires.').waitFor()
    await window.focused('Message')
    await tab.getByLabel('Message').fill(TEXT)
    await tab.getByRole('radio', { name: 'Toutes les personnes du programme' }).check()
    assert.deepEqual(await violations(window), [])
    await press('Vérifier avant d’envoyer')
    await heard(window, 'Voici ce que donnerait cet envoi')
    assert.equal(await figure('Joignables').textContent(), '6')
    assert.equal(await figure('Non joignables').textContent(), '2')
    await tab.getByText('Demander à la DSI de l’ajouter d’office').waitFor()
    await tab.getByRole('button', { name: 'English' }).click()
    await tab.locator('.look[lang=en]').getByText('A message from the Lab’').waitFor()
    assert.deepEqual(await violations(window), [])
    bot.teams.fails({ on: 'post', in: chatId(NADIA), status: 502, carriedOut: true })
    bot.as(AHMED).blocks()
    await press('Envoyer à 6 personnes')
    await heard(window, 'L’envoi est lancé')
    await press('Mettre en pause')
    await heard(window, 'L’envoi est en pause')
    await window.focused('Reprendre l’envoi')
    await bot.later(HOUR)
    assert.equal(HERE.flatMap(got).length, 0)
    assert.equal(await window.overflow(), 0)
    assert.ok(await tab.getByRole('button', { name: 'Arrêter l’envoi' }).isVisible())
    await press('Arrêter l’envoi')
    await tab.getByRole('alertdialog', { name: 'L’arrêt est définitif' }).waitFor()
    assert.deepEqual(await violations(window), [])
    await press('Ne pas arrêter')
    await window.focused('Arrêter l’envoi')
    await press('Reprendre l’envoi')
    await heard(window, 'L’envoi reprend')
    await bot.later(HOUR)
    // Nothing is pressed: what was sent elsewhere comes by itself.
    await tab.getByText('Terminée').waitFor()
    assert.equal(await figure('Envoyés').textContent(), '4')
    assert.equal(await figure('Non joignables').textContent(), '3')
    assert.equal(await figure('Incertains').textContent(), '1')
    await tab.getByText('Rien : leur choix est respecté').waitFor()
    await press('Renvoyer à 1 personne')
    await heard(window, 'Le renvoi est lancé')
    await bot.settle()
    await tab.getByText('Teams n’a pas confirmé', { exact: true }).waitFor({ state: 'detached' })
    assert.equal(await figure('Incertains').textContent(), '0')
    assert.equal(got(NADIA).length, 2)
    assert.equal(got(CAMILLE).length, 1)
    assert.deepEqual(window.complaints, [])
    await window.close()
  })

  it('carries a series and waits for Monday at nine, set and taken back by keyboard, on a phone', async () => {
    await announceSeries(bot, { opens: { date: '2027-04-26', time: '09:00' } })
    await bot.settle()
    const from = bot.clock.now()
    const options = { tab: 'organiser', wanted: 'broadcasts:new', width: 360, from } as const
    const window = await openTab(browser, site, MAELLE, options)
    const { tab, page } = window
    const focus = (name: string) => tab.getByRole('button', { name, exact: true }).focus()
    const press = async (name: string) => {
      await focus(name)
      await page.keyboard.press('Enter')
    }
    const before = got(CAMILLE).length
    await window.ready()
    await tab.getByLabel('Message').fill('Les inscriptions ouvrent ce matin.')
    await tab.getByRole('radio', { name: 'Les personnes d’un rôle' }).check()
    await tab.getByRole('radio', { name: 'Les agents sans autre rôle' }).check()
    await tab
      .getByLabel('Joindre une série, un atelier ou un scrutin')
      .selectOption(`Série\u00a0: ${SERIES_TITLE}`)
    await press('Vérifier avant d’envoyer')
    await heard(window, 'Voici ce que donnerait cet envoi')
    await tab.locator('.look').getByText('inscriptions à partir du lundi 26 avril').first().waitFor()
    await press('Choisir l’heure d’envoi')
    await tab.getByRole('dialog', { name: 'Choisir l’heure d’envoi' }).waitFor()
    assert.deepEqual(await violations(window), [])
    await tab.getByRole('textbox', { name: 'Jour' }).fill('2027-04-25')
    await tab.getByRole('textbox', { name: 'Heure' }).press('Enter')
    await tab.getByRole('dialog').getByText('Prochaine heure possible').waitFor()
    await tab.getByRole('textbox', { name: 'Jour' }).fill('2027-04-26')
    await press('Programmer l’envoi')
    await heard(window, 'L’envoi est programmé')
    await tab.getByText('Partira le lundi 26 avril à 9\u00a0h').waitFor()
    assert.deepEqual(await violations(window), [])
    assert.equal(await window.overflow(), 0)
    await press('Annuler l’envoi programmé')
    await heard(window, 'L’envoi n’est plus programmé')
    await tab.getByText('l’envoi programmé a été annulé').waitFor()
    await press('Programmer de nouveau')
    await heard(window, 'L’envoi est programmé')
    await tab.getByRole('link', { name: 'Diffusions' }).first().click()
    await tab.getByText('Programmée').waitFor()
    await bot.until('2027-04-26T06:59:00Z')
    assert.equal(got(CAMILLE).length, before)
    await bot.until('2027-04-26T07:05:00Z')
    assert.equal(got(CAMILLE).length, before + 1)
    await tab.getByText('Programmée').waitFor({ state: 'hidden' })
    assert.deepEqual(window.complaints, [])
    await window.close()
  })
})
