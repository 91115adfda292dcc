/**
 * Everything of Microsoft's bot SDK: activities in, answers out, and proactive messages. Both SDKs are out of
 * support, so nothing outside this folder knows of them; an address is opaque text that only this folder reads.
 */
export type { LocalSignIn } from './authentication.ts'
export type { HttpRequest, HttpServer } from './bot-endpoint.ts'
export { DeliveryFault } from './delivery-fault.ts'
export { createTeams, type Teams, type TeamsConfig, type TeamsParts } from './teams.ts'
export type { Routes, Sentences } from './turn.ts'
