import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { runWithCommit } from '../../src/db/engines/postgres-connection.ts'
import { open } from '../../src/db/index.ts'
import { Unavailable } from '../../src/kernel/errors/unavailable.ts'
import type { Tx } from '../../src/kernel/storage/tx.ts'
import { engines } from '../support/database/engines.ts'
import { commits, keysIn, put, relayedDatabase } from '../support/database/relayed.ts'

/** A statement as it is written here. */
const say = (tx: Tx, text: string) => sql.raw(text).execute(open(tx))
const fact = { kind: 'thing.changed', payload: {} } as const

for (const engine of engines.filter(({ name }) => name === 'postgres'))
  describe('a transaction on a PostgreSQL in trouble', () => {
    const at = relayedDatabase(engine)

    for (const text of ['begin', 'select set_config'])
      it(`does nothing at all where «${text}» is refused, whatever its work makes of that`, async () => {
        await at.db.transact(tx => put(tx, 'before'))
        at.relay.sent = bytes =>
          Buffer.from(bytes.toString('latin1').replace(text, 'x'.repeat(text.length)), 'latin1')
        const stubborn = at.db.transact(async tx => {
          await put(tx, 'first').catch(() => {})
          await put(tx, 'second').catch(() => {})
        })
        await assert.rejects(stubborn, { code: '42601' })
        at.relay.sent = bytes => bytes
        await at.db.transact(tx => put(tx, 'later'))
        assert.deepEqual(await at.kept(), ['before', 'later'])
      })

    it('is not told as kept where a statement failed that its work passed over', async () => {
      const careless = at.db.transact(async tx => {
        await put(tx, 'a')
        await say(tx, 'select 1 / 0').catch(() => {})
      })
      await assert.rejects(careless, /rolled back instead of committed/)
      const reading = at.db.read(async tx => {
        await keysIn(tx)
        await say(tx, 'select 1 / 0').catch(() => {})
      })
      await assert.rejects(reading, /rolled back instead of committed/)
      assert.deepEqual([await at.kept(), at.woken], [[], 0])
    })

    it('whose notification fails is not kept, and wakes nobody', async () => {
      for (const first of [true, false]) {
        const failing = at.db.transact(async tx => {
          if (!first) {
            await put(tx, 'a')
            await at.db.note(tx, fact)
          }
          await runWithCommit(open(tx), sql`select pg_notify(${''}, ${'x'})`)
        })
        await assert.rejects(failing, /channel name cannot be empty/)
      }
      assert.deepEqual([await at.kept(), at.woken], [[], 0])
      await at.db.transact(tx => put(tx, 'later'))
      assert.deepEqual(await at.kept(), ['later'])
    })

    for (const [how, stands] of [
      ['before the server has heard of it', ['before']],
      ['once the server has done it', ['before', 'mine']],
    ] as const)
      it(`whose connection dies while it commits, ${how}, is told as unavailable, is not tried again by itself, and may be`, async () => {
        await at.db.transact(tx => put(tx, 'before'))
        let tries = 0
        const mine = () =>
          at.db.transact(async tx => {
            tries += 1
            await open(tx)
              .insertInto('seen')
              .values({ key: 'mine', id: String(tries), expires_at: 0 })
              .onConflict(known => known.column('key').doNothing())
              .execute()
            await at.db.note(tx, fact)
          })
        at.relay.sent = bytes => {
          if (!commits(bytes)) return bytes
          if (stands.length > 1)
            at.relay.answered = () => {
              at.relay.cut()
              return undefined
            }
          else at.relay.cut()
          return bytes
        }
        await assert.rejects(mine(), Unavailable)
        assert.deepEqual([await at.kept(), tries, at.woken], [stands, 1, 0])
        at.relay.sent = at.relay.answered = bytes => bytes
        await mine()
        assert.deepEqual([await at.kept(), tries, at.woken], [['before', 'mine'], 2, 1])
      })

    it('that was cut off before its first statement did nothing, and the next one goes through', async () => {
      await at.db.transact(tx => put(tx, 'before'))
      const cut = at.db.transact(async tx => {
        at.relay.cut()
        await put(tx, 'never')
      })
      await assert.rejects(cut, Unavailable)
      await at.db.transact(tx => put(tx, 'later'))
      assert.deepEqual(await at.kept(), ['before', 'later'])
    })

    it('is run again whole where the server could not serialise it, first or in the midst', async () => {
      const crossed = "do $$ begin raise exception 'crossed' using errcode = '40001'; end $$"
      let tries = 0
      await at.db.transact(async tx => {
        tries += 1
        if (tries === 1) await say(tx, crossed)
        await put(tx, `try ${tries}`)
        if (tries === 2) await say(tx, crossed)
      })
      assert.deepEqual([await at.kept(), tries], [['try 3'], 3])
      assert.match(await at.registry.text(), /^faire_transactions_crossed_total 2$/m)
    })

    it('of two that lock each other out loses neither', async () => {
      await at.db.transact(async tx => {
        await put(tx, 'a')
        await put(tx, 'b')
      })
      const both = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const hold = (tx: Tx, key: string, add: number) =>
        open(tx)
          .updateTable('seen')
          .set(eb => ({ expires_at: eb('expires_at', '+', add) }))
          .where('key', '=', key)
          .execute()
      const cross = (keys: readonly [string, string], mine: number) =>
        at.db.transact(async tx => {
          await say(tx, `set local deadlock_timeout = '10ms'`)
          await hold(tx, keys[0], 1)
          both[mine]?.resolve()
          await both[1 - mine]?.promise
          await hold(tx, keys[1], 1)
        })
      await Promise.all([cross(['a', 'b'], 0), cross(['b', 'a'], 1)])
      const times = await at.beside(tx => open(tx).selectFrom('seen').select('expires_at').execute())
      assert.deepEqual(
        times.map(({ expires_at }) => expires_at),
        [2, 2],
      )
    })

    it('that takes too long for the server is undone, and its connection goes on', async () => {
      const slow = at.db.transact(async tx => {
        await put(tx, 'never')
        await say(tx, `set local statement_timeout = '20ms'`)
        await say(tx, 'select pg_sleep(60)')
      })
      await assert.rejects(slow, { code: '57014' })
      const { rows } = await at.db.transact(async tx => {
        await put(tx, 'later')
        return sql<{ statement_timeout: string }>`show statement_timeout`.execute(open(tx))
      })
      assert.deepEqual([rows[0]?.statement_timeout, await at.kept()], ['30s', ['later']])
    })

    it('is said to be unavailable where all ten connections are held, and held are given back', async function () {
      this.timeout(20_000)
      const letGo = Promise.withResolvers<void>()
      const holding = Array.from({ length: 10 }, (_, nth) =>
        at.db.transact(async tx => {
          await put(tx, `held ${nth}`)
          await letGo.promise
        }),
      )
      await assert.rejects(
        at.db.transact(tx => put(tx, 'never')),
        Unavailable,
      )
      letGo.resolve()
      await Promise.all(holding)
      await Promise.all(Array.from({ length: 100 }, () => at.db.read(keysIn)))
      await at.db.transact(tx => put(tx, 'later'))
      assert.equal((await at.kept()).length, 11)
      const idle = await at.beside(tx =>
        sql`select 1 from pg_stat_activity where datname = current_database() and state like 'idle in %'`.execute(
          open(tx),
        ),
      )
      assert.deepEqual(idle.rows, [])
    })
  })
