import { ELSEWHERE, type Failure } from '../../data/api/failure.ts'
import type { Translator } from './translator.ts'

/** `loadedAt` (ms): the moment that what is on screen dates from, if any is. */
type During = { readonly loadedAt?: number | undefined }

/** What could not be read, how old the shown values are, and why where that helps. */
export function unreadText(failure: Failure, { say, time }: Translator, { loadedAt }: During): string {
  const { part, title, reference, code } = failure
  const since = loadedAt === undefined ? [] : [say('unread.since', { time: time(loadedAt) })]
  const why = title || say('unread.reference', { ref: reference })
  return [...(part ? [say(part)] : []), ...since, ...(code === 'gone' ? [] : [why])].join(' ')
}

const isUnread = ({ kind, code, part }: Failure) =>
  part && !ELSEWHERE.includes(kind) && (kind === 'fault' || code === 'gone')

/** What a failure says to the person, `during` an act or a reading. */
export function failureText(failure: Failure, translator: Translator, during: 'act' | During): string {
  const { say, time } = translator
  if (during !== 'act' && isUnread(failure)) return unreadText(failure, translator, during)
  switch (failure.kind) {
    case 'host':
      return say('error.host')
    case 'session':
      return say('error.session')
    case 'refusal':
      return failure.title
    case 'offline':
      // Whether it was sent is unknown; repeating the act is idempotent.
      if (during === 'act') return say('tab.offline.act')
      if (during.loadedAt === undefined) return say('tab.offline')
      return say('error.offline', { time: time(during.loadedAt) })
    case 'fault':
      return failure.title || say('error.fault', { ref: failure.reference })
  }
}
