import assert from 'node:assert/strict'
import fc from 'fast-check'
import { open } from '../../../src/db/index.ts'
import { codeIn, shortAddress } from '../../../src/features/room/address/domain.ts'
import { Refusal } from '../../../src/kernel/errors/refusal.ts'
import { DAY, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import { squaresOf } from '../../../src/tabs/client/parts/panels/qr-code.tsx'
import { onEachEngine } from '../../support/database/engines.ts'
import { camille, ENDS, type RoomStage, STARTS, setRoom } from '../../support/workshops/room.ts'

const TURN = 30 * SECOND
const MIDNIGHT = Date.parse('2027-04-30T22:00:00Z')

onEachEngine('the short address of a room', engine => {
  let at: RoomStage
  beforeEach(async () => {
    at = await setRoom(engine)
  })
  afterEach(() => at.close())

  const until = (moment: number) => at.clock.advance(moment - at.clock.now())
  const codeOf = (url: string) => /^HTTPS:\/\/BOT\.EXAMPLE\/S\/(\w+)$/.exec(url)?.[1] ?? url
  const join = async () => codeOf((await at.room(camille)).join.url)

  /** What the address asks the personal tab for; the refusal's code where it leads nowhere. */
  async function wanted(code: string): Promise<string> {
    try {
      const context = new URL(await at.stage.app.leadsTo(code)).searchParams.get('context')
      return JSON.parse(context ?? '{}').subEntityId
    } catch (error) {
      if (error instanceof Refusal) return error.code
      throw error
    }
  }

  const change = (values: { starts_at?: number; ends_at?: number; state?: 'postponed' }) =>
    at.stage.app.database.transact(async tx => {
      await open(tx).updateTable('workshop').set(values).where('id', '=', at.id).execute()
    })

  async function turning(): Promise<string> {
    const { scene } = (await at.remote()).room
    assert.equal(scene.kind, 'welcome')
    return codeOf((scene.kind === 'welcome' && scene.checkIn?.url) || '')
  }

  const scanned = (found: string) =>
    at.call<{ readonly state: string }>(camille, 'post', '/attendance/check-in', {
      body: { token: found.replace('check-in:', '') },
    })

  it('leads to what the room does now, whether scanned or typed, and is the same all day', async () => {
    const code = await join()
    assert.equal(code.length, 8)
    assert.equal(await wanted(code), `room:${at.id}`)
    assert.equal(await wanted(code.toLowerCase()), `room:${at.id}`)
    until(ENDS)
    assert.equal(await join(), code)
    assert.equal(await wanted(code), `room:${at.id}`)
  })

  it('leads there from the day before until midnight, and is shown no longer', async () => {
    const code = await join()
    until(MIDNIGHT - MINUTE)
    assert.equal(await wanted(code), `room:${at.id}`)
    until(MIDNIGHT)
    assert.equal(await wanted(code), 'room-address')
    assert.match((await at.remote()).room.join.url, /^https:\/\/teams\.microsoft\.com\/l\/entity\//)
    until(MIDNIGHT + DAY)
    assert.equal(await wanted(code), 'room-address')
  })

  it('leads nowhere once the workshop is called off, or is on another day', async () => {
    const code = await join()
    await change({ starts_at: STARTS + DAY, ends_at: ENDS + DAY })
    until(STARTS)
    assert.equal(await wanted(code), 'room-address')
    const other = await join()
    assert.notEqual(other, code)
    assert.equal(await wanted(other), `room:${at.id}`)
    await change({ state: 'postponed' })
    assert.equal(await wanted(other), 'room-address')
  })

  it('checks nobody in by the code of the day, which everybody may photograph', async () => {
    assert.doesNotMatch(await wanted(await join()), /check-in/)
    const phone = await at.participant(camille)
    assert.equal(phone.in, false)
  })

  it('leads from the code that turns to that same turn, which lasts no longer for it', async () => {
    until(STARTS)
    const code = await turning()
    assert.equal(code.length, 28)
    at.clock.advance(2 * TURN)
    const found = await wanted(code)
    assert.match(found, /^check-in:s1\./)
    at.clock.advance(TURN)
    assert.equal(await wanted(code), 'room-address')
    await assert.rejects(scanned(found), { code: 'attendance-code-expired' })
    assert.equal((await scanned(await wanted(await turning()))).state, 'in')
  })

  it('leads to no check-in outside its hours', async () => {
    until(ENDS - SECOND)
    const code = await turning()
    at.clock.advance(SECOND)
    assert.equal(await wanted(code), 'room-address')
  })

  it('leads nowhere from any other letters, and breaks on none', async () => {
    until(STARTS)
    const [code, long] = [await join(), await turning()]
    const near = [code.slice(0, 7), `${code}0`, long.slice(0, 27), `${long}0`, code + long.slice(8), '', ' ']
    for (const each of near) assert.equal(await wanted(each), 'room-address', each)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async typed => {
        assert.equal(await wanted(typed), 'room-address')
      }),
      { numRuns: 30 },
    )
  })
})

describe('the letters of a short address', () => {
  it('are scanned from nearly twice as far: squares per side, of the day’s code and of the one that turns', () => {
    const app = 'https://teams.microsoft.com/l/entity/22222222-2222-4222-8222-222222222222/personal'
    const teams = (sub: string) =>
      `${app}?context=${encodeURIComponent(JSON.stringify({ subEntityId: sub }))}`
    const id = '0123456789abcdef'
    const origin = 'https://faire-administration.exemple.gouv.fr'
    const before = [teams(`room:${id}`), teams(`check-in:s1.${id}.zzzzzz.${'x'.repeat(22)}`)]
    const after = [shortAddress(origin, 'K7PM42QX'), shortAddress(origin, `${'K7PM42QX'.repeat(3)}K7PM`)]
    const quiet = 8
    const sizes = (texts: readonly string[]) => texts.map(text => squaresOf(text).size - quiet)
    assert.deepEqual({ before: sizes(before), after: sizes(after) }, { before: [49, 57], after: [29, 33] })
  })

  it('are eight, or twenty-eight, and nothing is looked up for any other number of them', () => {
    const read = Array.from({ length: 40 }, (_, n) => n).filter(n => codeIn('a'.repeat(n)) !== undefined)
    assert.deepEqual(read, [8, 28])
    assert.equal(codeIn('k7pm42qx'), 'K7PM42QX')
  })

  it('are read in any case, and never as anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), typed => {
        const code = codeIn(typed)
        assert.ok(code === undefined || /^[0-9A-Z]{8}([0-9A-Z]{20})?$/.test(code))
      }),
    )
  })
})
