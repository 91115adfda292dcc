import type { Locator, Page } from 'playwright-core'
import { readCode } from '../support/reading/qr-code.ts'

/** As wide as a phone takes it in (px): a picture of more costs seconds and says the same. */
const SIDE = 400

/** What a phone reads in the picture that `shown` makes on the screen; undefined when it finds no code. */
export async function scan(page: Page, shown: Locator): Promise<string | undefined> {
  const png = (await shown.screenshot()).toString('base64')
  const grey = await page.evaluate(
    async ([picture, side]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${picture}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = side
      canvas.height = side
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0, side, side)
      const pixels = context?.getImageData(0, 0, side, side).data ?? []
      return btoa(
        Array.from({ length: side * side }, (_, at) => String.fromCharCode(pixels[4 * at] ?? 0)).join(''),
      )
    },
    [png, SIDE] as const,
  )
  const pixels = Uint8ClampedArray.from(
    [...Buffer.from(grey, 'base64')].flatMap(light => [light, light, light, 255]),
  )
  return readCode(pixels, SIDE, SIDE)
}
