const SQLITE = 'SQLite'

/** Each file is of the first part that names it. What no part names counts where it was called. */
const PARTS: readonly (readonly [part: string, ...files: readonly RegExp[]])[] = [
  [
    'token',
    /src\/teams\/(?:token-check|bot-token|published-keys|authentication|unauthenticated)\.ts/,
    /node_modules\/(?:jsonwebtoken|jws|jwa|base64url|rsa-pem-from-mod-exp|botframework-connector\/lib\/auth)\//,
    /^node:internal\/crypto/,
  ],
  ['input checked (zod)', /node_modules\/zod\//, /src\/kernel\/requests\/parse\.ts/],
  ['Kysely, statements, transactions', /node_modules\/kysely\//, /src\/db\//, /store\.ts$/],
  ['card and words', /src\/(?:cards|i18n)\//, /cards\.ts$/, /node_modules\/(?:adaptive|antlr)/],
  ['delivery', /src\/delivery\//],
  ['journal and presence', /src\/features\/(?:audit|people)\//],
  ['use-cases, rules, routing', /src\/(?:features|conversation|kernel|composition|metrics|traces)\//],
  ["the SDK's turn", /src\/teams\//, /node_modules\/(?:botbuilder|botframework|@microsoft\/teams-ai|uuid)/],
  [
    'HTTP and restify',
    /src\/http\//,
    /node_modules\/(?:restify|find-my-way|@netflix|pino|negotiator|qs|formidable)/,
    /^node:(?:_http|_stream|http|net|stream|timers|internal\/(?:http|stream|js_stream|timers|url|streams|buffer))/,
  ],
  ["Node's loop", /^node:/],
]

/** The part of a vote, or of an SDK's answer, that `file` is of. */
export function partOf(file: string): string | undefined {
  return PARTS.find(([, ...files]) => files.some(each => each.test(file)))?.[0]
}

/** What is native behind this file is the database itself. */
export const NATIVE = {
  from: 'src/db/engines/node-sqlite.ts',
  part: SQLITE,
  names: ['all', 'run', 'get', 'exec', 'iterate', 'next', 'prepare'],
}

/** All of them, in the order in which they are told. */
export const PART_NAMES = [...PARTS.map(([part]) => part), SQLITE]
