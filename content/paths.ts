import path from 'node:path'

/** The part of `node:path` that differs between systems. */
type System = Pick<typeof path, 'relative' | 'isAbsolute'>

/** @returns the file's place below the root, with slashes on every system, as problems and sections name it */
export function placeBelow(root: string, file: string, system: System = path): string {
  return system.relative(root, file).replaceAll('\\', '/')
}

/** @returns whether the file lies in the folder, at any depth; `slides-old/` is not in `slides/` */
export function isInside(folder: string, file: string, system: System = path): boolean {
  const place = placeBelow(folder, file, system)
  return place !== '' && place !== '..' && !place.startsWith('../') && !system.isAbsolute(place)
}
