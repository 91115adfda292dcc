/**
 * The web server: sign-in, security headers, error responses, static pages. restify, jose and sirv stay here;
 * features contribute routes and `teams/` mounts the bot's own.
 */

export { createServer, type Server, type ServerParts } from './server.ts'
export type { Claims, TokenRules } from './sign-in/token.ts'
export { claimPorts } from './transport/port-claim.ts'
export type { Request } from './transport/restify.ts'
