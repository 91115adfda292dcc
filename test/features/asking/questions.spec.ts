import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Answer } from '../../../src/features/asking/domain.ts'
import { fixedClock } from '../../support/database/engines.ts'
import { askIdeas } from '../../support/features/asking.ts'
import { LATER_MICRO_IDEAS, MICRO_IDEAS } from '../../support/features/micro-ideas.ts'

type Asked = { readonly text: string; readonly good: readonly string[] }
const QUESTIONS = JSON.parse(
  readFileSync(new URL('../../support/said/questions.json', import.meta.url), 'utf8'),
) as readonly Asked[]
const IDEAS = [...MICRO_IDEAS, ...LATER_MICRO_IDEAS].map(([, text]) => text)

const textsOf = ({ rows }: Answer) => rows.flatMap(row => (row.kind === 'idea' ? [row.idea.text] : []))

describe('thirty plain questions about the ideas of the house', () => {
  let asked: Awaited<ReturnType<typeof askIdeas>>
  before(async () => {
    asked = await askIdeas(IDEAS, fixedClock())
  })
  after(() => asked.close())

  /** The first rows of both pages, as a person sees them. */
  async function rowsOf(text: string, first: number): Promise<readonly string[]> {
    const pages = [await asked.answer(text), await asked.answer(text, { skip: 5 })]
    return pages.flatMap(answer => (answer ? textsOf(answer) : [])).slice(0, first)
  }

  it('find at least one good idea among the first five and the first eight', async () => {
    const missed: string[] = []
    let [inFive, inEight, good, shown] = [0, 0, 0, 0]
    for (const { text, good: fragments } of QUESTIONS) {
      // What is asked of states is tried elsewhere: here all ideas are new.
      const eight = await rowsOf(text.replace('sont retenues', ''), 8)
      const isGood = (row: string) => fragments.some(fragment => row.includes(fragment))
      if (eight.some(isGood)) inEight += 1
      else missed.push(`${text} → ${eight.join(' | ')}`)
      if (eight.slice(0, 5).some(isGood)) inFive += 1
      good += eight.filter(isGood).length
      shown += eight.length
    }
    console.log(
      `    of ${QUESTIONS.length} questions, a good idea in the first five: ${inFive}, eight: ${inEight}; ${good} of ${shown} rows are good`,
    )
    assert.deepEqual(missed, [])
    assert.ok(inFive >= 30 && good / shown >= 0.6, `${inFive}, ${good} of ${shown}`)
  })
})
