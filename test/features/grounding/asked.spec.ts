import assert from 'node:assert/strict'
import { groundingUsecases } from '../../../src/features/grounding/usecases.ts'
import type { Assist, AssistRequest } from '../../../src/kernel/assist/assist.ts'
import { UNSAID } from '../../../src/kernel/assist/unsaid.ts'

const TEXTS = ['Ouvrir la cantine le soir', 'Prêter des vélos aux agents']
const ASKED = {
  task: 'asking',
  caller: 'chat',
  language: 'fr',
  rules: 'Réponds.',
  texts: TEXTS,
  asked: 'Quoi de neuf ?',
  who: 'camille',
  mostTokens: 100,
} as const

/** A model as the port promises it: what it answers, read by the shape it was asked with. */
function grounded(answers: (asked: AssistRequest<unknown>) => unknown, sent = TEXTS.length) {
  const heard: AssistRequest<unknown>[] = []
  const assist: Assist = {
    name: 'Albert',
    isOn: async () => true,
    async ask(request) {
      heard.push(request)
      const answer = answers(request)
      if (UNSAID.some(each => each === answer)) return answer as (typeof UNSAID)[number]
      return { said: request.shape.parse(answer), sent }
    },
  }
  return { heard, points: () => groundingUsecases({ assist }).points(ASKED) }
}

const SAID = { text: 'La cantine ouvrirait le soir.', ideas: ['i1'] }

describe('sentences that a model is asked for', () => {
  it('stand on the texts by their places', async () => {
    const { points, heard } = grounded(() => ({
      points: [{ text: 'Des vélos seraient prêtés.', ideas: ['i2'] }],
    }))
    assert.deepEqual(await points(), [{ text: 'Des vélos seraient prêtés.', doubtful: false, cited: [1] }])
    const { items, asked, who, rules } = heard[0] ?? assert.fail('nothing was asked')
    assert.deepEqual(items, [
      { alias: 'i1', text: TEXTS[0] },
      { alias: 'i2', text: TEXTS[1] },
    ])
    assert.deepEqual([asked, who], [ASKED.asked, ASKED.who])
    assert.ok(!TEXTS.some(text => rules.includes(text)))
  })

  it('are none where the model says nothing, whyever', async () => {
    for (const why of UNSAID) assert.deepEqual(await grounded(() => why).points(), [], why)
  })

  it('do not stand on a text that was left out for its length', async () => {
    assert.deepEqual(await grounded(() => ({ points: [SAID] }), 0).points(), [])
    assert.equal((await grounded(() => ({ points: [SAID] }), 1).points()).length, 1)
  })

  it('stand beside one that is of another form', async () => {
    const said = { points: [7, { text: 'x' }, { ...SAID, more: 1 }, SAID] }
    assert.deepEqual(
      (await grounded(() => said).points()).map(({ text }) => text),
      [SAID.text],
    )
  })
})
