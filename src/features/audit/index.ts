/**
 * Who did what, by role: the acts of organisers, managers and pilots, and what was refused for want of a right. Rows
 * are only ever added. They hold a pseudonym and no words; what somebody chose in a ballot is never among them.
 */
export type { AuditEntry } from './domain.ts'
export { type AuditStore, type AuditUsecases, auditUsecases } from './usecases.ts'
