import assert from 'node:assert/strict'
import { STREAMS } from '../../support/assistant/answers.ts'
import { startEndpoint } from '../../support/assistant/endpoint.ts'
import { startBot } from '../../support/product/bot.ts'
import { liveOn } from './life.ts'

describe('the thread of one idea, beside a language model that never answers', () => {
  it('goes to its end: nothing that is delivered, nor done at its hour, asks it', async () => {
    const endpoint = await startEndpoint()
    endpoint.always(STREAMS['a hang in the headers'])
    const bot = await startBot('file::memory:', { assistant: endpoint.settings })
    const { timeline } = await liveOn(bot)
    assert.equal(timeline.at(-1)?.kind, 'outcome')
    assert.equal(endpoint.heard.length, 0)
    await bot.close()
    await endpoint.close()
  })
})
