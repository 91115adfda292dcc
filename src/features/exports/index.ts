/**
 * What the programme holds, handed out to its organisers as files: each a moment of the database, read and sent a page at a
 * time. Whom colleagues do not see is in none of them, nor a figure about people that is shown to nobody.
 */
export type { OpenData } from './open-data.ts'
export { type ExportUsecases, exportUsecases } from './usecases.ts'
