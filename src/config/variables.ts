import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { assistantVariables } from './assistant.ts'
import { LOG_LEVELS, MANIFEST_ID } from './config.ts'

/** The process's environment, or something of its shape. */
export type Environment = Readonly<Record<string, string | undefined>>

/** An empty variable counts as unset: the toolkit's files leave names without a value. */
export function present(env: Environment): Environment {
  const set = Object.entries(env).filter(([, value]) => value?.trim())
  return Object.fromEntries(set.map(([name, value]) => [name, value?.trim()]))
}

export const guid = (advice: string) => z.guid(advice).toLowerCase()

/** Microsoft's limit of requests per second of one bot in one tenant («Optimize your bot with rate limiting»). */
export const TEAMS_RATE = 50

/** Comma-separated ids; 200 at most, so that a pasted file is noticed. */
const guids = (advice: string) =>
  z
    .string()
    .transform(text => text.split(',').map(part => part.trim()))
    .pipe(z.array(guid(advice)).max(200, 'give 200 ids at most'))

export function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && url.protocol === 'https:' && [url.origin, `${url.origin}/`].includes(text)
}

/** Default database, in a folder that is created. */
export const DATABASE = 'file:.data/programme.sqlite'

/** `file://` with two slashes names a host, and only a local path is possible. */
function isPath(text: string): boolean {
  try {
    return fileURLToPath(text) !== ''
  } catch {
    return false
  }
}

function isDatabase(text: string): boolean {
  if (text.startsWith('file://')) return isPath(text)
  return /^file:.+/.test(text) || (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text))
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'give a port number')
  .transform(Number)
  .refine(number => number >= 1 && number <= 65_535, 'give a port between 1 and 65535')

/** Schema of each variable: format and default. Messages say what to give; none repeats a value. */
export const variables = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/, 'give a host name or an IP address, without scheme or port')
    .default('127.0.0.1'),
  PORT: port.default(3978),
  METRICS_PORT: port.optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-5]$/, 'give how many proxies in front add to X-Forwarded-For, 0 to 5')
    .transform(Number)
    .default(0),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'give an https origin in lower case without a path, such as https://faire.example.org')
    .transform(text => text.replace(/\/$/, ''))
    .optional(),
  BOT_TYPE: z
    .enum(
      ['SingleTenant', 'UserAssignedMsi'],
      'give SingleTenant or UserAssignedMsi; MultiTenant bots can no longer be made',
    )
    .optional(),
  BOT_ID: guid('give the bot’s application id, a GUID').optional(),
  BOT_PASSWORD: z.string().max(500, 'give the client secret’s value, 500 characters at most').optional(),
  BOT_TENANT_ID: guid('give the id of the tenant the bot is registered in, a GUID').optional(),
  AAD_APP_CLIENT_ID: guid('give the client id of the Entra application, a GUID').optional(),
  AAD_APP_ID_URI: z
    .string()
    .regex(
      /^api:\/\/[a-z0-9.:-]+(\/[\w.-]+)+$/,
      'give the Application ID URI, api://{host}/botid-{id}, its host in lower case',
    )
    .optional(),
  TEAMS_APP_ID: guid('give the app’s id in the catalogue, a GUID').default(MANIFEST_ID),
  ALLOWED_TENANTS: guids('give tenant ids, GUIDs separated by commas').optional(),
  ALLOW_GUESTS: z.enum(['on', 'off'], 'give on or off').default('off'),
  DATABASE_URL: z
    .string()
    .refine(isDatabase, 'give file:path or postgres://user@host/database')
    .default(DATABASE),
  PROGRAMME_FILE: z
    .string()
    .max(4_096, 'give the path of a method file')
    .default('programmes/occitanie.yaml'),
  WORDS_FOLDER: z.string().max(4_096, 'give the path of a folder').optional(),
  BACKUP_FOLDER: z.string().max(4_096, 'give the path of a folder').optional(),
  BACKUPS_KEPT: z
    .string()
    .regex(/^\d{1,4}$/, 'give how many backups stay, 1 to 1000')
    .transform(Number)
    .refine(kept => kept >= 1 && kept <= 1_000, 'give 1 to 1000')
    .default(14),
  ORGANISERS: guids('give Entra object ids, GUIDs separated by commas').default([]),
  LINK_SECRET: z
    .string()
    .min(32, 'give a random text of at least 32 characters')
    .max(500, 'give a random text of 500 characters at most')
    .optional(),
  BALLOT_SECRET: z
    .string()
    .transform(text => text.split(',').map(part => part.trim()))
    .pipe(
      z
        .array(
          z
            .string()
            .min(32, 'give random texts of at least 32 characters, the one in use first, commas between them')
            .max(500, 'give random texts of 500 characters at most each'),
        )
        .max(
          5,
          'give 5 secrets at most: the one in use, and those that ballots still running were opened under',
        ),
    )
    .optional(),
  SEND_RATE: z
    .string()
    .regex(/^\d{1,2}$/, 'give how many messages may be sent unasked in a second, 1 to 50')
    .transform(Number)
    .refine(rate => rate >= 1 && rate <= TEAMS_RATE, 'give a rate from 1 to 50: Teams takes no more')
    .default(37),
  REPLY_RESERVE: z
    .string()
    .regex(/^\d{1,2}$/, 'give how many requests a second are kept free for answers, 0 to 49')
    .transform(Number)
    .refine(rate => rate < TEAMS_RATE, 'give 0 to 49')
    .default(5),
  ...assistantVariables,
  /** Demo mode only. */
  DEMO_SAMPLE: z.enum(['on', 'off'], 'give on or off').default('on'),
  DEMO_PLAYGROUND: z.enum(['on', 'off'], 'give on or off').default('on'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `give one of ${LOG_LEVELS.join(', ')}`).default('info'),
})

export type Variables = z.infer<typeof variables>
