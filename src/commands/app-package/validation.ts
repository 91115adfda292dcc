import type { TeamsManifest } from '@microsoft/app-manifest'
import { UsageFault } from '../command-line/attempt.ts'
import type { Manifest, Translation } from './manifest.ts'

/** Pixels of each side, as Teams asks for them. */
const SIDES: Readonly<Record<string, number>> = { color: 192, outline: 32, color32x32: 32 }

/** Development packages, which a server does without. @throws UsageFault where they are not */
export async function loadSchemas() {
  try {
    const [{ AppManifestUtils }, { Ajv }] = await Promise.all([
      import('@microsoft/app-manifest'),
      import('ajv'),
    ])
    return { AppManifestUtils, Ajv }
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageFault(
      'The development packages are not here: run it on a work station, in the repository, after `npm ci`.',
    )
  }
}

/** What the official schema that the manifest names has against it; nothing when it is valid. */
export async function manifestFaults(manifest: Manifest): Promise<readonly string[]> {
  const { AppManifestUtils } = await loadSchemas()
  return AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest)
}

/** The same of a file of translations. The package of schemas cannot do that by itself: their patterns are no `u` expressions. */
export async function translationFaults(texts: Translation): Promise<readonly string[]> {
  const { AppManifestUtils, Ajv } = await loadSchemas()
  const { $schema, ...schema } = { ...(await AppManifestUtils.fetchSchema(texts.$schema ?? '')) }
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, formats: { uri: true } })
  const validate = ajv.compile(schema)
  if (validate(texts)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** What Teams would have against an icon; nothing when it is a PNG of the right size. `kind`: as the manifest calls it. */
export function iconFault(kind: string, icon: Buffer): string | undefined {
  const side = SIDES[kind]
  if (side === undefined) return 'is no icon that Teams knows'
  if (icon.length < 24 || !icon.subarray(0, 8).equals(SIGNATURE)) return 'is no PNG'
  const [width, height] = [icon.readUInt32BE(16), icon.readUInt32BE(20)]
  return width === side && height === side
    ? undefined
    : `is ${width} by ${height} pixels, and must be ${side} by ${side}`
}
