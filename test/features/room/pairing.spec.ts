import assert from 'node:assert/strict'
import { open, type Tables } from '../../../src/db/index.ts'
import {
  CODE_LIFE,
  CODE_SPACE,
  freshCode,
  MOST_OPEN,
  MOST_SCREENS,
  nextMidnight,
  pairingHashes,
  typedCode,
} from '../../../src/features/room/pairing/domain.ts'
import { LIMITS } from '../../../src/kernel/requests/limits.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time/clock.ts'
import type { RemoteView } from '../../../src/tabs/contract/room/remote.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { camille, freshScreens, karim, maelle } from '../../support/features/screens.ts'
import { LINK_SECRET } from '../../support/product/stage.ts'

describe('the code of a screen', () => {
  it('is six capitals and digits that nobody confuses, each as likely as any other', () => {
    const drawn = Array.from({ length: 4_000 }, freshCode)
    for (const code of drawn) assert.match(code, /^[CDFHJKMNPRTVWXY2-9]{6}$/)
    assert.ok(new Set(drawn).size > 3_990)
    const letters = drawn.join('')
    const counts = [...Map.groupBy(letters, letter => letter).values()].map(({ length }) => length)
    assert.equal(counts.length, 23)
    // 1,043 of each on average; a letter that is 20 % off would be six standard deviations away.
    for (const count of counts) assert.ok(Math.abs(count - letters.length / 23) < 209, String(count))
  })

  it('is guessed once in 49,000 hours of one person who tries, with every code open that can be', () => {
    const anHour = (LIMITS.pairingCode.most * MOST_OPEN) / CODE_SPACE
    assert.ok(anHour < 1 / 49_000, String(anHour))
    assert.equal(LIMITS.pairingCode.per, HOUR)
    assert.equal(CODE_LIFE, 2 * MINUTE)
  })

  it('is read whatever the case, spaces and hyphens', () => {
    for (const typed of ['K7PM42', 'k7pm42', ' K7P M42 ', 'K7P-M42', 'k 7 p m 4 2'])
      assert.equal(typedCode(typed), 'K7PM42')
    assert.equal(typedCode('K7PM42'.repeat(100)).length, 12)
  })

  it('and secret and key are kept as hashes of different keys, which need the server’s own secret', () => {
    const [ours, other] = [pairingHashes('a secret'), pairingHashes('another')]
    const of = ({ code, secret, key, keyFor }: typeof ours) => [
      code('x'),
      secret('1', 'x'),
      key('x'),
      keyFor('1', 'x'),
      keyFor('2', 'x'),
      keyFor('1', 'y'),
    ]
    const all = [...of(ours), ...of(other)]
    assert.equal(new Set(all).size, all.length)
    for (const hash of all) assert.match(hash, /^[\w-]{43}$/)
  })

  it('gives a key until midnight where the programme is, on days of 23 and 25 hours too', () => {
    const until = (now: string) => new Date(nextMidnight(Date.parse(now), 'Europe/Paris')).toISOString()
    assert.equal(until('2027-05-20T06:45:00Z'), '2027-05-20T22:00:00.000Z')
    assert.equal(until('2027-05-20T21:59:59Z'), '2027-05-20T22:00:00.000Z')
    assert.equal(until('2027-05-20T22:00:00Z'), '2027-05-21T22:00:00.000Z')
    assert.equal(until('2027-03-27T23:30:00Z'), '2027-03-28T22:00:00.000Z')
    assert.equal(until('2027-10-30T22:30:00Z'), '2027-10-31T23:00:00.000Z')
  })
})

