import { installPackages, isExecutable, placesOnPath } from './debian.ts'

/** @returns the command of LibreOffice; `undefined` where there is none */
export function findOffice(): string | undefined {
  return placesOnPath(['soffice', 'libreoffice']).find(isExecutable)
}

/** Finds LibreOffice, and installs it where it is missing and that can be done. @returns why it cannot be had, if so */
export function ensureOffice(): string | undefined {
  if (!findOffice()) {
    console.log('No LibreOffice found; installing it:')
    installPackages('--no-install-recommends', 'libreoffice-impress')
  }
  return findOffice() ? undefined : 'LibreOffice was not tried: it is not here and could not be installed (on Debian: apt-get install libreoffice-impress)'
}
