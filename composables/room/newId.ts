import { ID_BYTES, idFrom } from '../../core/room/ids.ts'

/** @returns an id of chance for a message or a person */
export function newId(): string {
  return idFrom(crypto.getRandomValues(new Uint8Array(ID_BYTES)))
}
