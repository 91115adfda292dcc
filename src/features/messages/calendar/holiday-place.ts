import { loadPlaces } from './holiday-places.ts'

// Runs in a child process for a quarter of a second: see holidays.ts.
const [country = '', region] = process.argv.slice(2)
const faultOf = await loadPlaces()
process.send?.({ fault: faultOf({ country, region: region === '' ? undefined : region }) ?? null })
