/**
 * What can be said of a Direction without saying anything of anybody in it: counted once a day in fixed cuts,
 * rounded before it is written, and shown from what was written. No exact count is ever kept.
 */
export type { FiguresPage } from './page.ts'
export type { ProgrammePage as ProgrammeFigures } from './programme-page.ts'
export { type FigureStore, type FigureUsecases, figureUsecases } from './usecases.ts'
