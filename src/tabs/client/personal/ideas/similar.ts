import { useEffect, useRef, useState } from 'react'
import type { IdeaView } from '../../../contract/ideas/ideas.ts'
import { LIMIT } from '../../parts/forms/text-field.tsx'
import { lengthOf } from '../../parts/words/length.ts'
import { usePersonalTab } from '../navigation/context.tsx'

/** How long (ms) one has stopped typing before similar ideas are looked for. */
const PAUSE = 500

type Found = { readonly text: string; readonly items: readonly IdeaView[] }

export type Similar = {
  /** Ideas similar to the current text; empty for any other. */
  readonly items: readonly IdeaView[]
  /** Searches at once, unless the result is known. On failure nothing is similar: sending tells the reason. */
  readonly look: () => Promise<readonly IdeaView[]>
  /** Holds a newer state of one of them. */
  readonly keep: (idea: IdeaView) => void
}

/** Ideas of others that say nearly the same as `text`, looked for while it is typed. */
export function useSimilar(text: string): Similar {
  const { acts } = usePersonalTab()
  const [found, setFound] = useState<Found>({ text: '', items: [] })
  // The newest text asked about: an answer that comes late is of an older one.
  const asked = useRef('')
  const look = async () => {
    if (found.text === text) return found.items
    asked.current = text
    const items = await acts.similar(text).catch(() => [])
    if (asked.current === text) setFound({ text, items })
    return items
  }
  const latest = useRef(look)
  latest.current = look
  useEffect(() => {
    const length = lengthOf(text)
    if (length === 0 || length > LIMIT) return
    const timer = setTimeout(() => void latest.current(), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return {
    items: found.text === text ? found.items : [],
    look,
    keep: idea =>
      setFound(({ items, ...of }) => ({ ...of, items: items.map(one => (one.id === idea.id ? idea : one)) })),
  }
}
