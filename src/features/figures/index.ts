/**
 * What can be said of a Direction without saying anything of anybody in it: in fixed cuts, what all may read counted
 * as it is read, what people do unseen estimated before it is written. Of that no exact count is ever kept.
 */
export type { FiguresPage } from './page.ts'
export type { ProgrammePage as ProgrammeFigures } from './programme-page.ts'
export { type FigureStore, type FigureUsecases, figureUsecases } from './usecases.ts'
