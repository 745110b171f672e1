/** The little that is used of it; it brings no types. */
declare module 'subset-font' {
  export default function subsetFont(font: Uint8Array, characters: string, options: {
    targetFormat: 'woff2'
    variationAxes: Record<string, number | { min: number, max: number }>
    keepFeatures: string[]
  }): Promise<Uint8Array>
}
