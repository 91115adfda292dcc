import { sectionAddress } from '../../parts/address.ts'

/** Where the register lists the ideas of a workshop: all of them, or those that wait. */
export function ideasAddress(workshop: string, part: 'all' | 'waiting'): string {
  const query = new URLSearchParams({ ...(part === 'all' && { part }), workshop })
  return `${sectionAddress('ideas')}?${query}`
}
