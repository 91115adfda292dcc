import { createContext, useContext } from 'react'
import type { SynthesisView } from '../../../contract/ideas/synthesis.ts'
import type { Call, Method } from '../../data/api/call.ts'

/** What every part of the page needs. */
export type WrittenSynthesis = Pick<SynthesisView, 'axis' | 'model'> & {
  readonly call: Call
  /** Whoever only reads. */
  readonly reading: boolean
  /** An act, after which what is being written is read anew. */
  readonly send: <T>(method: Method, path: string, body: unknown) => Promise<T>
}

export const SynthesisContext = createContext<WrittenSynthesis | undefined>(undefined)

export function useSynthesis(): WrittenSynthesis {
  const synthesis = useContext(SynthesisContext)
  if (!synthesis) throw new Error('no synthesis around')
  return synthesis
}

/** Sentences stand under a theme, or on ideas of none. */
export type SynthesisSection = {
  /** Of the theme. */
  readonly id?: string
  readonly title: string
  /** Ideas in it. */
  readonly count: SynthesisView['alone']['count']
}
