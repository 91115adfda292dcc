import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Config } from '../../config/index.ts'
import { fileIn } from '../../files/zip-reader.ts'
import { ActionNeeded, Unchecked } from '../checks/finding.ts'

/** The fields of a manifest that must match the server's settings. */
type Registered = {
  readonly bots?: readonly { readonly botId?: string }[]
  readonly validDomains?: readonly string[]
  readonly webApplicationInfo?: { readonly id?: string; readonly resource?: string }
}

/** Size limit: an icon is 100 kB. */
const MOST = 10_000_000

function manifestIn(file: URL): Registered | undefined {
  if (statSync(file).size > MOST) return undefined
  const text = fileIn(readFileSync(file), 'manifest.json')?.toString('utf8') ?? ''
  try {
    return Object(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Variables whose values differ between the package and the server. */
function differences(manifest: Registered, { publicUrl, bot, tab }: Config): string[] {
  const [clientId, resource] = tab.audiences
  const said: readonly (readonly [variable: string, same: boolean | undefined])[] = [
    ['BOT_ID', manifest.bots?.every(({ botId }) => botId?.toLowerCase() === bot?.id)],
    ['PUBLIC_URL', manifest.validDomains?.includes(new URL(publicUrl).host)],
    ['AAD_APP_CLIENT_ID', manifest.webApplicationInfo?.id?.toLowerCase() === clientId],
    ['AAD_APP_ID_URI', manifest.webApplicationInfo?.resource === resource],
  ]
  return said.filter(([, same]) => same !== true).map(([variable]) => variable)
}

function packagesIn(folder: URL): readonly string[] {
  try {
    return readdirSync(folder).filter(name => /^appPackage\..+\.zip$/.test(name))
  } catch {
    return []
  }
}

/**
 * Compares the packages in `folder` with this server's settings: one of them must be its own, others may be other
 * servers'.
 */
export async function packageBeside(folder: URL, config: Config | undefined): Promise<string> {
  const found = packagesIn(folder).flatMap(name => {
    const manifest = manifestIn(new URL(name, folder))
    return manifest ? [{ name, manifest }] : []
  })
  if (found.length === 0) throw new Unchecked('none was made here: npm run package makes it')
  if (!config) throw new Unchecked('the settings first')
  const all = found.map(({ name, manifest }) => ({ name, not: differences(manifest, config) }))
  const [nearest] = all.toSorted((one, other) => one.not.length - other.not.length)
  if (!nearest || nearest.not.length === 0) return `${nearest?.name} is this server’s`
  throw new ActionNeeded(
    `${nearest.name} has another ${nearest.not.join(', ')} than the server: mend one and make it anew`,
  )
}
