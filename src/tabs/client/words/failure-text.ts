import type { Failure } from '../api/failure.ts'
import type { Speech } from './speech.ts'

/**
 * What a failure says to the person. `during` an act, or a reading: then `loadedAt` (ms) is the moment that what is on
 * screen dates from, if any is.
 */
export function failureText(
  failure: Failure,
  { say, time }: Speech,
  during: 'act' | { readonly loadedAt?: number | undefined },
): string {
  switch (failure.kind) {
    case 'host':
      return say('error.host')
    case 'session':
      return say('error.session')
    case 'refusal':
      return failure.title
    case 'offline':
      // Sent or not, nobody knows: the same act again makes one thing.
      if (during === 'act') return say('tab.offline.act')
      if (during.loadedAt === undefined) return say('tab.offline')
      return say('error.offline', { time: time(during.loadedAt) })
    case 'fault':
      return failure.title || say('error.fault', { ref: failure.reference })
  }
}
