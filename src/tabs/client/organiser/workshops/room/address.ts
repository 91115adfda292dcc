import { sectionAddress } from '../../parts/address.ts'

/** Where the remote of one workshop stands. */
export const remoteAddress = (workshop: string) => sectionAddress('workshops', workshop, 'remote')
