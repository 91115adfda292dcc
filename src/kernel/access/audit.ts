import type { Tx } from '../storage/tx.ts'
import type { Actor } from './actor.ts'
import type { Role } from './role.ts'

/**
 * Audit log: records, in the transaction of the act, that `actor` did it. `act`: its name in the permission table;
 * `thing`: id of the object. Never what somebody wrote or chose.
 */
export type Audit = (tx: Tx, actor: Actor, act: string, thing?: string) => Promise<void>

/** Audit log: records an act of the operator by a command; no known person did it. */
export type AuditCommand = (tx: Tx, act: string, thing?: string) => Promise<void>

/**
 * Audit log: records that the people file or the operator's list changed the role of `person`. `by`: who imported
 * that file, where it was no command.
 */
export type AuditRoleChange = (tx: Tx, person: string, role: Role, by?: Actor) => Promise<void>

/**
 * Audit log: records what the product did by itself because somebody had done `cause` to `thing`: in their name, as they
 * were then. `detail`: see `inDetail`.
 */
export type AuditDeferred = (
  tx: Tx,
  cause: { readonly act: string; readonly thing: string },
  act: string,
  detail: string,
) => Promise<void>

/**
 * An object with a part or a number, where one act covers several: « 0h3k…:quotas ». `detail`: a code of ours or a
 * count; never what somebody wrote or chose in a ballot.
 */
export function inDetail(thing: string, detail: string | number): string {
  return `${thing}:${detail}`
}
