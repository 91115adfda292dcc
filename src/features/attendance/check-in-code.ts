import { keptCodes } from '../../kernel/crypto/kept-codes.ts'
import { keyedCode, keyedHash, sameHash } from '../../kernel/crypto/signature.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { SECOND } from '../../kernel/time/clock.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { Workshop } from '../workshops/index.ts'
import { lettersOf } from './check-in-letters.ts'
import { isOpen } from './domain.ts'

/** Validity of one code on the screen (ms). */
export const TURN = 30 * SECOND
/** Number of earlier codes still accepted: scanning takes time. */
const BEFORE = 2
/** 132 bits: the shorter the link, the larger the squares of its code. */
const MAC_LENGTH = 22
const TOKEN = new RegExp(`^(s|p)1\\.(\\w{1,80})\\.(\\w{1,12})\\.([\\w-]{${MAC_LENGTH}})$`)
const PURPOSES = { s: 'attendance on screen', p: 'attendance in print' } as const

/**
 * Letters of a screen's code in an address of our own: 140 bits. It is tried at each turn of each workshop of a day, and
 * stays as hard to guess as the link's.
 */
export const SHORT_LENGTH = 28

/** Content of a scanned code whose signature was verified. */
type Scanned = {
  readonly how: 'screen' | 'print'
  readonly workshop: string
  /** The screen's turn in base 36, or the day as `YYYYMMDD`. */
  readonly when: string
}

type Kind = keyof typeof PURPOSES

function tokenOf(secret: string, kind: Kind, workshop: string, when: string): string {
  const mac = keyedHash(secret, PURPOSES[kind], `${workshop}.${when}`).slice(0, MAC_LENGTH)
  return `${kind}1.${workshop}.${when}.${mac}`
}

function turnAt(now: number): number {
  return Math.floor(now / TURN)
}

/** The code shown on the screen at `now` (ms). */
export function screenToken(secret: string, workshop: string, now: number): string {
  return tokenOf(secret, 's', workshop, turnAt(now).toString(36))
}

/** The same for an address that leads to it: the fewer letters, the further away it is scanned from. */
export function shortCodes(secret: string) {
  const codeOf = keptCodes(text => keyedCode(secret, 'attendance on screen, short', text, SHORT_LENGTH))
  return (workshop: string, now: number): string => codeOf(`${workshop}.${turnAt(now)}`)
}

type ShortCodes = ReturnType<typeof shortCodes>

const wantedBy = (token: string) => `check-in:${token}`

/** When the screen shows the next code (ms). */
export function turnEnd(now: number): number {
  return (turnAt(now) + 1) * TURN
}

/** The code of a printed sheet. `day`: `YYYY-MM-DD`, that of the workshop in the programme's zone. */
export function printToken(secret: string, workshop: string, day: string): string {
  return tokenOf(secret, 'p', workshop, day.replaceAll('-', ''))
}

type At = { readonly now: number; readonly zone: string }

/** `shortOf`: made by `shortCodes` of the same secret. */
type CodeKeys = { readonly secret: string; readonly shortOf: ShortCodes }

/**
 * What the room's screen shows to check in by, `wanted` of the personal tab; undefined while nobody can. For who is in
 * front of it, and for who keeps the list.
 */
export function shownCode({ secret, shortOf }: CodeKeys, workshop: Workshop, { now, zone }: At) {
  if (!isOpen(workshop, now)) return undefined
  const { id, startsAt } = workshop
  return {
    wanted: wantedBy(screenToken(secret, id, now)),
    short: shortOf(id, now),
    letters: lettersOf(secret, id, dateIn(startsAt, zone)),
    turnsAt: turnEnd(now),
  }
}

/**
 * `wanted` of the code whose short letters were scanned; undefined unless one that the workshop's screen still stands by.
 * It is of the same turn: who is led to it has no longer than who scanned the link itself.
 */
export function wantedByShort({ secret, shortOf }: CodeKeys, workshop: Workshop, short: string, now: number) {
  if (!isOpen(workshop, now)) return undefined
  const turns = Array.from({ length: BEFORE + 1 }, (_, before) => now - before * TURN)
  const scanned = turns.find(at => sameHash(shortOf(workshop.id, at), short))
  return scanned === undefined ? undefined : wantedBy(screenToken(secret, workshop.id, scanned))
}

/** Verifies a scanned code. @throws Refusal `attendance-link` unless it was signed here, byte for byte */
export function readToken(secret: string, token: string): Scanned {
  const [, kind, workshop = '', when = ''] = TOKEN.exec(token) ?? []
  if ((kind !== 's' && kind !== 'p') || tokenOf(secret, kind, workshop, when) !== token)
    throw new Refusal('attendance-link')
  return { how: kind === 's' ? 'screen' : 'print', workshop, when }
}

/**
 * Whether the code is valid now. `day`: the workshop's own, as for `printToken`.
 * @throws Refusal `attendance-code-expired` for an old screen code, `attendance-print-expired` for a sheet of another
 * day
 */
export function checkFresh({ how, when }: Scanned, day: string, now: number): void {
  if (how === 'print') {
    if (when !== day.replaceAll('-', '')) throw new Refusal('attendance-print-expired')
    return
  }
  const age = turnAt(now) - Number.parseInt(when, 36)
  if (!(age >= 0 && age <= BEFORE)) throw new Refusal('attendance-code-expired')
}
