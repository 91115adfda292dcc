/**
 * What is held about somebody is told to them whole, and erased when they say so: what concerns others is handed on
 * first, then nothing in the database leads to them any more. What was counted stays counted.
 */

export { type AccessUsecases, accessUsecases } from './access-usecases.ts'
export { type ErasureUsecases, erasureUsecases } from './erasure-usecases.ts'
