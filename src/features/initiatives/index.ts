/**
 * A retained idea that somebody carries: a sheet that its owner writes, people who take part, a phase. It keeps the id of
 * its idea, whose supports, comments and thread are its own; everybody who touched it hears once of each phase.
 * Who takes part chose to, and is named on the sheet until they leave.
 */
export type { Initiative, InitiativeSeen } from './initiative/domain.ts'
export { type InitiativeStore, type InitiativeUsecases, initiativeUsecases } from './initiative/usecases.ts'