onEachEngine('a screen that asks to be paired', engine => {
  const at = freshScreens(engine)
  const SCREEN_TABLES = ['screen', 'screen_pairing'] as const satisfies readonly (keyof Tables)[]
  const rows = () =>
    at.on.stage.app.database.read(async tx => {
      const all: object[] = []
      for (const table of SCREEN_TABLES) all.push(...(await open(tx).selectFrom(table).selectAll().execute()))
      return all
    })

  /** A screen paired with a workshop of its own, and its key. */
  async function paired(title = 'Accueillir') {
    const { publish, ask, claim, pair } = at.on
    const workshop = await publish(title)
    const asked = await ask()
    const remote = await pair(maelle, workshop, asked.code)
    const held = await claim(asked)
    if (held.state !== 'paired') throw new Error('it still waits')
    return { workshop, asked, remote, key: held.key, held }
  }

  it('waits until somebody who leads the room confirms its code, and then has a key for that workshop', async () => {
    const { publish, ask, claim, pair, find, clock } = at.on
    const workshop = await publish('Accueillir')
    const asked = await ask()
    assert.equal(asked.until, clock.now() + CODE_LIFE)
    assert.deepEqual(await claim(asked), { state: 'waiting' })
    const { screens } = await pair(maelle, workshop, asked.code.toLowerCase())
    assert.deepEqual(
      screens.map(({ since, by }) => [since, by]),
      [[clock.now(), 'Maëlle Rivière']],
    )
    const held = await claim(asked)
    const until = Date.parse('2027-05-20T22:00:00Z')
    assert.ok(held.state === 'paired')
    assert.deepEqual([held.workshop, held.until], [workshop, until])
    const screen = await find(held.key)
    assert.deepEqual([screen?.workshop, screen?.expiresAt, screen?.id], [workshop, until, screens[0]?.key])
  })

  it('gets the same key when it asks again, since an answer may be lost; nobody else does', async () => {
    const { asked, key } = await paired()
    const { claim, clock, ask } = at.on
    clock.advance(CODE_LIFE - SECOND)
    for (const code of [asked.code, asked.code.toLowerCase()]) {
      const again = await claim({ ...asked, code })
      assert.ok(again.state === 'paired')
      assert.equal(again.key, key)
    }
    const other = await ask()
    for (const secret of [other.secret, '', 'x', asked.secret.slice(1), `${asked.secret}x`])
      await assert.rejects(claim({ code: asked.code, secret }), { code: 'pairing-expired' })
    await assert.rejects(claim({ code: other.code, secret: asked.secret }), { code: 'pairing-expired' })
    clock.advance(SECOND)
    await assert.rejects(claim(asked), { code: 'pairing-expired' })
    assert.ok(await at.on.find(key))
  })

  it('may fetch its key for two minutes after it was confirmed in the last second', async () => {
    const { publish, ask, claim, pair, clock } = at.on
    const workshop = await publish('Accueillir')
    const asked = await ask()
    clock.advance(CODE_LIFE - 1)
    await pair(maelle, workshop, asked.code)
    clock.advance(CODE_LIFE - 1)
    assert.equal((await claim(asked)).state, 'paired')
  })

  it('is none of the workshop’s where it never fetched its key: its page shows another code by then', async () => {
    const { publish, ask, pair, call, clock } = at.on
    const workshop = await publish('Accueillir')
    for (let n = 0; n < MOST_SCREENS; n++) await pair(maelle, workshop, (await ask()).code)
    clock.advance(CODE_LIFE)
    const { screens } = await call<RemoteView>(maelle, 'get', '/workshops/:id/remote', { id: workshop })
    assert.deepEqual(screens, [])
    assert.equal((await pair(maelle, workshop, (await ask()).code)).screens.length, 1)
  })

  it('is confirmed twice as once, and for one workshop alone', async () => {
    const { publish, pair, clock } = at.on
    const { workshop, asked } = await paired()
    clock.advance(SECOND)
    assert.equal((await pair(maelle, workshop, asked.code)).screens.length, 1)
    const elsewhere = await publish('Orienter')
    await assert.rejects(pair(maelle, elsewhere, asked.code), { code: 'pairing-code' })
  })

  it('is confirmed once by two remotes in the same moment', async () => {
    const { publish, ask, pair, claim } = at.on
    const [one, two] = [await publish('Accueillir'), await publish('Orienter')]
    const asked = await ask()
    const outcomes = await Promise.allSettled([pair(maelle, one, asked.code), pair(maelle, two, asked.code)])
    assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    const held = await claim(asked)
    assert.ok(held.state === 'paired')
    assert.equal(held.workshop, outcomes[0]?.status === 'fulfilled' ? one : two)
  })

  it('is refused with a code of two minutes ago, of yesterday, or that no screen shows', async () => {
    const { publish, ask, pair, claim, clock } = at.on
    const workshop = await publish('Accueillir')
    const asked = await ask()
    clock.advance(CODE_LIFE)
    for (const code of [asked.code, 'ZZZZZZ', '', '      ', '💥', 'K7PM42K7PM42'])
      await assert.rejects(pair(maelle, workshop, code), { code: 'pairing-code' }, code)
    await assert.rejects(claim(asked), { code: 'pairing-expired' })
    const evening = await ask()
    clock.advance(DAY)
    await assert.rejects(pair(maelle, workshop, evening.code), { code: 'pairing-code' })
  })

  it('is paired by who leads the room alone: not by who takes part, or leads a table of it', async () => {
    const { publish, ask, pair, call, actor } = at.on
    const workshop = await publish('Accueillir')
    const { code } = await ask()
    await assert.rejects(pair(camille, workshop, code), { code: 'room-not-led' })
    const leads = async (who: typeof karim, table?: number) => {
      const body = { person: (await actor(who)).id, table: table ?? null }
      await call(maelle, 'put', '/workshops/:id/facilitators', { id: workshop }, body)
    }
    await leads(camille, 2)
    await assert.rejects(pair(camille, workshop, code), { code: 'room-table-only' })
    await leads(karim)
    assert.deepEqual(
      (await pair(karim, workshop, code)).screens.map(({ by }) => by),
      ['Karim Benali'],
    )
  })

  it('lets a person try ten wrong codes an hour, even with right ones between, and nobody pay for them', async () => {
    const { publish, ask, pair, clock, actor, call } = at.on
    const workshop = await publish('Accueillir')
    for (let n = 0; n < 10; n++) {
      if (n % 5 === 1) await pair(maelle, workshop, (await ask()).code)
      await assert.rejects(pair(maelle, workshop, 'ZZZZZZ'), { code: 'pairing-code' })
    }
    const { code } = await ask()
    await assert.rejects(pair(maelle, workshop, code), {
      code: 'pairing-tries',
      details: { minutes: 15 },
    })
    const body = { person: (await actor(karim)).id, table: null }
    await call(maelle, 'put', '/workshops/:id/facilitators', { id: workshop }, body)
    await pair(karim, workshop, code)
    clock.advance(HOUR)
    await pair(maelle, workshop, (await ask()).code)
  })

  it('lets them try no more of them at once', async () => {
    const { publish, ask, pair } = at.on
    const workshop = await publish('Accueillir')
    const { code } = await ask()
    const tries = [...Array.from({ length: 40 }, (_, n) => `ZZZZ${n}`), code]
    const ends = await Promise.allSettled(tries.map(each => pair(maelle, workshop, each)))
    const codes = ends.map(end => (end.status === 'rejected' ? Reflect.get(end.reason, 'code') : 'paired'))
    assert.deepEqual(
      codes.filter(each => each === 'pairing-code').length,
      LIMITS.pairingCode.most,
      codes.join(' '),
    )
    assert.equal(codes.at(-1), 'pairing-tries')
  })

  it('does not count codes tried by somebody who may not pair: they learn nothing of them', async () => {
    const { publish, ask, pair } = at.on
    const workshop = await publish('Accueillir')
    const { code } = await ask()
    for (let n = 0; n < 15; n++)
      await assert.rejects(pair(camille, workshop, n % 2 ? code : 'ZZZZZZ'), { code: 'room-not-led' })
  })

  it('is one of so many at a workshop, and one of so many codes at once', async () => {
    const { publish, ask, pair, revoke, clock } = at.on
    const workshop = await publish('Accueillir')
    for (let n = 0; n < MOST_SCREENS; n++) await pair(maelle, workshop, (await ask()).code)
    const { code } = await ask()
    await assert.rejects(pair(maelle, workshop, code), { code: 'screens-full', details: { most: 10 } })
    const [first] = await rows()
    const { screens } = await revoke(maelle, workshop, String(Reflect.get(first ?? {}, 'id')))
    assert.equal(screens.length, MOST_SCREENS - 1)
    await pair(maelle, workshop, code)
    clock.advance(CODE_LIFE)
    for (let n = 0; n < MOST_OPEN; n++) await ask()
    await assert.rejects(ask(), { code: 'too-fast' })
    clock.advance(CODE_LIFE)
    await ask()
    assert.equal((await rows()).filter(row => 'code_hash' in row).length, 1)
  })

  it('loses its key when it is taken back, at midnight, and with its workshop', async () => {
    const { revoke, find, claim, clock, call, stage } = at.on
    const { screens } = stage.app
    const taken = await paired('Accueillir')
    const off = await paired('Orienter')
    const kept = await paired('Tester')
    const idOf = async (key: string) => (await find(key))?.id ?? assert.fail('no key')
    const ids = await Promise.all([taken, off, kept].map(({ key }) => idOf(key)))
    assert.deepEqual(await screens.stillPaired(ids), new Set(ids))

    // Of another workshop, nothing is taken back.
    await revoke(maelle, kept.workshop, ids[0] ?? '')
    assert.ok(await find(taken.key))
    assert.equal((await revoke(maelle, taken.workshop, ids[0] ?? '')).screens.length, 0)
    assert.equal((await revoke(maelle, taken.workshop, ids[0] ?? '')).screens.length, 0)
    assert.equal(await find(taken.key), undefined)
    await assert.rejects(claim(taken.asked), { code: 'pairing-expired' })
    await assert.rejects(at.on.pair(maelle, taken.workshop, taken.asked.code), { code: 'pairing-code' })

    await call(
      maelle,
      'post',
      '/workshops/:id/call-off',
      { id: off.workshop },
      {
        off: 'cancelled',
        reason: 'La salle est prise',
      },
    )
    assert.equal(await find(off.key), undefined)
    assert.deepEqual(await screens.stillPaired([...ids, 'nobody']), new Set([ids[2]]))

    clock.advance(kept.held.until - clock.now() - 1)
    assert.ok(await find(kept.key))
    clock.advance(1)
    assert.equal(await find(kept.key), undefined)
    assert.deepEqual(await screens.stillPaired(ids), new Set())
  })

  it('is refused by who does not lead the room when it is taken back', async () => {
    const { revoke, find } = at.on
    const { workshop, key } = await paired()
    const screen = (await find(key))?.id ?? ''
    await assert.rejects(revoke(camille, workshop, screen), { code: 'room-not-led' })
    assert.ok(await find(key))
  })

  it('has lost its key with a workshop that is deleted', async () => {
    const { workshop, key } = await paired()
    await at.on.stage.app.database.transact(tx =>
      open(tx).deleteFrom('workshop').where('id', '=', workshop).execute(),
    )
    assert.equal(await at.on.find(key), undefined)
  })

  it('is known by no other key, nor by what stands in the database', async () => {
    const { find } = at.on
    const { asked, key } = await paired()
    const stored = (await rows())
      .flatMap(row => Object.values(row))
      .filter(value => typeof value === 'string')
    for (const text of [asked.code, asked.secret, key])
      assert.ok(stored.every(value => !value.includes(text)))
    for (const wrong of [...stored, asked.secret, asked.code, `${key}x`, key.toLowerCase(), ''])
      assert.equal(await find(wrong), undefined)
    assert.ok(stored.includes(pairingHashes(LINK_SECRET).key(key)))
  })

  it('is gone from the database the night after, and so is who paired it', async () => {
    const { stage, clock, ask } = at.on
    await paired()
    await ask()
    assert.equal((await rows()).length, 3)
    clock.advance(DAY)
    await stage.settle()
    assert.deepEqual(await rows(), [])
  })

  it('stands in the audit log when it is paired or taken back, without its code', async () => {
    const { revoke, find, call } = at.on
    const { workshop, key, asked } = await paired()
    await revoke(maelle, workshop, (await find(key))?.id ?? '')
    const { items } = await call<{ items: readonly { act: string; thing?: string }[] }>(
      maelle,
      'get',
      '/audit',
    )
    const told = JSON.stringify(items)
    assert.match(told, /screen-paired/)
    assert.match(told, /screen-revoked/)
    for (const text of [asked.code, asked.secret, key]) assert.ok(!told.includes(text))
  })
})
