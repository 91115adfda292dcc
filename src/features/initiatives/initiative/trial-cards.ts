import type { ButtonsPart, FactsPart } from '../../../cards/parts.ts'
import { safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { momentOf } from '../../../kernel/time/time-zone.ts'
import type { SheetSeen, SheetTrial } from './domain.ts'

type Act = ButtonsPart['buttons'][number]

/** Directions that are named; of more, how many there are. */
const NAMED = 2

function dayOf(words: Words, day: string): string {
  return words.shortDay(momentOf(day, '12:00', words.zone) ?? 0)
}

function whereText({ say }: Words, { directions, site }: SheetTrial): string {
  const named =
    directions.length > NAMED
      ? [say('initiative.trying.where', { count: directions.length })]
      : directions.map(safe)
  return [...named, ...(site === '' ? [] : [safe(site)])].join(', ')
}

/** Whether one can begin to try it, or stop. */
export function isOpen(tried: SheetTrial | undefined): boolean {
  return tried?.state === 'planned' || tried?.state === 'running'
}

/** « En essai du lundi 3 mai au samedi 12 juin · Direction des lycées »: it says nothing that ages. */
export function trialFacts(words: Words, tried: SheetTrial | undefined): FactsPart['facts'] {
  if (!tried) return []
  const { state } = tried
  const between = { from: dayOf(words, tried.from), until: dayOf(words, tried.until) }
  const text =
    state === 'planned' || state === 'running'
      ? words.say(`initiative.trying.${state}`, { ...between, where: whereText(words, tried) })
      : words.say(`initiative.trying.${state}`)
  return [{ icon: 'Beaker', text }]
}

export function seeTrial({ say }: Words, initiative: string): Act {
  return { title: say('initiative.try.see'), verb: 'trials.show', data: { initiative } }
}

/** « J’essaie », for whoever does not yet. */
export function tryIt({ say }: Words, initiative: string): Act {
  return { title: say('initiative.try'), verb: 'trials.try', data: { initiative, trying: 'on' } }
}

/** « J’essaie » for whoever can and does not yet, and « Voir l’essai »; none without a trial. */
export function trialButtons(words: Words, { id, tried }: Pick<SheetSeen, 'id' | 'tried'>) {
  const tries = isOpen(tried) && tried?.trying === false
  return { tries: tries ? [tryIt(words, id)] : [], see: tried ? [seeTrial(words, id)] : [] }
}

/** Said before a tap that shows one's name. */
export function rulesText({ say }: Words, tried: SheetTrial | undefined, joined: boolean): string {
  const tries = isOpen(tried) && tried?.trying === false
  if (tries) return say(joined ? 'initiative.try.rules' : 'initiative.try.join.rules')
  return joined ? '' : say('initiative.join.rules')
}
