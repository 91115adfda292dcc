import type { TeamsManifest } from '@microsoft/app-manifest'
import type { JSONSchemaType } from 'ajv'
import type { Manifest, Translation } from './manifest.ts'
import { loadSchemas } from './schemas.ts'

/** Icon sizes that Teams requires, in pixels. */
const SIDES: Readonly<Record<string, number>> = { color: 192, outline: 32, color32x32: 32 }

const unknown = (address?: string) => `names a schema that is not known here: ${address}`

/** Validation errors of the manifest by the official schema that it names. */
export async function manifestFaults(manifest: Manifest): Promise<readonly string[]> {
  const { AppManifestUtils, schemas } = await loadSchemas()
  const schema = schemas.get(manifest.$schema)
  if (!schema) return [unknown(manifest.$schema)]
  return AppManifestUtils.validateAgainstSchema(
    manifest as unknown as TeamsManifest,
    schema as JSONSchemaType<TeamsManifest>,
  )
}

/**
 * The same for a translation. The official package cannot validate one by itself: some of its patterns are invalid
 * with the `u` flag.
 */
export async function translationFaults(texts: Translation): Promise<readonly string[]> {
  const { Ajv, schemas } = await loadSchemas()
  const named = schemas.get(texts.$schema)
  if (!named) return [unknown(texts.$schema)]
  const { $schema, ...schema } = named
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, formats: { uri: true } })
  const validate = ajv.compile(schema)
  if (validate(texts)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Why Teams would reject an icon; undefined for a PNG of the right size. `kind`: its name in the manifest. */
export function iconFault(kind: string, icon: Buffer): string | undefined {
  const side = SIDES[kind]
  if (side === undefined) return 'is no icon that Teams knows'
  if (icon.length < 24 || !icon.subarray(0, 8).equals(SIGNATURE)) return 'is no PNG'
  const [width, height] = [icon.readUInt32BE(16), icon.readUInt32BE(20)]
  return width === side && height === side
    ? undefined
    : `is ${width} by ${height} pixels, and must be ${side} by ${side}`
}
