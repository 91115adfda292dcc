import { ORGANISERS, type Permission } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { DAY } from '../../../kernel/time/clock.ts'
import type { Broadcast } from '../broadcast/domain.ts'

/** Delivery window after the start, in milliseconds, for people who could not be reached before. */
export const LASTS = 14 * DAY

export const SENDING_PERMISSIONS = {
  start: { act: 'broadcasts.start', roles: ORGANISERS },
  pause: { act: 'broadcasts.pause', roles: ORGANISERS },
  goOn: { act: 'broadcasts.go-on', roles: ORGANISERS },
  stop: { act: 'broadcasts.stop', roles: ORGANISERS },
  again: { act: 'broadcasts.again', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

/**
 * Whether the draft may start: it was rehearsed as it is. `version`: the one that the button was drawn for.
 * @throws Refusal `broadcast-changed`, `broadcast-unrehearsed`
 */
export function checkStart(broadcast: Broadcast, version: number): void {
  if (broadcast.version !== version) throw new Refusal('broadcast-changed')
  if (broadcast.rehearsed !== version) throw new Refusal('broadcast-unrehearsed')
}

/** Dedupe key of the message: nobody receives a broadcast twice. */
export function reasonOf(id: string): string {
  return `broadcast:${id}:1`
}
