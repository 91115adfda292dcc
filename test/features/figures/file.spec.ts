import assert from 'node:assert/strict'
import type { Actor } from '../../../src/kernel/access/actor.ts'
import { Download } from '../../../src/kernel/requests/route.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { FiguresView } from '../../../src/tabs/contract/figures/figures.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../../support/product/clock.ts'
import { WHEN, WORKSHOP } from '../../support/product/inputs.ts'
import { callerOf } from '../../support/product/routes.ts'
import { setStage } from '../../support/product/stage.ts'
import { readWorkbook } from '../../support/reading/workbook.ts'

const nonce = (serial: number) => `a-nonce-of-one-form-${serial}`

describe('the figures of a Direction, as a file', () => {
  const clock = fixedClock(Date.UTC(2027, 3, 8, 8))
  let stage: Awaited<ReturnType<typeof setStage>>
  before(async () => {
    stage = await setStage({ clock, organisers: ['maelle'] })
    await stage.settle()
    for (let at = 1; at <= 29; at++) {
      const act = callerOf(stage.app.routes, await actor(`agent-${at}`))
      const words = { text: '=1+1', horizon: '2027-06-30', visibility: at <= 3 ? 'everyone' : 'me' }
      await act('post', '/commitments', { body: { nonce: nonce(at), axis: 'usager', ...words } })
      await act('post', '/ideas', { body: { nonce: nonce(at), axis: 'usager', text: `Idée ${at}` } })
    }
    clock.advance(14 * DAY)
    await stage.settle()
  })
  after(() => stage.close())

  async function actor(objectId: string, language: 'fr' | 'en' = 'fr'): Promise<Actor> {
    const { people } = stage.app
    const tenant = 'aaaaaaaa-0000-4000-8000-000000000001'
    const known = await people.greet({ objectId, name: objectId, tenant, language })
    return known.direction ? known : people.chooseDirection(known, 'lycees')
  }
  async function file(
    format: string,
    who = 'agent-1',
    id = 'lycees',
    language: 'fr' | 'en' = 'fr',
  ): Promise<Download> {
    const call = callerOf(stage.app.routes, await actor(who, language))
    const answer = await call('post', '/directions/:id/figures/file', { params: { id }, body: { format } })
    assert.ok(answer instanceof Download)
    return answer
  }

  it('say as CSV the day on which they were taken', async () => {
    const text = String((await file('csv')).body)
    assert.match(text, /^Relevé du;\d{2}\/04\/2027;/m)
    assert.doesNotMatch(text, /\[object/)
  })

  it('open in another reader: numbers are numbers, words stand where there is none', async () => {
    const { name, type, body } = await file('xlsx')
    assert.match(name, /^2027-04-2\d-lycees\.xlsx$/)
    assert.match(type, /spreadsheetml/)
    const sheets = readWorkbook(body as Uint8Array)
    const [figures = [], weeks = [], ideas = [], commitments = []] = sheets.map(({ rows }) => rows)
    assert.deepEqual(
      sheets.map(sheet => sheet.name),
      [
        'Chiffres',
        'Participation cumulée',
        'Idées par axe et par état',
        'Engagements partagés, par axe',
        'Initiatives',
        'À venir',
      ],
    )
    assert.deepEqual(figures.find(([what]) => what === 'Engagements partagés')?.[1], 3)
    assert.ok([25, 40].includes(Number(weeks.at(-1)?.[3])))
    const usager = (rows: readonly (readonly unknown[])[]) =>
      rows.find(([axis]) => /usager/.test(String(axis)))
    assert.deepEqual(usager(ideas)?.slice(1), [29, 0, 0, 0, 29])
    assert.deepEqual(usager(commitments)?.slice(1), [3, 0, 0])
  })

  for (const { language, about, people, visible } of [
    { language: 'fr', about: 'environ', people: 'environ\u00A0\\d+ personnes', visible: 'visibles de vous' },
    { language: 'en', about: 'about', people: 'about\u00A0\\d+ people', visible: 'visible to you' },
  ] as const)
    it(`say of each number whether it is exact, an estimate, or of what the reader is shown (${language})`, async () => {
      const { body } = await file('xlsx', `agent-${language}`, 'lycees', language)
      const [figures = [], weeks = [], ideas = [], commitments = []] = readWorkbook(body as Uint8Array).map(
        ({ rows }) => rows,
      )
      const [, , [, , exactly] = [], ...counted] = figures.slice(1)
      assert.equal(exactly, 'exact')
      assert.deepEqual(
        counted.map(row => row[2]),
        [about, 'exact', 'exact'],
      )
      assert.match(String(counted[0]?.[3]), new RegExp(`^${people} · `))
      assert.match(String(counted[2]?.[3]), new RegExp(`^${visible} · `))
      const says = (heads: readonly unknown[] | undefined, words: string) =>
        heads?.filter(head => String(head).endsWith(words)).length
      assert.deepEqual([says(weeks[0], about), says(ideas[0], about), says(commitments[0], about)], [3, 0, 0])
      assert.equal(says(commitments[0], visible), 3)
    })

  it('hold the figures of the page and nothing that anybody wrote', async () => {
    const call = callerOf(stage.app.routes, await actor('agent-1'))
    const page = await call<FiguresView>('get', '/directions/:id/figures', { params: { id: 'lycees' } })
    const text = String((await file('csv')).body)
    assert.ok(text.startsWith('\uFEFFChiffres\r\n'))
    assert.doesNotMatch(text, /agent-\d|=1\+1|Idée \d/)
    const counts = [...text.matchAll(/;(\d+)(?=[;\r])/g)].map(([, count]) => Number(count))
    const shown = new Set([0, 3, 29, page.participation.count, page.direction.headcount])
    assert.deepEqual(
      counts.filter(count => !shown.has(count)),
      [],
    )
    assert.ok(counts.includes(page.participation.count))
  })

  it('say in one sentence that there is nothing to show, and name no week', async () => {
    const sheets = readWorkbook((await file('xlsx', 'agent-1', 'culture')).body as Uint8Array)
    assert.equal(sheets.length, 4)
    assert.match(JSON.stringify(sheets[0]), /quand assez de personnes/)
  })

  it('list of the workshops those that the page shows: none that is called off', async () => {
    const maelle = { objectId: 'maelle', name: 'Maëlle Rivière' }
    const announce = async (title: string, serial: number) => {
      const form = { ...WHEN, ...WORKSHOP, title, nonce: nonce(serial + 100) }
      return ((await stage.as(maelle).presses('workshops.publish', form)).card.data as { id: string }).id
    }
    await stage.as(maelle).installs('channel')
    await announce('Soigner les arrivées', 30)
    const id = await announce('Faire équipe', 31)
    const titles = async () =>
      readWorkbook((await file('xlsx')).body as Uint8Array)
        .find(({ name }) => name === 'À venir')
        ?.rows.slice(1)
        .map(([, title]) => title)
    assert.deepEqual((await titles())?.sort(), ['Faire équipe', 'Soigner les arrivées'])
    const lab = callerOf(stage.app.routes, await actor('maelle'))
    const off = { off: 'cancelled', reason: 'La salle est prise' }
    await lab('post', '/workshops/:id/call-off', { params: { id }, body: off })
    assert.deepEqual(await titles(), ['Soigner les arrivées'])
  })

  it('are in the journal, by whom and of which Direction', async () => {
    await file('csv', 'agent-2')
    const lab = callerOf(stage.app.routes, await actor('maelle'))
    const { items } = await lab<Page<AuditView>>('get', '/audit')
    assert.ok(items.some(({ act, thing }) => act === 'figures.export' && thing === 'lycees'))
  })

  it('are refused in another format, and for a Direction that is not there', async () => {
    await assert.rejects(file('pdf'), { code: 'malformed' })
    await assert.rejects(file('csv', 'agent-1', 'nowhere'), { code: 'direction-unknown' })
  })
})
