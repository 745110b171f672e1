/** No copy of a person's progress is larger unpacked; a link that is, is not ours. */
const MOST_CHARACTERS = 5 * 1024 * 1024

async function through(bytes: BlobPart, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream as TransformStream<Uint8Array<ArrayBuffer>, Uint8Array>).getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    chunks.push(value!)
    length += value!.length
    if (length > MOST_CHARACTERS) {
      await reader.cancel()
      throw new RangeError('Too large for a copy of progress')
    }
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** @returns a text small enough for the end of a link: deflated, letters, digits, - and _ */
export async function packLink(text: string): Promise<string> {
  const bytes = await through(text, new CompressionStream('deflate-raw'))
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** @returns the text that was packed, or `undefined` where this is none; any text may be passed */
export async function unpackLink(packed: string): Promise<string | undefined> {
  try {
    const bytes = Uint8Array.from(atob(packed.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(await through(bytes, new DecompressionStream('deflate-raw')))
  }
  catch {
    return undefined
  }
}
