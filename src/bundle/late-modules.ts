import type { Plugin } from 'rolldown'

/** Files of the bot SDKs, and what each needs only for what we never ask of it, or ask later than at the start. */
const LATE: readonly (readonly [file: RegExp, names: readonly string[]])[] = [
  [/@microsoft\/teams-ai\/lib\/Application\.js$/, ['./AI', './authentication/Authentication']],
  [
    /@microsoft\/teams-ai\/lib\/authentication\/BotAuthenticationBase\.js$/,
    ['botbuilder-dialogs', './Authentication'],
  ],
  [/botframework-connector\/lib\/auth\/jwtTokenProviderFactory\.js$/, ['@azure/identity']],
  [
    /botframework-connector\/lib\/auth\/(msal|certificate|federated)AppCredentials\.js$/,
    ['@azure/msal-node'],
  ],
]

/** A module whose code first runs when a member of it is asked for. */
const LATELY = 'const lately = load => new Proxy({}, { get: (_, name) => Reflect.get(load(), name) })\n'

/**
 * `code` with `require` of these modules put off until a member of one is used. The compiler of TypeScript writes one
 * such line for each import, and reads members where they are used.
 *
 * @throws Error where a module is no longer required in that way: the list is then out of date
 */
export function withLate(code: string, names: readonly string[]): string {
  let late = code
  for (const name of names) {
    const line = ` = require("${name}");`
    if (late.split(line).length !== 2) throw new Error(`${name} is not required once, as it was`)
    late = late.replace(line, ` = lately(() => require("${name}"));`)
  }
  return LATELY + late
}

/** Loads late what the start can do without: a third of the SDKs' code. */
export function lateModules(): Plugin {
  return {
    name: 'late-modules',
    transform(code, id) {
      const names = LATE.find(([file]) => file.test(id))?.[1]
      return names && { code: withLate(code, names), map: null }
    },
  }
}
