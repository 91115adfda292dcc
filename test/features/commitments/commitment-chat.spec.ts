import assert from 'node:assert/strict'
import type { Reply } from '../../../src/conversation/protocol/reply.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { setStage } from '../../support/product/stage.ts'

const camille = { objectId: 'camille', name: 'Camille Martin' }
const sophie = { objectId: 'sophie', name: 'Sophie Lannes' }

type Press = { readonly verb: string; readonly data: Record<string, string> }
type Data = Record<string, string> & {
  readonly buttons: readonly Press[]
  readonly send: Press
  readonly horizons: readonly { readonly title: string; readonly value: string }[]
  readonly visibilities: readonly { readonly value: string }[]
  readonly sections: readonly {
    readonly axis: string
    readonly commitments: readonly {
      readonly text: string
    }[]
  }[]
}

const dataOf = (reply: Reply) => reply.card.data as Data
const pressOf = (reply: Reply, verb: string) =>
  dataOf(reply).buttons.find(button => button.verb === verb)?.data ?? {}
const toldTo = (reply: Reply) => [reply.card.template, reply.notice?.tone]

describe('commitments in a conversation', () => {
  let stage: Awaited<ReturnType<typeof setStage>>
  beforeEach(async () => {
    stage = await setStage({ clock: fixedClock(Date.parse('2027-04-22T08:00:00Z')) })
  })
  afterEach(() => stage.close())

  const INTENTION = {
    axis: 'usager',
    text: 'Relire un courrier',
    horizon: '2027-06-30',
    visibility: 'me',
    idea: '',
  }
  const take = async (who = camille, change = {}) => {
    const { nonce } = dataOf(await stage.as(who).says('m’engager')).send.data
    return stage.as(who).presses('commitments.take', { ...INTENTION, nonce, ...change })
  }

  it('begin with a form: twelve month ends, about two months on, and the Direction only when it is known', async () => {
    const form = await stage.as(camille).says("M'ENGAGER")
    const { horizons, horizon, visibilities, visibility } = dataOf(form)
    assert.deepEqual(
      [horizons[0]?.title, horizons[1]?.title, horizons.length, horizon],
      ['Fin mai 2027', 'Fin juin 2027', 12, '2027-06-30'],
    )
    assert.deepEqual([visibility, visibilities.map(({ value }) => value)], ['me', ['me', 'everyone']])
    await stage.as(camille).presses('people.direction', { direction: 'lycees' })
    assert.equal(dataOf(await stage.as(camille).says('commit')).visibilities.length, 3)
  })

  it('are taken, kept, and listed under their axis', async () => {
    const taken = await take()
    assert.deepEqual(toldTo(taken), ['commitments/commitment/sheet', 'good'])
    assert.match(JSON.stringify(dataOf(taken)), /Échéance.: fin juin 2027.*Visible de vous seulement/)
    const kept = await stage.as(camille).presses('commitments.end', pressOf(taken, 'commitments.end'))
    assert.equal(kept.notice?.title, 'Votre engagement est tenu')
    const { sections, silent } = dataOf(await stage.as(camille).says('mes engagements'))
    assert.match(sections[0]?.axis ?? '', /culture « usager »|culture «\u00A0usager\u00A0»/)
    assert.match(silent ?? '', /Rien encore pour.: Accompagner les transitions/)
  })

  it('say so when there is none', async () => {
    assert.equal(dataOf(await stage.as(camille).says('my commitments')).silent, 'Rien encore de votre côté.')
  })

  it('keep what was typed when something is refused', async () => {
    const refused: [object, RegExp][] = [
      [{ axis: '' }, /Il manque l’axe/],
      [{ text: 'x'.repeat(10_000) }, /10.000 caractères pour 280/],
      [{ horizon: '' }, /Il manque l’échéance/],
      [{ horizon: '2027-03-31' }, /Cette date est passée/],
      [{ visibility: 'direction' }, /Votre Direction n’est pas connue/],
    ]
    for (const [change, sentence] of refused) {
      const reply = await take(camille, change)
      assert.deepEqual(toldTo(reply), ['commitments/commitment/form', 'warning'])
      assert.match(reply.notice?.title ?? '', sentence)
      assert.equal(dataOf(reply).text, { ...INTENTION, ...change }.text)
    }
    assert.deepEqual(toldTo(await take(camille, { horizon: '31/03/2027' })), ['common/notice', undefined])
  })

  it('say, when shared, with whom, and that the name is shown', async () => {
    const shared = await take(camille, { visibility: 'everyone' })
    assert.match(JSON.stringify(dataOf(shared)), /Visible, avec votre nom, de tout le monde/)
  })

  it('begin from an idea with its words and axis', async () => {
    const idea = await stage.as(sophie).says('idée Relire nos courriers')
    const { idea: id } = pressOf(idea, 'ideas.set-axis')
    await stage.as(sophie).presses('ideas.set-axis', { idea: id, axis: 'usager' })
    const form = await stage.as(camille).presses('commitments.form', { idea: id })
    const { text, axis, send } = dataOf(form)
    const { idea: kept, nonce } = send.data
    assert.deepEqual([text, axis, kept], ['Relire nos courriers', 'usager', id])
    const taken = await stage.as(camille).presses('commitments.take', { ...INTENTION, idea: kept, nonce })
    assert.equal(taken.notice?.tone, 'good')
    assert.match(
      (await stage.as(camille).presses('commitments.form', { idea: 'gone' })).summary,
      /n’existe plus/,
    )
  })

  it('are shown and ended by nobody but their owner', async () => {
    const taken = await take()
    for (const verb of ['commitments.end', 'commitments.show']) {
      const refused = await stage.as(sophie).presses(verb, pressOf(taken, 'commitments.end'))
      assert.match(JSON.stringify(refused), /Seule la personne concernée/)
      assert.doesNotMatch(JSON.stringify(refused), /courrier/)
    }
  })

  it('are not read aloud in a channel: a button opens them for the one who presses', async () => {
    await take()
    const said = await stage.as(camille).says('mes engagements', { in: 'channel' })
    assert.doesNotMatch(JSON.stringify(said), /courrier/)
    const opened = await stage.as(camille).presses('commitments.list', {}, { in: 'channel' })
    assert.match(JSON.stringify(opened.card), /courrier/)
    assert.doesNotMatch(
      JSON.stringify(await stage.as(sophie).presses('commitments.list', {}, { in: 'channel' })),
      /courrier/,
    )
  })

  it('are listed three at a time, each once', async () => {
    for (let n = 0; n < 6; n++)
      await take(camille, { text: `Engagement ${n}`, axis: n % 2 ? 'equipe' : 'usager' })
    const first = await stage.as(camille).says('mes engagements')
    const second = await stage.as(camille).presses('commitments.list', pressOf(first, 'commitments.list'))
    const texts = [first, second].flatMap(reply =>
      dataOf(reply).sections.flatMap(({ commitments }) => commitments.map(({ text }) => text)),
    )
    assert.equal(new Set(texts).size, 6)
    assert.equal(texts.length, 6)
  })
})
