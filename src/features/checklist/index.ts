/**
 * What is done of a workshop, what comes next, and what the week still asks: told by the rows that all features write. By hand
 * only what happens outside the application, undone as it was said. Nothing of a person is kept here.
 */
export type { NextAct } from './next-act.ts'
