import assert from 'node:assert/strict'
import type { MessageState } from '../../../src/features/messages/message/domain.ts'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import { fixedClock, freshDatabase, onEachEngine } from '../../support/database/engines.ts'
import { setMessages } from '../../support/features/messages.ts'

/** A Thursday at ten: now is a moment to write. */
const START = Date.parse('2027-04-22T08:00:00Z')

onEachEngine('what became of a message', engine => {
  const clock = fixedClock(START)
  const standing = freshDatabase(engine, { clock })
  let key: string
  let at: ReturnType<typeof setMessages>
  const end = { to: 'chat-ines', at: START }

  /** How many of this week's places the person has used, and the message's state. */
  async function now(): Promise<[MessageState | undefined, number]> {
    return standing.db.read(async tx => {
      const message = await messageStore(tx).byReason('ines', 'r')
      return [message?.state, (await messageStore(tx).taken('ines', '2027-W16')).length]
    })
  }

  beforeEach(async () => {
    at = setMessages(standing.db, clock)
    await at.tell('ines', 'r')
    const [message] = await standing.db.read(tx => messageStore(tx).inState('ines', 'waiting'))
    const claimed = await at.usecases.claim(`${message?.id}:${message?.turn}`)
    key = claimed?.key ?? assert.fail()
  })

  it('is doubtful while Teams has not confirmed it, and keeps its place of the week', async () => {
    await at.usecases.answered({ ...end, key, unknown: true })
    assert.deepEqual(await now(), ['unknown', 1])
  })

  it('is sent once it is confirmed late, and stays so whatever is said after', async () => {
    await at.usecases.answered({ ...end, key, unknown: true })
    await at.usecases.answered({ ...end, key })
    assert.deepEqual(await now(), ['sent', 1])
  })

  it('is given up with its place of the week when Teams will never take it', async () => {
    await at.usecases.answered({ ...end, key, dead: { status: 413 } })
    assert.deepEqual(await now(), ['dead', 0])
  })

  it('is not changed by the end of an earlier round, nor by another post', async () => {
    await at.usecases.answered({ ...end, key: `${key}0`, unknown: true })
    await at.usecases.answered({ ...end, key: 'ballot:a', unknown: true })
    assert.deepEqual(await now(), ['sent', 1])
  })
})
