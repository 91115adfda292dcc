import type { Failure } from '../api/failure.ts'
import type { Speech } from './speech.ts'

/** What a failure says to the person. `loadedAt` (ms): the moment that what is on screen dates from, if any is. */
export function failureText(failure: Failure, { say, time }: Speech, loadedAt?: number): string {
  switch (failure.kind) {
    case 'host':
      return say('error.host')
    case 'session':
      return say('error.session')
    case 'refusal':
      return failure.title
    case 'offline':
      return loadedAt === undefined ? say('tab.offline') : say('error.offline', { time: time(loadedAt) })
    case 'fault':
      return say('error.fault', { ref: failure.reference })
  }
}
