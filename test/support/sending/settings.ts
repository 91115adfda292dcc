import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { WEEK } from '../../../src/kernel/time/week.ts'
import { MAELLE, TENANT } from '../sign-in/cast.ts'

export const BOT = { id: 'bbbbbbbb-0000-4000-8000-00000000000b', name: 'Faire Administration' }

/** A method file in `folder` whose people work at any hour of any day but the last minute: it can be sent now. */
export function openAllWeek(folder: string): string {
  const method = parse(readFileSync('programmes/occitanie.yaml', 'utf8')) as { calendar: object }
  const hours = { from: '00:00', until: '23:59' }
  const calendar = { ...method.calendar, days: WEEK, hours, closures: [] }
  const file = join(folder, 'open-all-week.yaml')
  writeFileSync(file, stringify({ ...method, calendar }))
  return file
}

export type Where = {
  readonly databaseUrl: string
  readonly programmeFile: string
  /** Messages a second; the product's own unless told otherwise. */
  readonly sendRate?: number
  readonly metricsPort?: number
}

/** The environment of one instance, as in production. */
export function settingsFor(where: Where, port: number) {
  const { databaseUrl, programmeFile, sendRate, metricsPort } = where
  return {
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: 'https://faire.valmorane.fr',
    BOT_TYPE: 'SingleTenant',
    BOT_ID: BOT.id,
    BOT_TENANT_ID: TENANT,
    BOT_PASSWORD: 'never sent anywhere',
    LINK_SECRET: 'signs nothing that anybody will read',
    ORGANISERS: MAELLE.objectId,
    DATABASE_URL: databaseUrl,
    PROGRAMME_FILE: programmeFile,
    LOG_LEVEL: 'warn',
    ...(sendRate !== undefined && { SEND_RATE: String(sendRate) }),
    ...(metricsPort !== undefined && { METRICS_PORT: String(metricsPort) }),
  }
}
