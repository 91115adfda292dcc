import { keptCodes } from '../../../kernel/crypto/kept-codes.ts'
import { keyedCode } from '../../../kernel/crypto/signature.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import { dateIn } from '../../../kernel/time/time-zone.ts'
import type { Workshop } from '../../workshops/index.ts'
import { dayEnd } from '../scene/domain.ts'

/** Letters of a room's address: 40 bits, so that nobody comes upon one. It leads, and lets nobody do anything. */
const LENGTH = 8
/** Those of the day's code, or of the one that turns. */
const SHORT = /^(?:[\dA-Z]{8}|[\dA-Z]{28})$/

type At = { readonly now: number; readonly zone: string }

/** The room's letters in its address: others once its workshop is moved to another day. */
export function roomCodes(secret: string, zone: string) {
  const codeOf = keptCodes(text => keyedCode(secret, 'room address', text, LENGTH))
  return ({ id, startsAt }: Workshop): string => codeOf(`${id}.${dateIn(startsAt, zone)}`)
}

/** Whether the address leads there: from the day before, when a room is tried out, until midnight after its end. */
export function isAddressed(workshop: Workshop, { now, zone }: At): boolean {
  const { state, startsAt } = workshop
  return state === 'announced' && now >= startsAt - DAY && now < dayEnd(workshop, zone)
}

/** Letters of an address as they were scanned, or typed; undefined for what cannot be any. */
export function codeIn(typed: string): string | undefined {
  const code = typed.toUpperCase()
  return SHORT.test(code) ? code : undefined
}

/** All of it in capitals, which a QR code holds in fewer squares: host and scheme are the same in both. */
export function shortAddress(origin: string, code: string): string {
  return `${origin}/s/${code}`.toUpperCase()
}
