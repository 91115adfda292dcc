import type { ServerResponse } from 'node:http'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Language } from '../../kernel/text/language.ts'
import { escapeHtml, withoutNul } from '../../kernel/text/text.ts'
import { localeOf } from '../sign-in/request-language.ts'
import { mountPage, type Request, type Restify } from '../transport/restify.ts'

export type ShortParts = {
  /** Where the letters of a room's short address lead. @throws Refusal for those that lead nowhere */
  readonly leadsTo: (code: string) => Promise<string>
  /** Teams' deep link to what the address of a thing names; undefined for one that can name nothing. */
  readonly opens: (letter: string, id: string) => string | undefined
  readonly words: {
    readonly name: string
    readonly refusal: (refusal: Refusal, language: Language) => string
    /** For whoever has no Teams there. */
    readonly outside: (language: Language) => string
    readonly firstLanguage: (locale: string) => Language
  }
}

type Said = { readonly name: string; readonly language: Language; readonly sentences: readonly string[] }

const STYLE = 'body{font:20px/1.5 system-ui,sans-serif;max-width:32em;margin:10vh auto;padding:0 1.5rem}'
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"

/** A page that runs and loads nothing. */
function pageOf({ name, language, sentences }: Said): string {
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(name)}</title><style>${STYLE}</style>`,
  ]
  const [first = '', ...rest] = sentences.map(escapeHtml)
  const said = [`<h1 style="font-size:1em">${first}</h1>`, ...rest.map(each => `<p>${each}</p>`)]
  return `<!doctype html>\n<html lang="${language}"><head>${head.join('')}</head><body>${said.join('')}</body></html>\n`
}

function redirect(response: ServerResponse, location: string): void {
  response.statusCode = 302
  response.setHeader('location', location)
}

/** Where an address leads. @throws Refusal for one that leads nowhere */
type LeadingTo = (params: Readonly<Record<string, string>>) => Promise<string>

/** Leads into Teams, and is read by whoever has none. */
function leading({ words }: Pick<ShortParts, 'words'>, leadsTo: LeadingTo) {
  return async (request: Request, response: ServerResponse): Promise<void> => {
    const language = words.firstLanguage(localeOf(request))
    const send = (sentences: readonly string[]) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader('content-security-policy', POLICY)
      // The letters of a room let somebody check in for a minute and a half: nothing keeps where they led.
      response.setHeader('cache-control', 'no-store')
      response.setHeader('vary', 'accept-language')
      response.end(pageOf({ name: words.name, language, sentences }))
    }
    try {
      redirect(response, await leadsTo(withoutNul(request.params)))
      send([words.outside(language)])
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      response.statusCode = 404
      send([words.refusal(error, language)])
    }
  }
}

/** `GET /s/<letters>`: what the codes on a room's screen hold, in capitals as well. */
function mountRoomAddresses(server: Restify, parts: ShortParts): void {
  const answer = leading(parts, ({ code = '' }) => parts.leadsTo(code))
  for (const path of ['/s/:code', '/S/:code']) mountPage(server, path, answer)
}

/**
 * `GET /l/<letter>/<id>`: what « Copier le lien » copies, in capitals as well. Nobody is known here, so nothing is looked
 * up: a thing that is there, one that is hidden and one that never was lead to the same place in Teams, where rights are
 * checked.
 */
function mountThingAddresses(server: Restify, parts: ShortParts): void {
  const answer = leading(parts, async ({ letter = '', id = '' }) => {
    const place = parts.opens(letter, id)
    if (place === undefined) throw new Refusal('thing-address')
    return place
  })
  for (const path of ['/l/:letter/:id', '/L/:letter/:id']) mountPage(server, path, answer)
}

/** `GET /salle`: what one types into a projector's browser. It leads to one place, whatever is added to it. */
function mountScreenAddress(server: Restify): void {
  mountPage(server, '/salle', async (_: Request, response: ServerResponse) => {
    redirect(response, '/tabs/room')
    response.setHeader('cache-control', 'no-cache')
    response.end()
  })
}

export function mountShortAddresses(server: Restify, parts: ShortParts): void {
  mountScreenAddress(server)
  mountRoomAddresses(server, parts)
  mountThingAddresses(server, parts)
}
