import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { hoursText } from '../../src/features/attendance/hours.ts'
import { tableText } from '../../src/files/csv-writer.ts'
import { randomIds } from '../../src/kernel/crypto/ids.ts'
import { DAY, HOUR, MINUTE } from '../../src/kernel/time/clock.ts'
import type { AttendanceFileView, KeptView, ScreenView } from '../../src/tabs/contract/attendance.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import { fixedClock } from '../support/product/clock.ts'
import { callerOf } from '../support/product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../support/product/stage.ts'

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
const maelle = { objectId: 'maelle', name: 'Maëlle' }
const camille = { objectId: 'camille', name: '=Camille; "Martin"' }
const karim = { objectId: 'karim', name: 'Karim' }
/** A Thursday, 10 in Paris. */
const NOW = Date.parse('2027-04-22T08:00:00Z')
const FORM = {
  title: 'Accueillir mieux',
  axis: 'territoires',
  date: '2027-04-30',
  start: '09:30',
  end: '13:00',
  place: 'Carcassonne',
  seats: '12',
  channel: CHANNEL,
}
const END = Date.parse('2027-04-30T11:00:00Z')

describe('a table for a spreadsheet', () => {
  it('holds no formula, and no cell that breaks its row', () => {
    const cells = ['=1+1', '+33', '-2', '@x', '\t=1', 'a;b', 'un "mot"', 'deux\r\nlignes', 'Léa']
    assert.equal(tableText([cells]), `\uFEFF'=1+1;'+33;'-2;'@x;' =1;"a;b";"un ""mot""";deux lignes;Léa\r\n`)
  })

  it('says hours with a comma', () => {
    assert.equal(hoursText(0, 3.5 * HOUR), '3,5')
    assert.equal(hoursText(0, 3 * HOUR), '3')
  })
})

describe('the register of a workshop', () => {
  let clock: ReturnType<typeof fixedClock>
  let stage: Awaited<ReturnType<typeof setStage>>
  let workshop: string

  beforeEach(async () => {
    clock = fixedClock(NOW)
    stage = await setStage({ organisers: [maelle.objectId], clock })
    await stage.as(maelle).installs('channel')
    const fields = { ...FORM, nonce: randomIds.nonce() }
    workshop = ((await stage.as(maelle).presses('workshops.publish', fields)).card.data as { id: string }).id
    for (const who of [camille, karim])
      await stage.as(who).presses('workshops.answer', { workshop, answer: 'yes' })
    await stage.app.people.chooseDirection(await actor(camille), 'lycees')
    clock.advance(END - 3 * HOUR - clock.now())
    const { id: person } = await actor(camille)
    await call(maelle, 'put', '/attendance/:id/people/:person', { id: workshop, person }, { present: true })
  })
  afterEach(() => stage.close())

  const actor = (who: Someone) => stage.app.people.greet({ tenant: TENANT, ...who, language: 'fr' })
  async function call<T>(
    who: Someone,
    method: 'get' | 'post' | 'put',
    path: string,
    params: Record<string, string> = {},
    body: object = {},
  ): Promise<T> {
    return callerOf(stage.app.routes, await actor(who))<T>(method, path, { params, body: { ...body } })
  }
  const register = (who: Someone) =>
    call<AttendanceFileView>(who, 'post', '/attendance/:id/register', { id: workshop })

  it('says who came, from which Direction, when and how long, and nobody else', async () => {
    const { name, text } = await register(maelle)
    assert.equal(name, `2027-04-30-${workshop}.csv`)
    const [heads, row, end] = text.split('\r\n')
    assert.equal(heads, '\uFEFFNom;Direction;Atelier;Date;Début;Fin;Durée (heures);Arrivée')
    assert.match(
      row ?? '',
      /^"'=Camille; ""Martin""";[^;]*[Ll]ycées[^;]*;Accueillir mieux;2027-04-30;09:30;13:00;3,5;10:00$/,
    )
    assert.equal(end, '')
  })

  it('is for organisers, and each time is kept in the journal', async () => {
    await assert.rejects(register(camille), { code: 'role-needed' })
    await register(maelle)
    const rows = await stage.app.database.read(tx =>
      open(tx).selectFrom('audit').select('thing').where('act', '=', 'attendance.export').execute(),
    )
    assert.ok(rows.some(({ thing }) => thing === workshop))
  })

  it('says by the server’s clock that it has begun, that it is over, and until when its list is kept', async () => {
    const seen = async () => {
      const { workshop: kept, keptUntil } = await call<ScreenView>(maelle, 'get', '/attendance/:id', {
        id: workshop,
      })
      return [kept.begun, kept.over, keptUntil - END]
    }
    assert.deepEqual(await seen(), [true, undefined, DAY])
    clock.advance(END - clock.now())
    assert.deepEqual(await seen(), [true, true, DAY])
  })

  it('is found among those that are over, by organisers alone', async () => {
    const past = async (who: Someone) =>
      (await call<Page<KeptView>>(who, 'get', '/attendance/past')).items.map(({ id }) => id)
    assert.deepEqual(await past(maelle), [])
    clock.advance(END + DAY + MINUTE - clock.now())
    assert.deepEqual(await past(maelle), [workshop])
    assert.deepEqual(await past(camille), [])
  })
})
