import assert from 'node:assert/strict'
import { open } from '../../src/db/index.ts'
import { Unavailable } from '../../src/kernel/errors/unavailable.ts'
import { engines } from '../support/database/engines.ts'
import { commits, keysIn, put, relayedDatabase } from '../support/database/relayed.ts'

/** ReadyForQuery: https://www.postgresql.org/docs/current/protocol-message-formats.html */
const READY = Buffer.from([0x5a, 0, 0, 0, 5])

for (const engine of engines.filter(({ name }) => name === 'postgres'))
  describe('a transaction on PostgreSQL', () => {
    const at = relayedDatabase(engine)

    /** Answers that end with the server's word that it is ready for more, and what was sent. */
    function countExchanges() {
      let [exchanges, packets] = [0, 0]
      at.relay.answered = bytes => {
        if (bytes.includes(READY)) exchanges += 1
        return bytes
      }
      at.relay.sent = bytes => {
        packets += 1
        return bytes
      }
      return () => ({ exchanges, packets })
    }

    it('begins with its first statement and tells others with its commit: three round trips for two statements', async () => {
      await at.db.transact(tx => put(tx, 'warm'))
      const counted = countExchanges()
      await at.db.transact(async tx => {
        await open(tx).selectFrom('programme').select('id').execute()
        await open(tx)
          .insertInto('programme')
          .values({ id: 'current', content: '{}', loaded_at: 0 })
          .execute()
      })
      assert.deepEqual(counted(), { exchanges: 3, packets: 3 })
    })

    it('without a statement asks nothing of the server', async () => {
      await at.db.transact(tx => put(tx, 'warm'))
      const counted = countExchanges()
      await at.db.transact(async () => {})
      await at.db.read(async () => {})
      await assert.rejects(
        at.db.transact(async () => {
          throw new Error('changed my mind')
        }),
        /changed my mind/,
      )
      assert.deepEqual(counted(), { exchanges: 0, packets: 0 })
    })

    /** Keeps back what the server answers to the next commit; resolves once there is something. */
    function holdAnswer(): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>()
      at.relay.sent = bytes => {
        if (commits(bytes))
          at.relay.answered = () => {
            resolve()
            return undefined
          }
        return bytes
      }
      return promise
    }

    it('that only reads does not wait for its end', async () => {
      await at.db.transact(tx => put(tx, 'a'))
      const ended = holdAnswer()
      assert.equal((await at.db.read(keysIn)).length, 1)
      await ended
      at.relay.cut()
    })

    it('that writes is told once the server has said that it is kept, and not before', async () => {
      await at.db.transact(tx => put(tx, 'a'))
      const ended = holdAnswer()
      let isTold = false
      const writing = at.db
        .transact(tx => put(tx, 'b'))
        .finally(() => {
          isTold = true
        })
      writing.catch(() => {})
      await ended
      assert.deepEqual([await at.kept(), isTold], [['a', 'b'], false])
      at.relay.cut()
      await assert.rejects(writing, Unavailable)
    })
  })
