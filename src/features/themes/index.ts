/**
 * Ideas of an axis, put under themes that people own: declared in the method file or made on the board, placed by words that
 * are shown as the reason, or by hand, which no run undoes. No idea disappears: what fits nowhere stands beside, at equal rank.
 */
export type { BoardUsecases, CountedBoard, CountedTheme } from './board-usecases.ts'
