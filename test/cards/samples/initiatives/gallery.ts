import { type GalleryCard, galleryCard } from '../../../../src/features/initiatives/gallery/cards.ts'
import type { Words } from '../../../../src/i18n/words.ts'
import { programme } from '../../../support/programme/programme.ts'
import type { Said, Samples } from '../../sample.ts'
import { initiatives } from './initiative.ts'

export function initiativeGallerySamples(words: Words, said: Said) {
  const { sheet, seeking, mine, done } = initiatives(said)
  return {
    'initiatives/gallery/list': [
      galleryCard(words, programme, { items: [sheet, seeking, done, mine, sheet], next: '5-i1' }),
      galleryCard(words, programme, { items: [] }),
    ],
  } satisfies Samples<GalleryCard>
}
