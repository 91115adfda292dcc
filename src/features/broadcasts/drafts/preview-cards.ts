/** The card that goes out, as it is read. */
export { type Preview, previewOf, type Render } from '../../../cards/preview.ts'
