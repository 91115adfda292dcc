import { createContext, useContext } from 'react'
import type { ThemeBoardView } from '../../../contract/ideas/themes.ts'
import type { Call, Method } from '../../data/api/call.ts'

/** What every part of the board needs. */
export type Board = Pick<ThemeBoardView, 'axis' | 'themes'> & {
  readonly call: Call
  /** Whoever only reads. */
  readonly reading: boolean
  /** An act on the board, which is read anew after it: no reading that set out before is shown any more. */
  readonly send: <T>(method: Method, path: string, body: unknown) => Promise<T>
}

export const BoardContext = createContext<Board | undefined>(undefined)

export function useBoard(): Board {
  const board = useContext(BoardContext)
  if (!board) throw new Error('no board around')
  return board
}
