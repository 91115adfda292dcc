import { Template } from 'adaptivecards-templating'
import { CARDS_FOLDER, createRender } from '../src/cards/render.ts'
import { assemble, readTemplate } from '../src/cards/template.ts'
import { messageAt } from '../src/i18n/words.ts'
import type { CardOf } from '../src/kernel/card.ts'
import { allSamples } from '../test/cards/samples.ts'
import { type Benchmark, inTurn } from './benchmark.ts'

const FOR_MS = 300

async function perSecond(draw: () => unknown): Promise<number> {
  const from = performance.now()
  let drawn = 0
  for (; performance.now() - from < FOR_MS; drawn++) draw()
  return (drawn * 1_000) / (performance.now() - from)
}

function sample(): CardOf {
  const card = allSamples('fr').find(({ template }) => template === 'ideas/idea')
  if (!card) throw new Error('there is no sample of an idea’s card')
  return card
}

/** The same template, its parts and words in place already: only Template's own parsing is paid each time. */
function drawAfresh({ template, data }: CardOf): () => unknown {
  const read = (name: string) => readTemplate(CARDS_FOLDER, name)
  const json = assemble(read(template), read, key => messageAt(key, 'fr') ?? '')
  return () => new Template(json).expand({ $root: data })
}

export const cards: Benchmark = {
  name: 'cards',
  about: 'drawing the card of an idea with a template that is kept; a new Template each time',
  unit: 'cards/s',
  run: async () => {
    const card = sample()
    const render = createRender()
    const ours = () => perSecond(() => render(card, 'fr', ''))
    const afresh = () => perSecond(drawAfresh(card))
    // Once over for the compiler of V8, which is what a server that has run for a minute is like.
    await inTurn(2, ours, afresh)
    return inTurn(9, ours, afresh)
  },
}
