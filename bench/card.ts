import { Template } from 'adaptivecards-templating'
import { createExpansion, type Expand, expandByLibrary } from '../src/cards/expansion.ts'
import { CARDS_FOLDER, createRender } from '../src/cards/render.ts'
import { assemble, readTemplate } from '../src/cards/template.ts'
import { messageAt } from '../src/i18n/words.ts'
import type { CardOf } from '../src/kernel/text/card.ts'
import { allSamples } from '../test/cards/samples.ts'
import { type Benchmark, inTurn, median, type Samples } from './benchmark.ts'

/** Little at a time, many times in turn, by the processor that was had: what else the machine does must not count. */
const FOR_US = 100_000

function spent(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from)
  return user + system
}

async function perSecond(draw: () => unknown): Promise<number> {
  const from = process.cpuUsage()
  let drawn = 0
  for (; spent(from) < FOR_US; drawn++) draw()
  return (drawn * 1_000_000) / spent(from)
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

type Way = (template: Template) => Expand

/** Cards filled by templates that are kept, `times` over: µs of processor a card, without the JSON. */
function fill(cards: readonly CardOf[], times: number, way: Way): () => Promise<number> {
  const kept = new Map<string, Expand>()
  const fills = cards.map(({ template, data }) => {
    const expand = kept.get(template) ?? way(new Template(assembled(template)))
    kept.set(template, expand)
    return () => expand(data as object, false)
  })
  return async () => {
    const from = process.cpuUsage()
    for (let time = 0; time < times; time++) for (const each of fills) each()
    return spent(from) / fills.length / times
  }
}

/** Compiled and by the library alone, in turn, the first rounds not counted. */
async function filled(of: string, cards: readonly CardOf[], times: number): Promise<Record<string, number>> {
  const [ours, other] = [
    fill(cards, times, template => createExpansion(() => template)),
    fill(cards, times, expandByLibrary),
  ]
  await inTurn(3, ours, other)
  const { values, baselines } = await inTurn(41, ours, other)
  const [compiled, library] = [median(values), median(baselines)].map(each => Number(each.toPrecision(3)))
  return { [`µs to fill ${of}`]: compiled ?? 0, [`µs to fill ${of}, by the library`]: library ?? 0 }
}

async function fillings(): Promise<Record<string, number>> {
  const all = allSamples('fr')
  const votes = all.filter(({ template }) => template === 'ballots/voting/ballot')
  return {
    ...(await filled('any card', all, 1)),
    ...(await filled('a vote’s', votes, 60)),
    ...(await filled('the biggest', [biggest()], 100)),
  }
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
  aims: [{ of: 'ratio', atLeast: 5 }],
  run: async () => ({ ...(await measure(27)), more: await fillings() }),
  quick: () => measure(15),
}
