import type { Translator } from '../../../parts/words/translator.ts'
import { sectionAddress } from '../../parts/address.ts'

export const ALL = sectionAddress('broadcasts')
export const NEW = sectionAddress('broadcasts', 'new')
export const ANNOUNCED = sectionAddress('broadcasts', 'announced')
export const addressOf = (id: string) => sectionAddress('broadcasts', id)
export const copyAddressOf = (id: string) => sectionAddress('broadcasts', 'new', id)
export const editAddressOf = (id: string) => sectionAddress('broadcasts', id, 'edit')

export const toAll = ({ say }: Translator) => ({ text: say('section.broadcasts'), href: ALL })
