export const BOT = '0a0a0a0a-1111-4222-8333-444444444444'
export const TENANT = '0b0b0b0b-1111-4222-8333-444444444444'
export const APP = '0c0c0c0c-1111-4222-8333-444444444444'

/** Each is a secret: no sentence may hold it, nor a part of it. */
export const SECRETS = {
  BOT_PASSWORD: 'Qx8~never-said-aloud-1',
  LINK_SECRET: 'nobody-reads-this-link-secret-7f3b',
  BALLOT_SECRET: 'nobody-reads-this-ballot-secret-91c',
}

export type Env = Readonly<Record<string, string>>

/** What a server starts with, as far as its settings go. */
export const GOOD: Env = {
  PUBLIC_URL: 'https://faire.valmorane.fr',
  BOT_TYPE: 'SingleTenant',
  BOT_ID: BOT,
  BOT_TENANT_ID: TENANT,
  ...SECRETS,
}
const { BOT_PASSWORD: _, ...bare } = GOOD
/** The same of a managed identity. */
export const MANAGED: Env = { ...bare, BOT_TYPE: 'UserAssignedMsi', AAD_APP_CLIENT_ID: APP }

const without = (name: string): Env =>
  Object.fromEntries(Object.entries(GOOD).filter(([key]) => key !== name))
/** Of the length of a good one. */
const MONOTONOUS = 'a'.repeat(32)

/** Settings with one thing wrong each: what it is, all of them, and the variable that the sentence names. */
export const WRONG: readonly (readonly [what: string, env: Env, variable: string])[] = [
  ['no address', without('PUBLIC_URL'), 'PUBLIC_URL'],
  ['the example’s address', { ...GOOD, PUBLIC_URL: 'https://faire.example.org' }, 'PUBLIC_URL'],
  ['an http address', { ...GOOD, PUBLIC_URL: 'http://faire.valmorane.fr' }, 'PUBLIC_URL'],
  ['an address with a path', { ...GOOD, PUBLIC_URL: 'https://faire.valmorane.fr/bot' }, 'PUBLIC_URL'],
  ['a host in capitals', { ...GOOD, PUBLIC_URL: 'https://Faire.valmorane.fr' }, 'PUBLIC_URL'],
  ['an IP address', { ...GOOD, PUBLIC_URL: 'https://10.0.0.7' }, 'PUBLIC_URL'],
  ['this machine', { ...GOOD, PUBLIC_URL: 'https://localhost' }, 'PUBLIC_URL'],
  ['no type of bot', without('BOT_TYPE'), 'BOT_TYPE'],
  ['the retired type', { ...GOOD, BOT_TYPE: 'MultiTenant' }, 'BOT_TYPE'],
  ['no bot', without('BOT_ID'), 'BOT_ID'],
  ['a bot by its name', { ...GOOD, BOT_ID: 'faire-bot' }, 'BOT_ID'],
  ['no tenant', without('BOT_TENANT_ID'), 'BOT_TENANT_ID'],
  ['a tenant by its domain', { ...GOOD, BOT_TENANT_ID: 'valmorane.fr' }, 'BOT_TENANT_ID'],
  ['no password', without('BOT_PASSWORD'), 'BOT_PASSWORD'],
  ['the id of the secret for its value', { ...GOOD, BOT_PASSWORD: APP }, 'BOT_PASSWORD'],
  ['a managed identity with a password', { ...GOOD, ...MANAGED, ...SECRETS }, 'BOT_PASSWORD'],
  ['a managed identity without the tab’s id', { ...MANAGED, AAD_APP_CLIENT_ID: '' }, 'AAD_APP_CLIENT_ID'],
  [
    'a managed identity as the tab’s audience',
    { ...MANAGED, AAD_APP_CLIENT_ID: BOT.toUpperCase() },
    'AAD_APP_CLIENT_ID',
  ],
  ['an ID URI in capitals', { ...GOOD, AAD_APP_ID_URI: `api://Faire.fr/botid-${BOT}` }, 'AAD_APP_ID_URI'],
  ['tenants without one’s own', { ...GOOD, ALLOWED_TENANTS: APP }, 'ALLOWED_TENANTS'],
  ['tenants with a hole', { ...GOOD, ALLOWED_TENANTS: `${TENANT},,` }, 'ALLOWED_TENANTS'],
  ['organisers by mail', { ...GOOD, ORGANISERS: 'claire@valmorane.fr' }, 'ORGANISERS'],
  ['no secret for links', without('LINK_SECRET'), 'LINK_SECRET'],
  ['a short secret for links', { ...GOOD, LINK_SECRET: 'short-and-never-said' }, 'LINK_SECRET'],
  ['a monotonous secret for links', { ...GOOD, LINK_SECRET: MONOTONOUS }, 'LINK_SECRET'],
  ['a monotonous secret for ballots', { ...GOOD, BALLOT_SECRET: MONOTONOUS }, 'BALLOT_SECRET'],
  ['one secret for both', { ...GOOD, BALLOT_SECRET: SECRETS.LINK_SECRET }, 'BALLOT_SECRET'],
  ['a database nobody knows', { ...GOOD, DATABASE_URL: 'mysql://faire:never-said@db/faire' }, 'DATABASE_URL'],
  ['a database on another machine’s disk', { ...GOOD, DATABASE_URL: 'file://server/share' }, 'DATABASE_URL'],
  ['a database in a folder that is not there', { ...GOOD, DATABASE_URL: 'file:/mnt/typo/x' }, 'DATABASE_URL'],
  ['a misspelt folder for backups', { ...GOOD, BACKUP_FOLDERS: '/srv/backups' }, 'BACKUP_FOLDERS'],
  ['one proxy in the singular', { ...GOOD, TRUSTED_PROXY: '1' }, 'TRUSTED_PROXY'],
  ['organisers in American', { ...GOOD, ORGANIZERS: APP }, 'ORGANIZERS'],
  ['backups in a place where nobody writes', { ...GOOD, BACKUP_FOLDER: '/proc/backups' }, 'BACKUP_FOLDER'],
  ['no backup to keep', { ...GOOD, BACKUPS_KEPT: '0' }, 'BACKUPS_KEPT'],
  ['proxies without end', { ...GOOD, TRUSTED_PROXIES: '9' }, 'TRUSTED_PROXIES'],
  ['a port in words', { ...GOOD, PORT: 'http' }, 'PORT'],
  ['one port for both', { ...GOOD, METRICS_PORT: '3978' }, 'METRICS_PORT'],
  ['more than Teams takes', { ...GOOD, SEND_RATE: '46' }, 'REPLY_RESERVE'],
  ['a log level nobody knows', { ...GOOD, LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
]
