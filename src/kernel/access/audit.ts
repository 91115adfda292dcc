import type { Tx } from '../storage/tx.ts'
import type { Actor } from './actor.ts'
import type { Role } from './role.ts'

/**
 * Keeps, in the transaction of the act, that `actor` did it. `act` as the permission table names it; `thing`: the id
 * of what it was done to. Never what somebody wrote or chose.
 */
export type Audit = (tx: Tx, actor: Actor, act: string, thing?: string) => Promise<void>

/** Keeps that whoever runs the database did it, by a command: nobody that the product knows. */
export type AuditCommand = (tx: Tx, act: string, thing?: string) => Promise<void>

/**
 * Keeps that the people file or the operator's list changed the role of `person`: nobody did it by hand. `by`: who took
 * that file in, where it was no command.
 */
export type AuditSeat = (tx: Tx, person: string, role: Role, by?: Actor) => Promise<void>

/**
 * A thing with what of it was done, where one act says several things: « 0h3k…:quotas ». `detail`: a word of ours, or how many;
 * never what somebody wrote or chose in a ballot.
 */
export function inDetail(thing: string, detail: string | number): string {
  return `${thing}:${detail}`
}
