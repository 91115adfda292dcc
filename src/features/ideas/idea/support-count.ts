import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { Idea, IdeaSeen } from './domain.ts'

type Supported = Pick<Idea, 'author' | 'supports' | 'directions'> &
  Partial<Pick<IdeaSeen, 'mine' | 'supported'>>

/**
 * The support count that people read. An author's own support is part of every tally, but a count of one would only say
 * that; it is shown from the second supporter on.
 */
export function supportsShown(idea: Supported): { readonly supports: Shown; readonly directions: Shown } {
  const isGivenByReader = idea.supported === true && idea.mine !== true
  const isAuthorsAlone = idea.author !== '' && idea.supports <= 1 && !isGivenByReader
  const { supports, directions } = isAuthorsAlone ? { supports: 0, directions: 0 } : idea
  return { supports: exact('supports', supports), directions: exact('supports', directions) }
}
