/** @returns what decides a draw: another one each time */
export const newSeed = (): string => Math.random().toString(36).slice(2, 8)
