import { type WrongSaid, wrong } from '../../../kernel/errors/method-faults.ts'

/** A country or a part of one whose public holidays nobody knows; what to write instead. */
export type PlaceFault = {
  readonly of: 'country' | 'region'
  readonly said: WrongSaid
  readonly instead: string | undefined
}

type Place = { readonly country: string; readonly region?: string | undefined }

/**
 * Says of which places the public holidays are known. It brings in date-holidays, 40 MB, for good: for a command, never
 * for the server.
 */
export async function loadPlaces(): Promise<(place: Place) => PlaceFault | undefined> {
  const { default: Holidays } = await import('date-holidays')
  const library = new Holidays()
  return ({ country, region }) => {
    if (!Object.hasOwn(library.getCountries(), country))
      return { of: 'country', said: wrong('country-unknown', { country }), instead: undefined }
    const regions = library.getStates(country) ?? {}
    if (region === undefined || Object.hasOwn(regions, region)) return undefined
    const [first] = Object.keys(regions)
    const known = Object.entries(regions).map(([code, name]) => `${code} ${name}`)
    const said =
      known.length > 0
        ? wrong('region-unknown', { country, regions: known.join(', ') })
        : wrong('region-none', { country })
    return { of: 'region', said, instead: first }
  }
}
