import { type ComponentType, lazy } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'

type Row = ComponentType<{ readonly idea: IdeaView }>

let loaded: Row | undefined

/** Loads what draws an idea of mine: folded at first, it is no part of the first load. Drawn at once after that. */
export async function loadMyIdea(): Promise<{ readonly default: Row }> {
  const found = await import('./my-idea.tsx')
  loaded = found.default
  return found
}

const LazyIdea = lazy(loadMyIdea)

/** An idea of mine, in the list that unfolds. */
export function MyIdeaRow({ idea }: { readonly idea: IdeaView }) {
  const Idea = loaded ?? LazyIdea
  return <Idea idea={idea} />
}
