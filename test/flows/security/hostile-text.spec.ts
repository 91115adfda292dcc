import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import { openWorld, type World } from '../../support/product/world.ts'
import { CAMILLE, KARIM, MAELLE, STRANGER } from '../../support/sign-in/cast.ts'
import { linksOut } from '../../support/teams/card-view.ts'
import { IDEAS, WORKSHOPS } from '../../support/teams/index.ts'

const TYPED = {
  'a link in Markdown': '[x](http://evil.example)',
  'a binding': '${secret} ${$root.notice} {{DATE(2027)}}',
  'a mention': '<at>Maëlle</at> <b>gras</b> & <script>',
  'emoji alone': '👩‍👩‍👧‍👦 ♻️ 🇫🇷',
  'right-to-left marks': 'Un \u202Etxt.exe\u202C mot',
  'every mark of Markdown': '\\ ` * _ {} [] () # + - . ! | < > ~ **gras** _penché_ 1. un - deux',
  quotes: '« l’idée » "double" \'simple\' \\" \\n',
}

describe('what people may type, through Teams', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
    await world.as(MAELLE).installs(WORKSHOPS)
    await world.settle()
  })
  afterEach(async () => {
    await world.close()
    assert.deepEqual(
      world.logged.filter(({ level }) => level === 'error'),
      [],
    )
  })

  it('finds nothing under what is no id, in a path as anywhere', async () => {
    for (const path of [
      '/ideas/%00/support',
      '/ideas/a%00b/support',
      `/ideas/${'x'.repeat(5_000)}/support`,
    ]) {
      const { status } = await world.api(CAMILLE).ask('PUT', path, { support: true })
      assert.ok([404, 422].includes(status), `${path.slice(0, 40)}: ${status}`)
    }
  })

  /** Invisible controls are dropped; all else is shown as it was typed. */
  const visible = (text: string) => text.replace(/[\u202A-\u202E]/g, '')

  for (const [what, text] of Object.entries(TYPED)) {
    it(`shows ${what} letter by letter, in chat and channel`, async () => {
      const mine = await world.as(CAMILLE).says(`idée ${text}`)
      const posted = await world.as(KARIM).says(`idée ${text}`, IDEAS)
      for (const shown of [mine, posted]) {
        assert.ok(shown.text.includes(visible(text)), `${shown.text}\nlacks\n${visible(text)}`)
        assert.deepEqual(linksOut(shown), [])
      }
    })
  }

  for (const [what, text] of Object.entries(TYPED)) {
    it(`takes ${what} from a message that is quoted, and finds it again, letter by letter`, async () => {
      const html = `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</p>`
      const form = await world.as(CAMILLE).chooses('En faire une micro-idée', html)
      const wanted = visible(text)
      assert.equal(form.inputs.text, wanted)
      const done = await world.as(CAMILLE).submits(form, 'Envoyer', { text, axis: 'Faire équipe' })
      assert.ok(done.text.includes(wanted), done.text)
      const { found } = await world.as(KARIM).searches('Micro-idées')
      assert.equal(found.length, 1)
      // A preview draws HTML: what looks like a tag is written with other marks.
      assert.equal(found[0]?.title, wanted.replaceAll('<', '‹').replaceAll('>', '›'))
      const [one] = found
      assert.ok(one)
      const seen = world.as(KARIM).sees(world.as(KARIM).inserts(one, IDEAS))
      assert.ok(seen.text.includes(wanted), seen.text)
      assert.deepEqual(
        [...done.links, ...seen.links].filter(link => link.includes('evil')),
        [],
      )
    })
  }

  for (const [what, text] of [
    ['nothing', ''],
    ['white space', ' \n\t\u00A0'],
    ['ten thousand letters', 'a'.repeat(10_000)],
    ['an idea beyond its length', `idée ${'é'.repeat(281)}`],
    ['NUL', '\u0000'],
    ['an unknown word', 'xyzzy'],
    ['a JSON object', '{"verb":"ideas.submit"}'],
  ] as const) {
    it(`answers ${what} with words and buttons`, async () => {
      const shown = await world.as(CAMILLE).says(text)
      assert.ok(shown.text.length > 20)
      assert.ok(shown.buttons.length > 0 && shown.buttons.length <= 6)
    })
  }

  it('turns a stranger away with words, and keeps nothing of them', async () => {
    const shown = await world.as(STRANGER).says('idée Entrer par la fenêtre')
    assert.match(shown.text, /Région Occitanie/)
    const ideas = await world.api(CAMILLE).get<{ items: readonly object[] }>('/ideas')
    assert.equal(ideas.items.length, 0)
  })

  for (const [what, action] of [
    ['an unknown verb', { verb: 'ideas.explode', data: {} }],
    ['no data', { verb: 'ideas.submit' }],
    ['data of the wrong kind', { verb: 'ideas.support', data: { idea: { $ne: 1 }, support: 'maybe' } }],
    ['an idea that is not there', { verb: 'ideas.support', data: { idea: 'gone', support: 'on' } }],
    ['a list for data', { verb: 'workshops.answer', data: ['a'] }],
    ['a verb of the prototype', { verb: '__proto__', data: {} }],
    ['no verb', { data: {} }],
  ] as const) {
    it(`answers a forged press with ${what} in words`, async () => {
      const menu = await world.as(CAMILLE).says('aide')
      const where = { conversation: menu.conversation }
      const { status, body } = await world.teams.deliver(
        world.teams.activities.executed(CAMILLE, where, menu.id, action),
      )
      assert.equal(status, 200)
      assert.match(JSON.stringify(body), /[a-zé]{3,} [a-zé]{3,}/)
    })
  }

  it('lets nobody announce who is not of the Lab’', async () => {
    const menu = await world.as(MAELLE).says('annoncer')
    const action = { title: 'Un atelier', verb: 'workshops.form', data: {} }
    const forged = world.teams.activities.executed(
      KARIM,
      { conversation: menu.conversation },
      menu.id,
      action,
    )
    const { status, body } = await world.teams.deliver(forged)
    assert.equal(status, 200)
    assert.match(JSON.stringify(body), /Lab’/)
  })
})

describe('a restart between two presses', () => {
  it('leaves a form that was open usable, and its sending one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'faire-restart-'))
    const url = `file:${join(folder, 'programme.sqlite')}`
    const ids = randomIds
    const before = await openWorld({ url, ids })
    const form = await before.as(CAMILLE).presses(await before.as(CAMILLE).says('aide'), 'Proposer une idée')
    await before.close()
    const after = await openWorld({ url, ids })
    try {
      await after.as(CAMILLE).installs()
      const where = { conversation: form.conversation }
      const nonce = /"nonce":"(\w+)"/.exec(JSON.stringify(form.card))?.[1] ?? ''
      const data = { nonce, text: 'Réparer avant de racheter', axis: 'transitions' }
      const press = () =>
        after.teams.deliver(
          after.teams.activities.executed(CAMILLE, where, form.id, { verb: 'ideas.submit', data }),
        )
      for (const { status } of [await press(), await press()]) assert.equal(status, 200)
      const ideas = await after.api(CAMILLE).get<{ items: readonly object[] }>('/ideas')
      assert.equal(ideas.items.length, 1)
    } finally {
      await after.close()
      await rm(folder, { recursive: true })
    }
  })
})
