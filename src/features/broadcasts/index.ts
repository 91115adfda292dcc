/**
 * What the Lab' writes once, to many: to people through messages, or one post in each channel. It is rehearsed before it
 * starts, told in parts, held and stopped at any time; whether anybody reads it nobody knows.
 */
export type { Broadcast } from './broadcast/domain.ts'
