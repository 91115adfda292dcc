import { useState } from 'react'
import type { DraftCheckView, DraftKindName } from '../../../contract/ideas/draft-check.ts'
import type { DraftActs } from '../../data/actions/drafts.ts'
import { type ActState, useAct } from '../actions/action.tsx'
import { useSession } from '../page/context.tsx'
import { adviceTexts } from './draft-advice.tsx'

export type Draft = {
  readonly kind: DraftKindName
  /** As it stands in the field. */
  readonly text: string
  /** Puts another text into the field. */
  readonly put: (text: string) => void
  readonly acts: DraftActs
}

export type DraftChecking = {
  readonly act: ActState
  /** Of the text that was looked at last. */
  readonly checked?: { readonly text: string; readonly view: DraftCheckView }
  /** Looks at the text as it stands, and says what was found. */
  readonly look: () => Promise<void>
}

/** What may hinder a text, asked once it is whole and never while it is typed. `quiet`: nothing is said of nothing. */
export function useDraftCheck({ kind, text, acts }: Draft, quiet = false): DraftChecking {
  const { translator } = useSession()
  const act = useAct()
  const [checked, setChecked] = useState<DraftChecking['checked']>()
  const none = quiet ? '' : translator.say('wording.none')
  const look = async () => {
    if (text.trim() === '' || (quiet && checked?.text === text)) return
    const check = async () => {
      const view = await acts.check(kind, text)
      setChecked({ text, view })
      return view
    }
    await act.run(check, ({ advice }) => adviceTexts(translator, advice).join(' ') || none)
  }
  return { act, look, ...(checked && { checked }) }
}
