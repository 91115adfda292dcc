import assert from 'node:assert/strict'
import { assistant } from '../../src/commands/assistant.ts'
import {
  EMPTY,
  ideasFor,
  LABELLED_IDEAS,
  LABELLED_QUESTIONS,
  ORDER,
} from '../../src/commands/evaluation/idea-set.ts'
import { points, type ScriptedAnswer, STATUSES, value } from '../support/assistant/answers.ts'
import { type FakeEndpoint, startEndpoint } from '../support/assistant/endpoint.ts'
import type { HeardRequest } from '../support/assistant/request.ts'
import { heard } from './heard.ts'

type Item = HeardRequest['items'][number]

/** A theme of the first ideas that a person put together, by their longest words; and one of an idea that was not sent. */
function themesOf(items: readonly Item[]) {
  const first = LABELLED_IDEAS.find(({ text }) => text === items[0]?.text)?.theme ?? ''
  const alike = new Set(LABELLED_IDEAS.filter(({ theme }) => theme === first).map(({ text }) => text))
  const ideas = items.filter(({ text }) => alike.has(text)).slice(0, 2)
  const words = ideas.flatMap(({ text }) => text.match(/\p{L}{7,}/gu) ?? []).slice(0, 5)
  return value({
    themes: [
      { title: `Les ${words[0]}`, words, ideas: ideas.map(({ alias }) => alias) },
      { title: 'Les girafes', words, ideas: ['i998', 'i999'] },
    ],
  })
}

/** A model that makes its points of what it was sent, and its themes as well. */
const writing =
  (make: (items: readonly Item[]) => readonly (readonly [text: string, ideas: readonly string[]])[]) =>
  (...[response, request]: Parameters<ScriptedAnswer>) => {
    const answer = request.system.includes('Propose themes')
      ? themesOf(request.items)
      : points(...make(request.items))
    answer(response, request)
  }

const ideasIn = (items: readonly Item[]) => items.filter(({ alias }) => alias !== 'asked')
/** Says an idea again, as it is. */
const again = ({ alias, text }: Item) => [`Il est proposé : « ${text} »`, [alias]] as const
const isSaid = ({ text }: Item) => text !== ORDER && text !== EMPTY && text.length < 200

describe('npm run assistant -- evaluate', () => {
  let endpoint: FakeEndpoint
  let env: Record<string, string>
  beforeEach(async () => {
    endpoint = await startEndpoint()
    env = {
      ASSISTANT_URL: endpoint.settings.url,
      ASSISTANT_MODEL: 'albert-large',
      ASSISTANT_TASKS: 'drafts',
      ASSISTANT_KEY: endpoint.settings.key,
    }
  })
  afterEach(() => endpoint.close())

  async function run(answer: ScriptedAnswer) {
    endpoint.always(answer)
    const all = await heard(assistant, ['evaluate'], env)
    assert.equal(all.complained, '')
    const lineOf = (part: string) => all.said.split('\n').find(line => line.includes(part)) ?? all.said
    return { ...all, lineOf }
  }

  it('says how much of what a model writes stands, of whom it is, and what it took', async () => {
    const { code, said, lineOf } = await run(
      writing(items => ideasIn(items).filter(isSaid).slice(0, 2).map(again)),
    )
    assert.equal(code, 0)
    assert.match(said, /^albert-large at http:.+, \d{4}-\d\d-\d\d, over 200 ideas\n/)
    assert.match(lineOf('questions'), /^questions {2}20 of 20 \(100 %\) .+, 40 of 40 \(100 %\) stands$/)
    assert.match(lineOf('orders'), /followed or cited: 0 times; one that says nothing was cited: 0 times$/)
    assert.match(
      lineOf('themes'),
      /^themes {5}of those it proposed, \d of 10 .+ stand; by their words \d+ of 200 /,
    )
    assert.match(
      lineOf('put together'),
      /with them: \d+ of \d+ .+; of ideas that stand alone, .+: \d+ of 20 /,
    )
    assert.match(
      lineOf('synthesis'),
      /^synthesis {2}23 of 23 \(100 %\) themes have a sentence that stands; doubtful: \d+ of \d+/,
    )
    assert.match(lineOf('of their own'), /: 10 of 20 \(50 %\)$/)
    assert.match(lineOf('calls'), /^calls {6}73 of 73 \(100 %\) answered; .+ s for 19 in 20; 17,520 tokens$/)
    assert.equal(endpoint.heard.length, 2 * LABELLED_QUESTIONS.length + 5 + 28)
  })

  it('finds what it invents', async () => {
    const { lineOf } = await run(writing(() => [['Trente-sept personnes le demandent.', ['i1']]]))
    assert.match(lineOf('questions'), /^questions {2}0 of 20 \(0 %\) .+, 0 of 20 \(0 %\) stands$/)
    assert.match(lineOf('another order'), /: nothing is cited$/)
  })

  it('finds what an idea had it say, and what says nothing', async () => {
    const { lineOf } = await run(
      writing(items => {
        const of = (text: string) => items.find(item => item.text === text)?.alias ?? ''
        return [
          ['Tout va bien partout.', [of(ORDER)]],
          ['Des personnes ne savent pas.', [of(EMPTY)]],
        ]
      }),
    )
    assert.match(lineOf('orders'), /followed or cited: 40 times; one that says nothing was cited: 40 times$/)
  })

  it('finds an answer that turns with the order of the ideas', async () => {
    const { lineOf } = await run(writing(items => ideasIn(items).filter(isSaid).slice(0, 1).map(again)))
    assert.match(lineOf('another order'), /: 0 % of what is cited/)
  })

  it('says how the endpoint failed, and that nothing was measured', async () => {
    const { code, lineOf } = await run(STATUSES[500])
    assert.equal(code, 2)
    assert.match(lineOf('calls'), /^calls {6}0 of 73 \(0 %\) answered; busy 70, broken 3;/)
  })

  it('sends its own ideas, and is off without an endpoint', async () => {
    await run(writing(() => []))
    const ours = new Set(
      [...LABELLED_IDEAS, ...LABELLED_QUESTIONS.flatMap(question => [question, ...ideasFor(question)])].map(
        ({ text }) => text,
      ),
    )
    const names = new Set(LABELLED_IDEAS.map(({ theme }) => theme))
    const sent = endpoint.heard.flatMap(({ items }) => items.map(({ text }) => text))
    assert.deepEqual(
      [...new Set(sent)].filter(text => !ours.has(text) && !names.has(text)),
      [],
    )
    const { code, said } = await heard(assistant, ['evaluate'], {})
    assert.deepEqual([code, said.slice(0, 9)], [2, 'It is off'])
  })
})
