import { type WrongSaid, wrong } from '../../../kernel/errors/method-faults.ts'

/** A country or region without known public holidays; what to write instead. */
export type PlaceFault = {
  readonly of: 'country' | 'region'
  readonly said: WrongSaid
  readonly instead: string | undefined
}

type Place = { readonly country: string; readonly region?: string | undefined }

/**
 * Checks which places have known public holidays. Loads date-holidays, 40 MB for the life of the process: for commands,
 * never for the server.
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
