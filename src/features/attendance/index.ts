/**
 * Who came, once for each person: by the code on the screen, the printed one, six letters, or by hand. From an hour before
 * the start to the end; names are seen by whoever keeps that workshop's list, and by each of themselves.
 */
export type { shownCode } from './check-in-code.ts'
export type { PresentUsecases } from './history-usecases.ts'
