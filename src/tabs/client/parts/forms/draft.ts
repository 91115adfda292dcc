import { useState } from 'react'

// Unsent drafts, in memory while the page is open: in no storage, since they are private.
const kept = new Map<string, unknown>()

/** What a dialog's frame does with what is typed in it. */
export type KeptDraft = {
  /** It was restored from an unsent draft. */
  readonly restored: boolean
  /** Something is typed that was not sent. */
  readonly holds: boolean
  /** Begins again; so it does too once it was sent. */
  readonly reset: () => void
}

type FormDraft<T> = KeptDraft & { readonly value: T; readonly change: (part: Partial<T>) => void }

/** It was sent: the next form is empty. */
export function forgetDraft(name: string): void {
  kept.delete(name)
}

/** What is typed into a form, which a slip does not lose: `name` finds it again. It begins as `begun`. */
export function useDraft<T extends object>(name: string, begun: T): FormDraft<T> {
  const [first] = useState(begun)
  const [value, setValue] = useState(() => (kept.get(name) as T | undefined) ?? first)
  const [restored, setRestored] = useState(() => kept.has(name))
  return {
    value,
    restored,
    holds: kept.has(name),
    change: part => {
      const next = { ...value, ...part }
      if (JSON.stringify(next) === JSON.stringify(first)) kept.delete(name)
      else kept.set(name, next)
      setValue(next)
    },
    reset: () => {
      kept.delete(name)
      setRestored(false)
      setValue(first)
    },
  }
}
