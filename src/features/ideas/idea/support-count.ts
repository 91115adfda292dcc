import { exact, type Shown } from '../../../kernel/personal-data/counts.ts'
import type { Idea, IdeaSeen } from './domain.ts'

type Supported = Pick<Idea, 'author' | 'supports' | 'directions'> &
  Partial<Pick<IdeaSeen, 'mine' | 'supported'>>

/**
 * How many support it, as people read it. An author's own support counts in every tally, but alone it tells nothing:
 * there is none to read until somebody else gives theirs.
 */
export function supportsShown(idea: Supported): { readonly supports: Shown; readonly directions: Shown } {
  const isGivenByReader = idea.supported === true && idea.mine !== true
  const isAuthorsAlone = idea.author !== '' && idea.supports <= 1 && !isGivenByReader
  const { supports, directions } = isAuthorsAlone ? { supports: 0, directions: 0 } : idea
  return { supports: exact('supports', supports), directions: exact('supports', directions) }
}
