import { Template } from 'adaptivecards-templating'
import { CARDS_FOLDER, createRender } from '../src/cards/render.ts'
import { assemble, readTemplate } from '../src/cards/template.ts'
import { messageAt } from '../src/i18n/words.ts'
import type { CardOf } from '../src/kernel/text/card.ts'
import { allSamples } from '../test/cards/samples.ts'
import { type Benchmark, inTurn, type Samples } from './benchmark.ts'

/** Little at a time, many times in turn: what else the machine does weighs on both alike. */
const FOR_MS = 100

async function perSecond(draw: () => unknown): Promise<number> {
  const from = performance.now()
  let drawn = 0
  for (; performance.now() - from < FOR_MS; drawn++) draw()
  return (drawn * 1_000) / (performance.now() - from)
}

const read = (name: string) => readTemplate(CARDS_FOLDER, name)
const assembled = (template: string) => assemble(read(template), read, key => messageAt(key, 'fr') ?? '')

/** The card with the largest template of all that the product has: not the one whose data, a list of channels, is. */
function biggest(): CardOf {
  const sized = allSamples('fr').map(card => [JSON.stringify(assembled(card.template)).length, card] as const)
  const [largest] = sized.sort(([one], [other]) => other - one)
  if (!largest) throw new Error('there is no sample of any card')
  return largest[1]
}

/** The same template, its parts and words in place already: only Template's own parsing is paid each time. */
function drawAfresh({ template, data }: CardOf): () => unknown {
  const json = assembled(template)
  return () => JSON.stringify(new Template(json).expand({ $root: data }))
}

async function measure(runs: number): Promise<Samples> {
  const largest = biggest()
  const render = createRender()
  const afreshly = drawAfresh(largest)
  const ours = () => perSecond(() => JSON.stringify(render(largest, 'fr', '')))
  const afresh = () => perSecond(afreshly)
  // Once over for the compiler of V8, which is what a server that has run for a minute is like.
  await inTurn(2, ours, afresh)
  return inTurn(runs, ours, afresh)
}

export const card: Benchmark = {
  name: 'card',
  about: 'the biggest card from data to JSON with a template that is kept; a new Template each time',
  unit: 'cards/s',
  run: () => measure(27),
  quick: () => measure(15),
}
