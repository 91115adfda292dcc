import assert from 'node:assert/strict'
import { callWith } from '../../src/tabs/client/data/api/api-client.ts'

describe('a call of a tab', () => {
  it('says that there is no network when Teams never hands a token over', async () => {
    const call = callWith(() => new Promise<string>(() => {}), 1)
    await assert.rejects(call('GET', '/me'), { name: 'Failure', kind: 'offline' })
  })
})
