import jsqr from 'jsqr'

// Its types speak of another kind of module than what Node loads.
const decode = jsqr as unknown as typeof jsqr.default

/** What a phone reads in a picture; undefined when it finds no code. Dark on light alone: not every phone turns it round. */
export function readCode(pixels: Uint8ClampedArray, width: number, height: number): string | undefined {
  return decode(pixels, width, height, { inversionAttempts: 'dontInvert' })?.data
}
