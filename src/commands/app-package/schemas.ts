import { UsageFault } from '../command-line/attempt.ts'

type Schema = Readonly<Record<string, unknown>>

const PLACE = 'https://developer.microsoft.com/json-schemas/teams/v1.25/'

/**
 * What validates the manifest and its translations, and the schemas that they name, by address. Imported when they are
 * asked for, each by its whole name, so that the build brings them along. @throws UsageFault in a repository without its
 * development packages
 */
export async function loadSchemas() {
  try {
    const [{ AppManifestUtils }, { Ajv }, manifest, translation] = await Promise.all([
      import('@microsoft/app-manifest'),
      import('ajv'),
      import('@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.schema.json', {
        with: { type: 'json' },
      }),
      import(
        '@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json',
        {
          with: { type: 'json' },
        }
      ),
    ])
    const schemas: ReadonlyMap<string | undefined, Schema> = new Map([
      [`${PLACE}MicrosoftTeams.schema.json`, manifest.default as Schema],
      [`${PLACE}MicrosoftTeams.Localization.schema.json`, translation.default as Schema],
    ])
    return { AppManifestUtils, Ajv, schemas }
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageFault(
      'The development packages are not here: run it from a release, or in the repository after `npm ci`.',
    )
  }
}
