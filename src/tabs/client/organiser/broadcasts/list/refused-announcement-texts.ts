import type { AnnouncedView } from '../../../../contract/announced.ts'
import type { Translator } from '../../../parts/words/translator.ts'

const THINGS = {
  workshop: 'announce.check.workshop',
  series: 'announce.check.series',
  ballot: 'announce.check.ballot',
  box: 'announce.check.box',
  post: 'announce.check.post',
  story: 'announce.check.story',
  trial: 'announce.check.trial',
} as const

export function thingName({ say }: Translator, thing: AnnouncedView['thing']): string {
  return say(THINGS[thing])
}

const WHY = {
  missing: 'announce.check.why.missing',
  blocked: 'announce.check.why.blocked',
  deleted: 'announce.check.why.deleted',
  'too-large': 'announce.check.why.too-large',
  unconfirmed: 'announce.check.why.unconfirmed',
  other: 'announce.check.why.other',
} as const

export function whyText({ say }: Translator, { why = 'other' }: AnnouncedView): string {
  return say(WHY[why])
}

/** The obstacle, or what to check first; '' without one. */
export function adviceOf(translator: Translator, { shutAt, open, why, state }: AnnouncedView): string {
  const { say, shortDay, time } = translator
  if (shutAt !== undefined) {
    const since = { date: shortDay(shutAt), time: time(shutAt) }
    return `${say('channel.shut', since)} ${say('announce.check.shut.how')}`
  }
  if (!open) return say('announce.check.unwritable')
  if (why === 'too-large') return say('announce.check.too-large.how')
  return state === 'unknown' ? say('announce.check.unconfirmed.how') : ''
}

export function placeText({ channel: { name, team } }: AnnouncedView): string {
  return team === '' ? name : `${team} · ${name}`
}
