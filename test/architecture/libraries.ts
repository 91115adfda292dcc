import { layerOf } from './layers.ts'
import type { Import } from './source.ts'

const ANYWHERE = /^node:(?!sqlite)/
/** One door per library: where each may be imported. A library that is not listed has no door yet. */
export const DOORS: readonly (readonly [library: RegExp, door: RegExp])[] = [
  [/^(botbuilder|botframework-[\w-]+|@microsoft\/teams-ai(\/lib\/[\w/]+\.js)?)$/, /^src\/teams\//],
  [/^(adaptivecards-templating|adaptive-expressions)$/, /^src\/cards\//],
  [/^(restify|find-my-way|jose|sirv)$/, /^src\/http\//],
  [/^(kysely(\/migration)?|pg|node:sqlite)$/, /^src\/db\//],
  [/^kysely$/, /^src\/features\/.+[/-]store\.ts$/],
  [/^@microsoft\/teams-js$/, /^src\/tabs\/client\//],
  [/^(react|react-dom(\/client)?|@fluentui\/[\w-]+(\/.+)?|virtual:(words|themes))$/, /^src\/tabs\/client\//],
  [/^preact(\/compat\/client)?$/, /^src\/tabs\/client\/host\/preact-root\.ts$/],
  [/^@fluentui\/react-components$/, /^src\/tabs\/build\/themes\.ts$/],
  [/^(vite|@vitejs\/[\w-]+)$/, /^src\/tabs\/(build\/|vite\.config\.ts)/],
  [/^rolldown$/, /^src\/bundle\//],
  [/^uqr$/, /^src\/tabs\/client\/parts\/panels\/qr-code\.tsx$/],
  [/^pino$/, /^src\/config\//],
  [/^prom-client$/, /^src\/metrics\//],
  [/^@opentelemetry\/api$/, /^src\/traces\//],
  [/^yaml$/, /^src\/(features\/programme|demo)\//],
  [/^yazl$/, /^src\/files\/zip-writer\.ts$/],
  [/^csv-parse\/sync$/, /^src\/files\/csv-reader\.ts$/],
  [/^date-holidays$/, /^src\/features\/messages\//],
  [/^croner$/, /^src\/features\/.+\/(wire|schedule)\.ts$/],
  [/^ics$/, /^src\/features\/workshops\/calendar\/icalendar\.ts$/],
  [/^snowball-stemmers$/, /^src\/search\/stemming\.ts$/],
  [/^(@microsoft\/app-manifest(\/.+\.json)?|ajv)$/, /^src\/commands\/app-package\/(schemas|validation)\.ts$/],
  [/^zod$/, /^src\/(config|teams|http|features|demo|commands\/tenant|tabs\/contract)\//],
]

const HINT = 'ARCHITECTURE.md, « Rules that carry the weight », 1'

export function libraryFault({ from, to, ours }: Import): string | undefined {
  if (ours) return undefined
  if (ANYWHERE.test(to)) {
    const browser = ['tabs/client', 'tabs/contract'].includes(layerOf(from))
    return browser
      ? `${to} is not there in a browser: do it on the server, and send what the page needs (${HINT})`
      : undefined
  }
  const doors = DOORS.filter(([library]) => library.test(to)).map(([, door]) => door)
  if (doors.length === 0)
    return `${to} has no door: say in test/architecture/libraries.ts which one folder may use it (${HINT})`
  return doors.some(door => door.test(from))
    ? undefined
    : `${to} comes in at another door only, ${doors.map(String)}: take a function from there (${HINT})`
}
