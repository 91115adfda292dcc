import type { BotRegistration } from '../../config/index.ts'
import { CLIENTS } from '../../http/sign-in/token.ts'

/** One field of a portal. `step`: its row in docs/installer.md; `value`: what to paste or choose there. */
export type PortalField = { readonly step: string; readonly field: string; readonly value: string }

/** Stands for a value of which settings are not typed in yet. */
const missing = (...variables: readonly (string | false)[]) =>
  `(set ${variables.filter(Boolean).join(' and ')}, then ask again)`

const [DESKTOP = '', WEB = ''] = CLIENTS

function entra({ botType, publicUrl, botId, idUri }: BotRegistration): readonly PortalField[] {
  const secret = {
    step: 'E2',
    field: 'Certificates & secrets, New client secret, Value',
    value: 'into BOT_PASSWORD',
  }
  return [
    {
      step: 'E1',
      field: 'App registrations, New registration',
      value: 'Accounts in this organizational directory only',
    },
    ...(botType === 'SingleTenant' ? [secret] : []),
    { step: 'E3', field: 'Manifest, requestedAccessTokenVersion', value: '2' },
    {
      step: 'E4',
      field: 'Expose an API, Application ID URI',
      value: idUri ?? missing(!publicUrl && 'PUBLIC_URL', !botId && 'BOT_ID'),
    },
    { step: 'E5', field: 'Add a scope, name', value: 'access_as_user' },
    { step: 'E5', field: 'Add a scope, Who can consent?', value: 'Admins and users' },
    { step: 'E6', field: 'Add a client application, Teams on desktop and phone', value: DESKTOP },
    { step: 'E7', field: 'Add a client application, Teams in the browser', value: WEB },
    { step: 'E8', field: 'Token configuration, Add optional claim, Access', value: 'acct' },
  ]
}

function azure({ botType, botId, tenant, publicUrl }: BotRegistration): readonly PortalField[] {
  const managed = botType === 'UserAssignedMsi'
  const endpoint = publicUrl ? `${publicUrl}/api/messages` : missing('PUBLIC_URL')
  return [
    {
      step: 'A1',
      field: 'Azure Bot, Type of App',
      value: managed ? 'User-Assigned Managed Identity' : 'Single Tenant',
    },
    { step: 'A1', field: 'Azure Bot, App ID', value: botId ?? missing('BOT_ID') },
    { step: 'A1', field: 'Azure Bot, App tenant ID', value: tenant ?? missing('BOT_TENANT_ID') },
    { step: 'A2', field: 'Configuration, Messaging endpoint', value: endpoint },
    { step: 'A3', field: 'Channels', value: 'Microsoft Teams, and no other' },
  ]
}

function teams({ catalogueId }: BotRegistration): readonly PortalField[] {
  return [
    { step: 'T1', field: 'Org-wide app settings, Custom apps', value: 'On' },
    { step: 'T2', field: 'Manage apps, Upload new app', value: 'appPackage/build/appPackage.prod.zip' },
    {
      step: 'T3',
      field: 'the app, App ID',
      value: catalogueId ? 'TEAMS_APP_ID has one' : 'into TEAMS_APP_ID',
    },
    { step: 'T4', field: 'the app, Users and groups', value: 'the Lab’ first, everybody later' },
  ]
}

/** What to enter in Entra (E), Azure (A) and the Teams admin centre (T), in the order in which they ask. */
export function portalFields(registration: BotRegistration): readonly PortalField[] {
  return [entra, azure, teams].flatMap(part => part(registration))
}

/** The fields as lines of three columns. */
export function portalLines(fields: readonly PortalField[]): readonly string[] {
  const width = Math.max(...fields.map(({ field }) => field.length))
  return fields.map(({ step, field, value }) => `${step}  ${field.padEnd(width)}  ${value}`)
}
