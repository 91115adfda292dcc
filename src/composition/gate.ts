import type { Command, Handlers, Verb } from '../conversation/protocol/handlers.ts'
import type { ApiRoute } from '../kernel/requests/route.ts'

/** Asked before an act of one of both doors: its command, verb or route, and what came with it, unchecked. @throws Refusal */
export type CheckOpen = (act: string, sent: unknown) => Promise<void>

function gatedVerb(name: string, verb: Verb, checkOpen: CheckOpen): Verb {
  const { run, redraw } = typeof verb === 'function' ? { run: verb, redraw: undefined } : verb
  const gated: typeof run = async (actor, pressed) => {
    await checkOpen(name, pressed.data)
    return run(actor, pressed)
  }
  return redraw ? { run: gated, redraw } : gated
}

function gatedCommand(command: Command, checkOpen: CheckOpen): Command {
  const run: Command['run'] = async (actor, incoming, text) => {
    await checkOpen(command.name, {})
    return command.run(actor, incoming, text)
  }
  return { ...command, run }
}

/** The chat's door: what a card stands on is still drawn, so that a refusal is read on it. */
export function gatedHandlers(handlers: Handlers, checkOpen: CheckOpen): Handlers {
  const { commands, verbs, quotes } = handlers
  const each = <T>(all: Readonly<Record<string, T>>, gated: (name: string, one: T) => T) =>
    Object.fromEntries(Object.entries(all).map(([name, one]) => [name, gated(name, one)]))
  return {
    ...handlers,
    ...(commands && { commands: commands.map(command => gatedCommand(command, checkOpen)) }),
    ...(verbs && { verbs: each(verbs, (name, verb) => gatedVerb(name, verb, checkOpen)) }),
    ...(quotes && {
      quotes: each(quotes, (name, quote) => async (actor, quoted) => {
        await checkOpen(name, {})
        return quote(actor, quoted)
      }),
    }),
  }
}

/** The tab's door. Reading is no act. */
export function gatedRoute(route: ApiRoute, checkOpen: CheckOpen): ApiRoute {
  const { method, path, run, large } = route
  const act = `${method} ${path}`
  if (method === 'get') return route
  return {
    ...route,
    ...(large && {
      large: {
        ...large,
        ask: async request => {
          await checkOpen(act, {})
          return large.ask(request)
        },
      },
    }),
    run: async request => {
      await checkOpen(act, request.body)
      return run(request)
    },
  }
}
