import type { Call } from '../api/call.ts'
import type { Readers } from '../sources/sources.ts'
import { type Board, createBoard } from './store.ts'

const begun = new WeakMap<Call, Map<string, unknown>>()

/** A board that a page will take under `name`, read before the page is drawn: all of it can then be drawn at once. */
export function beginBoard<S extends object>(call: Call, name: string, readers: Readers<S>): Board<S> {
  const board = createBoard(call, readers)
  begun.set(call, (begun.get(call) ?? new Map<string, unknown>()).set(name, board))
  void board.refresh()
  return board
}

/** The board that was begun under `name`, once, or a new one. Whoever takes it says of what it is by its name. */
export function takeBoard<S extends object>(call: Call, name: string, readers: Readers<S>): Board<S> {
  const found = begun.get(call)?.get(name)
  begun.get(call)?.delete(name)
  return (found as Board<S> | undefined) ?? createBoard(call, readers)
}
