import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { freePort } from '../../support/machine/port.ts'
import { launch } from '../window.ts'

/** As the demo's Playground calls it. */
const PERSONAL = { id: 'personal-chat' }

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** Resolves with the address that the demo prints for the chat. @throws Error when it ends, or prints none. */
function chatOf(demo: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    demo.stdout?.on('data', chunk => {
      said += String(chunk)
      const link = /Dans la conversation.*(http\S+)\n/.exec(said)?.[1]
      if (link) resolve(link)
      else if (/\/demo\n/.test(said)) reject(new Error(`no Playground among the links: ${said}`))
    })
    demo.once('exit', code => reject(new Error(`the demo ended with ${code}: ${said}`)))
  })
}

/** What `npm run demo` starts, in a folder of its own: nothing that somebody has there is touched. */
async function startDemo(folder: string) {
  const env = {
    PATH: process.env.PATH ?? '',
    PORT: String(await freePort()),
    DATABASE_URL: `file:${join(folder, 'demo.sqlite')}`,
    PROGRAMME_FILE: at('programmes/occitanie.yaml'),
    DEMO_SAMPLE: 'off',
  }
  const demo = spawn(process.execPath, [at('src/index.ts'), '--demo'], { cwd: folder, env })
  demo.stderr?.pipe(process.stderr)
  return { demo, chat: chatOf(demo), origin: `http://127.0.0.1:${env.PORT}` }
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox').fill(text)
  await page.keyboard.press('Enter')
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()

async function choose(page: Page, field: string, choice: RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: choice }).click()
}

/** A week from now, as the Playground's date field takes it. */
function nextWeek(): string {
  return new Date(Date.now() + 7 * 86_400_000).toLocaleDateString('en-US')
}

async function openBallot(page: Page): Promise<void> {
  await say(page, 'annoncer')
  await press(page, 'Un scrutin')
  await page.getByLabel('Question').fill('Quelle idée essayer d’abord ?')
  await page.getByLabel('Autres propositions').fill('Un carnet de passation\nUn courrier relu à deux')
  await page.getByRole('combobox', { name: 'Dernier jour' }).fill(nextWeek())
  await choose(page, 'Canal de l’annonce', /Ateliers et idées/)
  await press(page, 'Voir l’aperçu')
  await press(page, 'Ouvrir le scrutin')
  await page.getByText('Le scrutin est ouvert').waitFor()
}

/** Presses the row of an option and returns the card that the bot answered to that press. */
async function vote(page: Page, choice: string): Promise<string> {
  const asked = (response: { url(): string }) => response.url().endsWith('/_conversation/v1/invoke')
  const answered = page.waitForResponse(asked)
  await page
    .getByRole('button', { name: `Voter\u00A0: ${choice}` })
    .first()
    .click()
  return (await answered).text()
}

type Extended = {
  readonly task?: { readonly value: { readonly card: { readonly content: object } } }
  readonly composeExtension?: { readonly text?: string; readonly attachments?: readonly object[] }
}

/** A call of the message extension in the personal chat, through the Playground's own API (it answers what the bot did). */
async function extend(chat: string, name: string, value: object): Promise<Extended> {
  const { origin } = new URL(chat)
  const config = await (await fetch(`${origin}/_internal/v1/testConfig`)).text()
  const from = /"currentUser":\{"id":"([^"]+)"/.exec(config)?.[1]
  const call = {
    name: `composeExtension/${name}`,
    type: 'invoke',
    from: { id: from },
    conversation: PERSONAL,
    value,
  }
  const response = await fetch(`${origin}/_conversation/v1/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call),
  })
  const text = await response.text()
  assert.equal(response.status, 200, text)
  return JSON.parse(text) as Extended
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

describe('the demo in the Agents Playground', function () {
  this.timeout(60_000)
  const folder = mkdtempSync(join(tmpdir(), 'faire-playground-'))
  let browser: Browser
  let demo: ChildProcess
  let chat: string
  let origin: string

  before(async () => {
    const started = await startDemo(folder)
    demo = started.demo
    origin = started.origin
    browser = await launch()
    chat = await started.chat
  })
  after(async () => {
    await browser?.close()
    demo?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('opens a ballot in a channel, takes a vote there and leaves the answer where it is', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } })
    page.setDefaultTimeout(20_000)
    await page.goto(chat)
    await page.getByText(/^Bonjour Maëlle Rivière/).waitFor()
    await openBallot(page)
    await page.getByRole('treeitem', { name: /Ateliers et idées/ }).click()
    assert.match(await vote(page, 'Un carnet de passation'), /Votre vote est enregistré/)
    await page.getByText('Votre vote est enregistré').waitFor()
    await page.getByText(/^Les premiers votes arrivent/).waitFor()
    await press(page, 'Changer mon vote')
  })

  it('searches, and makes an idea of a message, by the message extension', async () => {
    const content = '<p>Un carnet de passation d’une <strong>page</strong></p>'
    const messagePayload = { id: '1', body: { contentType: 'html', content } }
    const opened = await extend(chat, 'fetchTask', { commandId: 'ideas.quote', messagePayload })
    const form = JSON.stringify(opened.task?.value.card.content)
    assert.match(form, /"value":"Un carnet de passation d’une page"/)
    assert.match(form, /"Action.Submit"/)
    const nonce = /"nonce":"(\w+)"/.exec(form)?.[1]
    const data = { verb: 'ideas.submit', nonce, text: 'Un carnet d’une page', axis: 'equipe', box: '' }
    const sent = await extend(chat, 'submitAction', { commandId: 'ideas.quote', data })
    assert.match(JSON.stringify(sent.task?.value.card.content), /Votre idée est publiée/)
    const parameters = [{ name: 'text', value: 'carnet' }]
    const queryOptions = { skip: 0, count: 25 }
    for (const commandId of ['ideas.search', 'ballots.search']) {
      const { composeExtension } = await extend(chat, 'query', { commandId, parameters, queryOptions })
      assert.equal(composeExtension?.attachments?.length, 1, commandId)
    }
    const { composeExtension } = await extend(chat, 'query', { commandId: 'workshops.search', parameters })
    assert.match(composeExtension?.text ?? '', /^Aucun résultat/)
  })

  it('unfolds a link of ours, for who has the app and for who has not', async () => {
    const parameters = [{ name: 'text', value: 'carnet' }]
    const found = await extend(chat, 'query', { commandId: 'ideas.search', parameters })
    const card = JSON.stringify(found.composeExtension?.attachments?.[0])
    const id = /"idea":"(\w+)"/.exec(card)?.[1] ?? ''
    const url = `${origin}/l/i/${id}`
    const own = await extend(chat, 'queryLink', { url })
    assert.match(JSON.stringify(own.composeExtension?.attachments), /Un carnet d’une page/)
    const stranger = await extend(chat, 'anonymousQueryLink', { url })
    const shown = JSON.stringify(stranger.composeExtension?.attachments)
    assert.match(shown, /Une micro-idée/)
    assert.doesNotMatch(shown, /carnet/)
  })

  it('ends with all that it started, the Playground too', async () => {
    demo.kill('SIGINT')
    const [code] = await once(demo, 'exit')
    assert.equal(code, 0)
    while (await answers(chat));
  })
})
