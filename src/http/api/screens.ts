import type { ServerResponse } from 'node:http'
import type { Limits } from '../../kernel/requests/limits.ts'
import type { OpenRoute, PairedScreen, ScreenRoute, Screens } from '../../kernel/requests/screen-route.ts'
import { withoutNul } from '../../kernel/text/text.ts'
import { createScreenAdmission } from '../sign-in/screen-key.ts'
import type { Bodies } from '../transport/bodies.ts'
import type { InstrumentedCalls } from '../transport/instrumented.ts'
import { sendJson } from '../transport/problem.ts'
import { bodyStep, type Handler, type Request, type Restify } from '../transport/restify.ts'
import { mountScreenEvents, type ScreenEventParts } from './screen-events.ts'

export type ScreenParts = Omit<ScreenEventParts, 'stillPaired' | 'admittedScreen' | 'steps'> & {
  readonly screens: Screens
  readonly limits: Limits
  readonly calls: InstrumentedCalls
  readonly bodies: Bodies
  /** The client's address. */
  readonly addressOf: (request: Request) => string
}

/** Of a request without a token: a code and a secret take a tenth of it. */
const BODY_LIMIT = 1_024

/**
 * Mounts what a projector's browser asks under `/api/v1/screen`: a code without a token, then the room with its key. No
 * token of a person opens these routes, and a key opens no other. @returns the function that ends every stream
 */
export function mountScreens(server: Restify, parts: ScreenParts): () => void {
  const { screens, limits, calls, bodies, addressOf } = parts
  const admit = createScreenAdmission({ find: screens.find, limits, addressOf })
  const admitted = new WeakMap<object, PairedScreen>()

  /** @throws Error without an admitted screen */
  function admittedScreen(request: Request): PairedScreen {
    const screen = admitted.get(request)
    if (!screen) throw new Error('a screen was answered before its key was checked')
    return screen
  }

  function steps(path: string, answer: Handler): readonly Handler[] {
    const admitting: Handler = async request => void admitted.set(request, await admit(request))
    const { first, last } = calls.steps(`get ${path}`, admitting, answer)
    return [first, last]
  }

  function mountRoom({ path, run }: ScreenRoute): void {
    const answer: Handler = async (request, response) => {
      const query = Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams)
      sendJson(response, 200, await run({ screen: admittedScreen(request), query: withoutNul(query) }))
    }
    server.get(`/api/v1${path}`, ...steps(path, answer))
  }

  function mountOpen({ path, limit, run }: OpenRoute): void {
    const counting: Handler = async request => {
      const late = limits.over(limit, addressOf(request))
      if (late) throw late
    }
    const reading = bodyStep((request, response) =>
      bodies.read(request, response, BODY_LIMIT, `screens of ${addressOf(request)}`),
    )
    const answer: Handler = async ({ body }: Request, response: ServerResponse) =>
      sendJson(response, 200, await run(withoutNul(body)))
    const { first, last } = calls.steps(`post ${path}`, counting, answer)
    server.post(`/api/v1${path}`, first, reading, last)
  }

  for (const route of screens.routes) mountRoom(route)
  for (const route of screens.openRoutes) mountOpen(route)
  return mountScreenEvents(server, { ...parts, stillPaired: screens.stillPaired, admittedScreen, steps })
}
