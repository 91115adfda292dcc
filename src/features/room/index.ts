/**
 * Everybody at a workshop, looking at one screen, a phone in hand: one scene at a time, moved by whoever leads the room as
 * a whole. A screen and a phone show nothing that a participant could not read elsewhere; the code of the day leads, and
 * checks nobody in.
 */
export type { RoomState } from './scene/domain.ts'
export type { RoomViewUsecases } from './view/usecases.ts'
